// The same kernel where WebAssembly has no SIMD: its registers are two words of eight bytes. simdjson's own
// kernel for such machines ("fallback") finds other tokens in damaged text than the others do.
#pragma once
#include <string.h>

#include "../words.h"

struct __m128i {
  uint64_t low, high;
};

namespace scalar {

constexpr uint64_t kOnes = 0x0101010101010101;
constexpr uint64_t kTops = 0x8080808080808080;

inline uint64_t add(uint64_t a, uint64_t b) {
  return ((a & ~kTops) + (b & ~kTops)) ^ ((a ^ b) & kTops);
}
inline uint64_t subtract(uint64_t a, uint64_t b) {
  return ((a | kTops) - (b & ~kTops)) ^ ((a ^ ~b) & kTops);
}
/// All bits of a byte for its top bit.
inline uint64_t spread(uint64_t tops) {
  return ((tops & kTops) >> 7) * 0xFF;
}
inline uint64_t equal(uint64_t a, uint64_t b) {
  const uint64_t differing = a ^ b;
  return spread(~(((differing & ~kTops) + ~kTops) | differing));
}
/// Of unsigned bytes.
inline uint64_t at_least(uint64_t a, uint64_t b) {
  const uint64_t difference = (a | kTops) - (b & ~kTops);
  return spread((a & ~b) | (~(a ^ b) & difference));
}
inline uint64_t choose(uint64_t mask, uint64_t yes, uint64_t no) {
  return (yes & mask) | (no & ~mask);
}
inline uint64_t top_bits(uint64_t word) {
  return (((word & kTops) >> 7) * 0x0102040810204080) >> 56;
}

template <typename Do>
inline __m128i each(__m128i a, __m128i b, Do operation) {
  return {operation(a.low, b.low), operation(a.high, b.high)};
}

/// A register as an array of lanes, and back.
template <typename Lane>
struct Lanes {
  static constexpr int kCount = 16 / sizeof(Lane);
  Lane lane[kCount];
};
template <typename Lane>
inline Lanes<Lane> lanes(__m128i value) {
  Lanes<Lane> lanes;
  memcpy(&lanes, &value, sizeof value);
  return lanes;
}
template <typename Lane>
inline __m128i value(const Lanes<Lane>& lanes) {
  __m128i value;
  memcpy(&value, &lanes, sizeof value);
  return value;
}

}  // namespace scalar

inline __m128i _mm_loadu_si128(const __m128i* from) {
  __m128i value;
  memcpy(&value, from, sizeof value);
  return value;
}
inline void _mm_storeu_si128(__m128i* to, __m128i value) {
  memcpy(to, &value, sizeof value);
}

inline __m128i _mm_setzero_si128() {
  return {0, 0};
}
inline __m128i _mm_set1_epi8(char byte) {
  const uint64_t word = scalar::kOnes * (unsigned char)byte;
  return {word, word};
}
inline __m128i _mm_set_epi64x(long long high, long long low) {
  return {(uint64_t)low, (uint64_t)high};
}
inline __m128i _mm_set_epi32(int d, int c, int b, int a) {
  return scalar::value(scalar::Lanes<int>{{a, b, c, d}});
}
template <typename... Bytes>
inline __m128i _mm_setr_epi8(Bytes... bytes) {
  return scalar::value(scalar::Lanes<char>{{(char)bytes...}});
}
template <typename... Numbers>
inline __m128i _mm_setr_epi16(Numbers... numbers) {
  return scalar::value(scalar::Lanes<short>{{(short)numbers...}});
}
inline int _mm_cvtsi128_si32(__m128i value) {
  return (int)value.low;
}
inline long long _mm_cvtsi128_si64(__m128i value) {
  return (long long)value.low;
}

inline __m128i _mm_and_si128(__m128i a, __m128i b) {
  return {a.low & b.low, a.high & b.high};
}
inline __m128i _mm_or_si128(__m128i a, __m128i b) {
  return {a.low | b.low, a.high | b.high};
}
inline __m128i _mm_xor_si128(__m128i a, __m128i b) {
  return {a.low ^ b.low, a.high ^ b.high};
}
inline __m128i _mm_andnot_si128(__m128i a, __m128i b) {
  return {~a.low & b.low, ~a.high & b.high};
}
inline int _mm_testz_si128(__m128i a, __m128i b) {
  return ((a.low & b.low) | (a.high & b.high)) == 0;
}
inline int _mm_movemask_epi8(__m128i value) {
  return (int)(scalar::top_bits(value.low) | scalar::top_bits(value.high) << 8);
}

