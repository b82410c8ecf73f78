#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "view/rect.h"
#include "view/text_runs.h"

namespace campaign_lens::view {

struct Font {
  float size = 13;  ///< as CSS means it: of the em, not of the line
  Weight weight = Weight::regular;
};

// The type scale.
namespace type {
inline constexpr Font caption{12}, caption_strong{12, Weight::semibold};
inline constexpr Font body{13}, body_strong{13, Weight::semibold};
inline constexpr Font title{15}, title_strong{15, Weight::semibold};
inline constexpr Font heading{20, Weight::semibold};
inline constexpr Font figure{28, Weight::semibold};
}  // namespace type

enum class Align : std::uint8_t { start, centre, end };

/// Measures and draws strings of any script: in Inter what its embedded subset covers, everything else as
/// runs of the browser. Strings are taken as they are: they may hold control characters, bidi marks and
/// invalid UTF-8.
class Text {
 public:
  /// Loads Inter into the atlas of the current ImGui context. `runs` must outlive this.
  explicit Text(TextRuns& runs);

  /// Of one line in logical pixels; control characters count as blanks.
  float width(std::string_view text, Font font);
  static float line_height(Font font);

  /// One line with its box's upper left corner at `at`.
  void draw(ImDrawList& list, ImVec2 at, ImU32 colour, std::string_view text, Font font);

  /// One line in the middle of the box's height, cut with an ellipsis where it is too wide. At the start
  /// means on the right for a right-to-left string. Returns whether it was cut.
  bool draw_in(ImDrawList& list, const Rect& box, Align align, ImU32 colour, std::string_view text,
               Font font);

  /// One line of what the page says. It reads from left to right, also where it begins with an Arabic name.
  void draw_sentence(ImDrawList& list, const Rect& box, ImU32 colour, std::string_view line, Font font);

  /// The lines of a paragraph: views into `text`, broken at blanks and line feeds, within words only if they
  /// must.
  std::vector<std::string_view> wrap(std::string_view text, Font font, float width);

  /// Whether Inter's subset has every character.
  bool covers(std::string_view text) const;

  /// For ImGui's own text fields: PushFont(imgui_font(font), imgui_size(font)).
  ImFont* imgui_font(Font font) const;
  static float imgui_size(Font font);

 private:
  std::string_view one_line(std::string_view text);
  void draw_run(ImDrawList& list, const Rect& box, Align align, ImU32 colour, const TextRun& run, Font font);

  TextRuns& runs_;
  ImFont* regular_ = nullptr;
  ImFont* semibold_ = nullptr;
  // Nothing that the subset has lies beyond the dingbats.
  std::bitset<0x2800> covered_;
  std::string scratch_;
};

}  // namespace campaign_lens::view
