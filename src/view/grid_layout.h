#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace campaign_lens::view {

// The arithmetic of a grid of up to 2^64 rows. Positions are whole rows in integers: a float cannot tell two
// rows of ten million apart.

/// How many rows fit whole into `height`; at least 1.
std::uint32_t whole_rows(float height, float row_height);

/// The top row at which the last row is the last one visible.
std::uint64_t last_first(std::uint64_t rows, std::uint32_t visible);

/// The top row after a move by `by` rows, held at both ends.
std::uint64_t step(std::uint64_t first, std::int64_t by, std::uint64_t rows, std::uint32_t visible);

/// Where a list stands: its top row, and how many pixels of that row are scrolled away above.
struct RowPlace {
  std::uint64_t row = 0;
  float px = 0;
  friend bool operator==(const RowPlace&, const RowPlace&) = default;
};

/// The place after a move by pixels, held at both ends.
RowPlace moved(RowPlace from, float by_px, float row_height, std::uint64_t rows, std::uint32_t visible);

/// The place nearest to `from` at which `row` is seen whole.
RowPlace revealed(RowPlace from, std::uint64_t row, std::uint32_t visible);

/// Turns the notches of a wheel into whole rows, so many that a notch goes about as far whatever their
/// height; what is less than a row stays in `rest` for the next turn.
inline constexpr float kNotch_px = 100;
std::int64_t rows_of_wheel(float notches, float row_height, float& rest);

/// The part of a scrollbar that is dragged: where it begins on the track, and how long it is.
struct Thumb {
  float offset = 0, length = 0;
  friend bool operator==(const Thumb&, const Thumb&) = default;
};
Thumb thumb_of(float track, std::uint64_t rows, std::uint32_t visible, std::uint64_t first);
/// The top row when the thumb is dragged to `offset`: the first at one end of the track, the last at the
/// other.
std::uint64_t first_at(float track, std::uint64_t rows, std::uint32_t visible, float offset);

/// Column widths for `available`: what the wanted ones leave over goes to the flexible columns in equal
/// parts; what they exceed it by is taken from the flexible ones, unless that would make one narrower than
/// kNarrowestFlexible: then all are as wanted, to be scrolled sideways.
inline constexpr float kNarrowestFlexible = 120;
std::vector<float> fill_width(std::span<const float> wanted, const std::vector<bool>& flexible,
                              float available);

}  // namespace campaign_lens::view
