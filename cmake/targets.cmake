# The three kinds of target there are: a library of src/, its unit tests, a WebAssembly module.

# campaign_lens_library(base SOURCES result.cpp … [LINK campaign_lens::other simdjson …] [SIMD])
# The library of src/base, as campaign_lens::base. Its link line is its place in the architecture. Headers are
# included from src/ on: "base/result.h".
#   SIMD     for the web it is compiled with SIMD, and once more without: the same sources as campaign_lens::base_scalar
function(campaign_lens_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SIMD" "" "SOURCES;LINK")
  set(target campaign_lens_${name})
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${target} PUBLIC ${arg_LINK} PRIVATE campaign_lens_options)
    target_compile_options(${target} PRIVATE ${CAMPAIGN_LENS_SITE_OPTIONS})
    if(arg_SIMD AND EMSCRIPTEN)
      target_compile_options(${target} PRIVATE -msimd128)
      set(link)
      foreach(library IN LISTS arg_LINK)
        if(NOT TARGET ${library})
          message(FATAL_ERROR "${library} must come before campaign_lens::${name}: whether it has a scalar twin is not known yet")
        endif()
        if(TARGET ${library}_scalar)
          set(library ${library}_scalar)
        endif()
        list(APPEND link ${library})
      endforeach()
      campaign_lens_library(${name}_scalar SOURCES ${arg_SOURCES} LINK ${link})
    endif()
  else() # headers only
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${target} INTERFACE ${arg_LINK})
  endif()
  add_library(campaign_lens::${name} ALIAS ${target})
endfunction()

# campaign_lens_test(base SOURCES result.tests.cpp … [LINK campaign_lens::base …] [NATIVE_ONLY])
# The program base_tests. CAMPAIGN_LENS_SOURCE_DIR is where it finds fixtures. Natively each TEST_CASE is a test of its
# own to ctest; as WebAssembly the program is one, as starting Node takes longer than most cases do.
function(campaign_lens_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "NATIVE_ONLY" "" "SOURCES;LINK")
  if(EMSCRIPTEN AND arg_NATIVE_ONLY)
    return()
  endif()
  set(target ${name}_tests)
  add_executable(${target} ${arg_SOURCES})
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE ${arg_LINK} Catch2::Catch2WithMain campaign_lens_options)
  target_compile_definitions(${target} PRIVATE CAMPAIGN_LENS_SOURCE_DIR="${CMAKE_SOURCE_DIR}")

  if(EMSCRIPTEN)
    # NODERAWFS: fixtures are read from the disk. -fwasm-exceptions: Catch2 leaves a failed REQUIRE by throwing.
    target_compile_options(${target} PRIVATE -fwasm-exceptions)
    target_link_options(${target} PRIVATE
      -fwasm-exceptions -sNODERAWFS -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1MB -sEXIT_RUNTIME)
    add_test(NAME "wasm: ${name}" COMMAND ${target} --colour-mode none)
    set_tests_properties("wasm: ${name}" PROPERTIES LABELS wasm TIMEOUT 300)
    return()
  endif()

  catch_discover_tests(${target} TEST_PREFIX "${name}: " DISCOVERY_MODE PRE_TEST
    PROPERTIES LABELS unit TIMEOUT 120)
  if(CAMPAIGN_LENS_WEB_BUILD AND NOT arg_NATIVE_ONLY)
    # The same program of the web build, so that one run of ctest has all tests there are.
    cmake_path(RELATIVE_PATH CMAKE_CURRENT_BINARY_DIR BASE_DIRECTORY ${CMAKE_BINARY_DIR} OUTPUT_VARIABLE folder)
    add_test(NAME "wasm: ${name}"
      COMMAND node ${CAMPAIGN_LENS_WEB_BUILD}/${folder}/${target}.js --colour-mode none)
    set_tests_properties("wasm: ${name}" PROPERTIES LABELS wasm TIMEOUT 300)
  endif()
endfunction()

# campaign_lens_wasm(engine SOURCES engine.cpp … [LINK campaign_lens::engine …] [SMALL] [FILES]
#                    [RUNTIME HEAPU8 …] [JS_LIBRARIES imports.js …] [OPTIONS -sSTACK_SIZE=1MB …] [EXPORTS engine])
# The module wasm/engine.mjs with its engine.wasm in the site. What JavaScript may call stands in engine.exports
# beside the sources: one "_function" a line, "#" for comments; without "_main" in it the module has no main().
#   EXPORTS  the module whose exports it has, too
#   SMALL    size before speed: for what is downloaded before the first frame
#   FILES    with Emscripten's file system in memory, for libraries that insist on files
#   RUNTIME  what of Emscripten's own JavaScript the page may use
function(campaign_lens_wasm name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SMALL;FILES" "EXPORTS" "SOURCES;LINK;RUNTIME;JS_LIBRARIES;OPTIONS")
  set(target ${name}_wasm)
  if(NOT arg_EXPORTS)
    set(arg_EXPORTS ${name})
  endif()
  set(exports ${CMAKE_CURRENT_SOURCE_DIR}/${arg_EXPORTS}.exports)
  add_executable(${target} ${arg_SOURCES})
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE ${arg_LINK} campaign_lens_options)
  target_compile_options(${target} PRIVATE ${CAMPAIGN_LENS_SITE_OPTIONS})
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME ${name}
    SUFFIX .mjs
    RUNTIME_OUTPUT_DIRECTORY ${CAMPAIGN_LENS_SITE}/wasm
    LINK_DEPENDS "${exports};${arg_JS_LIBRARIES}")

  list(JOIN arg_RUNTIME "," runtime)
  target_link_options(${target} PRIVATE
    -sMODULARIZE -sEXPORT_ES6
    -sENVIRONMENT=web,worker,node # node: for tests
    -sEXPORTED_FUNCTIONS=@${exports}
    -sEXPORTED_RUNTIME_METHODS=${runtime}
    -sINCOMING_MODULE_JS_API=canvas,instantiateWasm,locateFile,onAbort,print,printErr,wasmBinary
    -sDYNAMIC_EXECUTION=0 # no eval(): the page forbids it
    -sALLOW_MEMORY_GROWTH
    -sWASM_BIGINT # 64-bit numbers cross to JavaScript as they are, without a second version of each function
    -sTEXTDECODER=2 # every browser that has WebGL 2 has TextDecoder
    ${arg_OPTIONS})

  file(STRINGS ${exports} main REGEX "^_main$")
  if(NOT main)
    target_link_options(${target} PRIVATE --no-entry)
  endif()
  if(NOT arg_FILES)
    target_link_options(${target} PRIVATE -sFILESYSTEM=0)
  endif()
  if(arg_SMALL)
    campaign_lens_small(${target})
    target_link_options(${target} PRIVATE $<$<CONFIG:Release>:-Oz> -sMALLOC=emmalloc)
  endif()
  foreach(library IN LISTS arg_JS_LIBRARIES)
    target_link_options(${target} PRIVATE "SHELL:--js-library ${library}")
  endforeach()
endfunction()
