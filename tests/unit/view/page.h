#pragma once

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <variant>

#include "headless.h"
#include "view/view.h"

namespace campaign_lens::view {

using Role = Mirror::Role;

// The page with a person before it: what is pressed is found by its name in the mirror.
struct Page {
  Headless headless;
  FakeRuns runs;
  View view{runs, nullptr};
  Mirror mirror;
  app::AppState state;
  app::Commands commands;
  double now_s = 1;

  explicit Page(float width = 1280, float height = 800) : headless(width, height) {
    state.environment.reduced_motion = true;
  }

  bool draw() {
    bool moving = false;
    commands.clear();
    headless.frame([&] {
      mirror.begin_frame();
      moving = view.draw(state, commands, mirror, now_s);
    });
    now_s += 1.0 / 60;
    return moving;
  }
  const Mirror::Node* find(Role role, std::string_view name) const {
    const auto found = std::find_if(
        mirror.nodes().begin(), mirror.nodes().end(),
        [&](const Mirror::Node& node) { return node.role == role && node.name.starts_with(name); });
    return found == mirror.nodes().end() ? nullptr : &*found;
  }
  void point_at(const Mirror::Node& node) {
    ImGui::GetIO().AddMousePosEvent(node.x + node.width / 2, node.y + node.height / 2);
  }
  // All commands between the press and what follows it.
  app::Commands press(Role role, std::string_view name) {
    draw();
    const Mirror::Node* node = find(role, name);
    REQUIRE(node != nullptr);
    point_at(*node);
    draw();
    app::Commands emitted;
    for (const bool down : {true, false}) {
      ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, down);
      draw();
      emitted.insert(emitted.end(), commands.begin(), commands.end());
    }
    return emitted;
  }
  // Does what was asked for, as the page would.
  void carry_out(const app::Commands& asked) {
    std::vector<messages::ToPage> effects;
    for (const app::Command& command : asked)
      app::apply(state, command, effects);
  }
};

inline messages::ReportSummary summary_of(std::uint64_t rows, std::uint64_t clicks) {
  messages::ReportSummary summary;
  summary.campaign_name = "Ramadan offer";
  summary.facts = {{"Flow", "Coupon v3"}, {"Launched", "2026-03-01 09:00"}};
  summary.zone = "Asia/Riyadh";
  summary.counts[CountId::total] = rows;
  summary.counts[CountId::failed] = rows / 10;
  summary.columns[0] = {{"number", "Number", ::campaign_lens::Role::number, Type::text},
                        {"status", "Status", ::campaign_lens::Role::status, Type::text},
                        {"price", "price", ::campaign_lens::Role::none, Type::decimal}};
  summary.columns[1] = {{"location", "Location", ::campaign_lens::Role::location, Type::text}};
  summary.rows[0] = rows, summary.rows[1] = clicks;
  if (clicks > 0)
    summary.locations = {{"Riyadh, SA", clicks, clicks, 1, 2, "first", "last"}, {"", 1, 1, 1, 2, "", ""}};
  summary.contents[0] = {{rows, "+966500000001"}, {rows, "Failed"}, {rows / 4, "0.05"}};
  summary.contents[1] = {{clicks, "Riyadh, SA"}};
  summary.warnings = {{"A record has no number", 3, {{{12, 345}}, {{13, 400}}, {{1400, 56789}}}}};
  summary.file_name = "report.json";
  summary.stated_zone = "Asia/Riyadh";
  return summary;
}

// A report with its first window there.
inline void open_report(Page& page, std::uint64_t rows = 1000, std::uint64_t clicks = 50) {
  std::vector<messages::ToPage> effects;
  app::receive(page.state, messages::Opened{summary_of(rows, clicks), 12}, effects);
  app::ask_for_missing(page.state, effects);
  for (std::size_t table = 0; table < kTableCount; ++table) {
    app::AppState::View& view = page.state.report->views[table];
    app::receive(
        page.state,
        messages::Queried{{view.asked_id, static_cast<TableId>(table), table == 0 ? rows : clicks, 1.5}},
        effects);
    messages::WindowAnswer& window = view.window;
    window.query_id = view.asked_id;
    window.columns = table == 0 ? 3 : 1;
    window.rows = static_cast<std::uint32_t>(std::min<std::uint64_t>(60, table == 0 ? rows : clicks));
    for (std::uint32_t row = 0; row < window.rows; ++row) {
      window.cells.push_back({Kind::text, "+9665" + std::to_string(row)});
      if (table == 1) continue;
      window.families.push_back(StatusFamily::failed);
      window.cells.push_back({Kind::text, "Failed"});
      window.cells.push_back({row % 2 == 0 ? Kind::missing : Kind::number, row % 2 == 0 ? "" : "0.05"});
    }
  }
  page.draw();
  page.carry_out(page.commands);
}

template <typename T>
const T* only(const app::Commands& commands) {
  return commands.size() == 1 ? std::get_if<T>(commands.data()) : nullptr;
}

}  // namespace campaign_lens::view
