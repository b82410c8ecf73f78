#include "xlsx/formats.h"

#include <cstdint>

namespace campaign_lens {

namespace {

constexpr lxw_color_t kInk = 0x1F2937;
constexpr lxw_color_t kQuietInk = 0x6B7280;
constexpr lxw_color_t kHeaderFill = 0xE8EEF5;
constexpr lxw_color_t kRule = 0xB6C2D1;

lxw_format* text_format(lxw_workbook* workbook, double size, lxw_color_t color, bool bold) {
  lxw_format* const format = workbook_add_format(workbook);
  format_set_font_size(format, size);
  format_set_font_color(format, color);
  if (bold) format_set_bold(format);
  return format;
}

lxw_format* header_format(lxw_workbook* workbook, lxw_format_alignments alignment) {
  lxw_format* const format = text_format(workbook, 11, kInk, true);
  format_set_bg_color(format, kHeaderFill);
  format_set_bottom(format, LXW_BORDER_THIN);
  format_set_bottom_color(format, kRule);
  format_set_align(format, static_cast<std::uint8_t>(alignment));
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

lxw_format* number_format(lxw_workbook* workbook, const char* pattern, lxw_format_alignments alignment) {
  lxw_format* const format = workbook_add_format(workbook);
  format_set_num_format(format, pattern);
  format_set_align(format, static_cast<std::uint8_t>(alignment));
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

}  // namespace

Formats::Formats(lxw_workbook* workbook)
    : title(text_format(workbook, 20, kInk, true)),
      subtitle(text_format(workbook, 11, kQuietInk, false)),
      section(text_format(workbook, 13, kInk, true)),
      label(text_format(workbook, 11, kQuietInk, false)),
      wrapped(workbook_add_format(workbook)),
      count(number_format(workbook, "#,##0", LXW_ALIGN_RIGHT)),
      count_left(number_format(workbook, "#,##0", LXW_ALIGN_LEFT)),
      share(number_format(workbook, "0.0%", LXW_ALIGN_RIGHT)),
      header(header_format(workbook, LXW_ALIGN_LEFT)),
      header_right(header_format(workbook, LXW_ALIGN_RIGHT)),
      text(number_format(workbook, "@", LXW_ALIGN_LEFT)),
      time(number_format(workbook, "yyyy-mm-dd hh:mm:ss", LXW_ALIGN_LEFT)),
      exact_time(number_format(workbook, "yyyy-mm-dd hh:mm:ss.000", LXW_ALIGN_LEFT)) {
  format_set_align(label, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap(wrapped);
  format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    const StatusColours& colours = status_colours(static_cast<StatusFamily>(i));
    statuses[i] = workbook_add_format(workbook);
    format_set_font_color(statuses[i], colours.ink);
    format_set_bg_color(statuses[i], colours.fill);
  }
}

const StatusColours& status_colours(StatusFamily family) {
  // In the order of StatusFamily, as the page has them.
  static constexpr std::array<StatusColours, kStatusFamilyCount> kColours = {{
      {.ink = 0x1B4FBF, .fill = 0xE7EFFE, .bar = 0x2F6FEB},
      {.ink = 0x0A6A3A, .fill = 0xE4F6EC, .bar = 0x1C9E5C},
      {.ink = 0x855000, .fill = 0xFCF2DB, .bar = 0xD58A04},
      {.ink = 0xA61B27, .fill = 0xFDEAEB, .bar = 0xDB3340},
      {.ink = 0x594D7C, .fill = 0xF0EDF7, .bar = 0x8275AA},
      {.ink = 0x4A5260, .fill = 0xEDEFF2, .bar = 0x78818F},
  }};
  return kColours[static_cast<std::size_t>(family)];
}

}  // namespace campaign_lens
