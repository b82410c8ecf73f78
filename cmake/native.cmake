# Toolchain of the native builds: the compiler and the standard library that Emscripten uses too, if they are
# here, so that what compiles natively compiles for the web. Otherwise the machine's default compiler, which
# must know C++20 and #embed.
if(DEFINED ENV{CXX})
  return()
endif()

find_program(CAMPAIGN_LENS_CLANG clang-19)
find_program(CAMPAIGN_LENS_CLANGXX clang++-19)
mark_as_advanced(CAMPAIGN_LENS_CLANG CAMPAIGN_LENS_CLANGXX)
if(CAMPAIGN_LENS_CLANG AND CAMPAIGN_LENS_CLANGXX)
  set(CMAKE_C_COMPILER "${CAMPAIGN_LENS_CLANG}")
  set(CMAKE_CXX_COMPILER "${CAMPAIGN_LENS_CLANGXX}")
  if(EXISTS /usr/lib/llvm-19/include/c++/v1/expected)
    set(CMAKE_CXX_FLAGS_INIT "-stdlib=libc++")
  endif()
  find_program(CAMPAIGN_LENS_LLD ld.lld-19)
  mark_as_advanced(CAMPAIGN_LENS_LLD)
  if(CAMPAIGN_LENS_LLD)
    set(CMAKE_EXE_LINKER_FLAGS_INIT "-fuse-ld=lld")
  endif()
endif()
