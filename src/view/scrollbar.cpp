#include "view/scrollbar.h"

#include "view/grid_layout.h"

namespace campaign_lens::view {

std::uint64_t Scrollbar::draw(Frame& frame, const Rect& track, std::string_view path, std::uint64_t positions,
                              std::uint32_t visible, std::uint64_t first) {
  if (positions <= visible || track.empty()) return first;
  const bool vertical = axis_ == Axis::vertical;
  const float length = vertical ? track.height : track.width;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const float at = vertical ? mouse.y - track.y : mouse.x - track.x;

  const std::uint32_t id = node_id(path);
  const Press press = frame.touch(id, track);
  Thumb thumb = thumb_of(length, positions, visible, first);
  if (press.held) {
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
      const bool on_thumb = at >= thumb.offset && at < thumb.offset + thumb.length;
      // Pressing the track brings the thumb's middle there, and the drag goes on from it.
      grabbed_at_ = on_thumb ? at - thumb.offset : thumb.length / 2;
      if (!on_thumb) first = first_at(length, positions, visible, at - grabbed_at_);
    } else if (ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0) {
      first = first_at(length, positions, visible, at - grabbed_at_);
    }
    thumb = thumb_of(length, positions, visible, first);
  }

  const float hover = frame.motion.fade(id, press.hovered || press.held);
  const float thin = 3 + hover;
  const ImU32 colour = mix(frame.palette.scroll_thumb, frame.palette.scroll_thumb_hover, hover);
  const Rect drawn =
      vertical ? Rect{track.centre().x - thin, track.y + thumb.offset + 2, 2 * thin, thumb.length - 4}
               : Rect{track.x + thumb.offset + 2, track.centre().y - thin, thumb.length - 4, 2 * thin};
  frame.list().AddRectFilled(drawn.min(), drawn.max(), colour, thin);
  return first;
}

}  // namespace campaign_lens::view
