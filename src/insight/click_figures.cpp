#include <algorithm>
#include <limits>
#include <utility>

#include "base/text.h"
#include "insight/delay_counts.h"
#include "insight/insight.h"
#include "insight/value_ids.h"

namespace campaign_lens {

namespace {

bool is_automatic(const ReportFacts& facts, std::uint32_t row) {
  return (facts.click_sets()[row] & bit_of(RowSet::automatic_clicks)) != 0;
}

/// Counts the clicks of each value of a column.
class ValueClicks {
 public:
  ValueClicks(const ReportFacts& facts, const Rows& rows, const Column* column)
      : facts_(facts), rows_(rows), values_(column) {}

  Task<void> count() {
    const std::span<const ReportFacts::Click> clicks = facts_.clicks();
    // Clicks of a recipient are far from each other in the table: all that is asked of one is one look.
    std::vector<std::uint32_t> of_rows(clicks.size());
    const Table& table = facts_.dataset().clicks;
    const auto read_group = [&](std::size_t group) {
      const std::size_t first = group * kRowGroupRows;
      const auto of_group = std::span(of_rows).subspan(first, table.group_rows(group));
      values_.read(group, of_group);
      for (std::size_t i = 0; i < of_group.size(); ++i) {
        const std::uint32_t automatic = is_automatic(facts_, static_cast<std::uint32_t>(first + i)) ? 1 : 0;
        of_group[i] = rows_.has(first + i) ? of_group[i] << 1 | automatic : kNotShown;
      }
    };
    for (std::size_t group = 0; group < table.group_count(); ++group) {
      read_group(group);
      co_await Pause{0.5 * pause(group, table.group_count()).done};
    }
    counts_.resize(values_.size());
    co_await part(0.5, 1, in_pieces(clicks.size(), [&](std::size_t begin, std::size_t end) {
                    for (const ReportFacts::Click& click : clicks.subspan(begin, end - begin)) {
                      const std::uint32_t value = of_rows[click.row];
                      if (value != kNotShown) add(counts_[value >> 1], click.recipient, (value & 1) != 0);
                    }
                  }));
  }

  Clicks::Breakdown breakdown() const {
    std::vector<std::uint32_t> order;
    for (std::uint32_t value = 0; value < counts_.size(); ++value) {
      if (counts_[value].clicks.all.clicks > 0) order.push_back(value);
    }
    const std::size_t listed = std::min(order.size(), kMaxInsightEntries);
    std::ranges::partial_sort(
        order, order.begin() + static_cast<std::ptrdiff_t>(listed), [&](std::uint32_t a, std::uint32_t b) {
          if ((a == ValueIds::kBlank) != (b == ValueIds::kBlank)) return b == ValueIds::kBlank;
          const std::uint64_t of_a = counts_[a].clicks.all.clicks, of_b = counts_[b].clicks.all.clicks;
          return of_a != of_b ? of_a > of_b : values_.text(a) < values_.text(b);
        });
    Clicks::Breakdown breakdown{.values = {}, .left_off = order.size() - listed};
    for (const std::uint32_t value : std::span(order).first(listed))
      breakdown.values.push_back({.text = std::string(bounded(values_.text(value), kMaxInsightTextBytes)),
                                  .counts = counts_[value].clicks});
    return breakdown;
  }

 private:
  static constexpr std::uint32_t kNotShown = std::numeric_limits<std::uint32_t>::max();
  struct Count {
    ClickCounts clicks;
    std::uint32_t last = Recipients::kNone, last_own = Recipients::kNone;  ///< recipient that was counted
  };
  static void add(Count& count, std::uint32_t recipient, bool automatic) {
    add_to(count.clicks.all, count.last, recipient);
    if (!automatic) add_to(count.clicks.without_automatic, count.last_own, recipient);
  }
  static void add_to(ClickCount& count, std::uint32_t& last, std::uint32_t recipient) {
    ++count.clicks;
    if (recipient != std::exchange(last, recipient) && recipient != Recipients::kNone) ++count.recipients;
  }

