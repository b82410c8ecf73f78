#include "insight/recipients.h"

#include <algorithm>
#include <array>
#include <optional>

#include "insight/key_ids.h"
#include "insight/phone_number.h"
#include "table/decimal.h"

namespace campaign_lens {
namespace {

// A key is the digits of a number, below 2^60, and what kind it is.
constexpr std::uint64_t kBare = std::uint64_t{1} << 61;
constexpr std::uint64_t kNational = std::uint64_t{1} << 62;
constexpr std::uint64_t kText = std::uint64_t{1} << 63;
constexpr std::uint64_t kBlank = std::numeric_limits<std::uint64_t>::max();

std::uint64_t key_of(const PhoneNumber& number) {
  switch (number.form) {
    case PhoneNumber::Form::international:
      return number.digits;
    case PhoneNumber::Form::national:
      return number.digits | kNational;
    case PhoneNumber::Form::bare:
      break;
  }
  return number.digits | kBare;
}

/// Makes keys of the values of a column, group by group.
class ColumnKeys {
 public:
  ColumnKeys(const Column& column, Dictionary& texts)
      : column_(column), texts_(texts), of_codes_(column.dictionary().size(), kUnread) {}

  /// Of every row of a group.
  void read(const ColumnGroup& group, std::span<std::uint64_t> keys) {
    std::ranges::fill(keys, kBlank);
    if (const auto* const coded = std::get_if<CodesGroup>(&group)) {
      coded->codes.for_each([&](std::size_t row, std::uint64_t code) {
        keys[row] = of_code(static_cast<std::uint32_t>(code));
      });
      return;
    }
    if (const auto* const digits = std::get_if<DigitsGroup>(&group)) {
      if (const std::optional<PhoneShape> shape = PhoneShape::of(digits->shape)) {
        digits->slots.for_each([&](std::size_t row, Slot slot) {
          keys[row] = holds_code(slot) ? of_code(code_of(slot)) : key_of(shape->number(slot));
        });
        return;
      }
    }
    for (std::uint32_t row = 0; row < rows_of(group); ++row) {
      const std::optional<std::uint32_t> code = code_at(group, row);
      keys[row] = code ? of_code(*code) : of_cell(cell_of(group, column_.dictionary(), row, buffer_));
    }
  }

 private:
  static constexpr std::uint64_t kUnread = kBlank - 1;

  std::uint64_t of_code(std::uint32_t code) {
    std::uint64_t& key = of_codes_[code];
    if (key == kUnread) key = of_cell(column_.dictionary().cell(code));
    return key;
  }
  std::uint64_t of_cell(const Cell& cell) {
    if (cell.blank()) return kBlank;
    if (const std::optional<PhoneNumber> number = phone_number(cell.text)) return key_of(*number);
    return kText | texts_.intern({Kind::text, cell.text});
  }

  const Column& column_;
  Dictionary& texts_;
  std::vector<std::uint64_t> of_codes_;
  CellBuffer buffer_;
};

Task<std::vector<std::uint32_t>> number_rows(const Table& table, KeyIds& ids, Dictionary& texts) {
  std::vector<std::uint32_t> of_rows(static_cast<std::size_t>(table.rows()), Recipients::kNone);
  const Column* const column = table.column(Role::number);
  if (column == nullptr) co_return of_rows;
  ColumnKeys reader(*column, texts);
  std::vector<std::uint64_t> keys(
      static_cast<std::size_t>(std::min<std::uint64_t>(table.rows(), kRowGroupRows)));
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    const auto of_group = std::span(of_rows).subspan(group * kRowGroupRows, table.group_rows(group));
    const auto group_keys = std::span(keys).first(of_group.size());
    reader.read(column->groups()[group], group_keys);
    ids.ids_of(group_keys, kBlank, of_group);
    co_await pause(group, table.group_count());
  }
  co_return of_rows;
}

bool is_international(std::uint64_t key) {
  return key < kBare;
}

/// Or bare.
bool is_national(std::uint64_t key) {
  return !is_international(key) && (key & kText) == 0;
}

Task<std::vector<CountryIndex>> countries_of(std::span<const std::uint64_t> keys) {
  std::vector<CountryIndex> countries;
  countries.reserve(keys.size());
  for (const std::uint64_t key : keys) {
    countries.push_back(is_international(key) && may_exist(key) ? country_of(key) : kNoCountry);
    if (countries.size() % kRowsBetweenPauses == 0) co_await pause(countries.size(), keys.size());
  }
  co_return countries;
}

/// That most recipients have; of several the one with the lowest code.
CountryIndex most_frequent(std::span<const CountryIndex> countries) {
  std::vector<std::uint32_t> recipients_of(country_count());
  for (const CountryIndex country : countries)
    ++recipients_of[country];
  recipients_of[kNoCountry] = 0;
  const auto most = std::ranges::max_element(recipients_of);
  return *most == 0 ? kNoCountry : static_cast<CountryIndex>(most - recipients_of.begin());
}

/// The international key of a national or bare one, where it would not be too long.
std::uint64_t with_country(std::uint64_t key, CountryIndex home) {
  const std::uint64_t digits = key & ~(kNational | kBare);
  const std::size_t count = decimal_digits(digits);
  const bool bare = (key & kBare) != 0;
  if (bare && !national_digits(home).have(count) && may_exist(digits)) return digits;
  const std::uint32_t code = calling_code(home);
  return count + decimal_digits(code) > kMaxDigits ? key : code * kPowersOfTen[count] + digits;
}

/// The key of a national or bare number where no country is known: how it was written makes no difference.
std::uint64_t without_country(std::uint64_t key) {
  return (key & ~kBare) | kNational;
}

}  // namespace

Task<Recipients> Recipients::of(const Table& delivery, const Table& clicks) {
  Recipients recipients;
  KeyIds ids(static_cast<std::size_t>(std::max(delivery.rows(), clicks.rows())));
  Dictionary texts;
  recipients.of_messages_ = co_await part(0, 0.6, number_rows(delivery, ids, texts));
  recipients.of_clicks_ = co_await part(0.6, 0.8, number_rows(clicks, ids, texts));

  recipients.countries_ = co_await part(0.8, 0.9, countries_of(ids.keys()));
  recipients.home_ = most_frequent(recipients.countries_);
  if (std::ranges::any_of(ids.keys(), is_national)) {
    KeyIds known(ids.size());
    std::vector<std::uint32_t> renumbered;
    renumbered.reserve(ids.size());
    for (const std::uint64_t key : ids.keys()) {
      const bool at_home = recipients.home_ != kNoCountry;
      renumbered.push_back(known.id_of(!is_national(key) ? key
                                       : at_home         ? with_country(key, recipients.home_)
                                                         : without_country(key)));
      if (renumbered.size() % kRowsBetweenPauses == 0) co_await Pause{0.9};
    }
    for (auto* const rows : {&recipients.of_messages_, &recipients.of_clicks_}) {
      for (std::uint32_t& recipient : *rows) {
        if (recipient != kNone) recipient = renumbered[recipient];
      }
      co_await Pause{0.9};
    }
    recipients.countries_ = co_await part(0.9, 1, countries_of(known.keys()));
  }
  co_return recipients;
}

}  // namespace campaign_lens
