#include "view/text.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include "base/text.h"
#include "base/utf8.h"
#include "fonts/inter.h"

namespace campaign_lens::view {
namespace {

// Inter's hhea table, in em. ImGui counts a font's size from ascender to descender, CSS the em.
constexpr float kAscent = 0.96875F;
constexpr float kLineHeight = 1.21F;
// Longer strings cannot be seen whole anywhere, and no string may keep a frame waiting.
constexpr std::size_t kMaxDrawnBytes = 1024;
constexpr std::string_view kEllipsis = "…";
constexpr float kCutFade = 10;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

// What was measured to fit may miss by a rounding error.
bool is_cut(float width, const Rect& box) {
  return width > box.width + 0.5F;
}

// The subset's figures are the tabular ones: numbers line up in columns.
ImFont* add_font(std::span<const unsigned char> file) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  // The atlas does not write to what it does not own; its interface is older than const.
  auto* data = const_cast<unsigned char*>(file.data());
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(file.size()), 16, &config);
}

}  // namespace

Text::Text(TextRuns& runs) : runs_(runs) {
  regular_ = add_font(fonts::inter_regular());
  semibold_ = add_font(fonts::inter_semibold());
  for (ImWchar c = 0x20; c < covered_.size(); ++c)
    covered_[c] = regular_->IsGlyphInFont(c);
}

ImFont* Text::imgui_font(Font font) const {
  return font.weight == Weight::semibold ? semibold_ : regular_;
}

float Text::imgui_size(Font font) {
  return font.size * kLineHeight;
}

float Text::line_height(Font font) {
  return font.size * kLineHeight;
}

bool Text::covers(std::string_view text) const {
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (c.value >= covered_.size() || !covered_[c.value]) return false;
    text.remove_prefix(c.bytes);
  }
  return true;
}

std::string_view Text::one_line(std::string_view text) {
  text = bounded(text, kMaxDrawnBytes);
  if (std::none_of(text.begin(), text.end(), is_control)) return text;
  scratch_ = text;
  std::replace_if(scratch_.begin(), scratch_.end(), is_control, ' ');
  return scratch_;
}

float Text::width(std::string_view text, Font font) {
  text = one_line(text);
  if (!covers(text)) {
    const TextRun run = runs_.run(text, font.size, font.weight);
    if (run.texture != 0) return run.width;
  }
  return imgui_font(font)
      ->CalcTextSizeA(imgui_size(font), FLT_MAX, 0, text.data(), text.data() + text.size())
      .x;
}

void Text::draw(ImDrawList& list, ImVec2 at, ImU32 colour, std::string_view text, Font font) {
  draw_in(list, {at.x, at.y, FLT_MAX / 2, line_height(font)}, Align::start, colour, text, font);
}

bool Text::draw_in(ImDrawList& list, const Rect& box, Align align, ImU32 colour, std::string_view text,
                   Font font) {
  if (text.empty() || box.empty()) return !text.empty();
  text = one_line(text);
  if (!covers(text)) {
    const TextRun run = runs_.run(text, font.size, font.weight);
    if (run.texture != 0) {
      draw_run(list, box, align, colour, run, font);
      return is_cut(run.width, box);
    }
  }
  ImFont* inter = imgui_font(font);
  const float size = imgui_size(font);
  const auto measure = [&](std::string_view part, float limit, const char** rest) {
    return inter->CalcTextSizeA(size, limit, 0, part.data(), part.data() + part.size(), rest).x;
  };
  const float whole = measure(text, FLT_MAX, nullptr);
  const bool cut = is_cut(whole, box);
  float drawn = whole;
  if (cut) {
    const float ellipsis = measure(kEllipsis, FLT_MAX, nullptr);
    const char* rest = text.data();
    drawn = measure(text, std::max(1.F, box.width - ellipsis), &rest);
    text = text.substr(0, static_cast<std::size_t>(rest - text.data()));
    if (drawn + ellipsis > box.width + 0.5F) return true;  // not even one character and the ellipsis
  }
  const float free = cut || align == Align::start ? 0 : box.width - whole;
  const ImVec2 at(box.x + (align == Align::centre ? free / 2 : free), box.y + (box.height - size) / 2);
  list.AddText(inter, size, at, colour, text.data(), text.data() + text.size());
  if (cut)
    list.AddText(inter, size, {at.x + drawn, at.y}, colour, kEllipsis.data(),
                 kEllipsis.data() + kEllipsis.size());
  return cut;
}

