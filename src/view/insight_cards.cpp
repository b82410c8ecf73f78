#include "view/insight_cards.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "app/details.h"
#include "app/filters.h"
#include "base/text.h"
#include "view/families.h"
#include "view/values.h"
#include "view/week.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr std::size_t kMostBars = 8;
constexpr FamilySet kUndelivered = FamilySet().with(StatusFamily::failed).with(StatusFamily::not_submitted);

std::string counted(std::uint64_t count, std::string_view one, std::string_view many = {}) {
  std::string words = with_thousands(count) + " ";
  if (count == 1) return words.append(one);
  return many.empty() ? words.append(one).append("s") : words.append(many);
}

// A text that was cut cannot be asked for.
bool is_whole(const std::string& text) {
  return text.size() < kMaxInsightTextBytes;
}

class Cards {
 public:
  Cards(const Frame& frame, const Insight& insight, TimeBrushes& brushes, float width)
      : frame_(frame), insight_(insight), brushes_(brushes), width_(width) {}

  std::vector<InsightCard> take() {
    if (!adds_up()) add_reconciliation();
    add_outcome();
    add_reasons();
    add_kinds_of_failure();
    add_over_time();
    add_clicks();
    add_breakdown("insight/locations", "Clicks by location", insight_.clicks.locations, Role::location);
    add_breakdown("insight/variables", "Clicks by variable", insight_.clicks.variables, Role::variable);
    add_breakdown("insight/links", "Clicks by link", insight_.clicks.links, Role::url);
    add_week("insight/week/messages", "When messages went out", "messages", TableId::delivery,
             insight_.timing.messages_by_hour);
    add_week("insight/week/clicks", "When people click", "clicks", TableId::clicks,
             insight_.timing.clicks_by_hour);
    add_audiences();
    add_countries();
    add_automatic();
    add_delays();
    if (adds_up()) add_reconciliation();
    return std::move(cards_);
  }

 private:
  std::uint64_t rows_in(RowSet set) const { return insight_.row_sets[static_cast<std::size_t>(set)]; }
  std::uint64_t undelivered() const { return insight_.failures.messages; }

  void add(std::string_view path, std::string_view title, std::string sentence, float body,
           std::function<void(Frame&, const Rect&)> draw) {
    cards_.push_back({.path = path,
                      .title = title,
                      .sentence = std::move(sentence),
                      .body = body,
                      .draw = std::move(draw)});
  }

  void add_bars(std::string_view path, std::string_view title, std::string sentence, std::vector<Bar> bars,
                std::function<void(Frame&, std::size_t)> pressed) {
    const float body = kBarRow * static_cast<float>(bars.size());
    add(path, title, std::move(sentence), body,
        [path, bars = std::move(bars), pressed = std::move(pressed)](Frame& frame, const Rect& area) {
          if (const auto made = draw_bars(frame, area, path, bars)) pressed(frame, *made);
        });
  }

  Bar bar_of(RowSet set, std::string_view what, std::uint64_t whole, ImU32 colour) const {
    return {.label = std::string(row_set_name(set)),
            .value = rows_in(set),
            .detail = whole > 0 ? share(rows_in(set), whole) : std::string(),
            .note = counted(rows_in(set), what) + " – press to see",
            .colour = colour,
            .pressable = rows_in(set) > 0};
  }
  void add_sets(std::string_view path, std::string_view title, std::string sentence,
                const std::vector<RowSet>& sets, std::vector<Bar> bars) {
    add_bars(path, title, std::move(sentence), std::move(bars), [sets](Frame& frame, std::size_t made) {
      frame.emit(app::OpenRows{.table = table_of(sets[made]), .sets = {sets[made]}});
    });
  }

