# How everything is compiled, and the INTERFACE target that holds our own code to a stricter rule.
option(CAMPAIGN_LENS_SANITIZE "Check addresses and undefined behaviour at run time" OFF)

set(CMAKE_C_STANDARD 11)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)

if(CAMPAIGN_LENS_SANITIZE)
  # For the libraries too: the standard library marks the unused ends of its containers, and code that was not
  # instrumented would be accused of reading them.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  # -O1: tests of large reports would take minutes without it. Bounds of vector, span and string_view are checked.
  set(CMAKE_CXX_FLAGS_DEBUG "-g -O1 -D_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_DEBUG")
  set(CMAKE_C_FLAGS_DEBUG "-g -O1")
endif()

add_library(campaign_lens_options INTERFACE)
target_compile_options(campaign_lens_options INTERFACE
  -Wall -Wextra -Wpedantic -Werror
  -Wconversion
  -Wdouble-promotion
  -Wimplicit-fallthrough
  -Wnon-virtual-dtor
  -Wnull-dereference
  -Wold-style-cast
  -Woverloaded-virtual
  -Wshadow
  -Wsign-conversion
  $<$<CXX_COMPILER_ID:Clang>:-Wno-c23-extensions>) # #embed, for files that belong into the program

# Nothing in the site throws: errors are values, and what cannot be handled stops the module, which the page notices.
# Not a global option, as Catch2 and the tests throw.
set(CAMPAIGN_LENS_SITE_OPTIONS)
if(EMSCRIPTEN)
  set(CAMPAIGN_LENS_SITE_OPTIONS $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
endif()

if(EMSCRIPTEN)
  # What every browser has that has WebGL 2. SIMD is younger (Safari 16.4): see campaign_lens_library().
  add_compile_options(-mbulk-memory -mnontrapping-fptoint)
  set(CAMPAIGN_LENS_SITE "${CMAKE_BINARY_DIR}/site" CACHE PATH "Where the site is put together")
endif()

# Of these targets, size matters more than speed: the page waits for them before its first frame.
function(campaign_lens_small)
  if(EMSCRIPTEN)
    foreach(target IN LISTS ARGN)
      target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-Oz>)
    endforeach()
  endif()
endfunction()
