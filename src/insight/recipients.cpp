#include "insight/recipients.h"

#include <algorithm>
#include <array>
#include <optional>

#include "insight/number_ids.h"
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

  std::size_t group_count() const { return column_ == nullptr ? 0 : table_.group_count(); }
  /// Of every row of a group; valid until the next call.
  std::span<const std::uint64_t> read(std::size_t group) {
    keys_.assign(table_.group_rows(group), kNoKey);
    read(column_->groups()[group], keys_);
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
        digits->slots.for_each([&](std::size_t row, Slot slot) {
          keys[row] = holds_code(slot) ? of_code(code_of(slot)) : key_of(shape->number(slot));
        });
        return;
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
    if (!is_national(key)) return key;
    return home_ != kNoCountry ? with_country(key, home_) : without_country(key);
  }

 private:
  CountryIndex home_;
};

/// One a row; kNone of a blank.
Task<std::vector<std::uint32_t>> number_rows(const Table& table, TableKeys& keys, NumberIds& ids) {
  std::vector<std::uint32_t> of_rows(static_cast<std::size_t>(table.rows()), Recipients::kNone);
  for (std::size_t group = 0; group < keys.group_count(); ++group) {
    const std::span<const std::uint64_t> of_group = keys.read(group);
    ids.ids_of(of_group, std::span(of_rows).subspan(group * kRowGroupRows, of_group.size()));
    co_await pause(group, keys.group_count());
  }
  co_return of_rows;
}

/// Numbers rows by recipients that have been numbered by what is written.
class Renumbering {
 public:
  Renumbering(std::uint32_t written, RecipientKey key_of)
      : key_of_(key_of), of_written_(written, Recipients::kNone), ids_(written) {}

  Task<void> renumber(TableKeys& keys, std::span<std::uint32_t> of_rows) {
    for (std::size_t group = 0; group < keys.group_count(); ++group) {
      const std::span<const std::uint64_t> of_group = keys.read(group);
      for (std::size_t i = 0; i < of_group.size(); ++i) {
        std::uint32_t& of_row = of_rows[group * kRowGroupRows + i];
        if (of_row == Recipients::kNone) continue;
        std::uint32_t& recipient = of_written_[of_row];
        if (recipient == Recipients::kNone) recipient = ids_.id_of(key_of_(of_group[i]));
        of_row = recipient;
      }
      co_await pause(group, keys.group_count());
    }
  }
  const NumberIds& ids() const { return ids_; }

 private:
  RecipientKey key_of_;
  std::vector<std::uint32_t> of_written_;
  NumberIds ids_;
};

/// That most recipients have; of several the one with the lowest code.
CountryIndex most_frequent(std::vector<std::uint32_t> recipients_of) {
  recipients_of[kNoCountry] = 0;
  const auto most = std::ranges::max_element(recipients_of);
  return *most == 0 ? kNoCountry : static_cast<CountryIndex>(most - recipients_of.begin());
}

}  // namespace

Task<Recipients> Recipients::of(const Table& delivery, const Table& clicks) {
  Recipients recipients;
  Dictionary texts;
  TableKeys click_keys(clicks, texts), message_keys(delivery, texts);
  NumberIds ids(static_cast<std::size_t>(std::max(delivery.rows(), clicks.rows())));
  recipients.of_clicks_ = co_await part(0, 0.1, number_rows(clicks, click_keys, ids));
  recipients.clickers_ = ids.size();
  recipients.of_messages_ = co_await part(0.1, 0.6, number_rows(delivery, message_keys, ids));

  std::vector<std::uint32_t> numbers_of_country(country_count());
  bool any_national = false;
  CountryFinder country;
  recipients.countries_.resize(ids.size());
  co_await part(0.6, 0.7, ids.for_each([&](std::uint64_t key, std::uint32_t recipient) {
    recipients.countries_[recipient] = country(key);
    ++numbers_of_country[recipients.countries_[recipient]];
    any_national = any_national || is_national(key);
  }));
  recipients.home_ = most_frequent(std::move(numbers_of_country));
  if (any_national) {
    Renumbering renumbering(ids.size(), RecipientKey(recipients.home_));
    ids = NumberIds(0);  // one of them takes a tenth of the report
    co_await part(0.7, 0.8, renumbering.renumber(click_keys, recipients.of_clicks_));
    recipients.clickers_ = renumbering.ids().size();
    co_await part(0.8, 0.9, renumbering.renumber(message_keys, recipients.of_messages_));
    recipients.countries_.resize(renumbering.ids().size());
    co_await part(0.9, 1, renumbering.ids().for_each([&](std::uint64_t key, std::uint32_t recipient) {
      recipients.countries_[recipient] = country(key);
    }));
  }
  co_return recipients;
}

}  // namespace campaign_lens
