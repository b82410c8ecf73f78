#pragma once

#include <span>

namespace campaign_lens::fonts {

/// Font files (OpenType, CFF outlines) of Inter, cut down by subset.py: Latin, punctuation, currencies,
/// arrows. All digits are equally wide.
std::span<const unsigned char> inter_regular();
std::span<const unsigned char> inter_semibold();

}  // namespace campaign_lens::fonts