  std::vector<RowSet> doubtful() const {
    std::vector<RowSet> sets;
    for (auto i = static_cast<std::size_t>(RowSet::repeated_message_ids);
         i <= static_cast<std::size_t>(RowSet::clicks_in_future); ++i) {
      if (insight_.row_sets[i] > 0) sets.push_back(static_cast<RowSet>(i));
    }
    return sets;
  }
  std::vector<Reconciliation::Stated> contradicted() const {
    std::vector<Reconciliation::Stated> stated = insight_.reconciliation.stated;
    std::erase_if(stated, [](const Reconciliation::Stated& count) { return count.stated == count.counted; });
    return stated;
  }
  // Several messages to one recipient are nothing wrong by themselves.
  bool adds_up() const {
    const std::vector<RowSet> sets = doubtful();
    return contradicted().empty() &&
           std::ranges::all_of(sets, [](RowSet set) { return set == RowSet::repeated_recipients; });
  }

  void add_reconciliation() {
    const std::vector<RowSet> sets = doubtful();
    std::vector<Bar> bars;
    for (const RowSet set : sets)
      bars.push_back(bar_of(set, "row", insight_.rows[static_cast<std::size_t>(table_of(set))],
                            frame_.palette.not_confirmed.mark));
    std::string sentence;
    for (const Reconciliation::Stated& count : contradicted()) {
      if (!sentence.empty()) sentence += "\n";
      sentence += "The report states " + with_thousands(count.stated) + " for " +
                  std::string(definition_of(count.count).name) + "; its rows are " +
                  with_thousands(count.counted) + ".";
    }
    const bool stated = insight_.reconciliation.reading != SubmittedReading::not_stated;
    if (adds_up()) {
      sentence = stated ? "All counts that the report states are those of its rows."
                        : "No row contradicts another; the report states no counts of its own.";
    } else if (sentence.empty()) {
      sentence =
          stated ? "The stated counts are right, but some rows are doubtful." : "Some rows are doubtful.";
    }
    if (rows_in(RowSet::superseded_events) > 0) {
      sentence += "\nWith one row a message, " +
                  with_thousands(insight_.reconciliation.current[CountId::success]) + " of " +
                  with_thousands(insight_.reconciliation.current[CountId::total]) +
                  " messages are delivered.";
    }
    const bool alert = !adds_up();
    add_sets("insight/adds_up", alert ? "What does not add up" : "Everything adds up", std::move(sentence),
             sets, std::move(bars));
    cards_.back().alert = alert;
  }

  void add_outcome() {
    const StatusCounts& counts = insight_.counts;
    const std::uint64_t total = counts[CountId::total];
    if (total == 0) return;
    std::vector<Slice> slices;
    std::vector<StatusFamily> families;
    const std::uint64_t further =
        counts[CountId::success] + counts[CountId::not_confirmed] + counts[CountId::failed];
    const std::uint64_t queued =
        counts[CountId::submitted] > further ? counts[CountId::submitted] - further : 0;
    for (const auto& [family, rows] :
         {std::pair(StatusFamily::success, counts[CountId::success]),
          std::pair(StatusFamily::not_confirmed, counts[CountId::not_confirmed]),
          std::pair(StatusFamily::queued, queued), std::pair(StatusFamily::failed, counts[CountId::failed]),
          std::pair(StatusFamily::not_submitted, counts[CountId::not_submitted]),
          std::pair(StatusFamily::unrecognised, counts[CountId::unrecognised])}) {
      if (rows == 0) continue;
      slices.push_back({std::string(name_in_list(family)), rows, colours_of(frame_.palette, family).mark});
      families.push_back(family);
    }
    std::string sentence = share(counts[CountId::success], total) + " of " + counted(total, "message") +
                           (total == 1 ? " is" : " are") + " delivered";
    if (undelivered() > 0) sentence += "; " + counted(undelivered(), "message") + " did not get through";
    const float body = stack_height(slices.size(), width_);
    add("insight/outcome", "What became of the messages", sentence + ".", body,
        [slices = std::move(slices), families = std::move(families)](Frame& frame, const Rect& area) {
          const auto made = draw_stack(frame, area, "insight/outcome", slices);
          if (!made) return;
          frame.emit(
              app::OpenRows{.table = TableId::delivery, .statuses = FamilySet().with(families[*made])});
        });
  }

