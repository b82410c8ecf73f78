#pragma once

#include <map>
#include <string>
#include <vector>

namespace campaign_lens {

/// The members of a ZIP file by name, inflated. Fails the test if the file is none or is damaged.
std::map<std::string, std::string> read_package(const std::string& path);

/// One cell of a worksheet: its type ("inlineStr", "n", "b"), its value unescaped from XML, and its style's
/// index.
struct SheetCell {
  std::string type, value, style;
  friend bool operator==(const SheetCell&, const SheetCell&) = default;
};

/// The cells of a worksheet's XML by reference, "B7".
std::map<std::string, SheetCell> read_cells(const std::string& sheet_xml);

}  // namespace campaign_lens
