# The interface's typeface, cut down to what ImGui can draw and compiled into the program: campaign_lens_fonts.
find_program(CAMPAIGN_LENS_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH) # Debian's own: it is the one with fontTools
mark_as_advanced(CAMPAIGN_LENS_PYTHON)

set(folder ${CMAKE_CURRENT_LIST_DIR}/inter)
set(fonts)
foreach(weight Regular SemiBold)
  set(source ${inter_DIR}/usr/share/fonts/opentype/inter/Inter-${weight}.otf)
  if(NOT EXISTS ${source}) # the project's own repository
    set(source ${inter_DIR}/docs/font-files/Inter-${weight}.woff2)
  endif()
  set(font ${CMAKE_BINARY_DIR}/fonts/Inter-${weight}.otf)
  add_custom_command(OUTPUT ${font}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/fonts
    COMMAND ${CAMPAIGN_LENS_PYTHON} ${folder}/subset.py ${source} ${font}
    DEPENDS ${folder}/subset.py ${source}
    COMMENT "Cutting Inter ${weight} down"
    VERBATIM)
  list(APPEND fonts ${font})
endforeach()

add_library(campaign_lens_fonts STATIC EXCLUDE_FROM_ALL ${folder}/inter.cpp ${fonts})
target_include_directories(campaign_lens_fonts PUBLIC ${folder})
target_link_libraries(campaign_lens_fonts PRIVATE campaign_lens_options)
target_compile_options(campaign_lens_fonts PRIVATE
  ${CAMPAIGN_LENS_SITE_OPTIONS} "SHELL:--embed-dir=${CMAKE_BINARY_DIR}/fonts")
set_source_files_properties(${folder}/inter.cpp PROPERTIES OBJECT_DEPENDS "${fonts}")
