#pragma once

#include <string_view>

#include <imgui.h>

#include "view/text.h"
#include "view/text_runs.h"

namespace campaign_lens::view {

/// An ImGui context without a window: textures are taken note of and thrown away.
class Headless {
 public:
  explicit Headless(float width = 1280, float height = 800) : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.IniFilename = nullptr;
    io.DeltaTime = 1.F / 60;
    resize(width, height);
  }
  ~Headless() { ImGui::DestroyContext(context_); }
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  void resize(float width, float height) { ImGui::GetIO().DisplaySize = {width, height}; }

  template <typename Draw>
  void frame(Draw draw) {
    ImGui::NewFrame();
    draw();
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      const bool gone = texture->Status == ImTextureStatus_WantDestroy;
      if (!gone && texture->Status == ImTextureStatus_OK) continue;
      texture->SetTexID(gone ? ImTextureID_Invalid : 1);
      texture->SetStatus(gone ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
    }
  }

 private:
  ImGuiContext* context_;
};

/// Ten pixels a byte; Arabic is right to left.
class FakeRuns : public TextRuns {
 public:
  TextRun run(std::string_view text, float size, Weight) override {
    ++asked;
    const bool arabic = !text.empty() && (static_cast<unsigned char>(text[0]) & 0xFCU) == 0xD8;
    return {.width = static_cast<float>(text.size()) * 10,
            .height = size,
            .baseline = size,
            .u0 = 0,
            .v0 = 0,
            .u1 = 1,
            .v1 = 1,
            .texture = 77,
            .coloured = false,
            .right_to_left = arabic};
  }
  int asked = 0;
};

}  // namespace campaign_lens::view