  void add_reasons() {
    const Failures& failures = insight_.failures;
    if (failures.messages == 0) return;
    const std::optional<std::uint32_t> text =
        app::column_of(frame_.state.report->summary, TableId::delivery, Role::reason);
    const std::optional<std::uint32_t> code =
        app::column_of(frame_.state.report->summary, TableId::delivery, Role::reason_code);
    std::vector<Bar> bars;
    std::vector<app::OpenRows> rows;
    for (std::size_t i = 0; i < std::min(failures.reasons.size(), kMostBars); ++i) {
      const Failures::Reason& reason = failures.reasons[i];
      const std::uint64_t messages = reason.failed + reason.not_submitted;
      std::string label = reason.text.empty() ? reason.code : reason.text;
      if (!reason.text.empty() && !reason.code.empty()) label += " (" + reason.code + ")";
      app::OpenRows open{.table = TableId::delivery, .statuses = kUndelivered};
      if (text) open.filters.push_back(app::only_values(*text, {reason.text}));
      if (code) open.filters.push_back(app::only_values(*code, {reason.code}));
      bars.push_back({.label = label.empty() ? "No reason given" : label,
                      .value = messages,
                      .detail = share(messages, failures.messages),
                      .note = std::string(reason_group_name(reason.group)) +
                              (reason.permanent ? "; would fail again" : "; worth a retry") +
                              ". Up to here " + share(reason.cumulative, failures.messages) +
                              " of all that did not get through.",
                      .colour = frame_.palette.failed.mark,
                      .pressable = is_whole(reason.text) && is_whole(reason.code) && !open.filters.empty(),
                      .faint = label.empty()});
      rows.push_back(std::move(open));
    }
    add_bars("insight/reasons", "Why messages did not get through", reasons_in_words(), std::move(bars),
             [rows = std::move(rows)](Frame& frame, std::size_t made) { frame.emit(rows[made]); });
  }

  std::string reasons_in_words() const {
    const Failures& failures = insight_.failures;
    const std::uint64_t many = failures.reasons.size() + failures.left_off;
    std::uint64_t permanent = 0;
    for (const Failures::Group& group : failures.groups)
      permanent += group.permanent;
    std::string words;
    const auto most = std::ranges::find_if(failures.reasons, [&](const Failures::Reason& reason) {
      return reason.cumulative * 5 >= failures.messages * 4;
    });
    if (many > 2 && most != failures.reasons.end()) {
      const auto few = static_cast<std::uint64_t>(most - failures.reasons.begin()) + 1;
      words = with_thousands(few) + " of " + with_thousands(many) + " reasons " + (few == 1 ? "is" : "are") +
              " behind " + share(most->cumulative, failures.messages) + " of the " +
              counted(failures.messages, "message") + ". ";
    }
    if (permanent == 0) return words + "None is known to fail again.";
    if (permanent == failures.messages) return words + "All would fail again.";
    return words + with_thousands(failures.messages - permanent) + " are worth a retry, " +
           with_thousands(permanent) + " would fail again.";
  }

