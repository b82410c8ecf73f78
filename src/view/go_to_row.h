#pragma once

#include <cstdint>
#include <optional>

#include "view/frame.h"
#include "view/text_field.h"

namespace campaign_lens::view {

/// Asks for the number of a row.
class GoToRow {
 public:
  /// The next draw opens it.
  void open() { opening_ = true; }
  /// The row that was asked for, counted from 0, once Enter is pressed; of `rows`, which is more than 0.
  std::optional<std::uint64_t> draw(Frame& frame, const Rect& below, std::uint64_t rows);

 private:
  bool opening_ = false;
  TextField field_;
};

}  // namespace campaign_lens::view
