#include "query/set_tests.h"

#include <algorithm>

#include "insight/insight.h"

namespace campaign_lens {

void SetTest::mark(std::size_t group, std::span<std::uint8_t> hits) const {
  mark_set(facts_, set_, group * kRowGroupRows, hits);
}

void ChosenRows::mark(std::size_t group, std::span<std::uint8_t> hits) const {
  std::ranges::copy(std::span(chosen_).subspan(group * kRowGroupRows, hits.size()), hits.begin());
}

}  // namespace campaign_lens