inline __m128i _mm_add_epi8(__m128i a, __m128i b) {
  return scalar::each(a, b, scalar::add);
}
inline __m128i _mm_sub_epi8(__m128i a, __m128i b) {
  return scalar::each(a, b, scalar::subtract);
}
inline __m128i _mm_adds_epu8(__m128i a, __m128i b) {
  return scalar::each(a, b,
                      [](uint64_t x, uint64_t y) { return scalar::add(x, y) | ~scalar::at_least(~x, y); });
}
inline __m128i _mm_subs_epu8(__m128i a, __m128i b) {
  return scalar::each(a, b,
                      [](uint64_t x, uint64_t y) { return scalar::subtract(x, y) & scalar::at_least(x, y); });
}
inline __m128i _mm_cmpeq_epi8(__m128i a, __m128i b) {
  return scalar::each(a, b, scalar::equal);
}
inline __m128i _mm_cmpgt_epi8(__m128i a, __m128i b) {
  return scalar::each(
      a, b, [](uint64_t x, uint64_t y) { return ~scalar::at_least(y ^ scalar::kTops, x ^ scalar::kTops); });
}
inline __m128i _mm_max_epu8(__m128i a, __m128i b) {
  return scalar::each(a, b,
                      [](uint64_t x, uint64_t y) { return scalar::choose(scalar::at_least(x, y), x, y); });
}
inline __m128i _mm_min_epu8(__m128i a, __m128i b) {
  return scalar::each(a, b,
                      [](uint64_t x, uint64_t y) { return scalar::choose(scalar::at_least(x, y), y, x); });
}
inline __m128i _mm_max_epi8(__m128i a, __m128i b) {
  const __m128i greater = _mm_cmpgt_epi8(a, b);
  return _mm_or_si128(_mm_and_si128(greater, a), _mm_andnot_si128(greater, b));
}
inline __m128i _mm_min_epi8(__m128i a, __m128i b) {
  const __m128i greater = _mm_cmpgt_epi8(a, b);
  return _mm_or_si128(_mm_and_si128(greater, b), _mm_andnot_si128(greater, a));
}

inline __m128i _mm_slli_epi16(__m128i value, int bits) {
  const uint64_t kept = 0x0001000100010001 * (0xFFFF & (0xFFFFu << bits));
  return {(value.low << bits) & kept, (value.high << bits) & kept};
}
inline __m128i _mm_srli_epi16(__m128i value, int bits) {
  const uint64_t kept = 0x0001000100010001 * (0xFFFFu >> bits);
  return {(value.low >> bits) & kept, (value.high >> bits) & kept};
}
/// simdjson shifts by 13 to 15 bytes.
inline __m128i _mm_alignr_epi8(__m128i high, __m128i low, int bytes) {
  const int bits = 8 * (bytes - 8);
  return {(low.high >> bits) | (high.low << (64 - bits)), (high.low >> bits) | (high.high << (64 - bits))};
}
inline __m128i _mm_shuffle_epi8(__m128i table, __m128i positions) {
  const auto from = scalar::lanes<unsigned char>(table);
  auto result = scalar::lanes<unsigned char>(positions);
  for (unsigned char& byte : result.lane)
    byte = byte & 0x80 ? 0 : from.lane[byte & 0x0F];
  return scalar::value(result);
}
inline __m128i _mm_clmulepi64_si128(__m128i bits, __m128i, int) {
  return {prefix_xor_of(bits.low), 0};
}

inline __m128i _mm_maddubs_epi16(__m128i a, __m128i b) {
  const auto x = scalar::lanes<unsigned char>(a);
  const auto y = scalar::lanes<signed char>(b);
  scalar::Lanes<short> sums;
  for (int i = 0; i < sums.kCount; ++i) {
    const int sum = x.lane[2 * i] * y.lane[2 * i] + x.lane[2 * i + 1] * y.lane[2 * i + 1];
    sums.lane[i] = (short)(sum < -32768 ? -32768 : sum > 32767 ? 32767 : sum);
  }
  return scalar::value(sums);
}
inline __m128i _mm_madd_epi16(__m128i a, __m128i b) {
  const auto x = scalar::lanes<short>(a), y = scalar::lanes<short>(b);
  scalar::Lanes<int> sums;
  for (int i = 0; i < sums.kCount; ++i)
    sums.lane[i] = x.lane[2 * i] * y.lane[2 * i] + x.lane[2 * i + 1] * y.lane[2 * i + 1];
  return scalar::value(sums);
}
inline __m128i _mm_packus_epi32(__m128i a, __m128i b) {
  const auto x = scalar::lanes<int>(a), y = scalar::lanes<int>(b);
  const auto clamped = [](int number) {
    return (unsigned short)(number < 0 ? 0 : number > 65535 ? 65535 : number);
  };
  scalar::Lanes<unsigned short> packed;
  for (int i = 0; i < 4; ++i) {
    packed.lane[i] = clamped(x.lane[i]);
    packed.lane[4 + i] = clamped(y.lane[i]);
  }
  return scalar::value(packed);
}
