# The libraries of cmake/libraries.txt as CMake targets: from script/bootstrap's cache when they are there, else
# from the libraries' own repositories. Their own build systems are not used (Catch2's excepted): each needs a
# handful of files, compiled with our flags, without our warnings.
include(FetchContent)

# Fills CAMPAIGN_LENS_LIBRARIES with the names, and for each <name>_{VERSION,LICENCE,LICENCE_FILE,UPSTREAM,FOR}.
function(campaign_lens_read_libraries)
  set(table "${CMAKE_SOURCE_DIR}/cmake/libraries.txt")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${table}")
  file(STRINGS "${table}" lines REGEX "^[a-z]")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE " *\\| *" ";" row "${line}")
    list(POP_FRONT row name)
    list(APPEND names ${name})
    foreach(column VERSION LICENCE LICENCE_FILE PACKAGED UPSTREAM FOR)
      list(POP_FRONT row value)
      set(${name}_${column} "${value}" PARENT_SCOPE)
    endforeach()
  endforeach()
  set(CAMPAIGN_LENS_LIBRARIES ${names} PARENT_SCOPE)
endfunction()

# Sets <name>_DIR to the folder with the library's sources.
function(campaign_lens_find_sources name)
  set(cached "${CAMPAIGN_LENS_CACHE}/sources/${name}-${${name}_VERSION}")
  if(EXISTS "${cached}")
    set(${name}_DIR "${cached}" PARENT_SCOPE)
    return()
  endif()
  string(REPLACE " " ";" upstream "${${name}_UPSTREAM}")
  list(GET upstream 0 repository)
  list(GET upstream 1 tag)
  message(STATUS "${name} ${${name}_VERSION} is not in the cache: fetching it from ${repository}")
  # A SOURCE_SUBDIR that does not exist is CMake's way of saying: only the files, not their CMakeLists.txt.
  FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW TRUE SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(${name})
  set(${name}_DIR "${${name}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

# A static library of somebody else's code: quiet, and not held to rules it was not written for.
function(campaign_lens_third_party target)
  add_library(${target} STATIC EXCLUDE_FROM_ALL ${ARGN})
  target_compile_options(${target} PRIVATE -w)
  if(CAMPAIGN_LENS_SANITIZE)
    target_compile_options(${target} PRIVATE -fno-sanitize=undefined)
  endif()
endfunction()

campaign_lens_read_libraries()
foreach(library IN LISTS CAMPAIGN_LENS_LIBRARIES)
  if(library STREQUAL "sdl2" AND NOT EMSCRIPTEN)
    continue() # only the page has a window; natively ImGui draws headless
  endif()
  campaign_lens_find_sources(${library})
  include(${CMAKE_CURRENT_LIST_DIR}/dependencies/${library}.cmake)
endforeach()
