#pragma once

#include <string_view>

#include "ingest/cursor.h"
#include "table/dataset.h"

namespace campaign_lens {

/// Takes in one scalar that stands outside of the records: a fact of the campaign, a stated count, or
/// something further. `path` is dotted: "campaign.name", "stats.total", "page".
void add_fact(std::string_view path, const Scalar& value, Campaign& campaign, StatedCounts& stated);

}  // namespace campaign_lens
