#include "view/duration.h"

#include <cstdio>

namespace campaign_lens::view {

std::string duration(double ms) {
  char text[32];
  const bool seconds = ms >= 1000;
  std::snprintf(text, sizeof text, ms < 10 || seconds ? "%.1f %s" : "%.0f %s", seconds ? ms / 1000 : ms,
                seconds ? "s" : "ms");
  return text;
}

}  // namespace campaign_lens::view
