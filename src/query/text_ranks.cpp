#include "query/text_ranks.h"

#include <algorithm>

#include "base/text.h"
#include "query/radix_sort.h"
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

}  // namespace

TextRanks::TextRanks(const Column& column, std::span<const std::uint32_t> rows) {
  collect(column, rows);
  rank();
}

void TextRanks::collect(const Column& column, std::span<const std::uint32_t> rows) {
  const auto groups = column.groups();
  ColumnReader reader(column);
  std::vector<std::uint32_t> item_of_code(column.dictionary().size(), kBlank);
  item_of_row_.reserve(rows.size());
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
    if (item == kBlank) item = add(cell.text);
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

std::size_t TextRanks::common_prefix() const {
  const std::string_view first = folded(0);
  std::size_t length = first.size();
  for (std::uint32_t item = 1; item < items_.size(); ++item) {
    const std::string_view text = folded(item).substr(0, length);
    const auto differing = std::mismatch(text.begin(), text.end(), first.begin());
    length = static_cast<std::size_t>(differing.first - text.begin());
  }
  return length;
}

void TextRanks::rank() {
  if (items_.empty()) return;
  // Telephone numbers, ids and links begin alike: what tells them apart comes after that, and mostly in eight
  // bytes.
  const std::size_t prefix = common_prefix();
  std::vector<KeyedRow> order;
  order.reserve(items_.size());
  for (std::uint32_t item = 0; item < items_.size(); ++item)
    order.push_back({eight_bytes(folded(item), prefix), item});
  radix_sort(order);

  for (auto begin = order.begin(); begin != order.end();) {
    const auto end =
        std::find_if(begin, order.end(), [&](const KeyedRow& other) { return other.key != begin->key; });
    std::sort(begin, end, [&](const KeyedRow& a, const KeyedRow& b) {
      const int by_folded = folded(a.row).compare(folded(b.row));
      return by_folded != 0 ? by_folded < 0 : items_[a.row].text < items_[b.row].text;
    });
    begin = end;
  }

  ranks_.resize(items_.size());
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && items_[order[i].row].text != items_[order[i - 1].row].text) ++rank;
    ranks_[order[i].row] = rank;
  }
}

}  // namespace campaign_lens
