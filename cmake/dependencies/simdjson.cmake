# The amalgamation: one header, one source file. The npm package keeps them in src/, the repository in singleheader/.
if(EXISTS ${simdjson_DIR}/singleheader/simdjson.h)
  set(simdjson_amalgamation ${simdjson_DIR}/singleheader)
else()
  set(simdjson_amalgamation ${simdjson_DIR}/src)
endif()
campaign_lens_third_party(simdjson ${simdjson_amalgamation}/simdjson.cpp)
target_include_directories(simdjson SYSTEM PUBLIC ${simdjson_amalgamation})
# Our code takes errors as values; without this simdjson's headers throw where exceptions are on (natively).
target_compile_definitions(simdjson PUBLIC SIMDJSON_EXCEPTIONS=0)

if(EMSCRIPTEN)
  # 0.64 instead of 0.19 GB/s on 100,000 records of 260 bytes under Node 20; see x86intrin.h. Seen by whoever includes simdjson.h, as most of the
  # kernel is in the header.
  target_include_directories(simdjson SYSTEM PUBLIC ${CMAKE_CURRENT_LIST_DIR}/simdjson)
  target_compile_options(simdjson PUBLIC -msse4.2)
  target_compile_definitions(simdjson PUBLIC
    SIMDJSON_IMPLEMENTATION_WESTMERE=1 SIMDJSON_IMPLEMENTATION_FALLBACK=0 SIMDJSON_BUILTIN_IMPLEMENTATION=westmere)
endif()
