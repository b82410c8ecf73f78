#pragma once

#include <array>

#include <xlsxwriter.h>

#include "schema/status.h"

namespace campaign_lens {

/// The colours of a status family, on white.
struct StatusColours {
  lxw_color_t ink, fill, bar;
};
const StatusColours& status_colours(StatusFamily family);

/// The looks of the workbook's cells. Owned by the workbook.
struct Formats {
  explicit Formats(lxw_workbook* workbook);

  lxw_format* title;
  lxw_format* subtitle;
  lxw_format* section;
  lxw_format* label;
  lxw_format* wrapped;
  lxw_format* count;
  lxw_format* count_left;
  lxw_format* share;
  lxw_format* header;
  lxw_format* header_right;
  lxw_format* text;
  lxw_format* time;
  lxw_format* exact_time;                                     ///< of a moment with a fraction of a second
  std::array<lxw_format*, kStatusFamilyCount> statuses = {};  ///< what a status adds to the look of its cell
};

}  // namespace campaign_lens
