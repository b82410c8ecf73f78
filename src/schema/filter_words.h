#pragma once

#include <string>

#include "base/time.h"
#include "schema/query.h"

namespace campaign_lens {

/// What a filter asks of its column, as what stands behind the column's title: `is "Failed" or blank`. Times
/// as the zone shows them; of many or long texts not all of each.
std::string in_words(const ColumnFilter& filter, const TimeZone& zone);

/// As short as it can be without being another number.
std::string number_in_words(double number);

/// "Failed", "Success, Delivery not confirmed".
std::string statuses_in_words(FamilySet statuses);

}  // namespace campaign_lens
