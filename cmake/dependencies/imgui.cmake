# Dear ImGui's core, which needs no window: unit tests draw with it headless.
campaign_lens_third_party(imgui
  ${imgui_DIR}/imgui.cpp
  ${imgui_DIR}/imgui_draw.cpp
  ${imgui_DIR}/imgui_tables.cpp
  ${imgui_DIR}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_DIR} ${CMAKE_CURRENT_LIST_DIR}/imgui)
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="imgui_user_config.h")
campaign_lens_small(imgui)

# Its window and its pixels on the page. SDL2 comes later in the table: the link is resolved when all are known.
if(EMSCRIPTEN)
  campaign_lens_third_party(imgui_sdl2_opengl3
    ${imgui_DIR}/backends/imgui_impl_sdl2.cpp
    ${imgui_DIR}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(imgui_sdl2_opengl3 SYSTEM PUBLIC ${imgui_DIR}/backends)
  target_compile_definitions(imgui_sdl2_opengl3 PRIVATE IMGUI_IMPL_OPENGL_ES3)
  target_link_libraries(imgui_sdl2_opengl3 PUBLIC imgui SDL2)
  campaign_lens_small(imgui_sdl2_opengl3)
endif()
