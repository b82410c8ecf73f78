#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.h"
#include "schema/query.h"

namespace campaign_lens {

/// What a filter asks of its column, as what stands behind the column's title: `is "Failed" or blank`. Times
/// as the zone shows them; of many or long texts not all of each.
std::string in_words(const ColumnFilter& filter, const TimeZone& zone);

/// "Monday 9:00–10:00".
std::string hour_of_week_in_words(std::uint32_t hour);
std::string_view day_name(std::size_t day);  ///< 0: "Monday"

/// As short as it can be without being another number.
std::string number_in_words(double number);

/// "Failed", "Success, Delivery not confirmed".
std::string statuses_in_words(FamilySet statuses);

}  // namespace campaign_lens
