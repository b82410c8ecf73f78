#include "query/packed_search.h"

#include <cassert>

#include "table/decimal.h"

namespace campaign_lens {

TextAutomaton::TextAutomaton(std::string_view text) : text_(text), shorter_(text.size() + 1) {
  assert(!text.empty() && text.size() <= kMostBytes);
  for (std::size_t read = 2; read <= text_.size(); ++read)
    shorter_[read] = after(shorter_[read - 1], text_[read - 1]);
}

TextAutomaton::State TextAutomaton::after(State state, char next) const {
  if (state == found()) return state;
  while (state > 0 && text_[state] != next)
    state = shorter_[state];
  return static_cast<State>(text_[state] == next ? state + 1 : 0);
}

TextAutomaton::State TextAutomaton::after(State state, std::string_view next) const {
  for (const char c : next)
    state = after(state, c);
  return state;
}

NumberSearch::NumberSearch(std::string_view text, const DigitsShape& shape) : width_(shape.width) {
  const TextAutomaton automaton(text);
  start_ = automaton.after(State{0}, shape.prefix);
  for (std::size_t state = 0; state < automaton.states(); ++state) {
    const State behind_suffix = automaton.after(static_cast<State>(state), shape.suffix);
    found_behind_suffix_.push_back(behind_suffix == automaton.found() ? 1 : 0);
    for (std::size_t digits = 1; digits <= behind_.size(); ++digits) {
      for (std::uint64_t number = 0; number < kPowersOfTen[digits]; ++number) {
        std::array<char, 3> written{};
        std::uint64_t rest = number;
        for (std::size_t i = digits; i-- > 0; rest /= 10)
          written[i] = static_cast<char>('0' + rest % 10);
        behind_[digits - 1].push_back(
            automaton.after(static_cast<State>(state), std::string_view(written.data(), digits)));
      }
    }
  }
}

bool NumberSearch::found_in(std::uint64_t number) const {
  std::size_t digits = width_ == 0 ? decimal_digits(number) : width_;
  // The last digits first, as they come off by a division by a constant.
  std::array<std::uint16_t, kMaxDigits / 3> threes;
  std::size_t count = 0;
  for (; digits >= 3; digits -= 3, number /= 1'000)
    threes[count++] = static_cast<std::uint16_t>(number % 1'000);
  State state = start_;
  if (digits == 2) state = behind_[1][std::size_t{state} * 100 + static_cast<std::size_t>(number)];
  if (digits == 1) state = behind_[0][std::size_t{state} * 10 + static_cast<std::size_t>(number)];
  while (count > 0)
    state = behind_[2][std::size_t{state} * 1'000 + threes[--count]];
  return found_behind_suffix_[state] != 0;
}

UuidSearch::UuidSearch(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const TextAutomaton automaton(text);
  found_ = automaton.found();
  for (std::size_t state = 0; state < automaton.states(); ++state) {
    auto& behind = behind_.emplace_back();
    auto& with_hyphen = behind_with_hyphen_.emplace_back();
    for (std::size_t byte = 0; byte < behind.size(); ++byte) {
      const State behind_first = automaton.after(static_cast<State>(state), kHex[byte >> 4]);
      behind[byte] = automaton.after(behind_first, kHex[byte & 0xF]);
      with_hyphen[byte] = automaton.after(behind[byte], '-');
    }
  }
}

bool UuidSearch::found_in(const Uuid& uuid) const {
  State state = 0;
  for (unsigned byte = 0; byte < 8; ++byte)
    state =
        behind(byte == 3 || byte == 5 || byte == 7 ? behind_with_hyphen_ : behind_, state, uuid.high, byte);
  for (unsigned byte = 0; byte < 8; ++byte)
    state = behind(byte == 1 ? behind_with_hyphen_ : behind_, state, uuid.low, byte);
  return state == found_;
}

}  // namespace campaign_lens
