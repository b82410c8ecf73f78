#pragma once

#include <cstdint>
#include <string_view>

#include "view/text_runs.h"

namespace campaign_lens {

/// Strings drawn by the browser (web/text-runs.mjs) into one sheet, which is one texture here.
class BrowserTextRuns final : public view::TextRuns {
 public:
  /// Needs a graphics context; also after the one before was lost.
  void make_texture();
  /// Pixels of the screen to a logical one.
  void set_scale(float scale) { scale_ = scale; }

  view::TextRun run(std::string_view text, float size, view::Weight weight) override;

  /// Uploads what the frame needs. True when the sheet was full and the next frame must draw again.
  bool flush();

 private:
  std::uint32_t texture_ = 0;
  float scale_ = 1;
};

}  // namespace campaign_lens
