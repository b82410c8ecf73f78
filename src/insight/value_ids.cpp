#include "insight/value_ids.h"

#include <limits>

namespace campaign_lens {
namespace {
constexpr std::uint32_t kUnread = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t kFewNumbers = 4'096;
}  // namespace

ValueIds::ValueIds(const Column* column) : column_(column) {
  if (column_ != nullptr) of_codes_.assign(column_->dictionary().size(), kUnread);
}

std::uint32_t ValueIds::id(std::uint64_t row) {
  if (column_ == nullptr) return kBlank;
  const ColumnGroup& group = column_->groups()[static_cast<std::size_t>(row / kRowGroupRows)];
  const auto in_group = static_cast<std::uint32_t>(row % kRowGroupRows);
  if (const auto* const coded = std::get_if<CodesGroup>(&group))
    return of_code(static_cast<std::uint32_t>(coded->codes[in_group]));
  if (const auto* const digits = std::get_if<DigitsGroup>(&group)) {
    const Slot slot = digits->slots[in_group];
    if (holds_code(slot)) return of_code(code_of(slot));
    if (digits != digits_) {
      digits_ = digits;
      const std::uint64_t range = digits->slots.greatest() - digits->slots.least();
      of_slots_.assign(range < kFewNumbers ? static_cast<std::size_t>(range + 1) : 0, kUnread);
    }
    if (!of_slots_.empty()) {
      std::uint32_t& id = of_slots_[static_cast<std::size_t>(slot - digits->slots.least())];
      if (id == kUnread) id = of_cell(cell_of(group, column_->dictionary(), in_group, buffer_));
      return id;
    }
  }
  const std::optional<std::uint32_t> code = code_at(group, in_group);
  return code ? of_code(*code) : of_cell(cell_of(group, column_->dictionary(), in_group, buffer_));
}

void ValueIds::read(std::size_t group, std::span<std::uint32_t> ids) {
  const auto* const coded = column_ == nullptr ? nullptr : std::get_if<CodesGroup>(&column_->groups()[group]);
  if (coded != nullptr) {
    coded->codes.for_each(
        [&](std::size_t row, std::uint64_t code) { ids[row] = of_code(static_cast<std::uint32_t>(code)); });
    return;
  }
  for (std::size_t row = 0; row < ids.size(); ++row)
    ids[row] = id(std::uint64_t{group} * kRowGroupRows + row);
}

std::uint32_t ValueIds::of_code(std::uint32_t code) {
  std::uint32_t& id = of_codes_[code];
  if (id == kUnread) id = of_cell(column_->dictionary().cell(code));
  return id;
}

}  // namespace campaign_lens
