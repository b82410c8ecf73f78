#pragma once

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

/// Whether an international number may exist: its country is known, and it has 7 to 15 digits, which are what
/// E.164 and the shortest national plans allow; of countries with code 1 or 7 exactly 11.
bool may_exist(std::uint64_t digits);

}  // namespace campaign_lens