  void add_kinds_of_failure() {
    const Failures& failures = insight_.failures;
    std::vector<std::size_t> groups;
    for (std::size_t i = 0; i < kReasonGroupCount; ++i) {
      if (failures.groups[i].failed + failures.groups[i].not_submitted > 0) groups.push_back(i);
    }
    if (groups.size() < 2) return;
    const auto messages = [&](std::size_t group) {
      return failures.groups[group].failed + failures.groups[group].not_submitted;
    };
    std::ranges::stable_sort(groups, std::greater<>(), messages);
    const std::optional<std::uint32_t> text =
        app::column_of(frame_.state.report->summary, TableId::delivery, Role::reason);
    std::vector<Bar> bars;
    std::vector<app::OpenRows> rows;
    for (const std::size_t group : groups) {
      condition::OneOf reasons;
      bool whole = text.has_value() && failures.left_off == 0;
      for (const Failures::Reason& reason : failures.reasons) {
        if (static_cast<std::size_t>(reason.group) != group) continue;
        // One known by its code alone cannot be told by its text.
        whole = whole && is_whole(reason.text) && (reason.code.empty() || !reason.text.empty());
        if (reason.text.empty())
          reasons.blank = true;
        else if (std::ranges::find(reasons.values, reason.text) == reasons.values.end())
          reasons.values.push_back(reason.text);
      }
      const std::uint64_t permanent = failures.groups[group].permanent;
      bars.push_back({.label = std::string(reason_group_name(static_cast<ReasonGroup>(group))),
                      .value = messages(group),
                      .detail = share(messages(group), failures.messages),
                      .part = permanent,
                      .note = with_thousands(permanent) + " would fail again, " +
                              with_thousands(messages(group) - permanent) + " are worth a retry.",
                      .colour = frame_.palette.failed.mark,
                      .pressable = whole});
      app::OpenRows open{.table = TableId::delivery, .statuses = kUndelivered};
      if (whole) open.filters = {{.column = *text, .condition = std::move(reasons)}};
      rows.push_back(std::move(open));
    }
    const std::string sentence = "Most are of the kind “" + bars.front().label + "”: " + bars.front().detail +
                                 ". The darker part would fail again.";
    add_bars("insight/kinds", "Kinds of failure", sentence, std::move(bars),
             [rows = std::move(rows)](Frame& frame, std::size_t made) { frame.emit(rows[made]); });
  }

  void add_over_time() {
    const Timing& timing = insight_.timing;
    const float body = over_time_height(timing);
    if (body == 0) return;
    std::string sentence;
    const auto say_peak = [&](const std::vector<std::uint64_t>& values, std::string_view what) {
      const auto peak = std::ranges::max_element(values);
      if (*peak == 0) return;
      sentence += "Most " + std::string(what) + ": " + with_thousands(*peak) + ", " +
                  step_in_words(timing, static_cast<std::size_t>(peak - values.begin())) + ". ";
    };
    say_peak(timing.messages, "messages");
    say_peak(timing.clicks, "clicks");
    sentence += "Drag over a time to see its rows.";
    add("insight/over_time", "Over time", std::move(sentence), body,
        [&timing, &brushes = brushes_](Frame& frame, const Rect& area) {
          draw_over_time(frame, area, timing, brushes);
        });
  }

  void add_week(std::string_view path, std::string_view title, std::string_view what, TableId table,
                const Timing::Week& week) {
    std::string sentence = busiest_hour_in_words(week, what);
    if (sentence.empty()) return;
    add(path, title, std::move(sentence), kWeekHeight,
        [table, &week](Frame& frame, const Rect& area) { draw_week(frame, area, table, week); });
  }

