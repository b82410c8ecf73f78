#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/text.h"
#include "cli/output.h"
#include "cli/padded.h"

namespace campaign_lens::cli {

namespace {

constexpr std::size_t kListed = 10;  ///< entries of a list, for people

std::string line(std::string_view name, std::uint64_t count, std::string_view note = {}) {
  return left(name, 46) + right(with_thousands(count), 12) + (note.empty() ? "" : "   ") + std::string(note) +
         "\n";
}

std::string of(std::uint64_t part, std::uint64_t whole, std::string_view name) {
  return share(part, whole) + " of " + std::string(name);
}

std::string reading_name(SubmittedReading reading) {
  switch (reading) {
    case SubmittedReading::not_stated:
      return "not_stated";
    case SubmittedReading::stage:
      return "stage";
    case SubmittedReading::partition:
      return "partition";
    case SubmittedReading::neither:
      break;
  }
  return "neither";
}

/// "1.500 s" as people say it: seconds, minutes, hours or days.
std::string duration(std::int64_t us) {
  struct Unit {
    double seconds;
    std::string_view name;
  };
  const double seconds = static_cast<double>(us) / 1e6;
  Unit unit{1, "s"};
  for (const Unit larger : {Unit{60, "min"}, Unit{3'600, "h"}, Unit{86'400, "d"}}) {
    if (seconds >= 2 * larger.seconds) unit = larger;
  }
  const std::string text = std::to_string(seconds / unit.seconds);
  return text.substr(0, text.find('.') + 2) + " " + std::string(unit.name);
}

std::string delays_text(const Delays& delays) {
  if (delays.count == 0) return "-";
  return "median " + duration(delays.median_us) + ", 90 % " + duration(delays.p90_us) + ", 99 % " +
         duration(delays.p99_us);
}

void print_sets(Output& out, const Insight& insight, std::string_view title, RowSet first, RowSet last) {
  std::string lines;
  for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
    if (insight.row_sets[i] > 0) lines += line(row_set_name(static_cast<RowSet>(i)), insight.row_sets[i]);
  }
  if (!lines.empty()) out.write("\n" + std::string(title) + "\n" + lines);
}

void print_failures(Output& out, const Failures& failures) {
  if (failures.messages == 0) return;
  out.write("\n" + line("Failed or not submitted", failures.messages));
  for (std::size_t i = 0; i < kReasonGroupCount; ++i) {
    const Failures::Group& group = failures.groups[i];
    const std::uint64_t messages = group.failed + group.not_submitted;
    if (messages == 0) continue;
    out.write(line("  " + std::string(reason_group_name(static_cast<ReasonGroup>(i))), messages,
                   share(messages, failures.messages) + ", " + with_thousands(messages - group.permanent) +
                       " worth a retry"));
  }
  for (std::size_t i = 0; i < std::min(failures.reasons.size(), kListed); ++i) {
    const Failures::Reason& reason = failures.reasons[i];
    const std::string code = reason.code.empty() ? "" : " [" + reason.code + "]";
    // The name last: how wide it is on a terminal is the terminal's secret.
    out.write(right(with_thousands(reason.failed + reason.not_submitted), 12) +
              right(share(reason.cumulative, failures.messages), 9) + "  " +
              (reason.text.empty() ? "(no reason)" : reason.text) + code + "\n");
  }
}

void print_clicks(Output& out, const Clicks& clicks) {
  if (clicks.total.all.clicks == 0) return;
  out.write("\n" +
            line("uLink clicks", clicks.total.all.clicks,
                 with_thousands(clicks.total.without_automatic.clicks) + " without automatic ones") +
            line("Recipients who clicked", clicks.total.all.recipients,
                 with_thousands(clicks.total.without_automatic.recipients) + " without automatic ones") +
            line("  of recipients of delivered messages", clicks.delivered_clicked,
                 of(clicks.delivered_clicked, clicks.delivered_recipients, "delivered")) +
            line("  of all recipients", clicks.clicked, of(clicks.clicked, clicks.recipients, "recipients")) +
            line("Recipients who clicked several times", clicks.repeat_clickers) +
            "From message to first click: " + delays_text(clicks.to_first_click) + "\n");
  for (const Clicks::Breakdown* const values : {&clicks.locations, &clicks.variables, &clicks.links}) {
    out.write("\n");
    for (std::size_t i = 0; i < std::min(values->values.size(), kListed); ++i) {
      const Clicks::Value& value = values->values[i];
      out.write(right(with_thousands(value.counts.all.clicks), 12) + "  " +
                (value.text.empty() ? "(none)" : value.text) + "\n");
    }
  }
}

void print_countries(Output& out, const Insight& insight) {
  out.write("\n" + line("Recipients", insight.recipients));
  for (std::size_t i = 0; i < std::min(insight.countries.size(), kListed); ++i) {
    const CountryFigures& country = insight.countries[i];
    out.write(right(with_thousands(country.recipients), 12) + "  " + country.name +
              (country.calling_code == 0 ? "" : " (+" + std::to_string(country.calling_code) + ")") + "\n");
  }
}

// JSON: "key":value, after whatever stands before it.

void open(std::string& json, std::string_view key) {
  if (json.back() != '{' && json.back() != '[') json += ',';
  if (!key.empty()) json += json_string(key) + ":";
}
void add(std::string& json, std::string_view key, std::uint64_t value) {
  open(json, key);
  json += std::to_string(value);
}
void add(std::string& json, std::string_view key, std::string_view value) {
  open(json, key);
  json += json_string(value);
}
struct Number {
  std::string_view key;
  std::uint64_t value;
};
void add(std::string& json, std::initializer_list<Number> numbers) {
  for (const auto& [key, value] : numbers)
    add(json, key, value);
}
template <typename Write>
void add_object(std::string& json, std::string_view key, Write write) {
  open(json, key);
  json += '{';
  write();
  json += '}';
}
template <typename Values, typename Write>
void add_list(std::string& json, std::string_view key, const Values& values, Write write) {
  open(json, key);
  json += '[';
  for (const auto& value : values)
    write(value);
  json += ']';
}

void add_counts(std::string& json, std::string_view key, const StatusCounts& counts) {
  add_object(json, key, [&] {
    for (const CountDefinition& count : count_definitions())
      add(json, count.key, counts[count.id]);
  });
}

void add_delays(std::string& json, std::string_view key, const Delays& delays) {
  add_object(json, key, [&] {
    add(json, {{"count", delays.count},
               {"negative", delays.negative},
               {"median_us", static_cast<std::uint64_t>(delays.median_us)},
               {"p90_us", static_cast<std::uint64_t>(delays.p90_us)},
               {"p99_us", static_cast<std::uint64_t>(delays.p99_us)}});
  });
}

void add_clicks(std::string& json, const ClickCounts& counts) {
  add(json, {{"clicks", counts.all.clicks},
             {"recipients", counts.all.recipients},
             {"clicks_without_automatic", counts.without_automatic.clicks},
             {"recipients_without_automatic", counts.without_automatic.recipients}});
}

void add_breakdown(std::string& json, std::string_view key, const Clicks::Breakdown& breakdown) {
  add_list(json, key, breakdown.values, [&](const Clicks::Value& value) {
    add_object(json, {}, [&] {
      add(json, "text", value.text);
      add_clicks(json, value.counts);
    });
  });
}

void add_reconciliation(std::string& json, const Reconciliation& reconciliation) {
  add_object(json, "reconciliation", [&] {
    add(json, "submitted_reading", reading_name(reconciliation.reading));
    add_list(json, "stated", reconciliation.stated, [&](const Reconciliation::Stated& stated) {
      add_object(json, {}, [&] {
        add(json, "count", definition_of(stated.count).key);
        add(json, {{"stated", stated.stated}, {"counted", stated.counted}});
      });
    });
    add_counts(json, "counts_by_current_status", reconciliation.current);
  });
}

void add_failures(std::string& json, const Failures& failures) {
  add_object(json, "failures", [&] {
    add(json, "messages", failures.messages);
    add_object(json, "groups", [&] {
      for (std::size_t i = 0; i < kReasonGroupCount; ++i) {
        add_object(json, reason_group_key(static_cast<ReasonGroup>(i)), [&] {
          add(json, {{"failed", failures.groups[i].failed},
                     {"not_submitted", failures.groups[i].not_submitted},
                     {"permanent", failures.groups[i].permanent}});
        });
      }
    });
    add_list(json, "reasons", failures.reasons, [&](const Failures::Reason& reason) {
      add_object(json, {}, [&] {
        add(json, "text", reason.text);
        add(json, "code", reason.code);
        add(json, "group", reason_group_key(reason.group));
        open(json, "permanent");
        json += reason.permanent ? "true" : "false";
        add(json, {{"failed", reason.failed},
                   {"not_submitted", reason.not_submitted},
                   {"cumulative", reason.cumulative}});
      });
    });
  });
}

void add_clicks(std::string& json, const Clicks& clicks) {
  add_object(json, "clicks", [&] {
    add_clicks(json, clicks.total);
    add(json, {{"delivered_recipients", clicks.delivered_recipients},
               {"delivered_clicked", clicks.delivered_clicked},
               {"delivered_clicked_without_automatic", clicks.delivered_clicked_without_automatic},
               {"message_recipients", clicks.recipients},
               {"message_recipients_clicked", clicks.clicked},
               {"message_recipients_clicked_without_automatic", clicks.clicked_without_automatic},
               {"repeat_clickers", clicks.repeat_clickers},
               {"repeat_clickers_without_automatic", clicks.repeat_clickers_without_automatic}});
    add_delays(json, "to_first_click", clicks.to_first_click);
    add_breakdown(json, "variables", clicks.variables);
    add_breakdown(json, "locations", clicks.locations);
    add_breakdown(json, "links", clicks.links);
  });
}

void add_country(std::string& json, const CountryFigures& country) {
  add_object(json, {}, [&] {
    add(json, "iso", country.iso);
    add(json, "name", country.name);
    add(json, {{"calling_code", country.calling_code},
               {"messages", country.messages},
               {"message_recipients", country.recipients},
               {"delivered", country.delivered}});
    add_object(json, "failed", [&] {
      for (std::size_t i = 0; i < kReasonGroupCount; ++i)
        add(json, reason_group_key(static_cast<ReasonGroup>(i)), country.failed[i]);
    });
    add_clicks(json, country.clicks);
  });
}

void add_timing(std::string& json, const Timing& timing) {
  const auto number = [&](std::uint64_t value) { add(json, {}, value); };
  const auto day = [&](const std::array<std::uint64_t, 24>& hours) { add_list(json, {}, hours, number); };
  add_object(json, "timing", [&] {
    add(json, "first", format_time(timing.first, {}));
    add(json, "step_us", static_cast<std::uint64_t>(timing.step_us));
    add_list(json, "messages", timing.messages, number);
    add_list(json, "clicks", timing.clicks, number);
    add_list(json, "first_clicks", timing.first_clicks, number);
    add_list(json, "messages_by_weekday_and_hour", timing.messages_by_hour, day);
    add_list(json, "clicks_by_weekday_and_hour", timing.clicks_by_hour, day);
    add(json, {{"messages_without_time", timing.messages_without_time},
               {"clicks_without_time", timing.clicks_without_time}});
    add_delays(json, "to_status", timing.to_status);
  });
}

}  // namespace

