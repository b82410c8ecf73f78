#include <algorithm>
#include <string>
#include <tuple>

#include "insight/insight.h"

namespace campaign_lens {

namespace {

/// The figures of each country while they are counted, by CountryIndex. Those with several prefixes are
/// several.
class Countries {
 public:
  explicit Countries(const Recipients& recipients) : recipients_(recipients), figures_(country_count()) {}

  CountryFigures& of(std::uint32_t recipient) {
    return figures_[recipient == Recipients::kNone ? kNoCountry : recipients_.country(recipient)];
  }

  std::vector<CountryFigures> in_order();

 private:
  const Recipients& recipients_;
  std::vector<CountryFigures> figures_;
};

void add(CountryFigures& to, const CountryFigures& other) {
  to.messages += other.messages;
  to.recipients += other.recipients;
  to.delivered += other.delivered;
  for (std::size_t i = 0; i < kReasonGroupCount; ++i)
    to.failed[i] += other.failed[i];
  to.clicks.all.clicks += other.clicks.all.clicks;
  to.clicks.all.recipients += other.clicks.all.recipients;
  to.clicks.without_automatic.clicks += other.clicks.without_automatic.clicks;
  to.clicks.without_automatic.recipients += other.clicks.without_automatic.recipients;
}

std::vector<CountryFigures> Countries::in_order() {
  std::vector<CountryFigures> countries;
  for (std::uint32_t index = 0; index < figures_.size(); ++index) {
    CountryFigures& figures = figures_[index];
    if (figures.messages == 0 && figures.clicks.all.clicks == 0) continue;
    const Country& country = country_at(static_cast<CountryIndex>(index));
    const auto same = std::ranges::find(countries, country.name, &CountryFigures::name);
    if (same != countries.end()) {
      add(*same, figures);
      continue;
    }
    figures.iso = country.iso;
    figures.name = country.name;
    figures.calling_code = calling_code(static_cast<CountryIndex>(index));
    countries.push_back(std::move(figures));
  }
  std::ranges::sort(countries, [](const CountryFigures& a, const CountryFigures& b) {
    return std::tie(b.messages, b.clicks.all.clicks, a.name) <
           std::tie(a.messages, a.clicks.all.clicks, b.name);
  });
  return countries;
}

}  // namespace

Task<std::vector<CountryFigures>> countries_of(const ReportFacts& facts, const ReportRows& rows,
                                               const RecipientRows& recipients) {
  Countries countries(facts.recipients());
  const std::span<const std::uint32_t> of_messages = facts.recipients().of_rows(TableId::delivery);
  for (std::size_t row = 0; row < of_messages.size(); ++row) {
    if (row % kRowsBetweenPauses == 0) co_await pause(row, 2 * of_messages.size());
    if (!rows.delivery.has(row)) continue;
    CountryFigures& figures = countries.of(of_messages[row]);
    ++figures.messages;
    figures.delivered += facts.outcomes()[row] == Outcome::delivered ? 1 : 0;
  }
  for (std::size_t i = 0; i < facts.failures().size(); ++i) {
    if (i % kRowsBetweenPauses == 0) co_await Pause{0.5};
    const ReportFacts::Failure& failure = facts.failures()[i];
    const ReasonGroup group = facts.reasons()[failure.reason].meaning.group;
    if (rows.delivery.has(failure.row))
      ++countries.of(of_messages[failure.row]).failed[static_cast<std::size_t>(group)];
  }
  const std::span<const std::uint32_t> of_clicks = facts.recipients().of_rows(TableId::clicks);
  for (std::size_t row = 0; row < of_clicks.size(); ++row) {
    if (row % kRowsBetweenPauses == 0) co_await Pause{0.6};
    if (!rows.clicks.has(row)) continue;
    ClickCounts& clicks = countries.of(of_clicks[row]).clicks;
    ++clicks.all.clicks;
    clicks.without_automatic.clicks +=
        (facts.click_sets()[row] & bit_of(RowSet::automatic_clicks)) == 0 ? 1 : 0;
  }
  for (std::uint32_t recipient = 0; recipient < facts.recipients().size(); ++recipient) {
    if (recipient % kRowsBetweenPauses == 0) co_await Pause{0.8};
    const unsigned has = recipients[recipient];
    CountryFigures& figures = countries.of(recipient);
    figures.recipients += (has & RecipientRows::kMessage) != 0 ? 1 : 0;
    figures.clicks.all.recipients += (has & RecipientRows::kClick) != 0 ? 1 : 0;
    figures.clicks.without_automatic.recipients += (has & RecipientRows::kOwnClick) != 0 ? 1 : 0;
  }
  co_return countries.in_order();
}

}  // namespace campaign_lens
