// simdjson has no kernel for WebAssembly and would read a byte at a time there. Its kernel for x86
// ("westmere") compiles unchanged with Emscripten's SSE headers, given the three things that those lack.
#pragma once
#include <smmintrin.h>
#include <stdint.h>

static inline long long _popcnt64(long long bits) {
  return __builtin_popcountll((unsigned long long)bits);
}

// A carry-less product in general; simdjson only ever multiplies by all ones, to fill between quotes. That is
// a prefix xor: bit n of the result is the xor of the bits 0 to n.
static inline __m128i _mm_clmulepi64_si128(__m128i bits, __m128i all_ones, int halves) {
  (void)all_ones;
  (void)halves;
  uint64_t word = (uint64_t)wasm_i64x2_extract_lane((v128_t)bits, 0);
  for (int distance = 1; distance < 64; distance *= 2)
    word ^= word << distance;
  return (__m128i)wasm_i64x2_make((int64_t)word, 0);
}

static inline uint64_t _umul128(uint64_t a, uint64_t b, uint64_t* high) {
  const unsigned __int128 product = (unsigned __int128)a * b;
  *high = (uint64_t)(product >> 64);
  return (uint64_t)product;
}
