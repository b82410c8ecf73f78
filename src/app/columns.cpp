#include "app/columns.h"

#include <algorithm>

namespace campaign_lens::app {
namespace {

auto find(ColumnPlaces& places, std::uint32_t column) {
  return std::ranges::find(places, column, &ColumnPlace::column);
}

void pinned_first(ColumnPlaces& places) {
  std::ranges::stable_partition(places, &ColumnPlace::pinned);
}

}  // namespace

ColumnPlaces arranged(const ColumnPlaces& places, std::size_t count) {
  ColumnPlaces all;
  std::vector<bool> named(count);
  for (const ColumnPlace& place : places) {
    if (place.column >= count || named[place.column]) continue;
    named[place.column] = true;
    all.push_back(place);
  }
  for (std::uint32_t column = 0; column < count; ++column) {
    if (!named[column]) all.push_back({.column = column});
  }
  pinned_first(all);
  return all;
}

ColumnPlaces shown_columns(const ColumnPlaces& places, std::size_t count) {
  ColumnPlaces shown = arranged(places, count);
  std::erase_if(shown, [](const ColumnPlace& place) { return place.hidden; });
  return shown;
}

bool same_order(const ColumnPlaces& a, const ColumnPlaces& b, std::size_t count) {
  return std::ranges::equal(shown_columns(a, count), shown_columns(b, count), {}, &ColumnPlace::column,
                            &ColumnPlace::column);
}

void show_column(ColumnPlaces& places, std::uint32_t column, bool shown) {
  const auto place = find(places, column);
  if (place == places.end()) return;
  const auto many = std::ranges::count(places, false, &ColumnPlace::hidden);
  if (!shown && !place->hidden && many == 1) return;
  place->hidden = !shown;
}

void pin_column(ColumnPlaces& places, std::uint32_t column, bool pinned) {
  const auto place = find(places, column);
  if (place == places.end() || place->pinned == pinned) return;
  place->pinned = pinned;
  // Its place is between the two kinds either way.
  const ColumnPlace moved = *place;
  places.erase(place);
  const auto first_loose = std::ranges::find(places, false, &ColumnPlace::pinned);
  places.insert(first_loose, moved);
}

void move_column(ColumnPlaces& places, std::uint32_t column, std::uint32_t beside, bool behind) {
  const auto place = find(places, column);
  if (column == beside || place == places.end() || find(places, beside) == places.end()) return;
  ColumnPlace moved = *place;
  places.erase(place);
  const auto neighbour = find(places, beside);
  moved.pinned = neighbour->pinned;
  places.insert(behind ? neighbour + 1 : neighbour, moved);
}

void set_width(ColumnPlaces& places, std::uint32_t column, float width) {
  const auto place = find(places, column);
  if (place != places.end()) place->width = width;
}

}  // namespace campaign_lens::app
