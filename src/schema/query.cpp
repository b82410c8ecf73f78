#include "schema/query.h"

#include <algorithm>

namespace campaign_lens {

bool asks_facts(const Query& query) {
  return !query.sets.empty() || std::ranges::any_of(query.filters, [](const ColumnFilter& filter) {
    return std::holds_alternative<condition::FromCountry>(filter.condition);
  });
}

}  // namespace campaign_lens
