# Dear ImGui's core, which needs no window: unit tests draw with it headless.
campaign_lens_third_party(imgui
  ${imgui_DIR}/imgui.cpp
  ${imgui_DIR}/imgui_draw.cpp
  ${imgui_DIR}/imgui_tables.cpp
  ${imgui_DIR}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_DIR})
target_compile_definitions(imgui PUBLIC
  # A dense grid passes 65,536 vertices in one draw list; WebGL2 takes 32-bit indices.
  "ImDrawIdx=unsigned int"
  # Emoji lie beyond 16 bits; with the default ImWchar a search for one would turn into U+FFFD.
  IMGUI_USE_WCHAR32
  # What the product does not use should not be downloaded.
  IMGUI_DISABLE_DEFAULT_FONT
  IMGUI_DISABLE_DEMO_WINDOWS
  IMGUI_DISABLE_DEBUG_TOOLS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
  IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS)
campaign_lens_small(imgui)

# Its window and its pixels on the page. SDL2 comes later in the table: the link is resolved when all are known.
if(EMSCRIPTEN)
  campaign_lens_third_party(imgui_sdl2_opengl3
    ${imgui_DIR}/backends/imgui_impl_sdl2.cpp
    ${imgui_DIR}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(imgui_sdl2_opengl3 SYSTEM PUBLIC ${imgui_DIR}/backends)
  target_compile_definitions(imgui_sdl2_opengl3 PRIVATE
    IMGUI_IMPL_OPENGL_ES3
    glGetIntegerv=campaign_lens_gl_state) # shell/web/gl_state.cpp
  target_link_libraries(imgui_sdl2_opengl3 PUBLIC imgui SDL2)
  campaign_lens_small(imgui_sdl2_opengl3)
endif()
