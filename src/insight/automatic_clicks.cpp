#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "base/text.h"
#include "insight/key_ids.h"
#include "insight/report_facts.h"
#include "insight/value_ids.h"
#include "table/roles.h"

namespace campaign_lens {

namespace {

constexpr TimeUs kSecondUs = 1'000'000;

/// What programs that look at links call themselves: previews in messengers, search engines, scanners of mail
/// gateways, libraries; from their own documentation.
constexpr auto kCrawlers = std::to_array<std::string_view>({
    "bot",
    "crawler",
    "spider",
    "preview",
    "facebookexternalhit",
    "facebookcatalog",
    "whatsapp/",
    "slurp",
    "headless",
    "barracuda",
    "proofpoint",
    "mimecast",
    "safelinks",
    "urlscan",
    "scanner",
    "curl/",
    "wget/",
    "python-",
    "okhttp/",
    "java/",
    "go-http-client",
});
/// A maker of telephones.
constexpr std::string_view kNoCrawler = "cubot";

bool is_crawler(std::string_view agent) {
  std::string text = fold(agent);
  for (std::size_t at = 0; (at = text.find(kNoCrawler, at)) != std::string::npos;)
    text.erase(at, kNoCrawler.size());
  return std::ranges::any_of(
      kCrawlers, [&](std::string_view crawler) { return text.find(crawler) != std::string::npos; });
}

/// Marks the rows of the click table whose agent is a crawler; each distinct one is looked at once.
Task<void> mark_crawlers(const Table& table, const Column& column, std::vector<RowSets>& sets) {
  ValueIds agents(&column);
  std::vector<std::uint8_t> crawlers;
  for (std::uint32_t row = 0; row < table.rows(); ++row) {
    if (row % kRowsBetweenPauses == 0) co_await pause(row, sets.size());
    const std::uint32_t agent = agents.id(row);
    while (crawlers.size() <= agent)
      crawlers.push_back(is_crawler(agents.text(static_cast<std::uint32_t>(crawlers.size()))) ? 1 : 0);
    if (crawlers[agent] != 0) sets[row] |= bit_of(RowSet::clicks_by_crawlers);
  }
}

/// One recipient's clicks on the two links that were clicked last, in the order in which they are seen.
class LastLinks {
 public:
  /// Whether another link was clicked within a second of this one.
  bool see(std::uint32_t recipient, std::uint32_t link, TimeUs time) {
    if (recipient != recipient_) {
      recipient_ = recipient;
      last_ = before_ = {};
    }
    if (link != last_.link) {
      before_ = last_;
      last_ = {.link = link, .time = time};
    }
    last_.time = time;
    return before_.time != kNoTime && std::max(time - before_.time, before_.time - time) <= kSecondUs;
  }

 private:
  struct Click {
    std::uint32_t link = std::numeric_limits<std::uint32_t>::max();
    TimeUs time = kNoTime;
  };
  std::uint32_t recipient_ = Recipients::kNone;
  Click last_, before_;
};

}  // namespace

Task<void> ReportFacts::find_automatic_clicks() {
  const Table& table = dataset_.clicks;
  const Column* const url = table.column(Role::url);
  ValueIds urls(url != nullptr ? url : table.column(Role::short_url)),
      variables(table.column(Role::variable));
  KeyIds links;
  std::vector<std::uint32_t> link_of(clicks_.size()), of_group(kRowGroupRows);
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    const std::span<std::uint32_t> ids =
        std::span(link_of).subspan(group * kRowGroupRows, table.group_rows(group));
    urls.read(group, ids);
    variables.read(group, std::span(of_group).first(ids.size()));
    for (std::size_t i = 0; i < ids.size(); ++i)
      ids[i] = links.id_of(std::uint64_t{ids[i]} << 32 | of_group[i]);
    co_await Pause{0.5 * pause(group, table.group_count()).done};
  }
  const auto mark = [&](auto begin, auto end) -> Task<void> {
    LastLinks last;
    for (auto click = begin; click != end; ++click) {
      if ((click - begin) % std::ptrdiff_t{kRowsBetweenPauses} == 0) co_await Pause{0};
      if (click->recipient != Recipients::kNone && click->time != kNoTime &&
          last.see(click->recipient, link_of[click->row], click->time))
        click_sets_[click->row] |= bit_of(RowSet::clicks_of_many_links);
    }
  };
  co_await part(0.5, 0.6, mark(clicks_.begin(), clicks_.end()));
  co_await part(0.6, 0.7, mark(clicks_.rbegin(), clicks_.rend()));

  for (const Column& column : table.columns()) {
    if (column.info().role == Role::device || normalized_key(column.info().key).ends_with("useragent"))
      co_await part(0.7, 1, mark_crawlers(table, column, click_sets_));
  }

  constexpr RowSets kReasons = bit_of(RowSet::clicks_of_many_links) | bit_of(RowSet::clicks_at_once) |
                               bit_of(RowSet::clicks_by_crawlers);
  for (RowSets& sets : click_sets_) {
    if ((sets & kReasons) != 0) sets |= bit_of(RowSet::automatic_clicks);
  }
}

}  // namespace campaign_lens
