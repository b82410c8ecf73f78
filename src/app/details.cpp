#include "app/details.h"

#include <algorithm>
#include <cstddef>

namespace campaign_lens::app {
namespace {

// What the delivery table's details are about; empty: nobody's.
std::string recipient_of(const AppState::Report& report) {
  const std::optional<std::uint32_t> number = column_of(report.summary, TableId::delivery, Role::number);
  const std::optional<AppState::Details>& details = report.views[0].details;
  if (!number || !details || *number >= details->cells.size()) return {};
  return details->cells[*number].text;
}

}  // namespace

std::optional<std::uint32_t> column_of(const messages::ReportSummary& summary, TableId table, Role role) {
  const std::vector<ColumnInfo>& columns = summary.columns[static_cast<std::size_t>(table)];
  const auto found = std::ranges::find(columns, role, &ColumnInfo::role);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - columns.begin());
}

void update_details(AppState::Report& report, TableId table) {
  AppState::View& view = report.views[static_cast<std::size_t>(table)];
  if (!view.selection) view.details.reset();
  if (!view.details) return;
  AppState::Details& details = *view.details;
  const messages::WindowAnswer& window = view.window;
  const std::uint64_t row = view.selection->row;
  const bool here = window.query_id == view.answer.id && row >= window.first &&
                    row - window.first < window.rows &&
                    window.cells.size() == std::size_t{window.rows} * window.columns;
  if (here) {
    const auto at = static_cast<std::size_t>(row - window.first);
    const auto first = window.cells.begin() + static_cast<std::ptrdiff_t>(at * window.columns);
    details.cells.assign(first, first + static_cast<std::ptrdiff_t>(window.columns));
    details.family = at < window.families.size() ? window.families[at] : StatusFamily::unrecognised;
  } else if (row != details.row) {
    details.cells.clear();
  }
  details.row = row;
  if (table != TableId::delivery) return;
  const std::string recipient = recipient_of(report);
  if (recipient.empty()) return report.row_clicks.reset();
  if (!report.row_clicks || report.row_clicks->number != recipient)
    report.row_clicks = AppState::RowClicks{.number = recipient, .asked = std::nullopt, .answer = {}};
}

std::optional<Query> clicks_of_row(const AppState::Report& report) {
  const std::optional<std::uint32_t> number = column_of(report.summary, TableId::clicks, Role::number);
  if (!number || !report.row_clicks || !report.views[0].details) return std::nullopt;
  Query query;
  query.table = TableId::clicks;
  query.filters = {{.column = *number,
                    .condition = condition::Text{.place = condition::Text::Place::whole,
                                                 .texts = {report.row_clicks->number}}}};
  return query;
}

}  // namespace campaign_lens::app
