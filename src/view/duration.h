#pragma once

#include <string>

namespace campaign_lens::view {

/// "1.5 ms", "120 ms", "3.4 s".
std::string duration(double ms);

}  // namespace campaign_lens::view
