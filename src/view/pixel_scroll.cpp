#include "view/pixel_scroll.h"

#include <algorithm>
#include <cmath>

namespace campaign_lens::view {
namespace {

constexpr float kLine = 40;

}  // namespace

float PixelScroll::draw(Frame& frame, const Rect& seen, const Rect& track, std::string_view path, float tall,
                        bool keys) {
  const RowScroll::List list{.seen = seen,
                             .track = track,
                             .path = path,
                             .row_height = 1,
                             .rows = static_cast<std::uint64_t>(std::ceil(tall)),
                             .visible = static_cast<std::uint32_t>(seen.height)};
  at_ = rows_.draw(frame, list, at_);
  if (keys && !ImGui::GetIO().KeyAlt && ImGui::IsWindowFocused()) {
    const auto move = [&](float by) { at_ = moved(at_, by, list.row_height, list.rows, list.visible); };
    const float page = std::max(kLine, seen.height - kLine);
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) move(kLine);
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) move(-kLine);
    if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) move(page);
    if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) move(-page);
    if (ImGui::IsKeyPressed(ImGuiKey_Home)) move(-tall);
    if (ImGui::IsKeyPressed(ImGuiKey_End)) move(tall);
  }
  return static_cast<float>(at_.row);
}

}  // namespace campaign_lens::view
