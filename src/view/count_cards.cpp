#include "view/count_cards.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kPadding = 14;
constexpr float kMark = 8;
constexpr float kLabelLine = 16, kValue = 36, kShare = 16, kBar = 4;
constexpr float kNarrowestCard = 152;
// On a small page the cards say the same in one line each.
constexpr float kCompactBelow = 700, kCompactHeight = 44, kNarrowestCompactCard = 140;

struct Plan {
  std::vector<CountId> counts;
  std::size_t columns = 1, rows = 1;
  float width = 0, height = 0;
  std::size_t label_lines = 1;
  bool compact = false;
};

Plan plan_cards(Frame& frame, float width) {
  Plan plan;
  for (const CountDefinition& definition : count_definitions()) {
    const bool always = definition.id != CountId::unrecognised;
    if (always || frame.state.report->summary.counts[definition.id] > 0) plan.counts.push_back(definition.id);
  }
  plan.compact = width < kCompactBelow;
  const float narrowest = plan.compact ? kNarrowestCompactCard : kNarrowestCard;
  const std::size_t many = plan.counts.size();
  const auto fit = static_cast<std::size_t>(std::max(1.F, (width + space::m) / (narrowest + space::m)));
  plan.rows = (many + std::min(fit, many) - 1) / std::min(fit, many);
  plan.columns = (many + plan.rows - 1) / plan.rows;
  const auto columns = static_cast<float>(plan.columns);
  plan.width = std::max(0.F, (width - (columns - 1) * space::m) / columns);
  for (const CountId count : plan.counts) {
    const float label = frame.text.width(definition_of(count).name, type::caption);
    if (label > plan.width - 2 * kPadding) plan.label_lines = 2;
  }
  const float labels = static_cast<float>(plan.label_lines) * kLabelLine;
  plan.height =
      plan.compact ? kCompactHeight : 2 * space::m + labels + space::xs + kValue + kShare + space::s + kBar;
  return plan;
}

std::string share_in_words(const StatusCounts& counts, CountId count) {
  const std::uint64_t total = counts[CountId::total];
  return count == CountId::total ? std::string("all messages") : share(counts[count], total) + " of total";
}

void draw_compact(Frame& frame, Rect rest, CountId count, const std::string& value) {
  rest = rest.inset(space::m, 0);
  const StatusColours& colours = colours_of(frame.palette, count);
  frame.list().AddCircleFilled(rest.cut_left(kMark).centre(), kMark / 2, colours.mark);
  rest.cut_left(space::s);
  const float width = std::min(rest.width, frame.text.width(value, type::title_strong));
  frame.text.draw_in(frame.list(), rest.cut_right(width), Align::end, frame.palette.text, value,
                     type::title_strong);
  rest.cut_right(space::s);
  frame.text.draw_in(frame.list(), rest, Align::start, frame.palette.text_secondary,
                     definition_of(count).name, type::caption);
}

void draw_full(Frame& frame, const Plan& plan, const Rect& card, CountId count, const std::string& value) {
  const StatusColours& colours = colours_of(frame.palette, count);
  const StatusCounts& counts = frame.state.report->summary.counts;
  Rect rest = card.inset(kPadding, space::m);
  Rect label = rest.cut_top(static_cast<float>(plan.label_lines) * kLabelLine);
  for (const std::string_view line : frame.text.wrap(definition_of(count).name, type::caption, label.width)) {
    frame.text.draw_in(frame.list(), label.cut_top(kLabelLine), Align::start, frame.palette.text_secondary,
                       line, type::caption);
  }
  rest.cut_top(space::xs);
  const Rect figure = rest.cut_top(kValue);
  const bool wide = frame.text.width(value, type::figure) > figure.width;
  frame.text.draw_in(frame.list(), figure, Align::start, frame.palette.text, value,
                     wide ? type::heading : type::figure);
  frame.text.draw_in(frame.list(), rest.cut_top(kShare), Align::start, frame.palette.text_tertiary,
                     share_in_words(counts, count), type::caption);
  rest.cut_top(space::s);
  const std::uint64_t total = counts[CountId::total];
  const double part = total == 0 ? 0 : static_cast<double>(counts[count]) / static_cast<double>(total);
  draw_progress_bar(frame, rest.cut_top(kBar), static_cast<float>(part), colours.mark);
}

void draw_card_of(Frame& frame, const Plan& plan, const Rect& card, CountId count) {
  const CountDefinition& definition = definition_of(count);
  const StatusCounts& counts = frame.state.report->summary.counts;
  const FamilySet filter = frame.state.report->views[0].wanted.statuses;
  const bool chosen = count != CountId::total && filter == definition.families;
  const std::string value = with_thousands(counts[count]);
  const std::uint32_t id = node_id("card", static_cast<std::uint64_t>(count));
  std::string name = std::string(definition.name) + " " + value;
  if (count != CountId::total) name += " " + share_in_words(counts, count);
  const Press press = frame.control({.id = id,
                                     .rect = card,
                                     .name = std::move(name),
                                     .value = std::string(definition.definition),
                                     .pressed = chosen});
  if (press.clicked) frame.emit(app::FilterByCount{count});
  if (press.hovered) frame.tooltip(id, card, definition.name, definition.definition);

  const StatusColours& colours = colours_of(frame.palette, count);
  const float hover = frame.motion.fade(id, press.hovered);
  const float choice = frame.motion.fade(node_id("card/chosen", static_cast<std::uint64_t>(count)), chosen);
  ImDrawList& list = frame.list();
  list.AddRectFilled(
      card.min(), card.max(),
      mix(mix(frame.palette.surface, frame.palette.sunken, hover), colours.tint, choice * 0.7F),
      radius::card);
  const ImU32 edge = mix(mix(frame.palette.border, frame.palette.border_strong, hover), colours.mark, choice);
  list.AddRect(card.min(), card.max(), edge, radius::card, 0, 1 + 0.5F * choice);
  if (plan.compact) {
    draw_compact(frame, card, count, value);
  } else {
    draw_full(frame, plan, card, count, value);
  }
}

}  // namespace

float count_cards_height(Frame& frame, float width) {
  const Plan plan = plan_cards(frame, width);
  return static_cast<float>(plan.rows) * (plan.height + space::m) - space::m;
}

void draw_count_cards(Frame& frame, const Rect& area) {
  const Plan plan = plan_cards(frame, area.width);
  for (std::size_t i = 0; i < plan.counts.size(); ++i) {
    const std::size_t column = i % plan.columns, row = i / plan.columns;
    draw_card_of(frame, plan,
                 {area.x + static_cast<float>(column) * (plan.width + space::m),
                  area.y + static_cast<float>(row) * (plan.height + space::m), plan.width, plan.height},
                 plan.counts[i]);
  }
}

}  // namespace campaign_lens::view
