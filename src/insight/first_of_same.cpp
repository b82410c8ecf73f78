#include "insight/first_of_same.h"

#include <algorithm>
#include <bit>

namespace campaign_lens {

void FirstOfSame::count(std::span<const std::uint64_t> keys) {
  for (const std::uint64_t key : keys) {
    firsts_.push_back(key == kNoKey ? kNone : static_cast<std::uint32_t>(firsts_.size()));
    ends_[part_of(hash_of(key))] += key == kNoKey ? 0 : 1;
  }
}

void FirstOfSame::deal_out() {
  std::uint32_t entries = 0;
  for (std::uint32_t& end : ends_)
    entries += std::exchange(end, entries);  // where the part begins; adding moves it to its end
  entries_ = std::make_unique_for_overwrite<Entry[]>(entries);
}

void FirstOfSame::add(std::span<const std::uint64_t> keys) {
  if (!entries_) deal_out();
  for (const std::uint64_t key : keys) {
    const std::uint32_t place = added_++;
    if (key == kNoKey) continue;
    entries_[ends_[part_of(hash_of(key))]++] = {.low = static_cast<std::uint32_t>(key),
                                                .high = static_cast<std::uint32_t>(key >> 32),
                                                .place = place};
  }
}

Task<std::vector<std::uint32_t>> FirstOfSame::find() && {
  std::vector<std::uint32_t> table;
  std::uint32_t begin = 0, since_pause = 0;
  for (const std::uint32_t end : ends_) {
    find_in({entries_.get() + begin, end - begin}, table);
    since_pause += end - begin;
    begin = end;
    if (since_pause < kRowsBetweenPauses) continue;
    since_pause = 0;
    co_await pause(end, ends_.back());
  }
  entries_.reset();
  co_return std::move(firsts_);
}

void FirstOfSame::find_in(std::span<const Entry> part, std::vector<std::uint32_t>& table) {
  const std::size_t slots = std::bit_ceil(2 * part.size() + 1);
  if (slots > table.size()) table.resize(slots);
  std::fill_n(table.begin(), slots, 0);
  for (const Entry& entry : part) {
    const std::uint64_t hash = hash_of(std::uint64_t{entry.high} << 32 | entry.low);
    std::size_t slot = static_cast<std::size_t>(hash >> 22) & (slots - 1);
    while (table[slot] != 0) {
      const Entry& known = part[table[slot] - 1];
      if (known.low == entry.low && known.high == entry.high) {
        firsts_[entry.place] = known.place;
        break;
      }
      slot = (slot + 1) & (slots - 1);
    }
    if (table[slot] == 0) table[slot] = static_cast<std::uint32_t>(&entry - part.data()) + 1;
  }
}

}  // namespace campaign_lens