  void add_clicks() {
    const Clicks& clicks = insight_.clicks;
    if (clicks.total.all.clicks == 0) return;
    std::string sentence = clicks.delivered_recipients == 0
                               ? "No delivered messages are among these rows"
                               : share(clicks.delivered_clicked, clicks.delivered_recipients) +
                                     " of the recipients of delivered messages clicked";
    if (clicks.delivered_clicked != clicks.delivered_clicked_without_automatic)
      sentence += "; " + share(clicks.delivered_clicked_without_automatic, clicks.delivered_recipients) +
                  " without clicks that are probably automatic";
    sentence += ".";
    if (clicks.to_first_click.count > 0)
      sentence += " Half of the first clicks come within " + span_in_words(clicks.to_first_click.median_us) +
                  ", 90 % within " + span_in_words(clicks.to_first_click.p90_us) + ".";
    const ImU32 colour = frame_.palette.focus;
    std::vector<Bar> bars = {{.label = "Recipients of delivered messages",
                              .value = clicks.delivered_recipients,
                              .colour = frame_.palette.success.mark,
                              .pressable = false},
                             {.label = "Clicked",
                              .value = clicks.delivered_clicked,
                              .detail = share(clicks.delivered_clicked, clicks.delivered_recipients),
                              .part = clicks.delivered_clicked_without_automatic,
                              .note = with_thousands(clicks.delivered_clicked_without_automatic) +
                                      " without clicks that are probably automatic",
                              .colour = colour,
                              .pressable = false},
                             {.label = "Clicked several times",
                              .value = clicks.repeat_clickers,
                              .detail = share(clicks.repeat_clickers, clicks.delivered_recipients),
                              .part = clicks.repeat_clickers_without_automatic,
                              .note = with_thousands(clicks.repeat_clickers_without_automatic) +
                                      " without clicks that are probably automatic",
                              .colour = colour,
                              .pressable = false}};
    add_bars("insight/clicks", "Who clicked", std::move(sentence), std::move(bars),
             [](Frame&, std::size_t) {});
  }

  void add_breakdown(std::string_view path, std::string_view title, const Clicks::Breakdown& breakdown,
                     Role role) {
    const std::optional<std::uint32_t> column =
        app::column_of(frame_.state.report->summary, TableId::clicks, role);
    const auto& values = breakdown.values;
    if (!column || values.empty() || (values.size() == 1 && values.front().text.empty())) return;
    const std::uint64_t all = insight_.clicks.total.all.clicks;
    std::vector<Bar> bars;
    std::vector<app::OpenRows> rows;
    for (std::size_t i = 0; i < std::min(values.size(), kMostBars); ++i) {
      const Clicks::Value& value = values[i];
      bars.push_back({.label = value.text.empty() ? "None given" : value.text,
                      .value = value.counts.all.clicks,
                      .detail = share(value.counts.all.clicks, all),
                      .part = value.counts.without_automatic.clicks,
                      .note = counted(value.counts.all.recipients, "recipient") + "; " +
                              counted(value.counts.without_automatic.clicks, "click") +
                              " without those that are probably automatic",
                      .colour = frame_.palette.focus,
                      .pressable = is_whole(value.text),
                      .faint = value.text.empty()});
      rows.push_back({.table = TableId::clicks, .filters = {app::only_values(*column, {value.text})}});
    }
    const std::uint64_t many = values.size() + breakdown.left_off;
    std::string sentence = "“" + std::string(bounded(bars.front().label, 60)) + "” has " +
                           bars.front().detail + " of " + counted(all, "click");
    if (many > kMostBars)
      sentence += "; shown are " + std::to_string(kMostBars) + " of " + with_thousands(many);
    add_bars(path, title, sentence + ".", std::move(bars),
             [rows = std::move(rows)](Frame& frame, std::size_t made) { frame.emit(rows[made]); });
  }

