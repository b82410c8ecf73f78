#include "view/reading_columns.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/corrections.h"
#include "base/text.h"
#include "view/select.h"
#include "view/widgets.h"

namespace campaign_lens::view {
namespace {

constexpr float kStrip = 32, kRow = 40, kControl = 28;
// Narrower, a column has two lines instead of one row of a table.
constexpr float kOneLineFrom = 600, kTwoLines = 64;
constexpr float kBarFrom = 760;
constexpr float kCount = 76, kShare = 60, kBar = 40, kType = 64;

std::string_view title_of(TableId table) {
  return table == TableId::delivery ? "Columns of the delivery report" : "Columns of the uLink clicks";
}
std::string_view path_of(TableId table) {
  return table == TableId::delivery ? "reading/delivery" : "reading/clicks";
}

std::string_view name_of(Type type) {
  switch (type) {
    case Type::text:
      return "Text";
    case Type::integer:
      return "Integer";
    case Type::decimal:
      return "Decimal";
    case Type::time:
      return "Time";
    case Type::boolean:
      break;
  }
  return "Yes or no";
}

std::string_view name_of(Role role) {
  return role == Role::none ? std::string_view("Just a column") : role_title(role);
}

// Where the parts of a row are. A count and a bar stand only where there is room for them.
struct Cells {
  Rect field, role, undo, type, filled, example;
};

Cells cells_of(const Rect& row) {
  Rect rest = row.inset(space::l, 0);
  Cells cells;
  cells.field = rest.cut_left(std::clamp(row.width * 0.2F, 120.F, 260.F));
  rest.cut_left(space::m);
  cells.role = rest.cut_left(std::clamp(row.width * 0.19F, 136.F, 180.F));
  cells.undo = rest.cut_left(kControl + space::xs);
  rest.cut_left(space::s);
  cells.type = rest.cut_left(kType);
  cells.filled = rest.cut_left(row.width >= kBarFrom ? kCount + kShare + space::m + kBar : kShare);
  rest.cut_left(space::l);
  cells.example = rest;
  return cells;
}

Cells cells_of_two_lines(const Rect& row) {
  Rect rest = row.inset(space::l, 6);
  Cells cells;
  Rect first = rest.cut_top(kControl + 2);
  cells.role = first.cut_right(std::min(156.F, first.width / 2));
  cells.undo = first.cut_right(kControl + space::xs);
  first.cut_right(space::xs);
  cells.field = first;
  cells.example = rest;
  return cells;
}

// One table's card while it is drawn.
class Columns {
 public:
  Columns(Frame& frame, TableId table)
      : frame_(frame),
        table_(table),
        columns_(frame.state.report->summary.columns[static_cast<std::size_t>(table)]),
        contents_(frame.state.report->summary.contents[static_cast<std::size_t>(table)]),
        rows_(frame.state.report->summary.rows[static_cast<std::size_t>(table)]) {}

  void draw(Rect card) {
    draw_card(frame_, card);
    const std::string many =
        with_thousands(columns_.size()) + (columns_.size() == 1 ? " column" : " columns");
    const bool one_line = card.width >= kOneLineFrom;
    Mirror::Node grid;
    grid.id = grid_id(), grid.role = Mirror::Role::grid, grid.name = title_of(table_);
    grid.x = card.x, grid.y = card.y, grid.width = card.width, grid.height = card.height;
    grid.rows = columns_.size(), grid.columns = one_line ? 5 : 3;
    draw_card_heading(frame_, card.cut_top(kCardHeading), path_of(table_), title_of(table_), many);
    frame_.node(std::move(grid));
    if (one_line) draw_titles(card.cut_top(kStrip));
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      const Rect row = card.cut_top(one_line ? kRow : kTwoLines);
      if (frame_.shows(row)) draw_row(row, column, one_line);
    }
  }

 private:
  std::uint32_t grid_id() const { return node_id(path_of(table_), 2); }
  std::uint32_t row_id(std::size_t column) const { return node_id(path_of(table_), 3, column); }