  const ReportFacts& facts_;
  const Rows& rows_;
  ValueIds values_;
  std::vector<Count> counts_;
};

Task<Clicks::Breakdown> breakdown_of(const ReportFacts& facts, const Rows& rows, const Column* column) {
  ValueClicks clicks(facts, rows, column);
  co_await part(0, 1, clicks.count());
  co_return clicks.breakdown();
}

/// Follows one recipient after the other through its clicks.
class RecipientClicks {
 public:
  RecipientClicks(const ReportFacts& facts, Clicks& figures) : facts_(facts), figures_(figures) {}

  void add(const ReportFacts::Click& click, bool automatic) {
    const std::uint32_t recipient = click.recipient;
    if (recipient != recipient_) {
      recipient_ = recipient;
      clicks_ = own_clicks_ = 0;
      delayed_ = false;
    }
    ++figures_.total.all.clicks;
    figures_.total.without_automatic.clicks += automatic ? 0 : 1;
    if (recipient == Recipients::kNone) return;
    count(++clicks_, figures_.total.all, figures_.repeat_clickers);
    if (automatic) return;
    count(++own_clicks_, figures_.total.without_automatic, figures_.repeat_clickers_without_automatic);
    const TimeUs message = facts_.first_messages()[recipient];
    if (delayed_ || click.time == kNoTime || message == kNoTime) return;
    delays_.add(click.time - message);
    delayed_ = true;
  }

  const DelayCounts& delays_to_first_click() const { return delays_; }

 private:
  static void count(std::uint64_t clicks, ClickCount& total, std::uint64_t& repeat_clickers) {
    if (clicks == 1) ++total.recipients;
    if (clicks == 2) ++repeat_clickers;
  }

  const ReportFacts& facts_;
  Clicks& figures_;
  std::uint32_t recipient_ = Recipients::kNone;
  std::uint64_t clicks_ = 0, own_clicks_ = 0;
  bool delayed_ = false;
  DelayCounts delays_;
};

}  // namespace

Task<Clicks> clicks_of(const ReportFacts& facts, const ReportRows& rows, const RecipientRows& recipients) {
  const Table& table = facts.dataset().clicks;
  const Column* const url = table.column(Role::url);
  Clicks clicks;
  RecipientClicks by_recipient(facts, clicks);
  const std::span<const ReportFacts::Click> all = facts.clicks();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i % kRowsBetweenPauses == 0) co_await Pause{0.2 * pause(i, all.size()).done};
    if (rows.clicks.has(all[i].row)) by_recipient.add(all[i], is_automatic(facts, all[i].row));
  }
  clicks.to_first_click = co_await part(0.2, 0.3, by_recipient.delays_to_first_click().distribution());
  clicks.variables = co_await part(0.3, 0.5, breakdown_of(facts, rows.clicks, table.column(Role::variable)));
  clicks.locations = co_await part(0.5, 0.7, breakdown_of(facts, rows.clicks, table.column(Role::location)));
  clicks.links = co_await part(
      0.7, 1, breakdown_of(facts, rows.clicks, url != nullptr ? url : table.column(Role::short_url)));

  constexpr unsigned kMessage = RecipientRows::kMessage, kDelivered = kMessage | RecipientRows::kDelivered,
                     kClick = RecipientRows::kClick, kOwnClick = RecipientRows::kOwnClick;
  clicks.recipients = recipients.count(kMessage);
  clicks.clicked = recipients.count(kMessage | kClick);
  clicks.clicked_without_automatic = recipients.count(kMessage | kOwnClick);
  clicks.delivered_recipients = recipients.count(kDelivered);
  clicks.delivered_clicked = recipients.count(kDelivered | kClick);
  clicks.delivered_clicked_without_automatic = recipients.count(kDelivered | kOwnClick);
  co_return clicks;
}

}  // namespace campaign_lens
