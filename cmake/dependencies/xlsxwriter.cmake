# libxlsxwriter with the minizip, MD5 and number formatting that it brings along.
file(GLOB xlsxwriter_sources ${xlsxwriter_DIR}/src/*.c)
campaign_lens_third_party(xlsxwriter
  ${xlsxwriter_sources}
  ${xlsxwriter_DIR}/third_party/md5/md5.c
  ${xlsxwriter_DIR}/third_party/minizip/ioapi.c
  ${xlsxwriter_DIR}/third_party/minizip/zip.c
  ${xlsxwriter_DIR}/third_party/tmpfileplus/tmpfileplus.c)
target_include_directories(xlsxwriter SYSTEM PUBLIC ${xlsxwriter_DIR}/include)
target_compile_definitions(xlsxwriter PRIVATE NOCRYPT NOUNCRYPT)
target_link_libraries(xlsxwriter PRIVATE zlib)
campaign_lens_small(xlsxwriter) # it writes headings, styles and the summary; the rows are ours
