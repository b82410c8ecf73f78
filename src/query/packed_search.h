#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "table/digits_shape.h"
#include "table/uuid.h"

namespace campaign_lens {

/// Finds a text in one that comes piece by piece: the automaton of Knuth, Morris and Pratt. A state is how
/// many bytes of the text have been read last; once it is found, it stays so.
class TextAutomaton {
 public:
  using State = std::uint8_t;
  static constexpr std::size_t kMostBytes = 60;

  explicit TextAutomaton(std::string_view text);  ///< of up to so many bytes, one at least

  State found() const { return static_cast<State>(text_.size()); }
  std::size_t states() const { return text_.size() + 1; }
  State after(State state, char next) const;
  State after(State state, std::string_view next) const;

 private:
  std::string text_;
  std::vector<State> shorter_;  ///< of each state: the longest other one that what was read ends with, too
};

/// Finds a text in numbers of one shape, three digits a step: none has to be written.
class NumberSearch {
 public:
  /// Both folded; the text as TextAutomaton takes it.
  NumberSearch(std::string_view text, const DigitsShape& shape);

  bool found_in(std::uint64_t number) const;

 private:
  using State = TextAutomaton::State;

  std::size_t width_;
  State start_;  ///< behind the prefix
  /// The state behind one, two or three digits, by the state before and by their number.
  std::array<std::vector<State>, 3> behind_;
  std::vector<std::uint8_t> found_behind_suffix_;  ///< by state
};

/// Finds a text in UUIDs, two digits a step.
class UuidSearch {
 public:
  explicit UuidSearch(std::string_view text);  ///< folded; as TextAutomaton takes it

  bool found_in(const Uuid& uuid) const;

 private:
  using State = TextAutomaton::State;
  using ByByte = std::vector<std::array<State, 256>>;

  State behind(const ByByte& steps, State state, std::uint64_t half, unsigned byte) const {
    return steps[state][half >> (56 - 8 * byte) & 0xFF];
  }

  /// The state behind the digits of a byte, by the state before; and with a hyphen behind them.
  ByByte behind_, behind_with_hyphen_;
  State found_;
};

}  // namespace campaign_lens
