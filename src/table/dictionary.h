#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "schema/schema.h"

namespace campaign_lens {

/// One value exactly as written (strings unescaped). The text is a view into the table, valid while the table
/// is.
struct Cell {
  Kind kind = Kind::missing;
  std::string_view text;
  bool blank() const { return text.empty() || kind == Kind::null; }
  friend bool operator==(const Cell&, const Cell&) = default;
};

/// Keeps texts at addresses that never change, in blocks that double up to 1 MB: a column of five values
/// stays small.
class TextArena {
 public:
  std::string_view keep(std::string_view text);
  std::size_t heap_bytes() const { return heap_bytes_; }

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t free_bytes_ = 0;
  std::size_t block_bytes_ = 512;
  std::size_t heap_bytes_ = 0;
};

/// The distinct values of a column, shared by its row groups. A code is an index; code 0 is the missing
/// value. Values of equal text and different kinds are different values. Texts never move once interned.
class Dictionary {
 public:
  Dictionary();
  std::uint32_t intern(const Cell& cell);
  Cell cell(std::uint32_t code) const { return cells_[code]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(cells_.size()); }
  std::size_t heap_bytes() const;

 private:
  struct HashedCode {
    std::uint32_t hash = 0;
    std::uint32_t code = 0;  ///< 0: an empty slot
  };

  void grow();

  std::vector<Cell> cells_;
  /// Open addressing, linear probing, a power of two, at most half full.
  std::vector<HashedCode> slots_;
  TextArena texts_;
};

}  // namespace campaign_lens
