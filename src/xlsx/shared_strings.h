#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/zip_writer.h"

namespace campaign_lens {

/// The table of the texts that cells share (xl/sharedStrings.xml), behind those of a template.
class SharedStrings {
 public:
  /// `template_xml`: the template's own table as it stands in its package.
  explicit SharedStrings(std::string_view template_xml);

  /// The index of a text that a workbook can hold (cell_text), which is put at the end.
  std::uint32_t add(std::string_view text);
  /// The whole table, behind a template's own, in which other texts may stand, but as many. False if not.
  bool write(std::string_view template_xml, ZipWriter& zip) const;

 private:
  std::uint32_t template_count_;
  std::string items_;
  std::vector<std::size_t> begins_;  ///< of each in `items_`
};

}  // namespace campaign_lens
