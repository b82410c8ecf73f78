#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "view/frame.h"
#include "view/icons.h"

namespace campaign_lens::view {

/// A line of text that a person edits. While it is edited, an input of the page lies over it, at the place of
/// its mirror node, and draws the text: so the browser's own selection, clipboard, input methods and
/// keyboards of telephones are there. Otherwise it draws the text itself.
class TextField {
 public:
  struct Look {
    std::string_view path = {};
    std::string_view name = {};         ///< said; and drawn where there is no text yet
    std::string_view placeholder = {};  ///< drawn instead of the name
    Icon icon = Icon::none;
    bool wrong = false;      ///< what it holds cannot be used
    bool clearable = false;  ///< by Escape, and by a button at its end
    std::uint32_t parent = 0;
  };

  /// Gives the text when the person has changed it. Otherwise it shows `value`, unless it is being edited.
  std::optional<std::string> draw(Frame& frame, const Rect& rect, const Look& look, std::string_view value);

  /// The next draw gives it the keyboard.
  void focus() { focus_next_ = true; }
  /// Whether Enter was pressed in it during the last draw.
  bool entered() const { return entered_; }
  std::string_view text() const { return text_; }

 private:
  std::string text_;
  bool entered_ = false;
  bool focus_next_ = false;
};

}  // namespace campaign_lens::view
