#include "ingest/warnings.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace campaign_lens {

void Warnings::add(std::string_view message, const Window& window, std::size_t position, std::string detail) {
  Warning& warning = count(message);
  added_in_step_.push_back(static_cast<std::size_t>(&warning - warnings_.data()));
  if (warning.places.size() < kMaxWarningPlaces)
    warning.places.push_back({window.place(position), std::move(detail)});
}

void Warnings::add(std::string_view message, const Place& place, std::string detail) {
  Warning& warning = count(message);
  if (warning.places.size() < kMaxWarningPlaces) warning.places.push_back({place, std::move(detail)});
}

void Warnings::add(std::string message, std::uint64_t count) {
  warnings_.push_back({.message = std::move(message), .count = count});
}

Warning& Warnings::count(std::string_view message) {
  const auto same = std::ranges::find(warnings_, message, &Warning::message);
  if (same == warnings_.end()) return warnings_.emplace_back(Warning{.message = std::string(message)});
  ++same->count;
  return *same;
}

void Warnings::undo_step(std::size_t kept) {
  for (; added_in_step_.size() > kept; added_in_step_.pop_back()) {
    Warning& warning = warnings_[added_in_step_.back()];
    --warning.count;
    if (warning.places.size() > warning.count) warning.places.pop_back();
    // One that this step brought up is the last of the list by then: those after it were undone before.
    if (warning.count == 0) warnings_.pop_back();
  }
}

std::vector<Warning> Warnings::so_far() const {
  std::vector<Warning> warnings = warnings_;
  const auto position = [](const Warning& warning) {
    const Place& place = warning.places.front().place;
    return std::tuple(place.file, place.byte_offset, std::string_view(warning.message));
  };
  const auto placeless =
      std::ranges::stable_partition(warnings, [](const Warning& warning) { return !warning.places.empty(); });
  std::ranges::sort(warnings.begin(), placeless.begin(), {}, position);
  return warnings;
}

}  // namespace campaign_lens
