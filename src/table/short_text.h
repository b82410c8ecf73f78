#pragma once

#include <string_view>

namespace campaign_lens {

/// Whether a text begins with a few bytes: where there is one or two, a comparison by call costs more.
inline bool begins_with(const char* text, std::string_view bytes) {
  for (const char c : bytes) {
    if (*text++ != c) return false;
  }
  return true;
}

}  // namespace campaign_lens
