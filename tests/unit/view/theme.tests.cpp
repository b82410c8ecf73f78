#include "view/theme.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <utility>

namespace campaign_lens::view {
namespace {

// WCAG 2's relative luminance and contrast.
double luminance(ImU32 colour) {
  const auto channel = [&](int shift) {
    const double c = static_cast<double>(colour >> shift & 0xFFU) / 255;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(IM_COL32_R_SHIFT) + 0.7152 * channel(IM_COL32_G_SHIFT) +
         0.0722 * channel(IM_COL32_B_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
  const double one = luminance(a), other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

constexpr std::array kPalettes = {std::pair(false, false), std::pair(true, false), std::pair(false, true),
                                  std::pair(true, true)};

TEST_CASE("Every text has AA contrast on every ground that it stands on, in every palette") {
  for (const auto& [dark, more_contrast] : kPalettes) {
    const Palette* palette = &palette_of(dark, more_contrast);
    CHECK(palette->dark == dark);
    CHECK(contrast(palette->text, palette->focus_tint) >= 4.5);
    CHECK(contrast(palette->focus, palette->focus_tint) >= 4.5);
    for (const ImU32 text : {palette->text, palette->text_secondary, palette->text_tertiary}) {
      for (const ImU32 ground : {palette->page, palette->surface, palette->sunken, palette->hover}) {
        CHECK(contrast(text, ground) >= 4.5);
      }
    }
    for (const ImU32 ground : {palette->primary, palette->primary_hover, palette->primary_pressed}) {
      CHECK(contrast(palette->on_primary, ground) >= 4.5);
    }
    for (const CountDefinition& count : count_definitions()) {
      const StatusColours& colours = colours_of(*palette, count.id);
      CHECK(contrast(colours.text, colours.tint) >= 4.5);
      CHECK(contrast(palette->text_secondary, colours.tint) >= 4.5);
    }
  }
}

TEST_CASE("With more contrast every text and every edge has that of AAA") {
  for (const bool dark : {false, true}) {
    const Palette& palette = palette_of(dark, true);
    for (const ImU32 ink : {palette.text, palette.text_secondary, palette.text_tertiary, palette.border})
      CHECK(contrast(ink, palette.surface) >= 7);
  }
}

TEST_CASE("The mark of every status stands out from the surface, in every palette") {
  for (const auto& [dark, more_contrast] : kPalettes) {
    const Palette* palette = &palette_of(dark, more_contrast);
    for (const CountDefinition& count : count_definitions()) {
      INFO(count.name);
      CHECK(contrast(colours_of(*palette, count.id).mark, palette->surface) >= 2.5);
    }
  }
}

TEST_CASE("Colours mix from the one to the other") {
  CHECK(mix(IM_COL32_BLACK, IM_COL32_WHITE, 0) == IM_COL32_BLACK);
  CHECK(mix(IM_COL32_BLACK, IM_COL32_WHITE, 1) == IM_COL32_WHITE);
  CHECK(mix(IM_COL32_BLACK, IM_COL32_WHITE, 0.5F) == IM_COL32(128, 128, 128, 255));
  CHECK(with_alpha(IM_COL32_WHITE, 0.5F) == IM_COL32(255, 255, 255, 128));
}

}  // namespace
}  // namespace campaign_lens::view
