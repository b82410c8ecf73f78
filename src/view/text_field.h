#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "view/frame.h"
#include "view/icons.h"

namespace campaign_lens::view {

/// A line of text that a person edits: on the canvas, or through the mirror. Draws every script.
class TextField {
 public:
  struct Look {
    std::string_view path = {};
    std::string_view name = {};         ///< said; and drawn where there is no text yet
    std::string_view placeholder = {};  ///< drawn instead of the name
    Icon icon = Icon::none;
    bool wrong = false;      ///< what it holds cannot be used
    bool clearable = false;  ///< by a button at its end
    std::uint32_t parent = 0;
  };

  /// Gives the text when the person has changed it. Otherwise it shows `value`, unless it is being edited.
  std::optional<std::string> draw(Frame& frame, const Rect& rect, const Look& look, std::string_view value);

  /// The next draw puts the text cursor into it.
  void focus() { focus_next_ = true; }
  bool active() const { return active_; }
  /// Whether Enter was pressed in it during the last draw.
  bool entered() const { return entered_; }
  std::string_view text() const { return buffer_.data(); }

 private:
  bool draw_input(Frame& frame, const Rect& rect, const Look& look);
  void show(std::string_view text);

  std::array<char, 257> buffer_{};  // as ImGui edits it; ends with 0
  bool active_ = false;
  bool entered_ = false;
  bool focus_next_ = false;
  std::uint64_t edition_ = 0;  // another one when the text came from elsewhere: ImGui then begins anew
};

}  // namespace campaign_lens::view
