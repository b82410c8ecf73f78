// The window on a page: SDL2 on the element #canvas, WebGL 2.

#include <cfloat>
#include <cmath>

#include <SDL.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>
#include <imgui_internal.h>

#include "shell/platform.h"
#include "shell/web/text_runs.h"

// shell/web/viewer_imports.js
extern "C" {
void host_post(const std::byte* message, std::size_t size);
void host_mirror(const std::byte* nodes, std::size_t size);
}

namespace campaign_lens::platform {
namespace {

constexpr const char* kCanvas = "#canvas";
constexpr const char* kShaderVersion = "#version 300 es";

SDL_Window* window = nullptr;
WindowSize window_size;
BrowserTextRuns runs;

}  // namespace

bool start() {
  SDL_SetMainReady();
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kCanvas);  // not the window: other keys are the page's
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  // Not resizable, not high-DPI, as far as SDL knows: the page measures (resize), to the pixel.
  window = SDL_CreateWindow("Campaign Lens", 0, 0, 1, 1, SDL_WINDOW_OPENGL);
  const SDL_GLContext context = window == nullptr ? nullptr : SDL_GL_CreateContext(window);
  if (context == nullptr) return false;
  ImGui_ImplSDL2_InitForOpenGL(window, context);
  ImGui_ImplOpenGL3_Init(kShaderVersion);
  runs.make_texture();
  return true;
}

void resize(const WindowSize& size) {
  window_size = size;
  // SDL's own size is what it scales the mouse's position to.
  SDL_SetWindowSize(window, static_cast<int>(std::lround(size.width)),
                    static_cast<int>(std::lround(size.height)));
  emscripten_set_canvas_element_size(kCanvas, size.pixel_width, size.pixel_height);
  runs.set_scale(static_cast<float>(size.pixel_width) / size.width);
}

void take_input() {
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) {
    ImGui_ImplSDL2_ProcessEvent(&event);
    // A finger that has left is over nothing.
    if (event.type == SDL_MOUSEBUTTONUP && event.button.which == SDL_TOUCH_MOUSEID)
      ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
}

void begin_frame() {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplSDL2_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {window_size.width, window_size.height};
  io.DisplayFramebufferScale = {static_cast<float>(window_size.pixel_width) / window_size.width,
                                static_cast<float>(window_size.pixel_height) / window_size.height};
  ImGui::NewFrame();
}

bool input_waits() {
  return !ImGui::GetCurrentContext()->InputEventsQueue.empty();
}

void drop_frame() {
  ImGui::EndFrame();
}

bool end_frame() {
  ImGui::Render();
  const bool incomplete = runs.flush();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  SDL_GL_SwapWindow(window);
  return incomplete;
}

// Now, as nobody minds what is deleted from a lost context; from its successor it would be an error.
void lose_graphics() {
  ImGui_ImplOpenGL3_Shutdown();
}

void restore_graphics() {
  ImGui_ImplOpenGL3_Init(kShaderVersion);
  runs.make_texture();
}

view::TextRuns& text_runs() {
  return runs;
}

void post(std::span<const std::byte> message) {
  host_post(message.data(), message.size());
}

void show_mirror(std::span<const std::byte> nodes) {
  host_mirror(nodes.data(), nodes.size());
}

}  // namespace campaign_lens::platform
