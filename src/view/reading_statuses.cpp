#include "view/reading_statuses.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "app/corrections.h"
#include "base/text.h"
#include "view/families.h"
#include "view/select.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kRow = 40, kControl = 28;

using UnknownStatus = messages::ReportSummary::UnknownStatus;

const std::vector<UnknownStatus>& statuses_of(const Frame& frame) {
  return frame.state.report->summary.unknown_statuses;
}

std::string_view name_of(StatusFamily family) {
  return family == StatusFamily::unrecognised ? "Not recognised" : name_in_list(family);
}

void draw_meaning(Frame& frame, const Rect& control, const UnknownStatus& status, std::size_t index) {
  const std::string name = "“" + status.status + "” means: " + std::string(name_of(status.family));
  const Select select{.id = node_id("reading/meaning", index),
                      .name = name,
                      .value = name_of(status.family),
                      .quiet = status.family == StatusFamily::unrecognised,
                      .low = true};
  if (!draw_select(frame, control, select)) return;
  std::vector<Choice> choices;
  for (const StatusFamily family : kFamilies) {
    choices.push_back({.label = std::string(name_of(family)),
                       .chosen = family == status.family,
                       .mark = colours_of(frame.palette, family).mark});
  }
  if (const auto made = draw_choices(frame, control, select, choices))
    frame.emit(app::SetStatusMeaning{status.status, kFamilies[*made]});
}

void draw_row(Frame& frame, const Rect& row, std::size_t index) {
  const UnknownStatus& status = statuses_of(frame)[index];
  draw_divider(frame, row);
  if (app::is_corrected_status(frame.state.report->corrections, status.status)) draw_corrected(frame, row);
  Rect rest = row.inset(space::l, 0);
  const float widest = std::min(190.F, rest.width * 0.46F);
  draw_meaning(frame, centred(rest.cut_right(widest), widest, kControl), status, index);
  rest.cut_right(space::m);
  const std::string rows = with_thousands(status.rows);
  // The first has the most rows.
  const float figures = frame.text.width(with_thousands(statuses_of(frame).front().rows), type::body);
  frame.text.draw_in(frame.list(), rest.cut_right(figures), Align::end, frame.palette.text_secondary, rows,
                     type::body);
  rest.cut_right(space::m);
  const std::uint32_t id = node_id("reading/status", index);
  const bool cut = draw_status_pill(frame, rest, status.family, status.status);
  if (cut && rest.contains(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered())
    frame.tooltip(id, rest, {}, status.status);
  frame.node(id, Mirror::Role::text, rest,
             status.status + ": " + rows + (status.rows == 1 ? " row" : " rows"));
}

}  // namespace

float statuses_card_height(const Frame& frame) {
  const std::size_t many = statuses_of(frame).size();
  return many == 0 ? 0 : kCardHeading + static_cast<float>(many) * kRow + space::s;
}

void draw_statuses_card(Frame& frame, const Rect& card) {
  draw_card(frame, card);
  Rect rest = card;
  draw_card_heading(frame, rest.cut_top(kCardHeading), "reading/statuses", "Statuses not recognised",
                    with_thousands(statuses_of(frame).size()));
  for (std::size_t i = 0; i < statuses_of(frame).size(); ++i) {
    const Rect row = rest.cut_top(kRow);
    if (frame.shows(row)) draw_row(frame, row, i);
  }
}

}  // namespace campaign_lens::view
