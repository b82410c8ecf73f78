#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "schema/schema.h"

namespace campaign_lens {

/// What a person chooses of an export, besides its rows.
struct ExportOptions {
  // Sheets of a workbook, besides Summary and About this file.
  bool delivery = true, clicks = true;     ///< rows
  bool locations = true, failures = true;  ///< figures
  /// Of the recipients' numbers only the last four digits are shown, and a code that is the same wherever the
  /// number is, and of another number another one. How it was made is not kept.
  bool mask_numbers = false;
  bool right_to_left = false;  ///< sheets
  /// Of each table those that are exported, by index, in this order; none: all, in the order of the report.
  std::array<std::vector<std::uint32_t>, kTableCount> columns = {};
  friend bool operator==(const ExportOptions&, const ExportOptions&) = default;
};

}  // namespace campaign_lens
