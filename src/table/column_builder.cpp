#include "table/column_builder.h"

#include <algorithm>
#include <utility>

namespace campaign_lens {
namespace {

/// Below this many new values a dictionary is never worth leaving.
constexpr std::uint32_t kFewDistinct = 2'048;

}  // namespace

ColumnBuilder::ColumnBuilder(std::size_t max_arena_bytes)
    : dictionary_(std::make_shared<Dictionary>()),
      max_arena_bytes_(max_arena_bytes),
      distinct_before_(dictionary_->size()) {}

void ColumnBuilder::set(std::uint32_t row, Kind kind, std::string_view text) {
  if (filled() > row) drop_last();
  fill_missing(row);
  if (!coded_ && texts_.arena.size() + text.size() > max_arena_bytes_) turn_into_codes();
  if (!coded_) return append_text(kind, text);
  codes_.codes.push_back(dictionary_->intern({kind, text}));
  if (texts_fit_ && mostly_unique()) turn_into_texts();
}

ColumnGroup ColumnBuilder::group(std::uint32_t rows) const {
  const std::uint32_t set = std::min(filled(), rows);
  if (set == 0) return MissingGroup{};
  if (coded_) {
    CodesGroup group;
    group.codes.reserve(rows);
    group.codes.assign(codes_.codes.begin(), codes_.codes.begin() + static_cast<std::ptrdiff_t>(set));
    group.codes.resize(rows, 0);
    return group;
  }
  const std::uint32_t bytes = texts_.ends[set - 1];
  TextsGroup group;
  group.kinds.reserve(rows);
  group.ends.reserve(rows);
  group.kinds.assign(texts_.kinds.begin(), texts_.kinds.begin() + static_cast<std::ptrdiff_t>(set));
  group.ends.assign(texts_.ends.begin(), texts_.ends.begin() + static_cast<std::ptrdiff_t>(set));
  group.kinds.resize(rows, Kind::missing);
  group.ends.resize(rows, bytes);
  group.arena.assign(texts_.arena.begin(), texts_.arena.begin() + static_cast<std::ptrdiff_t>(bytes));
  return group;
}

void ColumnBuilder::begin_group() {
  codes_.codes.clear();
  texts_.kinds.clear();
  texts_.ends.clear();
  texts_.arena.clear();
  distinct_before_ = dictionary_->size();
}

std::uint32_t ColumnBuilder::filled() const {
  return static_cast<std::uint32_t>(coded_ ? codes_.codes.size() : texts_.kinds.size());
}

void ColumnBuilder::fill_missing(std::uint32_t rows) {
  if (coded_) {
    codes_.codes.resize(rows, 0);
  } else {
    texts_.kinds.resize(rows, Kind::missing);
    texts_.ends.resize(rows, static_cast<std::uint32_t>(texts_.arena.size()));
  }
}

void ColumnBuilder::drop_last() {
  if (coded_) return codes_.codes.pop_back();
  texts_.kinds.pop_back();
  texts_.ends.pop_back();
  texts_.arena.resize(texts_.ends.empty() ? 0 : texts_.ends.back());
}

void ColumnBuilder::append_text(Kind kind, std::string_view text) {
  texts_.kinds.push_back(kind);
  texts_.arena.insert(texts_.arena.end(), text.begin(), text.end());
  texts_.ends.push_back(static_cast<std::uint32_t>(texts_.arena.size()));
}

bool ColumnBuilder::mostly_unique() const {
  const std::uint32_t distinct = dictionary_->size() - distinct_before_;
  return distinct > kFewDistinct && distinct > filled() / 2;
}

void ColumnBuilder::turn_into_texts() {
  std::size_t bytes = 0;
  for (const std::uint32_t code : codes_.codes)
    bytes += dictionary_->cell(code).text.size();
  texts_fit_ = bytes <= max_arena_bytes_;
  if (!texts_fit_) return;

  coded_ = false;
  const std::vector<std::uint32_t> codes = std::exchange(codes_.codes, {});
  for (const std::uint32_t code : codes) {
    const Cell cell = dictionary_->cell(code);
    append_text(cell.kind, cell.text);
  }
  // What this group alone brought into the dictionary leaves it; the codes of earlier groups stay what they
  // are.
  auto kept = std::make_shared<Dictionary>();
  for (std::uint32_t code = 1; code < distinct_before_; ++code)
    kept->intern(dictionary_->cell(code));
  dictionary_ = std::move(kept);
}

void ColumnBuilder::turn_into_codes() {
  const TextsGroup texts = std::exchange(texts_, {});
  coded_ = true;
  texts_fit_ = false;
  for (std::uint32_t row = 0; row < texts.kinds.size(); ++row)
    codes_.codes.push_back(dictionary_->intern(texts.cell(row)));
}

}  // namespace campaign_lens
