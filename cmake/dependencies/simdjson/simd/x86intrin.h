// simdjson has no kernel for WebAssembly and would read a byte at a time there. Its kernel for x86
// ("westmere") compiles unchanged with Emscripten's SSE headers, given the three things that those lack.
#pragma once
#include <smmintrin.h>

#include "../words.h"

static inline __m128i _mm_clmulepi64_si128(__m128i bits, __m128i all_ones, int halves) {
  (void)all_ones;
  (void)halves;
  const uint64_t word = (uint64_t)wasm_i64x2_extract_lane((v128_t)bits, 0);
  return (__m128i)wasm_i64x2_make((int64_t)prefix_xor_of(word), 0);
}