  void draw_titles(const Rect& strip) {
    frame_.list().AddRectFilled({strip.x + space::hair, strip.y},
                                {strip.right() - space::hair, strip.bottom()}, frame_.palette.sunken);
    draw_hairline(frame_, strip);
    const std::uint32_t row = node_id(path_of(table_), 4);
    frame_.node(row, Mirror::Role::row, strip, {}, grid_id());
    const Cells cells = cells_of(strip);
    draw_title(cells.field, 1, "Field", Align::start, row);
    draw_title(cells.role, 2, "Read as", Align::start, row);
    draw_title(cells.type, 3, "Type", Align::start, row);
    draw_title(filled_words(cells.filled), 4, "Filled", Align::end, row);
    draw_title(cells.example, 5, "Example", Align::start, row);
  }

  void draw_title(const Rect& cell, std::uint32_t column, std::string_view title, Align align,
                  std::uint32_t row) {
    frame_.text.draw_in(frame_.list(), cell, align, frame_.palette.text_secondary, title,
                        type::caption_strong);
    tell(node_id(path_of(table_), 5, column), Mirror::Role::column_header, cell, title, row, column);
  }

  static Rect filled_words(Rect filled) {
    return filled.width > kShare ? filled.cut_left(kCount + kShare) : filled;
  }

  void draw_row(const Rect& row, std::size_t column, bool one_line) {
    const ColumnInfo& info = columns_[column];
    const bool corrected =
        app::corrected_role(frame_.state.report->corrections, table_, info.key).has_value();
    if (column > 0 || !one_line) draw_divider(frame_, row);
    if (corrected) draw_corrected(frame_, row);
    Mirror::Node node;
    node.id = row_id(column), node.parent = grid_id(), node.role = Mirror::Role::row, node.row = column + 1;
    node.x = row.x, node.y = row.y, node.width = row.width, node.height = row.height;
    frame_.node(std::move(node));

    const Cells cells = one_line ? cells_of(row) : cells_of_two_lines(row);
    draw_text(cells.field, column, 1, info.key, frame_.palette.text, type::body);
    draw_role(cells.role, column);
    if (corrected) draw_undo(cells.undo, column);
    if (one_line) {
      draw_text(cells.type, column, 3, name_of(info.type), frame_.palette.text_secondary, type::body);
      draw_filled(cells.filled, column);
      draw_text(cells.example, column, 5, example_of(column), frame_.palette.text_secondary, type::body);
    } else {
      draw_text(cells.example, column, 3,
                std::string(name_of(info.type)) + "  ·  " + share(filled_of(column), rows_) + " filled  ·  " +
                    example_of(column),
                frame_.palette.text_tertiary, type::caption);
    }
  }

  void draw_text(const Rect& cell, std::size_t column, std::uint32_t place, std::string_view words, ImU32 ink,
                 Font font) {
    const std::uint32_t id = node_id(path_of(table_), 16 + column, place);
    const bool cut = frame_.text.draw_in(frame_.list(), cell, Align::start, ink, words, font);
    if (cut && cell.contains(ImGui::GetIO().MousePos) && ImGui::IsWindowHovered())
      frame_.tooltip(id, cell, {}, words);
    tell(id, Mirror::Role::cell, cell, words, row_id(column), place);
  }

  void draw_role(const Rect& cell, std::size_t column) {
    const ColumnInfo& info = columns_[column];
    const std::uint32_t id = node_id(path_of(table_), 16 + column, 2);
    tell(id, Mirror::Role::cell, cell, {}, row_id(column), 2);
    const std::string name = "Read " + info.key + " as: " + std::string(name_of(info.role));
    const Select select{.id = node_id(path_of(table_), 16 + column, 6),
                        .name = name,
                        .value = name_of(info.role),
                        .quiet = info.role == Role::none,
                        .low = true,
                        .parent = id};
    const Rect control = centred(cell, cell.width, kControl);
    if (!draw_select(frame_, control, select)) return;
    const std::vector<Role> roles = roles_for(info);
    std::vector<Choice> choices;
    choices.reserve(roles.size());
    for (const Role role : roles) {
      choices.push_back({.label = std::string(name_of(role)),
                         .detail = role == info.role ? std::string() : taken_in_words(role),
                         .chosen = role == info.role});
    }
    if (const auto made = draw_choices(frame_, control, select, choices))
      frame_.emit(app::SetRole{table_, info.key, roles[*made]});
  }

