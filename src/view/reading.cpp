#include "view/reading.h"

#include <algorithm>
#include <initializer_list>

#include "view/reading_columns.h"
#include "view/reading_file.h"
#include "view/reading_statuses.h"

namespace campaign_lens::view {
namespace {

// Wider than this, what is to be reviewed stands beside the columns; narrower, before them.
constexpr float kBesideFrom = 1000, kBeside = 400;
// More than all cards need.
constexpr float kEndless = 1e7F;

}  // namespace

float Reading::height_of(Frame& frame, Part part, float width) const {
  switch (part) {
    case Part::file:
      return file_card_height(width);
    case Part::statuses:
      return statuses_card_height(frame);
    case Part::warnings:
      return warnings_.height(frame, width);
    case Part::delivery:
      return columns_card_height(frame, TableId::delivery, width);
    case Part::clicks:
      break;
  }
  return columns_card_height(frame, TableId::clicks, width);
}

std::vector<Reading::Placed> Reading::lay_out(Frame& frame, float width) const {
  std::vector<Placed> placed;
  const auto stack = [&](Rect& column, std::initializer_list<Part> parts) {
    for (const Part part : parts) {
      const float tall = height_of(frame, part, column.width);
      if (tall == 0) continue;
      placed.push_back({part, column.cut_top(tall)});
      column.cut_top(space::m);
    }
  };
  Rect page{0, 0, width, kEndless};
  stack(page, {Part::file});
  const messages::ReportSummary& summary = frame.state.report->summary;
  if (width >= kBesideFrom && !(summary.unknown_statuses.empty() && summary.warnings.empty())) {
    Rect beside = page.cut_right(kBeside);
    page.cut_right(space::m);
    stack(beside, {Part::statuses, Part::warnings});
  } else {
    stack(page, {Part::statuses, Part::warnings});
  }
  stack(page, {Part::delivery, Part::clicks});
  return placed;
}

void Reading::draw_part(Frame& frame, const Placed& placed) {
  switch (placed.part) {
    case Part::file:
      return draw_file_card(frame, zone_, placed.rect);
    case Part::statuses:
      return draw_statuses_card(frame, placed.rect);
    case Part::warnings:
      return warnings_.draw(frame, placed.rect);
    case Part::delivery:
      return draw_columns_card(frame, TableId::delivery, placed.rect);
    case Part::clicks:
      return draw_columns_card(frame, TableId::clicks, placed.rect);
  }
}

void Reading::draw(Frame& frame, const Rect& area) {
  const auto height_of_all = [](const std::vector<Placed>& cards) {
    float tall = 0;
    for (const Placed& card : cards)
      tall = std::max(tall, card.rect.bottom());
    return tall;
  };
  Rect seen = area, track;
  std::vector<Placed> cards = lay_out(frame, seen.width);
  if (height_of_all(cards) > area.height) {
    track = seen.cut_right(height::scrollbar);
    seen.cut_right(space::xs);
    cards = lay_out(frame, seen.width);
  }
  scroll_.show(frame.state.report->number);
  const float offset = scroll_.draw(frame, seen, track, "reading/scroll", height_of_all(cards), true);
  ImGui::PushClipRect(seen.min(), seen.max(), true);
  for (Placed& card : cards) {
    card.rect.x += seen.x, card.rect.y += seen.y - offset;
    if (frame.shows(card.rect)) draw_part(frame, card);
  }
  ImGui::PopClipRect();
}

}  // namespace campaign_lens::view
