#include "query/text_ranks.h"

#include <algorithm>
#include <numeric>

#include "base/radix_sort.h"
#include "base/text.h"
#include "table/column_reader.h"

namespace campaign_lens {

namespace {

/// The eight bytes of a text from an offset on, as an integer that sorts as they do; zeros past the end.
std::uint64_t eight_bytes(std::string_view text, std::size_t offset) {
  std::uint64_t key = 0;
  for (std::size_t i = offset; i < offset + 8; ++i) {
    key = key << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return key;
}

/// Items that may sort otherwise among themselves than they stand; their folded texts are the same up to an
/// offset.
struct Unsorted {
  std::size_t begin = 0, end = 0;
  std::size_t offset = 0;
};

}  // namespace

Task<TextRanks> TextRanks::of(const Column& column, std::span<const std::uint32_t> rows) {
  TextRanks ranks;
  ranks.item_of_row_.reserve(rows.size());
  ItemOfCode item_of_code(column.dictionary().size(), kUnseen);
  for (std::size_t begin = 0; begin < rows.size(); begin += kRowsBetweenPauses) {
    ranks.collect(column, rows.subspan(begin, std::min(kRowsBetweenPauses, rows.size() - begin)),
                  item_of_code);
    co_await pause(begin, 2 * rows.size());
  }
  co_await part(0.5, 1, ranks.rank());
  co_return ranks;
}

void TextRanks::collect(const Column& column, std::span<const std::uint32_t> rows, ItemOfCode& item_of_code) {
  const auto groups = column.groups();
  ColumnReader reader(column);
  for (const std::uint32_t row : rows) {
    const Cell cell = reader.cell(row);
    if (cell.blank()) {
      item_of_row_.push_back(kBlank);
      continue;
    }
    const auto* const coded = std::get_if<CodesGroup>(&groups[row / kRowGroupRows]);
    if (coded == nullptr) {
      // What the reader has written is kept: its text is gone with the next one.
      const bool stored = std::holds_alternative<TextsGroup>(groups[row / kRowGroupRows]);
      item_of_row_.push_back(add(stored ? cell.text : written_.keep(cell.text)));
      continue;
    }
    std::uint32_t& item = item_of_code[static_cast<std::size_t>(coded->codes[row % kRowGroupRows])];
    if (item == kUnseen) item = add(cell.text);
    item_of_row_.push_back(item);
  }
}

std::uint32_t TextRanks::add(std::string_view text) {
  folded_ += fold(text);
  items_.push_back({text, folded_.size()});
  return static_cast<std::uint32_t>(items_.size() - 1);
}

std::string_view TextRanks::folded(std::uint32_t item) const {
  const std::size_t begin = item == 0 ? 0 : items_[item - 1].folded_end;
  return std::string_view(folded_).substr(begin, items_[item].folded_end - begin);
}

bool TextRanks::sorts_before(std::uint32_t item, std::uint32_t other) const {
  const int by_folded = folded(item).compare(folded(other));
  return by_folded != 0 ? by_folded < 0 : items_[item].text < items_[other].text;
}

Task<std::size_t> TextRanks::common_prefix() const {
  const std::string_view first = folded(0);
  std::size_t length = first.size();
  for (std::uint32_t item = 1; item < items_.size() && length > 0; ++item) {
    const std::string_view text = folded(item).substr(0, length);
    const auto differing = std::mismatch(text.begin(), text.end(), first.begin());
    length = static_cast<std::size_t>(differing.first - text.begin());
    if (item % kRowsBetweenPauses == 0) co_await pause(item, items_.size());
  }
  co_return length;
}

Task<void> TextRanks::rank() {
  if (items_.empty()) co_return;
  constexpr std::size_t kFew = 64;
  std::vector<std::uint32_t> order(items_.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto before = [this](std::uint32_t item, std::uint32_t other) { return sorts_before(item, other); };

  // Telephone numbers, ids and links begin alike: what tells them apart comes after that, and mostly in eight
  // bytes.
  const std::size_t prefix = co_await part(0, 0.1, common_prefix());
  std::vector<Unsorted> unsorted = {{.begin = 0, .end = order.size(), .offset = prefix}};
  std::size_t since_pause = 0;
  while (!unsorted.empty()) {
    const Unsorted range = unsorted.back();
    unsorted.pop_back();
    const auto items = std::span(order).subspan(range.begin, range.end - range.begin);
    since_pause += items.size();
    if (since_pause >= kRowsBetweenPauses) {
      since_pause = 0;
      co_await Pause{0.8};
    }
    if (items.size() <= kFew) {
      std::ranges::sort(items, before);
      continue;
    }
    std::vector<KeyedRow> keyed = co_await part(0.1, 0.3, with_keys(items, [&](std::uint32_t item) {
                                                  return eight_bytes(folded(item), range.offset);
                                                }));
    co_await part(0.3, 0.8, radix_sort(keyed));
    for (std::size_t begin = 0; begin < keyed.size();) {
      const std::uint64_t key = keyed[begin].key;
      std::size_t end = begin;
      for (; end < keyed.size() && keyed[end].key == key; ++end)
        items[end] = keyed[end].row;
      // Where a text has ended, those that go on are told apart by more than what follows.
      const bool all_go_on = (key & 0xFF) != 0;
      if (end - begin > 1 && all_go_on) {
        unsorted.push_back({range.begin + begin, range.begin + end, range.offset + 8});
      } else if (end - begin > 1) {
        std::ranges::sort(items.subspan(begin, end - begin), before);
      }
      begin = end;
    }
  }

  ranks_.resize(items_.size());
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && items_[order[i]].text != items_[order[i - 1]].text) ++rank;
    ranks_[order[i]] = rank;
    if (i % kRowsBetweenPauses == 0) co_await Pause{0.8 + 0.2 * pause(i, order.size()).done};
  }
}

}  // namespace campaign_lens
