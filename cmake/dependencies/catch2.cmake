# Catch2's own CMakeLists.txt is used: it generates a configuration header and brings catch_discover_tests().
add_subdirectory(${catch2_DIR} ${CMAKE_BINARY_DIR}/catch2 EXCLUDE_FROM_ALL)
list(APPEND CMAKE_MODULE_PATH ${catch2_DIR}/extras)
include(Catch)

foreach(target Catch2 Catch2WithMain)
  target_compile_options(${target} PRIVATE -w -g0 $<$<BOOL:${EMSCRIPTEN}>:-fwasm-exceptions>)
  # SYSTEM: its headers are not held to our warnings either.
  get_target_property(directories ${target} INTERFACE_INCLUDE_DIRECTORIES)
  set_target_properties(${target} PROPERTIES INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${directories}")
endforeach()

# A hundred small files include the same few headers: in batches they compile in a fifth of the time.
set_target_properties(Catch2 PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 25)
