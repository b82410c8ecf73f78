#include "view/zone_picker.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/text.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kWidth = 300;
constexpr std::uint32_t kListed = 9;

// Where the campaigns are, from the Gulf outwards.
struct Near {
  std::string_view name, offset;
};
constexpr Near kNear[] = {
    {"Asia/Riyadh", "+03:00"},
    {"Asia/Dubai", "+04:00"},
    {"Asia/Kuwait", "+03:00"},
    {"Asia/Qatar", "+03:00"},
    {"Asia/Bahrain", "+03:00"},
    {"Asia/Muscat", "+04:00"},
    {"Asia/Baghdad", "+03:00"},
    {"Asia/Amman", "+03:00"},
    {"Asia/Beirut", "+02:00 / +03:00"},
    {"Africa/Cairo", "+02:00 / +03:00"},
    {"Europe/London", "+00:00 / +01:00"},
    {"Asia/Karachi", "+05:00"},
    {"Asia/Kolkata", "+05:30"},
    {"UTC", "+00:00"},
};

// Letters as one types them: the names have "_" for a space.
std::string typed(std::string_view text) {
  std::string letters = fold(text);
  std::ranges::replace(letters, '_', ' ');
  return letters;
}

const std::string& zone_of(const app::AppState::Report& report) {
  return report.corrections.zone.empty() ? report.summary.zone : report.corrections.zone;
}

}  // namespace

std::string ZonePicker::name(const Frame& frame) const {
  return title_ + ": " + zone_of(*frame.state.report);
}

Select ZonePicker::select(const Frame& frame, std::string_view name, Icon icon) const {
  const app::AppState::Report& report = *frame.state.report;
  return {.id = node_id(path_),
          .name = name,
          .value = zone_of(report),
          .icon = icon,
          .pressed = !report.corrections.zone.empty()};
}

float ZonePicker::width(Frame& frame, Icon icon) const {
  return select_width(frame, select(frame, {}, icon));
}

std::vector<ZonePicker::Offer> ZonePicker::offers(const Frame& frame) const {
  const app::AppState::Report& report = *frame.state.report;
  const std::string& stated = report.summary.stated_zone;
  const std::string& wanted = report.corrections.zone;
  const std::string searched = typed(search_.text());
  std::vector<Offer> offers;
  const auto offer = [&](std::string_view zone, std::string_view detail) {
    if (typed(zone).find(searched) == std::string::npos) return;
    offers.push_back(
        {.zone = std::string(zone),
         .choice = {.label = std::string(zone), .detail = std::string(detail), .chosen = wanted == zone}});
  };
  if (searched.empty())
    offers.push_back({.zone = {},
                      .choice = {.label = stated.empty() ? "UTC, as none is stated" : "As stated: " + stated,
                                 .chosen = wanted.empty()}});
  for (const Near& near : kNear)
    if (!stated.empty() || near.name != "UTC") offer(near.name, near.offset);
  for (const std::string& zone : frame.state.zone_names)
    if (std::ranges::find(kNear, zone, &Near::name) == std::end(kNear)) offer(zone, {});
  return offers;
}

void ZonePicker::choose(Frame& frame, const Offer& offer) {
  frame.emit(app::SetZone{offer.zone});
  ImGui::CloseCurrentPopup();
}

void ZonePicker::draw(Frame& frame, const Rect& control, Icon icon) {
  const std::string name = this->name(frame);
  const Select select = this->select(frame, name, icon);
  const bool was_open = std::exchange(open_, draw_select(frame, control, select));
  if (!open_) return;
  constexpr float kTall =
      height::control + space::s + static_cast<float>(kListed) * kChoiceHeight + 2 * space::s;
  std::optional<Rect> rest =
      begin_list(select.id, control, std::min(kWidth, ImGui::GetIO().DisplaySize.x), kTall);
  if (!rest) return;
  rest->height =
      std::min(rest->height, ImGui::GetWindowHeight() - 2 * space::s);  // it does not scroll itself
  if (!was_open) {
    search_ = TextField();
    search_.focus();
    top_ = {};
  }
  const std::string path = path_ + "/search";
  const bool edited =
      search_
          .draw(frame, rest->cut_top(height::control),
                {.path = path, .name = "Search time zones", .icon = Icon::search, .clearable = true},
                search_.text())
          .has_value();
  if (edited) top_ = {};
  rest->cut_top(space::s);
  const std::vector<Offer> offers = this->offers(frame);
  if (search_.entered() && !offers.empty()) choose(frame, offers.front());
  draw_list(frame, *rest, offers);
  ImGui::EndPopup();
}

void ZonePicker::draw_list(Frame& frame, Rect area, const std::vector<Offer>& offers) {
  if (offers.empty()) {
    const Rect line = area.cut_top(kChoiceHeight).inset(space::s, 0);
    constexpr std::string_view kWords = "No zone is called so";
    frame.text.draw_in(frame.list(), line, Align::start, frame.palette.text_tertiary, kWords, type::body);
    frame.node(node_id(path_, 2), Mirror::Role::text, line, kWords);
    return;
  }
  const std::uint32_t listed = whole_rows(area.height, kChoiceHeight);
  const Rect track = area.cut_right(offers.size() > listed ? height::scrollbar : 0);
  const std::string path = path_ + "/zones";
  const RowScroll::List list{.seen = area,
                             .track = track,
                             .path = path,
                             .row_height = kChoiceHeight,
                             .rows = offers.size(),
                             .visible = listed};
  top_ = scroll_.draw(frame, list, top_);
  ImGui::PushClipRect(area.min(), area.max(), true);
  for (std::uint64_t row = top_.row; row < list.end(top_); ++row) {
    const Offer& offer = offers[static_cast<std::size_t>(row)];
    const Rect line = list.line(top_, row);
    if (frame.shows(line) && draw_choice(frame, line, node_id(path_, 1, row), offer.choice, true) &&
        !scroll_.caught())
      choose(frame, offer);
  }
  ImGui::PopClipRect();
}

}  // namespace campaign_lens::view
