#pragma once

#include <cstdint>
#include <utility>

#include "app/filters.h"
#include "view/frame.h"

namespace campaign_lens::view {

/// A column of the open report, and the filters that it has.
struct FilteredColumn {
  TableId table = TableId::delivery;
  std::uint32_t column = 0;

  const app::AppState::View& view(const Frame& frame) const {
    return frame.state.report->views[static_cast<std::size_t>(table)];
  }
  /// nullptr: it has none of that kind.
  const ColumnFilter* filter(const Frame& frame, app::FilterKind kind) const {
    return app::find_filter(view(frame).wanted, column, kind);
  }
  void set(Frame& frame, Condition condition, bool negated = false) const {
    frame.emit(
        app::SetFilter{table, {.column = column, .negated = negated, .condition = std::move(condition)}});
  }
  void remove(Frame& frame, app::FilterKind kind) const {
    frame.emit(app::RemoveFilter{table, column, kind});
  }
};

}  // namespace campaign_lens::view
