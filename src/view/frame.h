#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include <imgui.h>

#include "app/commands.h"
#include "app/state.h"
#include "base/time.h"
#include "view/mirror.h"
#include "view/motion.h"
#include "view/rect.h"
#include "view/text.h"
#include "view/theme.h"

namespace campaign_lens::view {

/// The id of a mirror node and of its control: the same path gives the same id in every frame, never 0.
std::uint32_t node_id(std::string_view path, std::uint64_t first = 0, std::uint64_t second = 0);

/// What the mouse, or the person through the mirror, does with a control.
struct Press {
  bool hovered = false;
  bool held = false;
  bool clicked = false;
};

/// Something that can be pressed. Its name is what a screen reader says.
struct Control {
  std::uint32_t id = 0;
  Rect rect;
  std::string name = {};
  Mirror::Role role = Mirror::Role::button;
  std::string value = {};
  bool pressed = false, selected = false, disabled = false;
  std::uint32_t parent = 0;
  std::uint32_t column = 0;
};

/// Whether the finger that is on the screen, or has just left it, has moved by more than it trembles.
bool finger_moved();

/// What a panel's draw function has: the state to read, the place for commands, and the means to draw.
class Frame {
 public:
  Frame(const app::AppState& state, app::Commands& commands, Mirror& mirror, Text& text, Motion& motion,
        const Palette& palette, const TimeZone& zone)
      : state(state),
        mirror(mirror),
        text(text),
        motion(motion),
        palette(palette),
        zone(zone),
        commands_(commands) {}

  const app::AppState& state;
  Mirror& mirror;
  Text& text;
  Motion& motion;
  const Palette& palette;
  const TimeZone& zone;  ///< of the report's times

  /// Of the window that is being drawn.
  ImDrawList& list() const { return *ImGui::GetWindowDrawList(); }
  /// Whether any of it is to be seen.
  bool shows(const Rect& rect) const;
  void emit(app::Command command) { commands_.push_back(std::move(command)); }

  /// From here on a node that names no parent is within that one; 0: in the page.
  void within(std::uint32_t parent) { parent_ = parent; }
  /// Adds a node, cut to what is visible of it; nothing if nothing is. Names are bounded.
  void node(Mirror::Node node);
  void node(std::uint32_t id, Mirror::Role role, const Rect& rect, std::string_view name,
            std::uint32_t parent = 0);

  /// Adds the control's node and tells what happens to it.
  Press control(const Control& control);
  /// A part of the page that reacts to the mouse but is no control of its own.
  Press touch(std::uint32_t id, const Rect& rect);

  /// Shown beside `anchor` at the end of the frame, over everything, once the mouse has rested there.
  void tooltip(std::uint32_t id, const Rect& anchor, std::string_view title, std::string_view body);
  void draw_tooltip();

 private:
  app::Commands& commands_;
  std::uint32_t parent_ = 0;
  Rect tip_anchor_;
  std::string tip_title_, tip_body_;
};

}  // namespace campaign_lens::view