  void add_audiences() {
    const std::vector<RowSet> sets = {RowSet::clicked, RowSet::never_clicked, RowSet::not_confirmed,
                                      RowSet::failed_for_now, RowSet::failed_for_good};
    std::uint64_t all = 0;
    for (const RowSet set : sets)
      all += rows_in(set);
    if (all == 0) return;
    const std::array<ImU32, 5> colours = {frame_.palette.focus, frame_.palette.success.mark,
                                          frame_.palette.not_confirmed.mark, frame_.palette.failed.mark,
                                          frame_.palette.not_submitted.mark};
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < sets.size(); ++i)
      bars.push_back(bar_of(sets[i], "recipient", all, colours[i]));
    std::string sentence = counted(insight_.recipients, "recipient") +
                           ", each in one audience by the best that came of "
                           "their messages.";
    if (rows_in(RowSet::failed_for_now) > 0)
      sentence = counted(rows_in(RowSet::failed_for_now), "recipient") + " can be tried again. " + sentence;
    add_sets("insight/audiences", "Audiences", std::move(sentence), sets, std::move(bars));
  }

  void add_countries() {
    const std::vector<CountryFigures>& countries = insight_.countries;
    if (countries.size() < 2 || insight_.counts[CountId::total] == 0) return;
    const std::optional<std::uint32_t> column =
        app::column_of(frame_.state.report->summary, TableId::delivery, Role::number);
    std::vector<Bar> bars;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(countries.size(), kMostBars); ++i) {
      const CountryFigures& country = countries[i];
      names.push_back(country.name);
      const std::string code =
          country.calling_code == 0 ? std::string() : " +" + std::to_string(country.calling_code);
      bars.push_back({.label = country.name + code,
                      .value = country.messages,
                      .detail = share(country.delivered, country.messages),
                      .part = country.delivered,
                      .note = with_thousands(country.delivered) + " delivered; " +
                              counted(country.recipients, "recipient") + "; " +
                              counted(country.clicks.all.clicks, "click"),
                      .colour = frame_.palette.success.mark,
                      .pressable = column && country.messages > 0,
                      .faint = country.iso.empty()});
    }
    const CountryFigures& first = countries.front();
    std::string sentence = share(first.messages, insight_.counts[CountId::total]) +
                           " of the messages went to " + first.name +
                           ". The darker part, and the share, were delivered.";
    add_bars("insight/countries", "Countries", std::move(sentence), std::move(bars),
             [column, names = std::move(names)](Frame& frame, std::size_t made) {
               const condition::FromCountry wanted{.name = names[made]};
               frame.emit(app::OpenRows{.filters = {{.column = *column, .condition = wanted}}});
             });
  }

  void add_automatic() {
    const std::uint64_t automatic = rows_in(RowSet::automatic_clicks);
    if (automatic == 0) return;
    const std::vector<RowSet> sets = {RowSet::automatic_clicks, RowSet::clicks_of_many_links,
                                      RowSet::clicks_at_once, RowSet::clicks_by_crawlers};
    const std::uint64_t all = insight_.clicks.total.all.clicks;
    std::vector<Bar> bars;
    for (const RowSet set : sets)
      bars.push_back(bar_of(set, "click", all, frame_.palette.unrecognised.mark));
    add_sets("insight/automatic", "Clicks that nobody made",
             share(automatic, all) + " of the clicks are probably of programs that look at links.", sets,
             std::move(bars));
  }

  void add_delays() {
    const Delays& delays = insight_.timing.to_status;
    if (delays.count == 0) return;
    std::string sentence = "From submission to the current status: half within " +
                           span_in_words(delays.median_us) + ", 90 % within " + span_in_words(delays.p90_us) +
                           ", 99 % within " + span_in_words(delays.p99_us) + ".";
    if (delays.negative > 0)
      sentence += " Of " + counted(delays.negative, "message") + " the status is older than the submission.";
    std::vector<Bar> bars;
    for (const auto& [label, us] : {std::pair("Half", delays.median_us), std::pair("90 %", delays.p90_us),
                                    std::pair("99 %", delays.p99_us)})
      bars.push_back({.label = std::string(label) + " within " + span_in_words(us),
                      .value = static_cast<std::uint64_t>(std::max<std::int64_t>(0, us) / 1'000'000),
                      .detail = "s",
                      .colour = frame_.palette.text_secondary,
                      .pressable = false});
    add_bars("insight/delays", "How long it took", std::move(sentence), std::move(bars),
             [](Frame&, std::size_t) {});
  }

  const Frame& frame_;
  const Insight& insight_;
  TimeBrushes& brushes_;
  float width_;
  std::vector<InsightCard> cards_;
};

}  // namespace

std::vector<InsightCard> insight_cards(const Frame& frame, const Insight& insight, TimeBrushes& brushes,
                                       float width) {
  return Cards(frame, insight, brushes, width).take();
}

}  // namespace campaign_lens::view
