#include "view/pixel_scroll.h"

#include <algorithm>
#include <cmath>

#include "view/grid_layout.h"

namespace campaign_lens::view {
namespace {

constexpr float kNotch = 60, kLine = 40;

}  // namespace

float PixelScroll::draw(Frame& frame, const Rect& seen, const Rect& track, std::string_view path, float tall,
                        bool keys) {
  const auto positions = static_cast<std::uint64_t>(std::ceil(tall));
  const auto visible = static_cast<std::uint32_t>(seen.height);
  const auto move = [&](float by) {
    first_pixel_ = step(first_pixel_, static_cast<std::int64_t>(by), positions, visible);
  };
  move(0);
  first_pixel_ = bar_.draw(frame, track, path, positions, visible, first_pixel_);
  const ImGuiIO& io = ImGui::GetIO();
  const Rect all{seen.x, seen.y, std::max(seen.right(), track.right()) - seen.x, seen.height};
  if (all.contains(io.MousePos) && ImGui::IsWindowHovered()) {
    move(-io.MouseWheel * kNotch);
    const bool finger = io.MouseSource == ImGuiMouseSource_TouchScreen &&
                        ImGui::IsMouseDown(ImGuiMouseButton_Left) &&
                        !ImGui::IsMouseClicked(ImGuiMouseButton_Left);
    if (finger) move(-io.MouseDelta.y);
  }
  if (keys && !io.KeyAlt && ImGui::IsWindowFocused()) {
    const float page = std::max(kLine, seen.height - kLine);
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) move(kLine);
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) move(-kLine);
    if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) move(page);
    if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) move(-page);
    if (ImGui::IsKeyPressed(ImGuiKey_Home)) move(-tall);
    if (ImGui::IsKeyPressed(ImGuiKey_End)) move(tall);
  }
  return static_cast<float>(first_pixel_);
}

}  // namespace campaign_lens::view
