#include "xlsx/guided_deflate.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>

#include <zlib.h>

#include "xlsx/huffman.h"

namespace campaign_lens {

namespace {

constexpr std::size_t kLongestCopy = 258;
constexpr std::size_t kShortestCopy = 4;        // a shorter one takes more bits than its literals
constexpr std::size_t kShortestFound = 6;       // likewise, as what a search finds is far away
constexpr std::size_t kWorthSearching = 48;     // a stretch of so many bytes may repeat itself
constexpr std::size_t kWorthPacking = 1 << 16;  // bytes at a time: about as much as a processor keeps close
constexpr std::size_t kBlockTokens = 1 << 15;
constexpr std::uint32_t kEndOfBlock = 256;

// Which symbol stands for a length of 3 to 258 or a distance of 1 to 32,768, the least that it stands for,
// and how many bits follow it (RFC 1951, 3.2.5).
struct Range {
  std::uint16_t least = 0;
  std::uint8_t extra_bits = 0;
};

/// Ranges side by side from `least` on: the first `2 * step` have one value each, then each `step` of them
/// are twice as wide as those before.
template <std::size_t count>
constexpr std::array<Range, count> ranges_from(std::uint16_t least, std::size_t step) {
  std::array<Range, count> ranges{};
  for (std::size_t i = 0; i < count; ++i) {
    const auto extra = static_cast<std::uint8_t>(std::max<std::size_t>(i / step, 1) - 1);
    ranges[i] = {least, extra};
    least = static_cast<std::uint16_t>(least + (1U << extra));
  }
  return ranges;
}

constexpr std::array<Range, 29> kLengths = [] {
  auto ranges = ranges_from<29>(3, 4);
  ranges.back() = {kLongestCopy, 0};
  return ranges;
}();

constexpr std::array<Range, 30> kDistances = ranges_from<30>(1, 2);

/// By length − 3.
constexpr std::array<std::uint8_t, 256> kLengthSymbol = [] {
  std::array<std::uint8_t, 256> symbols{};
  for (std::size_t symbol = 0; symbol < kLengths.size(); ++symbol) {
    for (std::size_t i = kLengths[symbol].least - 3U; i < symbols.size(); ++i)
      symbols[i] = static_cast<std::uint8_t>(symbol);
  }
  return symbols;
}();

std::uint32_t distance_symbol(std::uint32_t distance) {
  const std::uint32_t from_0 = distance - 1;
  if (from_0 < 4) return from_0;
  const auto high_bit = static_cast<std::uint32_t>(std::bit_width(from_0)) - 1;
  return 2 * high_bit + (from_0 >> (high_bit - 1) & 1);
}

constexpr std::uint32_t kCopy = 1U << 31;
constexpr std::uint32_t copy_token(std::size_t length, std::size_t distance) {
  return kCopy | static_cast<std::uint32_t>((length - 3) << 16 | (distance - 1));
}
constexpr std::uint32_t length_of(std::uint32_t token) {
  return (token >> 16 & 0xFF) + 3;
}
constexpr std::uint32_t distance_of(std::uint32_t token) {
  return (token & 0x7FFF) + 1;
}

std::uint64_t eight_bytes(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

/// The lengths of both alphabets' codes in the run-length code of a block's header (RFC 1951, 3.2.7).
struct RunLength {
  std::uint8_t symbol = 0, extra = 0, extra_bits = 0;
};

std::vector<RunLength> run_lengths(std::span<const std::uint8_t> lengths) {
  std::vector<RunLength> runs;
  for (std::size_t at = 0; at < lengths.size();) {
    std::size_t end = at + 1;
    while (end < lengths.size() && lengths[end] == lengths[at])
      ++end;
    std::size_t run = end - at;
    if (lengths[at] == 0) {
      for (; run >= 11; run -= std::min<std::size_t>(run, 138))
        runs.push_back({18, static_cast<std::uint8_t>(std::min<std::size_t>(run, 138) - 11), 7});
      if (run >= 3) {
        runs.push_back({17, static_cast<std::uint8_t>(run - 3), 3});
        run = 0;
      }
    } else if (run > 3) {
      runs.push_back({lengths[at], 0, 0});
      --run;
      for (; run >= 3; run -= std::min<std::size_t>(run, 6))
        runs.push_back({16, static_cast<std::uint8_t>(std::min<std::size_t>(run, 6) - 3), 2});
    }
    for (; run > 0; --run)
      runs.push_back({lengths[at], 0, 0});
    at = end;
  }
  return runs;
}

}  // namespace

/// Puts bits one behind the other, the first one lowest in its byte.
class GuidedDeflate::BitWriter {
 public:
  BitWriter(Bits& rest, std::byte* to) : rest_(rest), bits_(rest.bits), count_(rest.count), to_(to) {}
  /// Gives where the whole bytes end.
  std::byte* end() {
    for (; count_ >= 8; count_ -= 8, bits_ >>= 8)
      *to_++ = static_cast<std::byte>(bits_);
    rest_ = {bits_, count_};
    return to_;
  }
  void put(std::uint64_t bits, unsigned count) {
    bits_ |= bits << count_;
    count_ += count;
    if (count_ < 32) return;
    const auto low = static_cast<std::uint32_t>(bits_);
    std::memcpy(to_, &low, sizeof low);
    to_ += sizeof low;
    bits_ >>= 32;
    count_ -= 32;
  }
  void put(HuffmanCode code) { put(code.bits, code.length); }

