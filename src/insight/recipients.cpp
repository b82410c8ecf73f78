#include "insight/recipients.h"

#include <algorithm>
#include <array>
#include <optional>

#include "insight/first_of_same.h"
#include "insight/phone_number.h"
#include "table/decimal.h"

namespace campaign_lens {
namespace {

// A key is the digits of a number, below 2^60, and what kind it is.
constexpr std::uint64_t kBare = std::uint64_t{1} << 61;
constexpr std::uint64_t kNational = std::uint64_t{1} << 62;
constexpr std::uint64_t kText = std::uint64_t{1} << 63;

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

/// Makes keys of a table's recipients, group by group.
class TableKeys {
 public:
  TableKeys(const Table& table, Dictionary& texts)
      : table_(table), column_(table.column(Role::number)), texts_(texts) {
    if (column_ != nullptr) of_codes_.assign(column_->dictionary().size(), kUnread);
  }

  std::size_t group_count() const { return table_.group_count(); }
  /// Of every row of a group; valid until the next call.
  std::span<std::uint64_t> read(std::size_t group) {
    keys_.assign(table_.group_rows(group), kNoKey);
    if (column_ != nullptr) read(column_->groups()[group], keys_);
    return keys_;
  }

 private:
  static constexpr std::uint64_t kUnread = kNoKey - 1;

  void read(const ColumnGroup& group, std::span<std::uint64_t> keys) {
    if (const auto* const coded = std::get_if<CodesGroup>(&group)) {
      coded->codes.for_each([&](std::size_t row, std::uint64_t code) {
        keys[row] = of_code(static_cast<std::uint32_t>(code));
      });
      return;
    }
    if (const auto* const digits = std::get_if<DigitsGroup>(&group)) {
      if (const std::optional<PhoneShape> shape = PhoneShape::of(digits->shape)) {
        const auto read = [&](auto key_of_number) {
          digits->slots.for_each([&](std::size_t row, Slot slot) {
            keys[row] = holds_code(slot) ? of_code(code_of(slot)) : key_of_number(slot);
          });
        };
        if (!shape->one_form()) return read([&](Slot slot) { return key_of(shape->number(slot)); });
        const std::uint64_t zero = key_of(shape->number(0));
        return read([=](Slot slot) { return zero + slot; });
      }
    }
    for (std::uint32_t row = 0; row < rows_of(group); ++row) {
      const std::optional<std::uint32_t> code = code_at(group, row);
      keys[row] = code ? of_code(*code) : of_cell(cell_of(group, column_->dictionary(), row, buffer_));
    }
  }
  std::uint64_t of_code(std::uint32_t code) {
    std::uint64_t& key = of_codes_[code];
    if (key == kUnread) key = of_cell(column_->dictionary().cell(code));
    return key;
  }
  std::uint64_t of_cell(const Cell& cell) {
    if (cell.blank()) return kNoKey;
    if (const std::optional<PhoneNumber> number = phone_number(cell.text)) return key_of(*number);
    return kText | texts_.intern({Kind::text, cell.text});
  }

  const Table& table_;
  const Column* column_;
  Dictionary& texts_;
  std::vector<std::uint64_t> of_codes_, keys_;
  CellBuffer buffer_;
};

bool is_international(std::uint64_t key) {
  return key < kBare;
}

/// Or bare.
bool is_national(std::uint64_t key) {
  return !is_international(key) && (key & kText) == 0;
}

/// The countries of international numbers, mostly of those that the first digits have been looked up of.
class CountryFinder {
 public:
  CountryIndex operator()(std::uint64_t key) {
    if (key < kLongKeys) return find(key);
    const std::uint64_t alike = key / kAlike;
    Known& known = known_[static_cast<std::size_t>(alike % kKnown)];
    if (known.alike != alike) known = {.alike = alike, .country = find(key)};
    return known.country;
  }

 private:
  // What is left of so long a number has the digits that tell the country, and tells the length.
  static constexpr std::uint64_t kAlike = kPowersOfTen[6], kLongKeys = kPowersOfTen[10];
  static constexpr std::size_t kKnown = 1'024;
  struct Known {
    std::uint64_t alike = 0;
    CountryIndex country = kNoCountry;
  };
  static CountryIndex find(std::uint64_t key) {
    return is_international(key) && may_exist(key) ? country_of(key) : kNoCountry;
  }

