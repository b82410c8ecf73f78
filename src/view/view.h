#pragma once

#include <memory>

#include "app/commands.h"
#include "app/state.h"
#include "base/time.h"
#include "view/mirror.h"
#include "view/text_runs.h"

namespace campaign_lens::view {

/// Everything that the page shows, drawn with ImGui between NewFrame and Render, in logical (CSS) pixels.
class View {
 public:
  /// An ImGui context must be current; loads fonts and style. `runs` must outlive this.
  View(TextRuns& runs, ZoneSource zones);
  ~View();

  /// Adds nodes to `mirror` after its begin_frame. `now_s` drives motion. Returns true while something moves
  /// and the next frame is wanted at once.
  bool draw(const app::AppState& state, app::Commands& commands, Mirror& mirror, double now_s);

 private:
  struct Panels;
  std::unique_ptr<Panels> panels_;
};

}  // namespace campaign_lens::view
