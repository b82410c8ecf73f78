#include "view/theme.h"

#include <algorithm>
#include <cmath>

namespace campaign_lens::view {
namespace {

constexpr ImU32 rgb(std::uint32_t hex) {
  return IM_COL32(hex >> 16 & 0xFFU, hex >> 8 & 0xFFU, hex & 0xFFU, 0xFFU);
}

constexpr Palette kLight{
    .page = rgb(0xF6F7F9),
    .surface = rgb(0xFFFFFF),
    .sunken = rgb(0xF9FAFB),
    .hover = rgb(0xF3F4F7),
    .pressed = rgb(0xE9EBF0),
    .border = rgb(0xE4E7EC),
    .border_strong = rgb(0xCDD2DA),
    .text = rgb(0x13171D),
    .text_secondary = rgb(0x48505D),
    .text_tertiary = rgb(0x626A78),
    .primary = rgb(0x181C23),
    .primary_hover = rgb(0x2C323C),
    .primary_pressed = rgb(0x3A414D),
    .on_primary = rgb(0xFFFFFF),
    .focus = rgb(0x4F46E5),
    .focus_tint = rgb(0xEEEEFD),
    .skeleton = rgb(0xECEEF2),
    .scroll_thumb = rgb(0xC9CED7),
    .scroll_thumb_hover = rgb(0xA3ABB8),
    .shadow = IM_COL32(16, 24, 40, 4),
    .total = {rgb(0x13171D), rgb(0x13171D), rgb(0xF0F1F4)},
    .success = {rgb(0x1C9E5C), rgb(0x0A6A3A), rgb(0xE4F6EC)},
    .failed = {rgb(0xDB3340), rgb(0xA61B27), rgb(0xFDEAEB)},
    .not_confirmed = {rgb(0xD58A04), rgb(0x855000), rgb(0xFCF2DB)},
    .submitted = {rgb(0x2F6FEB), rgb(0x1B4FBF), rgb(0xE7EFFE)},
    .not_submitted = {rgb(0x8275AA), rgb(0x594D7C), rgb(0xF0EDF7)},
    .unrecognised = {rgb(0x78818F), rgb(0x4A5260), rgb(0xEDEFF2)},
};

constexpr Palette kDark{
    .dark = true,
    .page = rgb(0x0C0E12),
    .surface = rgb(0x14171C),
    .sunken = rgb(0x111419),
    .hover = rgb(0x1C2027),
    .pressed = rgb(0x252A33),
    .border = rgb(0x262B34),
    .border_strong = rgb(0x3B424E),
    .text = rgb(0xECEEF2),
    .text_secondary = rgb(0xABB3C0),
    .text_tertiary = rgb(0x858E9C),
    .primary = rgb(0xECEEF2),
    .primary_hover = rgb(0xD5D9E0),
    .primary_pressed = rgb(0xBFC5CF),
    .on_primary = rgb(0x13171D),
    .focus = rgb(0x8F8AFA),
    .focus_tint = rgb(0x1E1D38),
    .skeleton = rgb(0x20252D),
    .scroll_thumb = rgb(0x3A414D),
    .scroll_thumb_hover = rgb(0x566070),
    .shadow = IM_COL32(0, 0, 0, 24),
    .total = {rgb(0xECEEF2), rgb(0xECEEF2), rgb(0x1F232A)},
    .success = {rgb(0x38C27C), rgb(0x72DDA5), rgb(0x11291E)},
    .failed = {rgb(0xF0606B), rgb(0xFF979E), rgb(0x34191D)},
    .not_confirmed = {rgb(0xE2A336), rgb(0xF1C46E), rgb(0x2F2613)},
    .submitted = {rgb(0x5B92FB), rgb(0x96B9FF), rgb(0x17233C)},
    .not_submitted = {rgb(0xA295CB), rgb(0xC3B9E1), rgb(0x241F31)},
    .unrecognised = {rgb(0x8A94A2), rgb(0xB6BEC9), rgb(0x20262D)},
};

constexpr Palette contrasted(Palette palette, ImU32 paper, ImU32 ink, ImU32 accent, ImU32 lit) {
  palette.page = palette.surface = palette.sunken = paper;
  palette.hover = palette.pressed = lit;
  palette.border = palette.border_strong = ink;
  palette.text = palette.text_secondary = palette.text_tertiary = ink;
  palette.primary = palette.primary_hover = palette.primary_pressed = ink;
  palette.on_primary = paper;
  palette.focus = accent;
  palette.focus_tint = lit;
  palette.scroll_thumb = palette.scroll_thumb_hover = ink;
  for (StatusColours* status : {&palette.total, &palette.success, &palette.failed, &palette.not_confirmed,
                                &palette.submitted, &palette.not_submitted, &palette.unrecognised}) {
    status->mark = status->text;
    status->text = ink;
    status->tint = paper;
  }
  return palette;
}

constexpr Palette kLightContrast =
    contrasted(kLight, rgb(0xFFFFFF), rgb(0x000000), rgb(0x1B12B8), rgb(0xE4E6EE));
constexpr Palette kDarkContrast =
    contrasted(kDark, rgb(0x000000), rgb(0xFFFFFF), rgb(0xB8B4FF), rgb(0x2A2A3C));

ImVec4 vec(ImU32 colour) {
  return ImGui::ColorConvertU32ToFloat4(colour);
}

void apply_colours(ImVec4* colours, const Palette& palette) {
  const ImVec4 none(0, 0, 0, 0);
  std::fill_n(colours, static_cast<int>(ImGuiCol_COUNT), none);
  colours[ImGuiCol_Text] = vec(palette.text);
  colours[ImGuiCol_TextDisabled] = vec(palette.text_tertiary);
  colours[ImGuiCol_PopupBg] = vec(palette.surface);
  colours[ImGuiCol_Border] = vec(palette.border);
  colours[ImGuiCol_InputTextCursor] = vec(palette.focus);
  colours[ImGuiCol_TextSelectedBg] = vec(with_alpha(palette.focus, 0.25F));
  colours[ImGuiCol_ScrollbarGrab] = vec(palette.scroll_thumb);
  colours[ImGuiCol_ScrollbarGrabHovered] = vec(palette.scroll_thumb_hover);
  colours[ImGuiCol_ScrollbarGrabActive] = vec(palette.scroll_thumb_hover);
}

}  // namespace

const Palette& palette_of(bool dark, bool more_contrast) {
  if (more_contrast) return dark ? kDarkContrast : kLightContrast;
  return dark ? kDark : kLight;
}

const StatusColours& colours_of(const Palette& palette, CountId count) {
  switch (count) {
    case CountId::total:
      return palette.total;
    case CountId::submitted:
      return palette.submitted;
    case CountId::success:
      return palette.success;
    case CountId::not_confirmed:
      return palette.not_confirmed;
    case CountId::failed:
      return palette.failed;
    case CountId::not_submitted:
      return palette.not_submitted;
    case CountId::unrecognised:
      return palette.unrecognised;
  }
  return palette.unrecognised;
}

const StatusColours& colours_of(const Palette& palette, StatusFamily family) {
  switch (family) {
    case StatusFamily::queued:
      return palette.submitted;
    case StatusFamily::success:
      return palette.success;
    case StatusFamily::not_confirmed:
      return palette.not_confirmed;
    case StatusFamily::failed:
      return palette.failed;
    case StatusFamily::not_submitted:
      return palette.not_submitted;
    case StatusFamily::unrecognised:
      return palette.unrecognised;
  }
  return palette.unrecognised;
}

ImU32 mix(ImU32 from, ImU32 to, float amount) {
  if (amount <= 0) return from;
  if (amount >= 1) return to;
  const ImVec4 a = vec(from), b = vec(to);
  return ImGui::ColorConvertFloat4ToU32({std::lerp(a.x, b.x, amount), std::lerp(a.y, b.y, amount),
                                         std::lerp(a.z, b.z, amount), std::lerp(a.w, b.w, amount)});
}

ImU32 with_alpha(ImU32 colour, float alpha) {
  ImVec4 value = vec(colour);
  value.w *= alpha;
  return ImGui::ColorConvertFloat4ToU32(value);
}

void apply_style(ImGuiStyle& style, const Palette& palette) {
  apply_colours(style.Colors, palette);
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = {1, 1};
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 1;
  style.PopupRounding = radius::card;
  style.FramePadding = {0, 0};
  style.FrameBorderSize = 0;
  style.FrameRounding = radius::control;
  style.ItemSpacing = {0, 0};
  style.ItemInnerSpacing = {0, 0};
  style.ScrollbarSize = space::s;
  style.ScrollbarRounding = radius::small;
  style.DisplayWindowPadding = {0, 0};
  style.DisplaySafeAreaPadding = {space::s, space::s};
  style.CircleTessellationMaxError = 0.1F;
}

}  // namespace campaign_lens::view
