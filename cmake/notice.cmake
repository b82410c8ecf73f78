# NOTICE.txt of the site: what of it others wrote, and the terms under which they let it be used.
function(campaign_lens_write_notice file)
  set(text "Campaign Lens contains the work of others, under these terms:\n")
  foreach(name IN LISTS CAMPAIGN_LENS_THIRD_PARTY)
    if(NOT ${name}_FOR STREQUAL "site")
      continue()
    endif()
    string(REGEX REPLACE "(\\.git)? .*" "" home "${${name}_UPSTREAM}")
    set(licence "${${name}_DIR}/${${name}_LICENCE_FILE}")
    file(READ "${licence}" terms)
    string(REPEAT "=" 100 rule)
    string(APPEND text "\n${rule}\n${name} ${${name}_VERSION} (${${name}_LICENCE}) ${home}\n${rule}\n\n${terms}")
  endforeach()

  # What Emscripten links in. The terms of its C++ library and of LLVM's runtime ask for no notice in compiled form.
  file(READ "${EMSCRIPTEN_ROOT_PATH}/system/lib/libc/musl/COPYRIGHT" musl)
  file(READ "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/notice-emscripten.txt" emscripten)
  string(APPEND text "\n${rule}\n${emscripten}\n${rule}\nmusl (MIT) https://musl.libc.org\n${rule}\n\n${musl}")
  file(GENERATE OUTPUT "${file}" CONTENT "${text}")
endfunction()

if(EMSCRIPTEN)
  campaign_lens_write_notice("${CAMPAIGN_LENS_SITE}/NOTICE.txt")
endif()
