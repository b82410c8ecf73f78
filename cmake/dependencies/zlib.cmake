# Compression in memory only: the gz* functions read and write files, which the page does not have.
campaign_lens_third_party(zlib
  ${zlib_DIR}/adler32.c
  ${zlib_DIR}/compress.c
  ${zlib_DIR}/crc32.c
  ${zlib_DIR}/deflate.c
  ${zlib_DIR}/inffast.c
  ${zlib_DIR}/inflate.c
  ${zlib_DIR}/inftrees.c
  ${zlib_DIR}/trees.c
  ${zlib_DIR}/uncompr.c
  ${zlib_DIR}/zutil.c)
target_include_directories(zlib SYSTEM PUBLIC ${zlib_DIR})
