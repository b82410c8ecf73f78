#include "insight/calling_codes.h"

#include <array>
#include <cstddef>

#include "table/decimal.h"

namespace campaign_lens {
namespace {

// Ascending by digits of the prefix, so that longer ones are filled in over shorter ones.
constexpr auto kCountries = std::to_array<Country>({
    {0, "", "Unknown"},
    {1, "", "United States or Canada", 10, 10},
    {7, "RU", "Russia", 10, 10},
    {20, "EG", "Egypt", 8, 10},
    {27, "ZA", "South Africa"},
    {30, "GR", "Greece"},
    {31, "NL", "Netherlands"},
    {32, "BE", "Belgium"},
    {33, "FR", "France", 9, 9},
    {34, "ES", "Spain"},
    {36, "HU", "Hungary"},
    {39, "IT", "Italy"},
    {40, "RO", "Romania"},
    {41, "CH", "Switzerland"},
    {43, "AT", "Austria"},
    {44, "GB", "United Kingdom", 7, 10},
    {45, "DK", "Denmark"},
    {46, "SE", "Sweden"},
    {47, "NO", "Norway"},
    {48, "PL", "Poland"},
    {49, "DE", "Germany"},
    {51, "PE", "Peru"},
    {52, "MX", "Mexico"},
    {53, "CU", "Cuba"},
    {54, "AR", "Argentina"},
    {55, "BR", "Brazil"},
    {56, "CL", "Chile"},
    {57, "CO", "Colombia"},
    {58, "VE", "Venezuela"},
    {60, "MY", "Malaysia"},
    {61, "AU", "Australia"},
    {62, "ID", "Indonesia"},
    {63, "PH", "Philippines", 8, 10},
    {64, "NZ", "New Zealand"},
    {65, "SG", "Singapore"},
    {66, "TH", "Thailand"},
    {76, "KZ", "Kazakhstan"},
    {77, "KZ", "Kazakhstan"},
    {81, "JP", "Japan"},
    {82, "KR", "South Korea"},
    {84, "VN", "Vietnam"},
    {86, "CN", "China"},
    {90, "TR", "Türkiye", 10, 10},
    {91, "IN", "India", 10, 10},
    {92, "PK", "Pakistan", 8, 10},
    {93, "AF", "Afghanistan"},
    {94, "LK", "Sri Lanka", 9, 9},
    {95, "MM", "Myanmar"},
    {98, "IR", "Iran", 10, 10},
    {211, "SS", "South Sudan"},
    {212, "MA", "Morocco", 9, 9},
    {213, "DZ", "Algeria", 8, 9},
    {216, "TN", "Tunisia", 8, 8},
    {218, "LY", "Libya", 8, 9},
    {220, "GM", "Gambia"},
    {221, "SN", "Senegal"},
    {222, "MR", "Mauritania"},
    {223, "ML", "Mali"},
    {224, "GN", "Guinea"},
    {225, "CI", "Côte d’Ivoire"},
    {226, "BF", "Burkina Faso"},
    {227, "NE", "Niger"},
    {228, "TG", "Togo"},
    {229, "BJ", "Benin"},
    {230, "MU", "Mauritius"},
    {231, "LR", "Liberia"},
    {232, "SL", "Sierra Leone"},
    {233, "GH", "Ghana"},
    {234, "NG", "Nigeria"},
    {235, "TD", "Chad"},
    {236, "CF", "Central African Republic"},
    {237, "CM", "Cameroon"},
    {238, "CV", "Cabo Verde"},
    {239, "ST", "São Tomé and Príncipe"},
    {240, "GQ", "Equatorial Guinea"},
    {241, "GA", "Gabon"},
    {242, "CG", "Congo"},
    {243, "CD", "Democratic Republic of the Congo"},
    {244, "AO", "Angola"},
    {245, "GW", "Guinea-Bissau"},
    {246, "IO", "Diego Garcia"},
    {247, "SH", "Ascension"},
    {248, "SC", "Seychelles"},
    {249, "SD", "Sudan", 9, 9},
    {250, "RW", "Rwanda"},
    {251, "ET", "Ethiopia"},
    {252, "SO", "Somalia"},
    {253, "DJ", "Djibouti"},
    {254, "KE", "Kenya"},
    {255, "TZ", "Tanzania"},
    {256, "UG", "Uganda"},
    {257, "BI", "Burundi"},
    {258, "MZ", "Mozambique"},
    {260, "ZM", "Zambia"},
    {261, "MG", "Madagascar"},
    {262, "RE", "Réunion or Mayotte"},
    {263, "ZW", "Zimbabwe"},
    {264, "NA", "Namibia"},
    {265, "MW", "Malawi"},
    {266, "LS", "Lesotho"},
    {267, "BW", "Botswana"},
    {268, "SZ", "Eswatini"},
    {269, "KM", "Comoros"},
    {290, "SH", "Saint Helena"},
    {291, "ER", "Eritrea"},
    {297, "AW", "Aruba"},
    {298, "FO", "Faroe Islands"},
    {299, "GL", "Greenland"},
    {350, "GI", "Gibraltar"},
    {351, "PT", "Portugal"},
    {352, "LU", "Luxembourg"},
    {353, "IE", "Ireland"},
    {354, "IS", "Iceland"},
    {355, "AL", "Albania"},
    {356, "MT", "Malta"},
    {357, "CY", "Cyprus"},
    {358, "FI", "Finland"},
    {359, "BG", "Bulgaria"},
    {370, "LT", "Lithuania"},
    {371, "LV", "Latvia"},
    {372, "EE", "Estonia"},
    {373, "MD", "Moldova"},
    {374, "AM", "Armenia"},
    {375, "BY", "Belarus"},
    {376, "AD", "Andorra"},
    {377, "MC", "Monaco"},
    {378, "SM", "San Marino"},
    {380, "UA", "Ukraine"},
    {381, "RS", "Serbia"},
    {382, "ME", "Montenegro"},
    {383, "XK", "Kosovo"},
    {385, "HR", "Croatia"},
    {386, "SI", "Slovenia"},
    {387, "BA", "Bosnia and Herzegovina"},
    {389, "MK", "North Macedonia"},
    {420, "CZ", "Czechia"},
    {421, "SK", "Slovakia"},
    {423, "LI", "Liechtenstein"},
    {500, "FK", "Falkland Islands"},
    {501, "BZ", "Belize"},
    {502, "GT", "Guatemala"},
    {503, "SV", "El Salvador"},
    {504, "HN", "Honduras"},
    {505, "NI", "Nicaragua"},
    {506, "CR", "Costa Rica"},
    {507, "PA", "Panama"},
    {508, "PM", "Saint Pierre and Miquelon"},
    {509, "HT", "Haiti"},
    {590, "GP", "Guadeloupe"},
    {591, "BO", "Bolivia"},
    {592, "GY", "Guyana"},
    {593, "EC", "Ecuador"},
    {594, "GF", "French Guiana"},
    {595, "PY", "Paraguay"},
    {596, "MQ", "Martinique"},
    {597, "SR", "Suriname"},
    {598, "UY", "Uruguay"},
    {599, "CW", "Curaçao or Caribbean Netherlands"},
    {670, "TL", "Timor-Leste"},
    {672, "", "Australian external territories"},
    {673, "BN", "Brunei"},
    {674, "NR", "Nauru"},
    {675, "PG", "Papua New Guinea"},
    {676, "TO", "Tonga"},
    {677, "SB", "Solomon Islands"},
    {678, "VU", "Vanuatu"},
    {679, "FJ", "Fiji"},
    {680, "PW", "Palau"},
    {681, "WF", "Wallis and Futuna"},
    {682, "CK", "Cook Islands"},
    {683, "NU", "Niue"},
    {685, "WS", "Samoa"},
    {686, "KI", "Kiribati"},
    {687, "NC", "New Caledonia"},
    {688, "TV", "Tuvalu"},
    {689, "PF", "French Polynesia"},
    {690, "TK", "Tokelau"},
    {691, "FM", "Micronesia"},
    {692, "MH", "Marshall Islands"},
    {800, "", "International freephone"},
    {808, "", "International shared cost"},
    {850, "KP", "North Korea"},
    {852, "HK", "Hong Kong"},
    {853, "MO", "Macao"},
    {855, "KH", "Cambodia"},
    {856, "LA", "Laos"},
    {870, "", "Inmarsat"},
    {878, "", "Universal personal telecommunications"},
    {880, "BD", "Bangladesh", 8, 10},
    {881, "", "Global mobile satellite"},
    {882, "", "International networks"},
    {883, "", "International networks"},
    {886, "TW", "Taiwan"},
    {888, "", "Humanitarian assistance"},
    {960, "MV", "Maldives"},
    {961, "LB", "Lebanon", 7, 8},
    {962, "JO", "Jordan", 8, 9},
    {963, "SY", "Syria", 8, 9},
    {964, "IQ", "Iraq", 8, 10},
    {965, "KW", "Kuwait", 7, 8},
    {966, "SA", "Saudi Arabia", 9, 10},
    {967, "YE", "Yemen", 7, 9},
    {968, "OM", "Oman", 7, 8},
    {970, "PS", "Palestine", 8, 9},
    {971, "AE", "United Arab Emirates", 8, 9},
    {972, "IL", "Israel"},
    {973, "BH", "Bahrain", 8, 8},
    {974, "QA", "Qatar", 7, 8},
    {975, "BT", "Bhutan"},
    {976, "MN", "Mongolia"},
    {977, "NP", "Nepal", 8, 10},
    {979, "", "International premium rate"},
    {992, "TJ", "Tajikistan"},
    {993, "TM", "Turkmenistan"},
    {994, "AZ", "Azerbaijan"},
    {995, "GE", "Georgia"},
    {996, "KG", "Kyrgyzstan"},
    {998, "UZ", "Uzbekistan"},
    {1242, "BS", "Bahamas"},
    {1246, "BB", "Barbados"},
    {1264, "AI", "Anguilla"},
    {1268, "AG", "Antigua and Barbuda"},
    {1284, "VG", "British Virgin Islands"},
    {1340, "VI", "United States Virgin Islands"},
    {1345, "KY", "Cayman Islands"},
    {1441, "BM", "Bermuda"},
    {1473, "GD", "Grenada"},
    {1649, "TC", "Turks and Caicos Islands"},
    {1658, "JM", "Jamaica"},
    {1664, "MS", "Montserrat"},
    {1670, "MP", "Northern Mariana Islands"},
    {1671, "GU", "Guam"},
    {1684, "AS", "American Samoa"},
    {1721, "SX", "Sint Maarten"},
    {1758, "LC", "Saint Lucia"},
    {1767, "DM", "Dominica"},
    {1784, "VC", "Saint Vincent and the Grenadines"},
    {1787, "PR", "Puerto Rico"},
    {1809, "DO", "Dominican Republic"},
    {1829, "DO", "Dominican Republic"},
    {1849, "DO", "Dominican Republic"},
    {1868, "TT", "Trinidad and Tobago"},
    {1869, "KN", "Saint Kitts and Nevis"},
    {1876, "JM", "Jamaica"},
    {1939, "PR", "Puerto Rico"},
});

constexpr std::size_t kPrefixDigits = 4;

/// The country of each four first digits.
using CountryByPrefix = std::array<CountryIndex, kPowersOfTen[kPrefixDigits]>;

CountryByPrefix country_by_prefix() {
  CountryByPrefix countries{};
  for (std::size_t index = 1; index < kCountries.size(); ++index) {
    const std::uint64_t prefix = kCountries[index].prefix;
    const std::uint64_t numbers = kPowersOfTen[kPrefixDigits - decimal_digits(prefix)];
    for (std::uint64_t i = 0; i < numbers; ++i)
      countries[static_cast<std::size_t>(prefix * numbers + i)] = static_cast<CountryIndex>(index);
  }
  return countries;
}

}  // namespace

std::uint32_t country_count() {
  return static_cast<std::uint32_t>(kCountries.size());
}

const Country& country_at(CountryIndex index) {
  return kCountries[index];
}

CountryIndex country_of(std::uint64_t digits) {
  static const CountryByPrefix countries = country_by_prefix();
  const std::size_t count = decimal_digits(digits);
  if (count < kPrefixDigits || count > kMaxDigits) return kNoCountry;
  return countries[static_cast<std::size_t>(digits / kPowersOfTen[count - kPrefixDigits])];
}

std::uint32_t calling_code(CountryIndex index) {
  const std::uint32_t prefix = kCountries[index].prefix;
  if (prefix >= kPowersOfTen[kPrefixDigits - 1]) return 1;
  return prefix == 76 || prefix == 77 ? 7 : prefix;
}

NationalDigits national_digits(CountryIndex index) {
  const std::uint32_t code = calling_code(index);
  const Country& country = country_at(index);
  if (country.most_digits != 0) return {country.least_digits, country.most_digits};
  if (code == 1 || code == 7) return {10, 10};
  // What E.164 and the shortest national plans allow.
  constexpr std::size_t kLeast = 7, kMost = 15;
  const std::size_t in_code = decimal_digits(code);
  return {kLeast - in_code, kMost - in_code};
}

bool may_exist(std::uint64_t digits) {
  const CountryIndex country = country_of(digits);
  if (country == kNoCountry) return false;
  const std::size_t count = decimal_digits(digits) - decimal_digits(calling_code(country));
  return national_digits(country).have(count);
}

}  // namespace campaign_lens
