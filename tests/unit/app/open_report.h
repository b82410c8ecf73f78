#pragma once

#include <vector>

#include "app/commands.h"

namespace campaign_lens::app {

using Effects = std::vector<messages::ToPage>;

inline AppState::View& delivery(AppState& state) {
  return state.report->views[0];
}
inline AppState::View& clicks(AppState& state) {
  return state.report->views[1];
}

inline void run(AppState& state, const Command& command) {
  Effects effects;
  apply(state, command, effects);
}

inline void hear(AppState& state, const messages::ToViewer& message) {
  Effects effects;
  receive(state, message, effects);
}

inline Effects ask(AppState& state) {
  Effects effects;
  ask_for_missing(state, effects);
  return effects;
}

/// The first rows of a file that goes on being read.
inline messages::Opened growing_summary(std::uint64_t delivery_rows) {
  messages::Opened opened;
  opened.summary.complete = false;
  opened.summary.rows[0] = delivery_rows;
  return opened;
}

/// More of them, or all.
inline messages::Updated updated_summary(std::uint64_t delivery_rows, bool complete = false) {
  messages::Updated updated;
  updated.summary.complete = complete;
  updated.summary.rows[0] = delivery_rows;
  updated.elapsed_ms = static_cast<double>(delivery_rows);
  return updated;
}

/// A report of that many rows has just been opened; nothing has been asked yet.
inline AppState open_report(std::uint64_t delivery_rows = 1000, std::uint64_t click_rows = 50) {
  AppState state;
  messages::Opened opened;
  opened.summary.rows[0] = delivery_rows;
  opened.summary.rows[1] = click_rows;
  hear(state, opened);
  return state;
}

inline void answer(AppState& state, TableId table, std::uint64_t rows) {
  const AppState::View& view = state.report->views[static_cast<std::size_t>(table)];
  hear(state, messages::Queried{{.id = view.asked_id, .table = table, .rows = rows}});
}

/// Gives the window that was asked for.
inline void answer_window(AppState& state, TableId table) {
  const messages::WindowRequest asked = *state.report->views[static_cast<std::size_t>(table)].window_asked;
  messages::WindowAnswer window;
  window.query_id = asked.query_id, window.table = table, window.first = asked.first,
  window.rows = asked.count;
  hear(state, messages::Windowed{window});
}

/// The same, if there is one: nothing is missing then.
inline void answer_window_if_asked(AppState& state) {
  ask(state);
  for (const TableId table : {TableId::delivery, TableId::clicks}) {
    if (state.report->views[static_cast<std::size_t>(table)].window_asked) answer_window(state, table);
  }
}

/// The same, its first question answered, and its grid drawn with 20 rows visible.
inline AppState answered_report(std::uint64_t delivery_rows = 1000) {
  AppState state = open_report(delivery_rows);
  ask(state);
  answer(state, TableId::delivery, delivery_rows);
  answer(state, TableId::clicks, 50);
  run(state, ScrollTo{TableId::delivery, 0, 20});
  return state;
}

}  // namespace campaign_lens::app
