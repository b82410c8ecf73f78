#pragma once

#include <cstdint>
#include <vector>

#include "insight/recipients.h"

namespace campaign_lens {

/// The rows of the click table, those of one recipient behind each other in the order of the file; those
/// without one come last. So what is to be counted once a recipient needs no set.
std::vector<std::uint32_t> clicks_by_recipient(const Recipients& recipients);

}  // namespace campaign_lens
