#pragma once

#include <cstdint>
#include <string_view>

namespace campaign_lens::view {

enum class Weight : std::uint8_t { regular, semibold };

/// A string drawn by the browser into a texture: Arabic shaped and right to left, CJK, emoji.
struct TextRun {
  float width = 0, height = 0;  ///< in logical pixels
  float baseline = 0;           ///< from the top, logical pixels
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
  std::uint64_t texture = 0;  ///< an ImTextureID; 0: cannot be drawn here
  bool coloured = false;      ///< emoji: draw as it is; otherwise white, to be tinted
  bool right_to_left = false;
};

/// Where text runs come from. The web shell asks the browser and caches by string, size, weight and scale;
/// natively there are none.
class TextRuns {
 public:
  virtual ~TextRuns() = default;
  /// One line of text without control characters; `size` is a CSS font size in logical pixels. Valid until
  /// the next frame begins.
  virtual TextRun run(std::string_view text, float size, Weight weight) = 0;
};

}  // namespace campaign_lens::view
