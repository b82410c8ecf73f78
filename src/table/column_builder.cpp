#include "table/column_builder.h"

#include <algorithm>
#include <string>
#include <utility>

namespace campaign_lens {
namespace {

/// So many new values in a group have codes of a byte: no shape takes less. Shapes are looked for from there
/// on, as they cost less time, too, and leave nothing behind; texts take more, and are for many values.
constexpr std::uint32_t kFewDistinct = 256;
constexpr std::uint32_t kManyDistinct = 1'000;
/// A shape is worth it when of eight values seven have it.
constexpr std::size_t kFitting = 7, kOfValues = 8;
constexpr std::uint32_t kSampledRows = 1'024;

}  // namespace

ColumnBuilder::ColumnBuilder(std::size_t max_arena_bytes)
    : dictionary_(std::make_shared<Dictionary>()),
      max_arena_bytes_(max_arena_bytes),
      distinct_before_(dictionary_->size()),
      reconsider_at_(distinct_before_ + kFewDistinct) {}

void ColumnBuilder::begin_group() {
  // Texts are never reconsidered on the way; what most of the last ones are, the next ones may be.
  std::optional<Encoding> shape;
  if (encoding_.form == Encoding::Form::texts) shape = fitting_shape(filled_ - filled_ / 8);
  if (shape) begin_encoding(*std::move(shape));
  clear();
  distinct_before_ = dictionary_->size();
  reconsider_at_ = distinct_before_ + kFewDistinct;
}

ColumnGroup ColumnBuilder::group(std::uint32_t rows) {
  if (std::min(filled_, rows) == 0) return MissingGroup{};
  while (filled_ < rows)
    append({});
  switch (encoding_.form) {
    case Encoding::Form::codes:
      return CodesGroup{PackedIntegers(std::span(codes_).first(rows))};
    case Encoding::Form::digits:
      return DigitsGroup{encoding_.digits, PackedSlots(std::span(slots_).first(rows))};
    case Encoding::Form::times:
      return TimesGroup{encoding_.times, PackedSlots(std::span(slots_).first(rows))};
    case Encoding::Form::uuids:
      return UuidsGroup{{uuids_.begin(), uuids_.begin() + static_cast<std::ptrdiff_t>(rows)}};
    case Encoding::Form::texts:
      break;
  }
  TextsGroup group;
  const auto kinds = std::span(texts_.kinds).first(rows);
  group.kind = kinds.front();
  if (std::ranges::any_of(kinds, [&](Kind kind) { return kind != group.kind; })) {
    group.kinds.assign(kinds.begin(), kinds.end());
  }
  group.ends.assign(texts_.ends.begin(), texts_.ends.begin() + static_cast<std::ptrdiff_t>(rows));
  group.arena.assign(texts_.arena.begin(),
                     texts_.arena.begin() + static_cast<std::ptrdiff_t>(group.ends.back()));
  return group;
}

void ColumnBuilder::append(const Cell& cell) {
  ++filled_;
  switch (encoding_.form) {
    case Encoding::Form::codes:
      codes_.push_back(dictionary_->intern(cell));
      break;
    case Encoding::Form::digits: {
      std::uint64_t number = 0;
      if (encoding_.digits.read(cell, number)) {
        slots_.push_back(number);
        digits_bytes_ = cell.text.size();
      } else {
        slots_.push_back(slot_of_code(dictionary_->intern(cell)));
      }
      break;
    }
    case Encoding::Form::times: {
      std::uint64_t ticks = 0;
      slots_.push_back(
          encoding_.times.read(cell, last_date_, ticks) ? ticks : slot_of_code(dictionary_->intern(cell)));
      break;
    }
    case Encoding::Form::uuids: {
      Uuid uuid;
      uuids_.push_back(Uuid::read(cell, uuid) ? uuid : Uuid::of_code(dictionary_->intern(cell)));
      break;
    }
    case Encoding::Form::texts:
      append_text(cell);
  }
}

const char* ColumnBuilder::append_shaped(const char* text) {
  using Form = Encoding::Form;
  const std::size_t bytes = encoding_.form == Form::uuids   ? Uuid::kCharacters
                            : encoding_.form == Form::times ? encoding_.times.bytes()
                                                            : digits_bytes_;
  if (bytes == 0 || bytes > kMostShapedBytes || text[bytes] != '"') return nullptr;
  const Cell cell{Kind::text, {text, bytes}};
  if (encoding_.form == Form::uuids) {
    Uuid uuid;
    if (!Uuid::read(cell, uuid)) return nullptr;
    uuids_.push_back(uuid);
  } else {
    std::uint64_t number = 0;
    const bool fits = encoding_.form == Form::times ? encoding_.times.read(cell, last_date_, number)
                                                    : encoding_.digits.read(cell, number);
    if (!fits) return nullptr;
    slots_.push_back(number);
  }
  ++filled_;
  return text + bytes;
}

bool ColumnBuilder::Encoding::is_plain_shape() const {
  const auto is_plain = [](std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\'; });
  };
  switch (form) {
    case Form::digits:
      return is_plain(digits.prefix) && is_plain(digits.suffix);
    case Form::times:
      return is_plain(times.suffix) && is_plain({&times.separator, 1});
    case Form::uuids:
      return true;
    case Form::codes:
    case Form::texts:
      break;
  }
  return false;
}

void ColumnBuilder::begin_encoding(Encoding encoding) {
  encoding_ = std::move(encoding);
  shape_is_plain_ = encoding_.is_plain_shape();
  digits_bytes_ = 0;
}

void ColumnBuilder::append_text(const Cell& cell) {
  if (texts_.arena.size() + cell.text.size() > max_arena_bytes_) {
    texts_fit_ = false;
    --filled_;
    encode_anew({});
    return append(cell);
  }
  texts_.kinds.push_back(cell.kind);
  texts_.arena.insert(texts_.arena.end(), cell.text.begin(), cell.text.end());
  texts_.ends.push_back(static_cast<std::uint32_t>(texts_.arena.size()));
}

void ColumnBuilder::drop_last() {
  --filled_;
  switch (encoding_.form) {
    case Encoding::Form::codes:
      return codes_.pop_back();
    case Encoding::Form::digits:
    case Encoding::Form::times:
      return slots_.pop_back();
    case Encoding::Form::uuids:
      return uuids_.pop_back();
    case Encoding::Form::texts:
      texts_.kinds.pop_back();
      texts_.ends.pop_back();
      texts_.arena.resize(texts_.ends.empty() ? 0 : texts_.ends.back());
  }
}

void ColumnBuilder::go_to(std::uint32_t row) {
  if (filled_ > row) drop_last();
  while (filled_ < row)
    append({});
}

void ColumnBuilder::clear() {
  filled_ = 0;
  codes_.clear();
  slots_.clear();
  uuids_.clear();
  texts_.kinds.clear();
  texts_.ends.clear();
  texts_.arena.clear();
}

void ColumnBuilder::reconsider() {
  if (const auto shape = fitting_shape(0)) {
    if (*shape != encoding_) encode_anew(*shape);
  } else {
    if (encoding_.form != Encoding::Form::codes) encode_anew({});
    if (mostly_unique() && texts_fit()) {
      encode_anew({.form = Encoding::Form::texts, .digits = {}, .times = {}});
    }
  }
  const std::uint32_t distinct = dictionary_->size() - distinct_before_;
  reconsider_at_ = dictionary_->size() + std::max(distinct, kFewDistinct);
}

bool ColumnBuilder::mostly_unique() const {
  return dictionary_->size() - distinct_before_ > std::max(kManyDistinct, filled_ / 2);
}

bool ColumnBuilder::texts_fit() {
  std::size_t bytes = 0;
  for (const std::uint32_t code : codes_)
    bytes += dictionary_->cell(code).text.size();
  texts_fit_ = texts_fit_ && bytes <= max_arena_bytes_;
  return texts_fit_;
}

std::optional<ColumnBuilder::Encoding> ColumnBuilder::fitting_shape(std::uint32_t first) {
  using Form = Encoding::Form;
  const ColumnGroup rows = group(filled_);
  CellBuffer buffer;
  std::vector<std::string> texts;
  std::vector<Cell> sample;
  texts.reserve(kSampledRows);
  for (std::uint64_t i = 0; i < kSampledRows && first < filled_; ++i) {
    const auto row = static_cast<std::uint32_t>(first + i * (filled_ - first) / kSampledRows);
    const Cell cell = cell_of(rows, *dictionary_, row, buffer);
    if (!cell.blank()) sample.push_back({cell.kind, texts.emplace_back(cell.text)});
  }
  if (sample.empty()) return std::nullopt;

  std::vector<Encoding> candidates = {encoding_, {.form = Form::uuids, .digits = {}, .times = {}}};
  for (std::size_t eighth = 0; eighth < 8; ++eighth) {
    const Cell model = sample[eighth * sample.size() / 8];
    const auto times = TimeShape::of(model);
    const auto digits = DigitsShape::of(model);
    if (times) candidates.push_back({.form = Form::times, .digits = {}, .times = *times});
    if (digits) candidates.push_back({.form = Form::digits, .digits = *digits, .times = {}});
  }
  const auto fitting =
      std::ranges::find_if(candidates, [&](const Encoding& candidate) { return fits(candidate, sample); });
  return fitting == candidates.end() ? std::nullopt : std::optional(*fitting);
}

bool ColumnBuilder::fits(const Encoding& encoding, std::span<const Cell> sample) const {
  LastDate date;
  std::uint64_t number = 0;
  Uuid uuid;
  const auto is_of_shape = [&](Cell cell) {
    switch (encoding.form) {
      case Encoding::Form::digits:
        return encoding.digits.read(cell, number);
      case Encoding::Form::times:
        return encoding.times.read(cell, date, number);
      case Encoding::Form::uuids:
        return Uuid::read(cell, uuid);
      case Encoding::Form::codes:
      case Encoding::Form::texts:
        break;
    }
    return false;
  };
  const auto fitting = static_cast<std::size_t>(std::ranges::count_if(sample, is_of_shape));
  return fitting * kOfValues >= sample.size() * kFitting;
}

void ColumnBuilder::encode_anew(Encoding encoding) {
  const ColumnGroup rows = group(filled_);
  const std::uint32_t filled = filled_;
  const std::shared_ptr<const Dictionary> values = dictionary_;
  // What this group alone brought into the dictionary leaves it; the codes of earlier groups stay what they
  // are.
  dictionary_ = std::make_shared<Dictionary>();
  recent_.clear();
  for (std::uint32_t code = 1; code < distinct_before_; ++code)
    dictionary_->intern(values->cell(code));
  clear();
  begin_encoding(std::move(encoding));
  CellBuffer buffer;
  for (std::uint32_t row = 0; row < filled; ++row)
    append(cell_of(rows, *values, row, buffer));
}

}  // namespace campaign_lens
