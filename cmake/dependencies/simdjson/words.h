// What simdjson asks of x86 for 64-bit words, wherever it runs.
#pragma once
#include <stdint.h>

static inline long long _popcnt64(long long bits) {
  return __builtin_popcountll((unsigned long long)bits);
}

static inline uint64_t _umul128(uint64_t a, uint64_t b, uint64_t* high) {
  const unsigned __int128 product = (unsigned __int128)a * b;
  *high = (uint64_t)(product >> 64);
  return (uint64_t)product;
}

// A carry-less product in general; simdjson only ever multiplies by all ones, to fill between quotes. That is
// a prefix xor: bit n of the result is the xor of the bits 0 to n.
static inline uint64_t prefix_xor_of(uint64_t word) {
  for (int distance = 1; distance < 64; distance *= 2)
    word ^= word << distance;
  return word;
}
