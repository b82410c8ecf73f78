#include "ingest/warnings.h"

#include <algorithm>
#include <utility>

namespace campaign_lens {

void Warnings::add(std::string_view message, const Window& window, std::size_t position) {
  const auto same = std::find_if(warnings_.begin(), warnings_.end(),
                                 [&](const Warning& warning) { return warning.message == message; });
  added_in_step_.push_back(static_cast<std::size_t>(same - warnings_.begin()));
  if (same == warnings_.end()) {
    warnings_.push_back({.message = std::string(message), .count = 1, .place = window.place(position)});
  } else {
    ++same->count;
  }
}

void Warnings::add(std::string message, std::uint64_t count) {
  warnings_.push_back({.message = std::move(message), .count = count, .place = {}});
}

void Warnings::undo_step() {
  for (; !added_in_step_.empty(); added_in_step_.pop_back()) {
    Warning& warning = warnings_[added_in_step_.back()];
    // One that this step brought up is the last of the list by then: those after it were undone before.
    if (--warning.count == 0) warnings_.pop_back();
  }
}

}  // namespace campaign_lens
