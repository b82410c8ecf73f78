#include "insight/clicks_by_recipient.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace campaign_lens {

std::vector<std::uint32_t> clicks_by_recipient(const Recipients& recipients) {
  const std::span<const std::uint32_t> of_rows = recipients.of_rows(TableId::clicks);
  const auto place_of = [&](std::uint32_t recipient) { return std::min(recipient, recipients.clickers()); };
  std::vector<std::uint32_t> next(std::size_t{recipients.clickers()} + 2);
  for (const std::uint32_t recipient : of_rows)
    ++next[place_of(recipient) + 1];
  for (std::size_t i = 1; i < next.size(); ++i)
    next[i] += next[i - 1];
  std::vector<std::uint32_t> rows(of_rows.size());
  for (std::uint32_t row = 0; row < of_rows.size(); ++row)
    rows[next[place_of(of_rows[row])]++] = row;
  return rows;
}

}  // namespace campaign_lens
