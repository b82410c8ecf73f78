#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace campaign_lens {

/// A country as the first digits of an international number tell it: ITU-T E.164, list of assigned country
/// codes. Those that share one (1, 7) by the area codes of the North American Numbering Plan, and of
/// Kazakhstan.
struct Country {
  std::uint32_t prefix = 0;  ///< digits that its numbers begin with
  std::string_view iso;      ///< ISO 3166-1 alpha-2; empty for what is no one country
  std::string_view name;     ///< in English
  /// How many digits its numbers have behind the calling code; 0 where the table does not say.
  std::uint8_t least_digits = 0, most_digits = 0;
};

/// Position of a country in country_at(); 0 is none that is known.
using CountryIndex = std::uint16_t;
inline constexpr CountryIndex kNoCountry = 0;

std::uint32_t country_count();  ///< kNoCountry among them
const Country& country_at(CountryIndex index);

/// Of an international number, without + or 00.
CountryIndex country_of(std::uint64_t digits);

/// What is dialled for it: 1 for the Bahamas, whose prefix is 1242.
std::uint32_t calling_code(CountryIndex index);

/// How many digits a number may have behind the calling code: by the national numbering plans that ITU-T
/// publishes, for the countries that most reports are about; else so many that there are 7 to 15 with the
/// code.
struct NationalDigits {
  std::size_t least = 0, most = 0;
  bool have(std::size_t digits) const { return digits >= least && digits <= most; }
};
NationalDigits national_digits(CountryIndex index);

/// Whether an international number may exist: its country is known, and so many digits fit its plan.
bool may_exist(std::uint64_t digits);

}  // namespace campaign_lens
