#pragma once

#include <xlsxwriter.h>

namespace campaign_lens {

/// The looks of the workbook's cells. Owned by the workbook.
struct Formats {
  explicit Formats(lxw_workbook* workbook);

  lxw_format* title;
  lxw_format* subtitle;
  lxw_format* section;
  lxw_format* label;
  lxw_format* wrapped;
  lxw_format* count;
  lxw_format* share;
  lxw_format* header;
  lxw_format* header_right;
  lxw_format* text;
  lxw_format* time;
  lxw_format* exact_time;  ///< of a moment with a fraction of a second
};

}  // namespace campaign_lens
