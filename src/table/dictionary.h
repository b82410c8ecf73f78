#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/schema.h"

namespace campaign_lens {

/// One value exactly as written (strings unescaped). The text is a view into the table, valid while the table is.
struct Cell {
  Kind kind = Kind::missing;
  std::string_view text;
  bool blank() const { return text.empty() || kind == Kind::null; }
  friend bool operator==(const Cell&, const Cell&) = default;
};

/// The distinct values of a column, shared by its row groups. A code is an index; code 0 is the missing value.
/// Values of equal text and different kinds are different values. Texts never move once interned.
class Dictionary {
 public:
  Dictionary();
  std::uint32_t intern(Cell cell);
  Cell cell(std::uint32_t code) const { return cells_[code]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(cells_.size()); }
};

}  // namespace campaign_lens
