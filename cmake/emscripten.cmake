# Toolchain of the web builds: finds Emscripten and leaves the rest to Emscripten's own Platform module.
# An em++ on the PATH that is new enough is used as it is (the same rule stands in script/lib/emscripten.sh);
# otherwise the one that script/bootstrap unpacked.
include(${CMAKE_CURRENT_LIST_DIR}/cache.cmake)

set(oldest_emscripten 3.1.69)
find_program(CAMPAIGN_LENS_EMXX em++)
mark_as_advanced(CAMPAIGN_LENS_EMXX)
if(CAMPAIGN_LENS_EMXX)
  file(REAL_PATH "${CAMPAIGN_LENS_EMXX}" emscripten)
  cmake_path(GET emscripten PARENT_PATH emscripten)
  if(EXISTS "${emscripten}/emscripten-version.txt")
    file(READ "${emscripten}/emscripten-version.txt" version)
    string(REGEX REPLACE "[\"\n]" "" version "${version}")
  endif()
endif()
if(NOT version OR version VERSION_LESS oldest_emscripten)
  file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/third-party.txt version REGEX "^emscripten ")
  string(REGEX REPLACE "^[^|]*\\| *([^ ]+).*" "\\1" version "${version}")
  set(emscripten "${CAMPAIGN_LENS_CACHE}/packages/emscripten-${version}/usr/share/emscripten")
endif()

if(NOT EXISTS "${emscripten}/cmake/Modules/Platform/Emscripten.cmake")
  message(FATAL_ERROR "There is no Emscripten ${oldest_emscripten} or newer here. Run script/bootstrap web first.")
endif()
set(EMSCRIPTEN_ROOT_PATH "${emscripten}")
include("${emscripten}/cmake/Modules/Platform/Emscripten.cmake")
