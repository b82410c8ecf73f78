#include "view/insight.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kNarrowestColumn = 380;
constexpr std::size_t kMostColumns = 4;
constexpr float kPadding = space::l, kTitle = 24, kLine = 18;

void draw_waiting(Frame& frame, const Rect& area) {
  draw_empty_state(frame, area, "insight/waiting", "Looking into the rows…",
                   "Reasons, clicks, times, audiences and what does not add up.", {});
}

}  // namespace

std::vector<InsightPage::Placed> InsightPage::lay_out(Frame& frame, const std::vector<InsightCard>& cards,
                                                      float width, std::size_t columns) const {
  std::vector<float> bottoms(columns, 0);
  const float wide = (width - space::m * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  std::vector<Placed> placed;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    Placed card{
        .card = i, .rect = {}, .lines = frame.text.wrap(cards[i].sentence, type::body, wide - 2 * kPadding)};
    float tall = 2 * kPadding + kTitle + kLine * static_cast<float>(card.lines.size());
    if (cards[i].body > 0) tall += space::m + cards[i].body;
    // Where the page is shortest; so what comes first is seen first.
    const auto column = std::ranges::min_element(bottoms);
    const auto index = static_cast<float>(column - bottoms.begin());
    card.rect = {index * (wide + space::m), *column, wide, tall};
    *column += tall + space::m;
    placed.push_back(std::move(card));
  }
  return placed;
}

void InsightPage::draw_insight_card(Frame& frame, const Placed& placed, const InsightCard& card) const {
  draw_card(frame, placed.rect);
  if (card.alert)
    frame.list().AddRect(placed.rect.min(), placed.rect.max(), frame.palette.not_confirmed.mark, radius::card,
                         0, 1.5F);
  Rect rest = placed.rect.inset(kPadding);
  Rect heading = rest.cut_top(kTitle);
  frame.node(node_id(card.path, 1'000), Mirror::Role::heading, heading, card.title);
  if (card.alert) {
    draw_icon(frame.list(), Icon::warning, heading.cut_left(20).centre(), frame.palette.not_confirmed.mark,
              0.9F);
  }
  frame.text.draw_in(frame.list(), heading, Align::start, frame.palette.text, card.title, type::title_strong);
  Rect sentence = rest.cut_top(kLine * static_cast<float>(placed.lines.size()));
  frame.node(node_id(card.path, 1'001), Mirror::Role::text, sentence, card.sentence);
  for (const std::string_view line : placed.lines)
    frame.text.draw_sentence(frame.list(), sentence.cut_top(kLine), frame.palette.text_secondary, line,
                             type::body);
  if (card.body <= 0) return;
  rest.cut_top(space::m);
  card.draw(frame, rest);
}

void InsightPage::draw(Frame& frame, const Rect& area) {
  const app::AppState::Meaning& meaning = frame.state.report->meaning;
  if (meaning.answer.id == 0) return draw_waiting(frame, area);
  scroll_.show(frame.state.report->number);
  Rect seen = area;
  const Rect track = seen.cut_right(height::scrollbar);
  seen.cut_right(space::xs);
  const auto columns = std::clamp<std::size_t>(
      static_cast<std::size_t>((seen.width + space::m) / (kNarrowestColumn + space::m)), 1, kMostColumns);
  const float content =
      (seen.width - space::m * static_cast<float>(columns - 1)) / static_cast<float>(columns) - 2 * kPadding;
  const std::vector<InsightCard> cards = insight_cards(frame, meaning.answer.insight, brushes_, content);
  std::vector<Placed> placed = lay_out(frame, cards, seen.width, columns);
  float tall = 0;
  for (const Placed& card : placed)
    tall = std::max(tall, card.rect.bottom());
  const float offset = scroll_.draw(frame, seen, track, "insight/scroll", tall + space::m, true);
  ImGui::PushClipRect(seen.min(), seen.max(), true);
  for (Placed& card : placed) {
    card.rect.x += seen.x, card.rect.y += seen.y - offset;
    if (frame.shows(card.rect)) draw_insight_card(frame, card, cards[card.card]);
  }
  ImGui::PopClipRect();
}

}  // namespace campaign_lens::view
