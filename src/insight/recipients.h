#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "base/task.h"
#include "insight/calling_codes.h"
#include "table/table.h"

namespace campaign_lens {

/// Who got the messages and clicked the links, numbered across both tables, so that whatever is asked by
/// recipient is a look into an array. Those who clicked have the lowest numbers, so that what is kept of
/// them alone is a short one.
///
/// Two numbers are one recipient's however they are written (PhoneNumber). A national number is one of the
/// country that most recipients with an international number have; where none has one, national numbers stay
/// apart. Bare digits are national too, unless that country has no numbers of so many digits, and they are
/// the code and the number of a country that has: ten digits are a number in India, in the Gulf they are one
/// in Lebanon. What is no telephone number is a recipient by its exact text.
class Recipients {
 public:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  static Task<Recipients> of(const Table& delivery, const Table& clicks);

  std::uint32_t size() const { return static_cast<std::uint32_t>(countries_.size()); }
  std::uint32_t clickers() const { return clickers_; }  ///< below this: recipients who clicked
  /// The recipient of each row; kNone where the row has no number.
  std::span<const std::uint32_t> of_rows(TableId table) const {
    const std::span<const std::uint32_t> all = of_rows_;
    return table == TableId::clicks ? all.first(click_rows_) : all.subspan(click_rows_);
  }
  /// kNoCountry of what cannot be a telephone number (may_exist).
  CountryIndex country(std::uint32_t recipient) const { return countries_[recipient]; }
  /// That of national numbers.
  CountryIndex home() const { return home_; }

 private:
  Recipients() = default;

  std::vector<std::uint32_t> of_rows_;  ///< of the clicks, then of the messages
  std::size_t click_rows_ = 0;
  std::vector<CountryIndex> countries_;  ///< by recipient
  std::uint32_t clickers_ = 0;
  CountryIndex home_ = kNoCountry;
};

}  // namespace campaign_lens
