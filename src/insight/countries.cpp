#include <algorithm>
#include <array>
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

  CountryIndex index_of(std::uint32_t recipient) const {
    return recipient == Recipients::kNone ? kNoCountry : recipients_.country(recipient);
  }
  CountryFigures& of(std::uint32_t recipient) { return figures_[index_of(recipient)]; }
  CountryFigures& operator[](std::size_t index) { return figures_[index]; }

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
  std::vector<std::array<std::uint64_t, 2>> messages(country_count());  // others, and those delivered
  co_await part(0, 0.4, in_pieces(of_messages.size(), [&](std::size_t begin, std::size_t end) {
                  for (std::size_t row = begin; row < end; ++row) {
                    const bool delivered = facts.outcomes()[row] == Outcome::delivered;
                    if (rows.delivery.has(row))
                      ++messages[countries.index_of(of_messages[row])][delivered ? 1 : 0];
                  }
                }));
  co_await part(0.4, 0.6, in_pieces(facts.failures().size(), [&](std::size_t begin, std::size_t end) {
                  for (const ReportFacts::Failure& failure : facts.failures().subspan(begin, end - begin)) {
                    const ReasonGroup group = facts.reasons()[failure.reason].meaning.group;
                    if (rows.delivery.has(failure.row))
                      ++countries.of(of_messages[failure.row]).failed[static_cast<std::size_t>(group)];
                  }
                }));
  const std::span<const std::uint32_t> of_clicks = facts.recipients().of_rows(TableId::clicks);
  co_await part(0.6, 0.7, in_pieces(of_clicks.size(), [&](std::size_t begin, std::size_t end) {
                  for (std::size_t row = begin; row < end; ++row) {
                    if (!rows.clicks.has(row)) continue;
                    const bool automatic = (facts.click_sets()[row] & bit_of(RowSet::automatic_clicks)) != 0;
                    ClickCounts& clicks = countries.of(of_clicks[row]).clicks;
                    ++clicks.all.clicks;
                    clicks.without_automatic.clicks += automatic ? 0 : 1;
                  }
                }));
  std::vector<std::array<std::uint64_t, RecipientRows::kKinds>> kinds(country_count());
  co_await part(0.7, 1, in_pieces(facts.recipients().size(), [&](std::size_t begin, std::size_t end) {
                  for (auto recipient = static_cast<std::uint32_t>(begin); recipient < end; ++recipient)
                    ++kinds[countries.index_of(recipient)][recipients[recipient]];
                }));
  for (std::size_t country = 0; country < kinds.size(); ++country) {
    CountryFigures& figures = countries[country];
    figures.delivered = messages[country][1];
    figures.messages = messages[country][0] + figures.delivered;
    for (std::size_t kind = 0; kind < RecipientRows::kKinds; ++kind) {
      const auto with = [&](unsigned flag) { return (kind & flag) != 0 ? kinds[country][kind] : 0; };
      figures.recipients += with(RecipientRows::kMessage);
      figures.clicks.all.recipients += with(RecipientRows::kClick);
      figures.clicks.without_automatic.recipients += with(RecipientRows::kOwnClick);
    }
  }
  co_return countries.in_order();
}

}  // namespace campaign_lens