  std::vector<Known> known_ = std::vector<Known>(kKnown);
};

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

/// Makes a recipient's key of one as it was written.
class RecipientKey {
 public:
  explicit RecipientKey(CountryIndex home) : home_(home) {}
  std::uint64_t operator()(std::uint64_t key) const {
    if (!is_national(key)) return key;  // nor is kNoKey
    return home_ != kNoCountry ? with_country(key, home_) : without_country(key);
  }

 private:
  CountryIndex home_;
};

/// The keys of the clicks' recipients, then those of the messages', a row group at once.
class RowKeys {
 public:
  RowKeys(const Table& delivery, const Table& clicks)
      : clicks_(clicks, texts_), messages_(delivery, texts_) {}

  std::size_t group_count() const { return clicks_.group_count() + messages_.group_count(); }
  bool is_of_clicks(std::size_t group) const { return group < clicks_.group_count(); }
  /// Valid until the next call.
  std::span<const std::uint64_t> read(std::size_t group) {
    const std::span<std::uint64_t> keys =
        is_of_clicks(group) ? clicks_.read(group) : messages_.read(group - clicks_.group_count());
    if (in_country_) std::ranges::transform(keys, keys.begin(), *in_country_);
    return keys;
  }
  /// From here on national numbers are of that country.
  void place(CountryIndex home) { in_country_ = RecipientKey(home); }

 private:
  Dictionary texts_;
  TableKeys clicks_, messages_;
  std::optional<RecipientKey> in_country_;
};

struct Numbered {
  std::vector<std::uint32_t> of_rows;
  std::vector<CountryIndex> countries;  ///< by recipient
  std::uint32_t clickers = 0;
  bool any_national = false;
};

/// Numbers recipients in the order in which they first come.
Task<Numbered> number(RowKeys& keys, std::size_t rows) {
  const std::size_t groups = keys.group_count();
  FirstOfSame first(rows);
  for (std::size_t group = 0; group < groups; ++group) {
    first.count(keys.read(group));
    co_await Pause{0.2 * pause(group, groups).done};
  }
  for (std::size_t group = 0; group < groups; ++group) {
    first.add(keys.read(group));
    co_await Pause{0.2 + 0.3 * pause(group, groups).done};
  }
  Numbered numbered{.of_rows = co_await part(0.5, 0.7, std::move(first).find()), .countries = {}};

  CountryFinder country;
  std::size_t row = 0;
  for (std::size_t group = 0; group < groups; ++group) {
    for (const std::uint64_t key : keys.read(group)) {
      std::uint32_t& recipient = numbered.of_rows[row];
      if (recipient == row) {
        recipient = static_cast<std::uint32_t>(numbered.countries.size());
        numbered.countries.push_back(country(key));
        numbered.any_national = numbered.any_national || is_national(key);
      } else if (recipient != Recipients::kNone) {
        recipient = numbered.of_rows[recipient];
      }
      ++row;
    }
    if (keys.is_of_clicks(group)) numbered.clickers = static_cast<std::uint32_t>(numbered.countries.size());
    co_await Pause{0.7 + 0.3 * pause(group, groups).done};
  }
  co_return numbered;
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

}  // namespace

Task<Recipients> Recipients::of(const Table& delivery, const Table& clicks) {
  const auto rows = static_cast<std::size_t>(delivery.rows() + clicks.rows());
  RowKeys keys(delivery, clicks);
  Numbered numbered = co_await part(0, 0.6, number(keys, rows));
  Recipients recipients;
  recipients.click_rows_ = static_cast<std::size_t>(clicks.rows());
  recipients.home_ = most_frequent(numbered.countries);
  if (numbered.any_national) {
    keys.place(recipients.home_);
    numbered = {};  // it takes a tenth of the report
    numbered = co_await part(0.6, 1, number(keys, rows));
  }
  recipients.of_rows_ = std::move(numbered.of_rows);
  recipients.countries_ = std::move(numbered.countries);
  recipients.clickers_ = numbered.clickers;
  co_return recipients;
}

}  // namespace campaign_lens