void Text::draw_sentence(ImDrawList& list, const Rect& box, ImU32 colour, std::string_view line, Font font) {
  constexpr std::string_view kLeftToRightMark = "\u200E";
  const std::string marked = std::string(covers(line) ? "" : kLeftToRightMark).append(line);
  draw_in(list, box, Align::start, colour, marked, font);
}

// A run that is too wide keeps the side on which one begins to read it.
void Text::draw_run(ImDrawList& list, const Rect& box, Align align, ImU32 colour, const TextRun& run,
                    Font font) {
  if ((colour & IM_COL32_A_MASK) == 0) return;  // ImGui would add no corners
  const bool cut = is_cut(run.width, box);
  const float ellipsis = cut ? std::min(box.width, width(kEllipsis, font)) : 0;
  const float shown = cut ? box.width - ellipsis : run.width;
  const float share = run.width > 0 ? shown / run.width : 1;
  const bool at_right = align == Align::end || (align == Align::start && run.right_to_left);

  float x = box.x + (align == Align::centre ? (box.width - shown) / 2 : at_right ? box.width - shown : 0);
  if (cut) x = run.right_to_left ? box.x + ellipsis : box.x;
  const float line_top = box.y + (box.height - line_height(font)) / 2;
  float y = line_top + kAscent * font.size - run.baseline;
  // Sampled pixel for pixel: between pixels of the screen it would be blurred.
  const ImVec2 scale = ImGui::GetIO().DisplayFramebufferScale;
  x = std::round(x * scale.x) / scale.x;
  y = std::round(y * scale.y) / scale.y;
  const float u0 = run.right_to_left ? run.u1 - (run.u1 - run.u0) * share : run.u0;
  const float u1 = run.right_to_left ? run.u1 : run.u0 + (run.u1 - run.u0) * share;
  const ImU32 tint = run.coloured ? colour | ~IM_COL32_A_MASK : colour;
  const auto draw_part = [&](float from, float to, ImU32 left, ImU32 right) {
    const auto u = [&](float at) { return u0 + (u1 - u0) * at / shown; };
    list.AddImage(ImTextureRef(run.texture), {x + from, y}, {x + to, y + run.height}, {u(from), run.v0},
                  {u(to), run.v1}, tint);
    ImDrawVert* const corners = list.VtxBuffer.end() - 4;  // clockwise from the upper left one
    corners[0].col = corners[3].col = left;
    corners[1].col = corners[2].col = right;
  };
  // Where it is cut is somewhere in a letter: that fades.
  const float fade = cut ? std::min(kCutFade, shown) : 0;
  const ImU32 faded = tint & ~IM_COL32_A_MASK;
  if (run.right_to_left) {
    if (fade > 0) draw_part(0, fade, faded, tint);
    if (shown > fade) draw_part(fade, shown, tint, tint);
  } else {
    if (shown > fade) draw_part(0, shown - fade, tint, tint);
    if (fade > 0) draw_part(shown - fade, shown, tint, faded);
  }
  if (cut) draw(list, {run.right_to_left ? box.x : x + shown, line_top}, colour, kEllipsis, font);
}

std::vector<std::string_view> Text::wrap(std::string_view text, Font font, float width) {
  text = bounded(text, kMaxDrawnBytes);
  std::vector<std::string_view> lines;
  const float blank = this->width(" ", font);
  std::size_t line = 0, end = 0;  // the line so far: [line, end)
  float line_width = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t stop = std::min(text.find_first_of(" \n", at), text.size());
    std::string_view word = text.substr(at, stop - at);
    float word_width = this->width(word, font);
    if (end > line && line_width + blank + word_width > width) {
      lines.push_back(text.substr(line, end - line));
      line = end = at;
      line_width = 0;
    }
    while (word_width > width && covers(word)) {
      const char* rest = word.data();
      imgui_font(font)->CalcTextSizeA(imgui_size(font), width, 0, word.data(), word.data() + word.size(),
                                      &rest);
      const auto fits = std::max<std::size_t>(1, static_cast<std::size_t>(rest - word.data()));
      if (fits >= word.size()) break;
      lines.push_back(word.substr(0, fits));
      word.remove_prefix(fits);
      line = static_cast<std::size_t>(word.data() - text.data());
      word_width = this->width(word, font);
    }
    line_width += (end > line ? blank : 0) + word_width;
    end = stop;
    if (stop < text.size() && text[stop] == '\n') {
      lines.push_back(text.substr(line, end - line));
      line = end = stop + 1;
      line_width = 0;
    }
    at = stop + 1;
  }
  if (end > line) lines.push_back(text.substr(line, end - line));
  return lines;
}

}  // namespace campaign_lens::view
