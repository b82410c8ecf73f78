#include "view/search_field.h"

#include <optional>
#include <string>
#include <utility>

namespace campaign_lens::view {

void SearchField::draw(Frame& frame, const Rect& rect) {
  const TextField::Look look{.path = table_ == TableId::delivery ? "search/delivery" : "search/clicks",
                             .name = "Search all columns",
                             .icon = Icon::search,
                             .clearable = true};
  const std::string& wanted = frame.state.report->views[static_cast<std::size_t>(table_)].wanted.search;
  if (std::optional<std::string> text = field_.draw(frame, rect, look, wanted)) {
    frame.emit(app::SetSearch{table_, *std::move(text)});
  }
}

}  // namespace campaign_lens::view
