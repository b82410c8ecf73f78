#include "query/exact_keys.h"

#include <algorithm>
#include <variant>

#include "query/sort.h"
#include "table/decimal.h"

namespace campaign_lens {

namespace {

bool are_blank(std::span<const std::uint32_t> codes, const Dictionary& dictionary) {
  return std::ranges::all_of(codes, [&](std::uint32_t code) { return dictionary.cell(code).blank(); });
}

/// Whether the column has groups of one encoding only, and of those in which it does not occur.
template <typename Group>
bool has_only(const Column& column) {
  return std::ranges::all_of(column.groups(), [](const ColumnGroup& group) {
    return std::holds_alternative<Group>(group) || std::holds_alternative<MissingGroup>(group);
  });
}

bool has_digits_of_one_length(const Column& column) {
  if (!has_only<DigitsGroup>(column)) return false;
  const DigitsGroup* first = nullptr;
  for (const ColumnGroup& group : column.groups()) {
    const auto* const digits = std::get_if<DigitsGroup>(&group);
    if (digits == nullptr) continue;
    if (first == nullptr) first = digits;
    const std::size_t length = decimal_digits(first->slots.least());
    const bool same_length = digits->shape.width != 0 || (decimal_digits(digits->slots.least()) == length &&
                                                          decimal_digits(digits->slots.greatest()) == length);
    if (digits->shape != first->shape || !same_length || digits->slots.numbers() == 0 ||
        !are_blank(digits->slots.codes(), column.dictionary())) {
      return false;
    }
  }
  return first != nullptr;
}

bool has_uuids(const Column& column) {
  if (!has_only<UuidsGroup>(column)) return false;
  for (const ColumnGroup& group : column.groups()) {
    const auto* const uuids = std::get_if<UuidsGroup>(&group);
    if (uuids == nullptr) continue;
    const bool blanks_aside = std::ranges::all_of(uuids->uuids, [&](const Uuid& uuid) {
      return !uuid.holds_code() || column.dictionary().cell(uuid.code()).blank();
    });
    if (!blanks_aside) return false;
  }
  return true;
}

std::uint64_t digits_key(const Column& column, std::uint32_t row) {
  const auto* const digits = std::get_if<DigitsGroup>(&column.groups()[row / kRowGroupRows]);
  const Slot slot = digits == nullptr ? slot_of_code(0) : digits->slots[row % kRowGroupRows];
  return holds_code(slot) ? kBlankKey : slot;
}

Uuid uuid_of(const Column& column, std::uint32_t row) {
  const auto* const uuids = std::get_if<UuidsGroup>(&column.groups()[row / kRowGroupRows]);
  return uuids == nullptr ? Uuid::of_code(0) : uuids->uuids[row % kRowGroupRows];
}

/// By their upper halves, which hardly ever are the same, then by the lower ones; a key is a place in that
/// order.
Task<std::vector<KeyedRow>> uuid_keys(const Column& column, std::span<const std::uint32_t> rows) {
  std::vector<KeyedRow> keys;
  std::vector<KeyedRow> order;
  keys.reserve(rows.size());
  order.reserve(rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    keys.push_back({.key = kBlankKey, .row = rows[i]});
    const Uuid uuid = uuid_of(column, rows[i]);
    if (!uuid.holds_code()) order.push_back({.key = uuid.high, .row = i});
    if (i % kRowsBetweenPauses == 0) co_await pause(i, rows.size() * 10);
  }
  co_await part(0.1, 0.7, radix_sort(order));
  const auto low_of = [&](const KeyedRow& place) { return uuid_of(column, rows[place.row]).low; };
  std::uint64_t rank = 0;
  std::size_t ranked = 0;
  for (auto begin = order.begin(); begin != order.end();) {
    const auto end =
        std::find_if(begin, order.end(), [&](const KeyedRow& other) { return other.key != begin->key; });
    if (end - begin > 1) {
      std::vector<KeyedRow> alike;
      for (auto place = begin; place != end; ++place)
        alike.push_back({.key = low_of(*place), .row = place->row});
      co_await part(0.7, 0.7, radix_sort(alike));
      std::ranges::transform(
          alike, begin, [&](const KeyedRow& place) { return KeyedRow{.key = begin->key, .row = place.row}; });
    }
    for (auto place = begin; place != end; ++place) {
      if (place == begin || low_of(*place) != low_of(*(place - 1))) ++rank;
      keys[place->row].key = rank;
    }
    begin = end;
    if (++ranked % kRowsBetweenPauses == 0)
      co_await Pause{0.7 + 0.3 * static_cast<double>(ranked) / static_cast<double>(order.size())};
  }
  co_return keys;
}

}  // namespace

Task<std::optional<std::vector<KeyedRow>>> exact_keys(const Column& column,
                                                      std::span<const std::uint32_t> rows) {
  if (has_digits_of_one_length(column))
    co_return co_await part(0, 1,
                            with_keys(rows, [&](std::uint32_t row) { return digits_key(column, row); }));
  if (has_uuids(column)) co_return co_await part(0, 1, uuid_keys(column, rows));
  co_return std::nullopt;
}

}  // namespace campaign_lens