void print_insight(Output& out, const Insight& insight) {
  const std::uint64_t total = insight.counts[CountId::total], submitted = insight.counts[CountId::submitted];
  for (const CountDefinition& count : count_definitions()) {
    const std::uint64_t messages = insight.counts[count.id];
    if (count.id == CountId::unrecognised && messages == 0) continue;
    const bool within_submitted =
        count.id == CountId::success || count.id == CountId::not_confirmed || count.id == CountId::failed;
    out.write(line(count.name, messages,
                   of(messages, total, "total") +
                       (within_submitted ? ", " + of(messages, submitted, "submitted") : std::string())));
  }
  print_sets(out, insight, "What does not add up", RowSet::repeated_message_ids, RowSet::clicks_in_future);
  print_failures(out, insight.failures);
  print_clicks(out, insight.clicks);
  print_sets(out, insight, "Automatic clicks", RowSet::automatic_clicks, RowSet::clicks_by_crawlers);
  print_countries(out, insight);
  out.write("\nFrom submission to status: " + delays_text(insight.timing.to_status) + "\n");
  print_sets(out, insight, "Audiences (recipients)", RowSet::clicked, RowSet::failed_for_good);
}

void print_insight_json(Output& out, const Insight& insight) {
  std::string json = "{";
  add_object(json, "rows", [&] {
    add(json, {{"delivery", insight.rows[static_cast<std::size_t>(TableId::delivery)]},
               {"clicks", insight.rows[static_cast<std::size_t>(TableId::clicks)]}});
  });
  add_counts(json, "counts", insight.counts);
  add(json, "recipients", insight.recipients);
  add(json, "home", insight.home);
  add_object(json, "row_sets", [&] {
    for (std::size_t i = 0; i < kRowSetCount; ++i)
      add(json, row_set_key(static_cast<RowSet>(i)), insight.row_sets[i]);
  });
  add_reconciliation(json, insight.reconciliation);
  add_failures(json, insight.failures);
  add_clicks(json, insight.clicks);
  add_list(json, "countries", insight.countries,
           [&](const CountryFigures& country) { add_country(json, country); });
  add_timing(json, insight.timing);
  out.write(json + "}\n");
}

}  // namespace campaign_lens::cli
