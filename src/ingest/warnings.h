#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/window.h"
#include "table/dataset.h"

namespace campaign_lens {

inline constexpr std::string_view kTrailingComma = "A comma stands before a closing bracket.";

/// Collects warnings; the same one again is counted, with the place of the first.
class Warnings {
 public:
  void add(std::string_view message, const Window& window, std::size_t position);
  void add(std::string message, std::uint64_t count = 1);

  /// What is added from here on can be taken back: a record that the window ends in is read again with the
  /// next.
  void begin_step() { added_in_step_.clear(); }
  void undo_step();

  std::vector<Warning> take() { return std::move(warnings_); }

 private:
  std::vector<Warning> warnings_;
  std::vector<std::size_t> added_in_step_;
};

}  // namespace campaign_lens
