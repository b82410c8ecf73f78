# The three kinds of target there are: a library of src/, its unit tests, a WebAssembly module.

# campaign_lens_library(base SOURCES result.cpp … [LINK campaign_lens::other simdjson …])
# The library of src/base, as campaign_lens::base. Its link line is its place in the architecture. Headers are
# included from src/ on: "base/result.h".
function(campaign_lens_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  set(target campaign_lens_${name})
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${target} PUBLIC ${arg_LINK} PRIVATE campaign_lens_options)
  else() # headers only
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${target} INTERFACE ${arg_LINK})
  endif()
  add_library(campaign_lens::${name} ALIAS ${target})
endfunction()

# campaign_lens_test(base SOURCES result.tests.cpp … [LINK campaign_lens::base …])
# The program base_tests. Natively each TEST_CASE is a test of its own to ctest; for the web the program is one,
# as starting Node takes longer than most cases do. CAMPAIGN_LENS_SOURCE_DIR is where fixtures are found.
function(campaign_lens_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  set(target ${name}_tests)
  add_executable(${target} ${arg_SOURCES})
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE ${arg_LINK} Catch2::Catch2WithMain campaign_lens_options)
  target_compile_definitions(${target} PRIVATE CAMPAIGN_LENS_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  if(EMSCRIPTEN)
    campaign_lens_web_test(${target})
  else()
    catch_discover_tests(${target} TEST_PREFIX "${name}: " DISCOVERY_MODE PRE_TEST
      PROPERTIES LABELS unit TIMEOUT 120)
  endif()
endfunction()