  void draw_undo(const Rect& cell, std::size_t column) {
    const std::string path = std::string(path_of(table_)) + "/undo/" + columns_[column].key;
    const std::string label = "Read " + columns_[column].key + " as it was found";
    if (draw_icon_button(frame_, centred(cell, kControl, kControl), path, label, Icon::undo))
      frame_.emit(app::SetRole{table_, columns_[column].key, std::nullopt});
  }

  void draw_filled(const Rect& cell, std::size_t column) {
    const std::uint64_t filled = filled_of(column);
    const std::string count = with_thousands(filled), part = share(filled, rows_);
    Rect rest = cell;
    if (cell.width > kShare) {
      frame_.text.draw_in(frame_.list(), rest.cut_left(kCount), Align::end, frame_.palette.text_secondary,
                          count, type::body);
    }
    frame_.text.draw_in(frame_.list(), rest.cut_left(kShare), Align::end, frame_.palette.text_tertiary, part,
                        type::body);
    rest.cut_left(space::m);
    const float fraction =
        rows_ == 0 ? 0 : static_cast<float>(static_cast<double>(filled) / static_cast<double>(rows_));
    if (!rest.empty())
      draw_progress_bar(frame_, centred(rest, rest.width, 4), fraction, frame_.palette.text_tertiary);
    tell(node_id(path_of(table_), 16 + column, 4), Mirror::Role::cell, cell, count + ", " + part,
         row_id(column), 4);
  }

  void tell(std::uint32_t id, Mirror::Role role, const Rect& cell, std::string_view words, std::uint32_t row,
            std::uint32_t column) {
    Mirror::Node node;
    node.id = id, node.parent = row, node.role = role, node.name = words, node.column = column;
    node.x = cell.x, node.y = cell.y, node.width = cell.width, node.height = cell.height;
    frame_.node(std::move(node));
  }

  // Those that fit the table; what the column plays already is among them whatever it is.
  std::vector<Role> roles_for(const ColumnInfo& info) const {
    const std::span<const Role> fitting = app::roles_of(table_);
    std::vector<Role> roles(fitting.begin(), fitting.end());
    if (std::find(roles.begin(), roles.end(), info.role) == roles.end() && info.role != Role::none)
      roles.push_back(info.role);
    roles.push_back(Role::none);
    return roles;
  }

  // By the column that plays the role, if any does.
  std::string taken_in_words(Role role) const {
    const auto played = std::find_if(columns_.begin(), columns_.end(),
                                     [role](const ColumnInfo& other) { return other.role == role; });
    if (role == Role::none || played == columns_.end()) return {};
    return "taken: " + std::string(bounded(played->key, 40));
  }

  std::uint64_t filled_of(std::size_t column) const {
    return column < contents_.size() ? contents_[column].filled : 0;
  }
  std::string example_of(std::size_t column) const {
    const bool any = column < contents_.size() && !contents_[column].example.empty();
    return any ? contents_[column].example : std::string("–");
  }

  Frame& frame_;
  TableId table_;
  const std::vector<ColumnInfo>& columns_;
  const std::vector<messages::ReportSummary::ColumnContent>& contents_;
  std::uint64_t rows_;
};

}  // namespace

float columns_card_height(const Frame& frame, TableId table, float width) {
  const std::size_t columns = frame.state.report->summary.columns[static_cast<std::size_t>(table)].size();
  if (columns == 0) return 0;
  const auto rows = static_cast<float>(columns);
  const float tall = width >= kOneLineFrom ? kStrip + rows * kRow : rows * kTwoLines;
  return kCardHeading + tall + space::xs;
}

void draw_columns_card(Frame& frame, TableId table, const Rect& card) {
  Columns(frame, table).draw(card);
}

}  // namespace campaign_lens::view
