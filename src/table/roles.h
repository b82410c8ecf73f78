#pragma once

#include <span>
#include <string>
#include <vector>

#include "schema/schema.h"

namespace campaign_lens {

/// Which column plays which role, by key: compared in lower case without `_ - space .`, dotted keys also by their last
/// part; of several candidates the one that comes first in the list of aliases. One role per index of `keys`.
std::vector<Role> assign_roles(TableId table, std::span<const std::string> keys);

}  // namespace campaign_lens