 private:
  Bits& rest_;
  std::uint64_t bits_;
  unsigned count_;
  std::byte* to_;
};

GuidedDeflate::GuidedDeflate() : window_(4 * kWorthPacking), places_(std::size_t{1} << kSearchBits) {}

void GuidedDeflate::append(std::string_view text) {
  char* const to = room(text.size());
  std::memcpy(to, text.data(), text.size());
  wrote_to(to + text.size());
}

void GuidedDeflate::make_room(std::size_t bytes) {
  window_.resize(std::max(2 * window_.size(), size_ + bytes + kCompared));
}

void GuidedDeflate::pack(Bytes& out) {
  if (size_ - packed_ >= kWorthPacking) pack_all(out);
}

void GuidedDeflate::pack_all(Bytes& out) {
  // A byte takes a token at most, so that there is room for all of them.
  tokens_.resize(std::max(tokens_.size(), token_count_ + size_ - packed_));
  const std::size_t first = stretches_.empty() ? size_ : stretches_.front().begin;
  tokenize({packed_, base_ + static_cast<Position>(packed_)}, first);
  for (std::size_t i = 0; i < stretches_.size(); ++i)
    tokenize(stretches_[i], i + 1 < stretches_.size() ? stretches_[i + 1].begin : size_);
  end_copy();
  stretches_.clear();
  const std::size_t bytes = size_ - packed_;
  crc_ = static_cast<std::uint32_t>(
      crc32(crc_, reinterpret_cast<const Bytef*>(window_.data() + packed_), static_cast<uInt>(bytes)));
  bytes_ += bytes;
  packed_ = size_;
  if (token_count_ >= kBlockTokens) put_block(out, false);
  if (size_ > kFarthest) {
    std::memmove(window_.data(), window_.data() + size_ - kFarthest, kFarthest);
    base_ += static_cast<Position>(size_ - kFarthest);
    size_ = packed_ = kFarthest;
  }
}

void GuidedDeflate::finish(Bytes& out) {
  pack_all(out);
  put_block(out, true);
  const std::size_t begin = out.size();
  out.resize(begin + sizeof(std::uint64_t));
  BitWriter writer(rest_, out.data() + begin);
  writer.put(0, 7);  // up to the end of the byte
  out.resize(static_cast<std::size_t>(writer.end() - out.data()));
  rest_ = {};
}

void GuidedDeflate::begin_stream() {
  base_ += static_cast<Position>(size_ + kFarthest);
  size_ = packed_ = 0;
  crc_ = 0;
  bytes_ = 0;
}

void GuidedDeflate::tokenize(const Stretch& stretch, std::size_t end) {
  std::size_t at = stretch.begin;
  // Mostly, what the text before was like goes on.
  std::size_t distance = copy_length_ > 0 ? copy_distance_ : 0;
  std::size_t equal = distance > 0 ? equal_bytes(at, distance, end) : 0;
  if (equal < end - at) {
    const std::size_t to_example = base_ + static_cast<Position>(at) - stretch.example;
    if (to_example > 0 && to_example <= std::min<std::size_t>(kFarthest, at)) {
      const std::size_t like_example = equal_bytes(at, to_example, end);
      if (like_example > equal || distance == 0) {
        distance = to_example;
        equal = like_example;
      }
    }
  }
  while (distance > 0 && at < end) {
    if (equal > 0) add_copy(at, equal, distance);
    at += equal;
    if (at == end || end - at >= kWorthSearching) break;
    add_literals(at, at + 1);
    ++at;
    equal = equal_bytes(at, distance, end);
  }
  if (end - at >= kWorthSearching) at = search(at, end);
  if (end > at) add_literals(at, end);
}

/// Gives where what is left is too short to search.
std::size_t GuidedDeflate::search(std::size_t at, std::size_t end) {
  constexpr std::uint64_t kPrime = 0x9E3779B185EBCA87;
  while (end - at >= sizeof(std::uint64_t)) {
    const std::uint64_t six_bytes = eight_bytes(window_.data() + at) << 16;
    Position& place = places_[static_cast<std::size_t>(six_bytes * kPrime >> (64 - kSearchBits))];
    const Position here = base_ + static_cast<Position>(at);
    const std::size_t distance = here - place;
    place = here;
    const std::size_t equal =
        distance > 0 && distance <= std::min<std::size_t>(kFarthest, at) ? equal_bytes(at, distance, end) : 0;
    if (equal >= kShortestFound) {
      add_copy(at, equal, distance);
      at += equal;
    } else {
      add_literals(at, at + 1);
      ++at;
    }
  }
  return at;
}

std::size_t GuidedDeflate::equal_bytes(std::size_t at, std::size_t distance, std::size_t end) const {
  // What is compared beyond the end does not count; the window is that much larger than what is written.
  const char* const here = window_.data() + at;
  const char* const there = here - distance;
  const std::size_t most = end - at;
  for (std::size_t equal = 0; equal < most; equal += kCompared) {
    const std::uint64_t different = eight_bytes(here + equal) ^ eight_bytes(there + equal);
    if (different != 0)
      return std::min(most, equal + static_cast<std::size_t>(std::countr_zero(different)) / 8);
  }
  return most;
}

void GuidedDeflate::add_literals(std::size_t from, std::size_t end) {
  end_copy();
  for (std::size_t at = from; at < end; ++at) {
    const auto byte = static_cast<unsigned char>(window_[at]);
    tokens_[token_count_++] = byte;
    ++literal_counts_[byte];
  }
}

void GuidedDeflate::add_copy(std::size_t at, std::size_t length, std::size_t distance) {
  if (copy_length_ > 0 && copy_distance_ == distance) {
    copy_length_ += length;
    return;
  }
  end_copy();
  copy_begin_ = at;
  copy_length_ = length;
  copy_distance_ = distance;
}

void GuidedDeflate::end_copy() {
  std::size_t at = copy_begin_;
  const std::size_t end = copy_begin_ + copy_length_;
  copy_length_ = 0;
  while (end - at >= kShortestCopy) {
    const std::size_t length = std::min(end - at, kLongestCopy);
    tokens_[token_count_++] = copy_token(length, copy_distance_);
    ++literal_counts_[kEndOfBlock + 1 + kLengthSymbol[length - 3]];
    ++distance_counts_[distance_symbol(static_cast<std::uint32_t>(copy_distance_))];
    at += length;
  }
  if (at < end) add_literals(at, end);
}

void GuidedDeflate::put_block(Bytes& out, bool last) {
  constexpr unsigned kMostBits = 15, kMostBitsOfLengths = 7;
  ++literal_counts_[kEndOfBlock];
  std::array<HuffmanCode, kLiteralSymbols> literals;
  std::array<HuffmanCode, kDistanceSymbols> distances;
  make_codes(literal_counts_, kMostBits, literals);
  make_codes(distance_counts_, kMostBits, distances);

  std::array<std::uint8_t, kLiteralSymbols + kDistanceSymbols> lengths;
  std::ranges::transform(literals, lengths.begin(), &HuffmanCode::length);
  std::ranges::transform(distances, lengths.begin() + kLiteralSymbols, &HuffmanCode::length);
  const std::vector<RunLength> runs = run_lengths(lengths);
  std::array<std::uint32_t, 19> run_counts{};
  for (const RunLength run : runs)
    ++run_counts[run.symbol];
  std::array<HuffmanCode, run_counts.size()> run_codes;
  make_codes(run_counts, kMostBitsOfLengths, run_codes);

  std::uint64_t bits = 14 * runs.size() + 128;  // at most, of the header
  for (std::size_t i = 0; i < literals.size(); ++i) {
    const unsigned extra = i > kEndOfBlock ? kLengths[i - kEndOfBlock - 1].extra_bits : 0;
    bits += std::uint64_t{literal_counts_[i]} * (literals[i].length + extra);
  }
  for (std::size_t i = 0; i < distances.size(); ++i)
    bits += std::uint64_t{distance_counts_[i]} * (distances[i].length + kDistances[i].extra_bits);

  const std::size_t begin = out.size();
  out.resize(begin + static_cast<std::size_t>(bits / 8) + 2 * sizeof(std::uint64_t));
  BitWriter writer(rest_, out.data() + begin);
  constexpr std::array<std::uint8_t, 19> kOrder = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                   11, 4,  12, 3, 13, 2, 14, 1, 15};
  constexpr unsigned kDynamic = 2;
  writer.put(last ? 1 : 0, 1);
  writer.put(kDynamic, 2);
  writer.put(kLiteralSymbols - 257, 5);
  writer.put(kDistanceSymbols - 1, 5);
  writer.put(kOrder.size() - 4, 4);
  for (const std::uint8_t symbol : kOrder)
    writer.put(run_codes[symbol].length, 3);
  for (const RunLength run : runs) {
    writer.put(run_codes[run.symbol]);
    writer.put(run.extra, run.extra_bits);
  }
  for (const std::uint32_t token : std::span(tokens_).first(token_count_)) {
    if ((token & kCopy) == 0) {
      writer.put(literals[token]);
      continue;
    }
    const std::uint32_t length = length_of(token), distance = distance_of(token);
    const std::uint32_t length_symbol = kLengthSymbol[length - 3];
    writer.put(literals[kEndOfBlock + 1 + length_symbol]);
    writer.put(length - kLengths[length_symbol].least, kLengths[length_symbol].extra_bits);
    const std::uint32_t symbol = distance_symbol(distance);
    writer.put(distances[symbol]);
    writer.put(distance - kDistances[symbol].least, kDistances[symbol].extra_bits);
  }
  writer.put(literals[kEndOfBlock]);
  out.resize(static_cast<std::size_t>(writer.end() - out.data()));
  token_count_ = 0;
  literal_counts_ = {};
  distance_counts_ = {};
}

}  // namespace campaign_lens
