#include "query/insight_tests.h"

#include "base/time.h"
#include "insight/calling_codes.h"

namespace campaign_lens {

HourOfWeekTest::HourOfWeekTest(condition::HourOfWeek wanted, const Column& column, const Column* otherwise,
                               const TimeZone& zone)
    : hour_(wanted.hour), times_(&column), otherwise_(otherwise), clock_(zone) {}

void HourOfWeekTest::mark(std::size_t group, std::span<std::uint8_t> hits) {
  const std::span<const TimeUs> times = times_.read(group, hits.size()),
                                otherwise = otherwise_.read(group, hits.size());
  for (std::size_t row = 0; row < hits.size(); ++row) {
    const TimeUs time = times[row] == kNoTime ? otherwise[row] : times[row];
    if (time != kNoTime && hour_of_week(clock_.local(time)) == hour_) hits[row] = 1;
  }
}

CountryTest::CountryTest(std::string_view country, const ReportFacts& facts, TableId table)
    : recipients_(facts.recipients()), of_rows_(facts.recipients().of_rows(table)) {
  for (std::uint32_t index = 0; index < country_count(); ++index)
    wanted_.push_back(country_at(static_cast<CountryIndex>(index)).name == country ? 1 : 0);
}

void CountryTest::mark(std::size_t group, std::span<std::uint8_t> hits) const {
  const std::span<const std::uint32_t> recipients = of_rows_.subspan(group * kRowGroupRows, hits.size());
  for (std::size_t row = 0; row < hits.size(); ++row) {
    const bool none = recipients[row] == Recipients::kNone;
    hits[row] |= wanted_[none ? kNoCountry : recipients_.country(recipients[row])];
  }
}

}  // namespace campaign_lens
