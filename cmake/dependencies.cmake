# The libraries of cmake/third-party.txt as CMake targets: from script/bootstrap's cache when they are there, else
# from the libraries' own repositories. Their own build systems are not used (Catch2's excepted): each needs a
# handful of files, compiled with our flags, without our warnings.
include(FetchContent)
include(${CMAKE_CURRENT_LIST_DIR}/third-party.cmake)

# Sets <name>_DIR to the folder with the library's sources.
function(campaign_lens_find_library name version upstream)
  set(cached "${CAMPAIGN_LENS_CACHE}/packages/${name}-${version}")
  if(EXISTS "${cached}")
    set(${name}_DIR "${cached}" PARENT_SCOPE)
    return()
  endif()
  message(STATUS "${name} ${version} is not in the cache: fetching ${upstream}")
  string(REPLACE " " ";" upstream "${upstream}")
  list(GET upstream 0 repository)
  list(GET upstream 1 tag)
  # A SOURCE_SUBDIR that does not exist is CMake's way of saying: only the files, not their CMakeLists.txt.
  FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW TRUE SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(${name})
  set(${name}_DIR "${${name}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

# A static library of somebody else's code: quiet, and not held to rules it was not written for.
function(campaign_lens_third_party target)
  add_library(${target} STATIC EXCLUDE_FROM_ALL ${ARGN})
  target_compile_options(${target} PRIVATE -w ${CAMPAIGN_LENS_SITE_OPTIONS})
  if(CAMPAIGN_LENS_SANITIZE)
    target_compile_options(${target} PRIVATE -fno-sanitize=undefined)
  endif()
endfunction()

campaign_lens_read_third_party()
foreach(name IN LISTS CAMPAIGN_LENS_THIRD_PARTY)
  if(${name}_FOR STREQUAL "compiler" OR (name STREQUAL "sdl2" AND NOT EMSCRIPTEN))
    continue() # only the page has a window; natively ImGui draws headless
  endif()
  campaign_lens_find_library(${name} "${${name}_VERSION}" "${${name}_UPSTREAM}")
  include(${CMAKE_CURRENT_LIST_DIR}/dependencies/${name}.cmake)
endforeach()
