#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace campaign_lens {

/// The members of a ZIP file by name, inflated. Fails the test if the file is none or is damaged.
std::map<std::string, std::string> read_package(std::string_view file);

/// One cell of a worksheet: its type ("s", "inlineStr", "n", "b"), its value, unescaped from XML and of "s"
/// the shared text, and its style's index.
struct SheetCell {
  std::string type, value, style;
  friend bool operator==(const SheetCell&, const SheetCell&) = default;
};

/// The cells of a worksheet by reference, "B7".
std::map<std::string, SheetCell> read_cells(const std::map<std::string, std::string>& package,
                                            const std::string& sheet);

}  // namespace campaign_lens
