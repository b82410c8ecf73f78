#include "view/export_dialog.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/export.h"
#include "base/text.h"
#include "view/chips.h"
#include "view/select.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

using ExportChoice = app::AppState::ExportChoice;
using Rows = ExportChoice::Rows;
using messages::ExportFormat;

constexpr float kWidth = 560, kPadding = space::xl;
constexpr float kHead = 56, kFoot = height::control + 2 * space::l;
constexpr float kLabel = 80, kLabelAbove = 22, kBesideFrom = 440;
constexpr float kTick = 28, kCaption = 18, kIndent = 16 + space::s;
// It stays where it is when what is chosen makes it a little higher.
constexpr float kUsualHeight = 480;

constexpr std::array kAudiences = {RowSet::failed_for_now, RowSet::failed_for_good, RowSet::not_confirmed,
                                   RowSet::never_clicked, RowSet::clicked};
constexpr std::array kTables = {TableId::delivery, TableId::clicks};
constexpr std::array<std::string_view, kTableCount> kTableNames = {"Delivery report", "uLink clicks"};
constexpr std::string_view kMaskWords =
    "Last four digits and a code, the same in all sheets; no key is kept.";

std::string counted(std::uint64_t count, std::string_view noun) {
  return with_thousands(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

// "about 8 MB": an estimate has no further digits.
std::string about(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 3> kUnits = {" KB", " MB", " GB"};
  std::uint64_t tenths = (bytes + 50) / 100;
  std::size_t unit = 0;
  for (; tenths >= 9'995 && unit + 1 < kUnits.size(); ++unit)
    tenths = (tenths + 500) / 1'000;
  if (tenths < 10) return "less than 1 KB";
  const bool exact = tenths < 30 && tenths % 10 != 0;
  const std::uint64_t step = tenths < 1'000 ? 10 : 100;
  const std::uint64_t whole = exact ? tenths / 10 : (tenths + step / 2) / step * step / 10;
  return "about " + std::to_string(whole) + (exact ? "." + std::to_string(tenths % 10) : "") +
         std::string(kUnits[unit]);
}

// "7 of 9 columns".
std::string columns_in_words(const app::AppState& state, TableId table) {
  const auto index = static_cast<std::size_t>(table);
  const std::size_t all = state.report->summary.columns[index].size();
  if (state.export_choice.rows == Rows::all) return counted(all, "column");
  const std::size_t shown = app::shown_columns(state.report->views[index].columns, all).size();
  return shown == all ? counted(all, "column") : std::to_string(shown) + " of " + counted(all, "column");
}

std::string_view words_of(Rows rows) {
  switch (rows) {
    case Rows::shown:
      return "As filtered, sorted and arranged on screen.";
    case Rows::all:
      return "All rows and columns, in the order of the report.";
    case Rows::audience:
      break;
  }
  return "One row for each of its recipients in the whole report.";
}

// The dialog is a column of parts, whose heights are known before any is drawn.
class Parts {
 public:
  Parts(Frame& frame, float width)
      : frame_(frame),
        width_(width),
        choice_(frame.state.export_choice),
        ask_where_(app::asks_where(frame.state)) {
    add_rows();
    add_format();
    if (choice_.format == ExportFormat::xlsx) {
      add_sheets();
    } else {
      add_table();
    }
    add_options();
    gap(space::m);
  }

  float height() const { return tall_; }
  void draw(Rect area) {
    for (const Part& part : parts_)
      part.draw(area.cut_top(part.height));
    if (ask_where_ != app::asks_where(frame_.state)) choice_.ask_where = ask_where_;
    if (choice_ != frame_.state.export_choice) frame_.emit(app::ChooseExport{choice_});
  }

 private:
  struct Part {
    float height = 0;
    std::function<void(Rect)> draw;
  };

  bool beside() const { return width_ >= kBesideFrom; }
  float content() const { return beside() ? width_ - kLabel : width_; }
  void add(float height, std::function<void(Rect)> draw) {
    tall_ += height;
    parts_.push_back({height, std::move(draw)});
  }
  void gap(float height) {
    add(height, [](Rect) {});
  }
  // A part behind the column of labels.
  void add_content(float height, std::function<void(Rect)> draw) {
    add(height, [this, draw = std::move(draw)](Rect line) {
      if (beside()) line.cut_left(kLabel);
      draw(line);
    });
  }
  // What comes next has this label.
  void label(std::string_view words, float line) {
    add(beside() ? 0 : kLabelAbove, [this, words, line](Rect place) {
      if (beside()) place.height = line;
      frame_.text.draw_in(frame_.list(), place, Align::start, frame_.palette.text_secondary, words,
                          type::body);
    });
  }
  void add_caption(std::string_view path, std::string words, float indent = 0) {
    const std::size_t lines = frame_.text.wrap(words, type::caption, content() - indent).size();
    const float tall = kCaption * static_cast<float>(lines);
    add_content(tall, [this, path, words = std::move(words), indent](Rect area) {
      area.cut_left(indent);
      frame_.node(node_id(path), Mirror::Role::text, area, words);
      for (const std::string_view line : frame_.text.wrap(words, type::caption, area.width))
        frame_.text.draw_in(frame_.list(), area.cut_top(kCaption), Align::start, frame_.palette.text_tertiary,
                            line, type::caption);
    });
  }

  void add_rows();
  void add_audience();
  void add_format();
  void add_sheets();
  void add_table();
  void add_table_words(TableId table, float indent);
  void add_options();

  struct Tick {
    std::string_view path, label;
    std::optional<std::string> detail = std::string();  ///< nothing: it is being worked out
    bool possible = true;
  };
  void add_tick(Tick tick, bool& ticked);

  std::optional<std::string> rows_of(TableId table) const;

  Frame& frame_;
  float width_;
  ExportChoice choice_;
  bool ask_where_;
  std::vector<Part> parts_;
  float tall_ = 0;
};

void Parts::add_rows() {
  label("Rows", height::control);
  add_content(height::control, [this](Rect line) {
    const std::array<Segment, 3> segments = {
        Segment{.label = "What is shown", .pressed = choice_.rows == Rows::shown},
        Segment{.label = "Everything", .pressed = choice_.rows == Rows::all},
        Segment{.label = "An audience", .pressed = choice_.rows == Rows::audience}};
    if (const auto made = draw_segments(frame_, line, "export/rows", segments))
      choice_.rows = static_cast<Rows>(*made);
  });
  if (choice_.rows == Rows::audience) {
    gap(space::s);
    add_audience();
  }
  gap(space::xs);
  add_caption("export/rows/words", std::string(words_of(choice_.rows)));
  gap(space::m);
}

void Parts::add_audience() {
  add_content(height::control, [this](const Rect& line) {
    const Select select{.id = node_id("export/audience"),
                        .name = "Audience",
                        .value = row_set_name(choice_.audience),
                        .low = true};
    if (!draw_select(frame_, line, select)) return;
    std::vector<Choice> choices;
    for (const RowSet audience : kAudiences) {
      const auto recipients = app::recipients_of(*frame_.state.report, audience);
      choices.push_back({.label = std::string(row_set_name(audience)),
                         .detail = recipients ? with_thousands(*recipients) : std::string(),
                         .chosen = audience == choice_.audience});
    }
    if (const auto made = draw_choices(frame_, line, select, choices)) choice_.audience = kAudiences[*made];
  });
}

void Parts::add_format() {
  label("Format", height::control);
  add_content(height::control, [this](const Rect& line) {
    const std::array<Segment, 3> segments = {
        Segment{.label = "Excel workbook", .pressed = choice_.format == ExportFormat::xlsx},
        Segment{.label = "CSV", .pressed = choice_.format == ExportFormat::csv},
        Segment{.label = "JSON lines", .pressed = choice_.format == ExportFormat::ndjson}};
    if (const auto made = draw_segments(frame_, line, "export/format", segments))
      choice_.format = static_cast<ExportFormat>(*made);
  });
  gap(space::m);
}

std::optional<std::string> Parts::rows_of(TableId table) const {
  const std::optional<std::uint64_t> rows = app::exported_rows(frame_.state, table);
  if (!rows) return std::nullopt;
  return counted(*rows, "row") + "  ·  " + columns_in_words(frame_.state, table);
}

void Parts::add_sheets() {
  const bool audience = choice_.rows == Rows::audience;
  ExportOptions& options = choice_.options;
  const std::optional<messages::Estimated> estimate = app::estimate_of(frame_.state);
  const auto entries = [&](std::uint64_t messages::Estimated::* figure) -> std::optional<std::string> {
    if (!estimate) return std::nullopt;
    return counted(*estimate.*figure, "row");
  };
  label("Sheets", kTick);
  add_tick({.path = "export/sheet/delivery", .label = kTableNames[0], .detail = rows_of(TableId::delivery)},
           options.delivery);
  if (options.delivery) add_table_words(TableId::delivery, kIndent);
  const std::string none = "not of an audience";
  add_tick({.path = "export/sheet/clicks",
            .label = kTableNames[1],
            .detail = audience ? none : rows_of(TableId::clicks),
            .possible = !audience},
           options.clicks);
  if (options.clicks) add_table_words(TableId::clicks, kIndent);
  add_tick({.path = "export/sheet/locations",
            .label = "Clicks by location",
            .detail = audience ? none : entries(&messages::Estimated::locations),
            .possible = !audience},
           options.locations);
  add_tick({.path = "export/sheet/failures",
            .label = "Failure reasons",
            .detail = entries(&messages::Estimated::failure_reasons)},
           options.failures);
  gap(space::m);
}

void Parts::add_table() {
  const TableId table = app::text_table(choice_);
  label("Table", height::control);
  add_content(height::control, [this, table](const Rect& line) {
    std::array<Segment, kTableCount> segments;
    for (const TableId each : kTables)
      segments[static_cast<std::size_t>(each)] = {
          .label = kTableNames[static_cast<std::size_t>(each)],
          .pressed = each == table,
          .disabled = choice_.rows == Rows::audience && each == TableId::clicks};
    if (const auto made = draw_segments(frame_, line, "export/table", segments))
      choice_.table = kTables[*made];
  });
  gap(space::xs);
  add_caption("export/table/words", rows_of(table).value_or("Counting the rows…"));
  add_table_words(table, 0);
  gap(space::m);
}

// What the rows of a table are filtered by.
void Parts::add_table_words(TableId table, float indent) {
  if (choice_.rows != Rows::shown) return;
  const std::string words = filters_in_words(frame_, table);
  if (words.empty()) return;
  const std::string_view path = table == TableId::delivery ? "export/filters" : "export/filters/clicks";
  add_content(kCaption, [this, path, words, indent](Rect line) {
    line.cut_left(indent);
    const std::uint32_t id = node_id(path);
    frame_.node(id, Mirror::Role::text, line, words);
    if (frame_.text.draw_in(frame_.list(), line, Align::start, frame_.palette.text_tertiary,
                            bounded(words, messages::kMaxCellBytes), type::caption) &&
        line.contains(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered())
      frame_.tooltip(id, line, {}, bounded(words, messages::kMaxCellBytes));
  });
  gap(space::xs);
}

void Parts::add_options() {
  label("Options", kTick);
  add_tick({.path = "export/mask", .label = "Mask numbers"}, choice_.options.mask_numbers);
  add_caption("export/mask/words", std::string(kMaskWords), kIndent);
  gap(space::xs);
  if (choice_.format == ExportFormat::xlsx)
    add_tick({.path = "export/right_to_left", .label = "Right-to-left sheets"},
             choice_.options.right_to_left);
  if (!frame_.state.environment.asks_where) return;
  add_tick({.path = "export/where", .label = "Choose where to save it"}, ask_where_);
}

void Parts::add_tick(Tick tick, bool& ticked) {
  add_content(kTick, [this, tick = std::move(tick), &ticked](const Rect& row) {
    const bool shown = ticked && tick.possible;
    std::string name(tick.label);
    if (tick.detail && !tick.detail->empty()) name += ", " + *tick.detail;
    const Press press = frame_.control({.id = node_id(tick.path),
                                        .rect = row,
                                        .name = std::move(name),
                                        .role = Mirror::Role::checkbox,
                                        .pressed = shown,
                                        .disabled = !tick.possible});
    if (press.clicked) ticked = !ticked;
    if (press.hovered) {
      const Rect ground = row.inset(-space::s, 0);
      frame_.list().AddRectFilled(ground.min(), ground.max(), frame_.palette.hover, radius::control);
    }
    Rect rest = row;
    draw_tick_box(frame_, centred(rest.cut_left(16), 16, 16), shown);
    rest.cut_left(space::s);
    const float label = std::min(rest.width, frame_.text.width(tick.label, type::body));
    frame_.text.draw_in(frame_.list(), rest.cut_left(label), Align::start,
                        tick.possible ? frame_.palette.text : frame_.palette.text_tertiary, tick.label,
                        type::body);
    rest.cut_left(space::m);
    if (tick.detail) {
      frame_.text.draw_in(frame_.list(), rest, Align::end, frame_.palette.text_tertiary, *tick.detail,
                          type::body);
    } else {
      const Rect bar = centred(rest.cut_right(64), 64, 8);
      frame_.list().AddRectFilled(bar.min(), bar.max(), frame_.palette.skeleton, 4);
    }
  });
}

void draw_size(Frame& frame, const Rect& area) {
  const std::optional<messages::Estimated> estimate = app::estimate_of(frame.state);
  const std::string words = estimate ? about(estimate->bytes) : std::string("Working out the size");
  frame.node(node_id("export/size"), Mirror::Role::text, area, words);
  if (estimate) {
    frame.text.draw_in(frame.list(), area, Align::start, frame.palette.text_secondary, words, type::body);
  } else {
    const Rect bar = centred(area, area.width, 8);
    frame.list().AddRectFilled(bar.min(), {bar.x + 72, bar.bottom()}, frame.palette.skeleton, 4);
  }
}

// What was pressed.
std::optional<app::Command> draw_foot(Frame& frame, const Rect& area, float padding) {
  std::optional<app::Command> made;
  frame.list().AddRectFilled(area.min(), {area.right(), area.y + space::hair}, frame.palette.border);
  Rect rest = area.inset(padding, space::l);
  const Button begin{.path = "export/begin", .label = "Export", .kind = ButtonKind::primary};
  const Button cancel{.path = "export/cancel", .label = "Cancel"};
  const Rect right = rest.cut_right(button_width(frame, begin));
  rest.cut_right(space::s);
  const Rect left = rest.cut_right(button_width(frame, cancel));
  draw_size(frame, rest);
  if (draw_button(frame, left, cancel)) made = app::CloseExport{};
  if (draw_button(frame, right, begin)) made = app::Export{};
  return made;
}

bool enter_is_pressed() {
  return !panel_is_covered() &&
         (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
}

}  // namespace

void ExportDialog::draw(Frame& frame, const Rect& page) {
  const std::uint32_t id = node_id("export");
  const bool wanted = frame.state.export_dialog.has_value();
  if (!wanted && open_ && begin_panel(id, place_)) {
    ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
  }
  const bool opening = wanted && !open_;
  open_ = wanted;
  if (!wanted) return;
  if (opening) {
    open_panel(id);
    scroll_.to_top();
  }
  const Rect room = page.inset(space::s);
  const float width = std::min(kWidth, room.width);
  const float padding = page.width < kWidth ? space::l : kPadding;
  Parts parts(frame, width - 2 * padding);
  const float tall = std::min(kHead + parts.height() + kFoot, room.height);
  const float top = std::max(room.y, std::min((page.height - kUsualHeight) / 2, room.bottom() - tall));
  place_ = {room.x + (room.width - width) / 2, top, width, tall};
  ImDrawList& under = frame.list();
  if (!begin_panel(id, place_)) {
    open_ = false;
    return frame.emit(app::CloseExport{});
  }
  under.AddRectFilled(page.min(), page.max(), with_alpha(frame.palette.page, 0.6F));
  frame.node(id, Mirror::Role::dialog, place_, "Export");
  frame.within(id);
  Rect rest = place_;
  const Rect head = rest.cut_top(kHead).inset(padding, 0);
  frame.node(node_id("export/title"), Mirror::Role::heading, head, "Export");
  frame.text.draw_in(frame.list(), head, Align::start, frame.palette.text, "Export", type::heading);
  const Rect foot = rest.cut_bottom(kFoot);
  const Rect body = rest;
  const Rect track = rest.cut_right(height::scrollbar);
  const float offset = scroll_.draw(frame, body, track, "export/scroll", parts.height(), true);
  ImGui::PushClipRect(body.min(), body.max(), true);
  parts.draw({body.x + padding, body.y - offset, body.width - 2 * padding, parts.height()});
  ImGui::PopClipRect();
  std::optional<app::Command> made = draw_foot(frame, foot, padding);
  if (enter_is_pressed()) made = app::Export{};
  if (made) {
    frame.emit(*std::move(made));
    ImGui::CloseCurrentPopup();
    open_ = false;
  }
  frame.within(0);
  ImGui::EndPopup();
}

}  // namespace campaign_lens::view
