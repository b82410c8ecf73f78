# Reads the table of third-party code: CAMPAIGN_LENS_THIRD_PARTY becomes the names, and each column
# <name>_VERSION, <name>_LICENCE, <name>_LICENCE_FILE, <name>_PACKAGED, <name>_UPSTREAM, <name>_FOR.
set(CAMPAIGN_LENS_THIRD_PARTY_TABLE "${CMAKE_CURRENT_LIST_DIR}/third-party.txt")

function(campaign_lens_read_third_party)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CAMPAIGN_LENS_THIRD_PARTY_TABLE}")
  file(STRINGS "${CAMPAIGN_LENS_THIRD_PARTY_TABLE}" lines REGEX "^[a-z]")
  foreach(line IN LISTS lines)
    string(REPLACE ";" "," line "${line}") # a semicolon would separate list items
    string(REGEX REPLACE " *\\| *" ";" row "${line}")
    list(POP_FRONT row name)
    list(APPEND names ${name})
    foreach(column VERSION LICENCE LICENCE_FILE PACKAGED UPSTREAM FOR)
      list(POP_FRONT row value)
      set(${name}_${column} "${value}" PARENT_SCOPE)
    endforeach()
  endforeach()
  set(CAMPAIGN_LENS_THIRD_PARTY ${names} PARENT_SCOPE)
endfunction()
