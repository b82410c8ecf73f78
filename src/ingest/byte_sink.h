#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "base/result.h"

namespace campaign_lens {

/// Takes bytes as they come out of a stage of reading. Its error ends the file.
using ByteSink = std::function<Status(std::span<const std::byte>)>;

}  // namespace campaign_lens
