# The tests that are not C++: the command line, the page's scripts, and the page in a browser. Each file is a test to
# ctest. They run what the other presets have built, so only the preset that script/test uses knows of them.
if(NOT CAMPAIGN_LENS_WEB_BUILD)
  return()
endif()

find_program(CAMPAIGN_LENS_NODE node REQUIRED)
mark_as_advanced(CAMPAIGN_LENS_NODE)
foreach(kind cli node e2e)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${kind}/*.test.mjs)
  foreach(file IN LISTS files)
    cmake_path(GET file STEM LAST_ONLY stem)
    cmake_path(GET stem STEM name)
    add_test(NAME "${kind}: ${name}" COMMAND ${CAMPAIGN_LENS_NODE} --test ${file} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties("${kind}: ${name}" PROPERTIES LABELS ${kind} TIMEOUT 300)
    if(kind STREQUAL "e2e")
      # One browser at a time, as it draws in software; begun first, as they take longest together.
      set_tests_properties("${kind}: ${name}" PROPERTIES RESOURCE_LOCK browser COST 1000 TIMEOUT 900)
    endif()
  endforeach()
endforeach()
set_tests_properties("e2e: million" PROPERTIES RUN_SERIAL TRUE) # it measures
