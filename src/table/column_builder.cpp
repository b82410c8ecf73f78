#include "table/column_builder.h"

#include <utility>

namespace campaign_lens {
namespace {

/// Below this many new values a dictionary is never worth leaving.
constexpr std::uint32_t kFewDistinct = 2'048;

}  // namespace

ColumnBuilder::ColumnBuilder(std::string_view key, std::size_t empty_groups, std::size_t max_arena_bytes)
    : max_arena_bytes_(max_arena_bytes) {
  column_.info_.key = key;
  column_.groups_.resize(empty_groups);
  column_.dictionary_ = std::make_unique<Dictionary>();
  distinct_before_ = column_.dictionary_->size();
}

void ColumnBuilder::set(std::uint32_t row, Kind kind, std::string_view text) {
  if (filled() > row) drop_last();
  fill_missing(row);
  if (!coded_ && group_.arena.size() + text.size() > max_arena_bytes_) turn_into_codes();
  if (!coded_) return append_text(kind, text);
  group_.codes.push_back(column_.dictionary_->intern({kind, text}));
  if (texts_fit_ && mostly_unique()) turn_into_texts();
}

void ColumnBuilder::finish_group(std::uint32_t rows) {
  if (filled() != 0) fill_missing(rows);
  group_.codes.shrink_to_fit();
  group_.kinds.shrink_to_fit();
  group_.ends.shrink_to_fit();
  group_.arena.shrink_to_fit();
  column_.groups_.push_back(std::exchange(group_, {}));
  distinct_before_ = column_.dictionary_->size();
}

std::uint32_t ColumnBuilder::filled() const {
  return static_cast<std::uint32_t>(coded_ ? group_.codes.size() : group_.kinds.size());
}

void ColumnBuilder::fill_missing(std::uint32_t rows) {
  if (coded_) {
    group_.codes.resize(rows, 0);
  } else {
    group_.kinds.resize(rows, Kind::missing);
    group_.ends.resize(rows, static_cast<std::uint32_t>(group_.arena.size()));
  }
}

void ColumnBuilder::drop_last() {
  if (coded_) return group_.codes.pop_back();
  group_.kinds.pop_back();
  group_.ends.pop_back();
  group_.arena.resize(group_.ends.empty() ? 0 : group_.ends.back());
}

void ColumnBuilder::append_text(Kind kind, std::string_view text) {
  group_.kinds.push_back(kind);
  group_.arena.insert(group_.arena.end(), text.begin(), text.end());
  group_.ends.push_back(static_cast<std::uint32_t>(group_.arena.size()));
}

bool ColumnBuilder::mostly_unique() const {
  const std::uint32_t distinct = column_.dictionary_->size() - distinct_before_;
  return distinct > kFewDistinct && distinct > filled() / 2;
}

void ColumnBuilder::turn_into_texts() {
  std::size_t bytes = 0;
  for (const std::uint32_t code : group_.codes)
    bytes += column_.dictionary_->cell(code).text.size();
  texts_fit_ = bytes <= max_arena_bytes_;
  if (!texts_fit_) return;

  coded_ = false;
  const std::vector<std::uint32_t> codes = std::exchange(group_.codes, {});
  for (const std::uint32_t code : codes) {
    const Cell cell = column_.dictionary_->cell(code);
    append_text(cell.kind, cell.text);
  }
  // What this group alone brought into the dictionary leaves it; the codes of earlier groups stay what they
  // are.
  auto kept = std::make_unique<Dictionary>();
  for (std::uint32_t code = 1; code < distinct_before_; ++code)
    kept->intern(column_.dictionary_->cell(code));
  column_.dictionary_ = std::move(kept);
}

void ColumnBuilder::turn_into_codes() {
  const ColumnGroup texts = std::exchange(group_, {});
  coded_ = true;
  texts_fit_ = false;
  std::uint32_t begin = 0;
  for (std::size_t row = 0; row < texts.kinds.size(); ++row) {
    const std::string_view text(texts.arena.data() + begin, texts.ends[row] - begin);
    group_.codes.push_back(column_.dictionary_->intern({texts.kinds[row], text}));
    begin = texts.ends[row];
  }
}

}  // namespace campaign_lens
