#include "shell/web/text_runs.h"

#include <cstddef>

#include <GLES3/gl3.h>

// Written by shell/web/viewer_imports.js, in pixels of the sheet.
struct HostTextRun {
  float left, top, width, height, baseline;
  float sheet_width, sheet_height;
  float coloured, right_to_left;  // 0 or 1
};

extern "C" {
bool host_text_run(const char* text, std::size_t bytes, float size, int weight, HostTextRun* run);
bool host_text_runs_flush(std::uint32_t texture);
}

namespace campaign_lens {

void BrowserTextRuns::make_texture() {
  glGenTextures(1, &texture_);
  glBindTexture(GL_TEXTURE_2D, texture_);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

view::TextRun BrowserTextRuns::run(std::string_view text, float size, view::Weight weight) {
  HostTextRun host;
  if (!host_text_run(text.data(), text.size(), size * scale_, static_cast<int>(weight), &host)) return {};
  return {
      .width = host.width / scale_,
      .height = host.height / scale_,
      .baseline = host.baseline / scale_,
      .u0 = host.left / host.sheet_width,
      .v0 = host.top / host.sheet_height,
      .u1 = (host.left + host.width) / host.sheet_width,
      .v1 = (host.top + host.height) / host.sheet_height,
      .texture = texture_,
      .coloured = host.coloured != 0,
      .right_to_left = host.right_to_left != 0,
  };
}

bool BrowserTextRuns::flush() {
  return host_text_runs_flush(texture_);
}

}  // namespace campaign_lens
