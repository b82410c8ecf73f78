#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/wire.h"

namespace campaign_lens::view {

/// What is on screen as meaning instead of pixels. The draw functions add a node for each thing that they
/// draw; the page keeps a DOM of the same shape over the canvas (`web/mirror.mjs`), for screen readers,
/// keyboard focus and tests.
class Mirror {
 public:
  // clang-format off
  enum class Role : std::uint8_t {
    group, heading, text, button, tab, search, checkbox, progress, status, alert, grid, row, column_header, cell, link, tooltip,
    dialog  // takes the keyboard; its last button is the one that Enter presses
  };
  // clang-format on

  struct Node {
    std::uint32_t id = 0;      ///< stable from frame to frame; never 0
    std::uint32_t parent = 0;  ///< 0: the page
    Role role = Role::text;
    std::string name;
    std::string value;  ///< of a search: its text; of a progress: percent; of a column header: "ascending",
                        ///< "descending" or ""
    float x = 0, y = 0, width = 0, height = 0;  ///< CSS pixels from the canvas's upper left corner
    bool pressed = false, selected = false, disabled = false;
    bool hovered = false;                   ///< of a search: the mouse is over it, and is the page's
    bool focused = false;                   ///< the page is to give the keyboard to it, a search, or to the canvas
    std::uint64_t row = 0, rows = 0;        ///< of a row: its 1-based index; of a grid: how many there are
    std::uint32_t column = 0, columns = 0;  ///< likewise
    friend bool operator==(const Node&, const Node&) = default;
  };

  /// Before View::draw, once a frame.
  void begin_frame();
  void add(Node node);
  std::span<const Node> nodes() const { return nodes_; }
  /// True once after the person used the node through the page instead of the canvas.
  bool take_activation(std::uint32_t id);
  /// The text that the person typed into a search node through the page, once.
  bool take_text(std::uint32_t id, std::string& text);
  /// Whether the person edits that search node: the page draws its text then.
  bool has_keyboard(std::uint32_t id) const { return id != 0 && id == focused_; }
  bool is_typed_in() const { return focused_ != 0; }
  void activate(std::uint32_t id);
  void give_text(std::uint32_t id, std::string text);
  void give_keyboard(std::uint32_t id) { focused_ = id; }  ///< 0: to none

  /// The nodes in order, or nothing if they are the same as when this was last called:
  /// u32 count, then of each node its fields in order (floats as f64, flags as u8).
  Bytes take_changes();

 private:
  std::vector<Node> nodes_, last_;
  std::uint32_t activated_ = 0;
  std::uint32_t texted_ = 0;
  std::uint32_t focused_ = 0;
  std::string text_;
  bool offered_ = false;  // a frame has been drawn since the person used a node
};

}  // namespace campaign_lens::view
