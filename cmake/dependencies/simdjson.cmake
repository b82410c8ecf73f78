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
