#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "view/text_runs.h"

namespace campaign_lens::platform {

// What the viewer needs of the system that it runs on: a window with input and pixels, and somebody to talk
// to.

/// The window's size: logical (CSS) pixels, and those of the screen, which need not be a whole multiple.
struct WindowSize {
  float width = 0, height = 0;
  int pixel_width = 0, pixel_height = 0;
};

/// Opens the window and binds the current ImGui context to it. False where there is no WebGL 2.
bool start();
void resize(const WindowSize& size);

/// Hands the input since the last call to ImGui.
void take_input();
/// Begins a frame of ImGui.
void begin_frame();
/// Whether ImGui has left input to the next frame.
bool input_waits();
/// Ends ImGui's frame without drawing it.
void drop_frame();
/// Ends ImGui's frame and draws it. True when the frame is not complete and another has to follow.
bool end_frame();

/// Everything on the graphics card was lost; nothing may be drawn until it is restored.
void lose_graphics();
/// The next frame makes it anew.
void restore_graphics();

view::TextRuns& text_runs();

/// An encoded ToPage message.
void post(std::span<const std::byte> message);
/// The encoded nodes of the accessibility mirror.
void show_mirror(std::span<const std::byte> nodes);

}  // namespace campaign_lens::platform
