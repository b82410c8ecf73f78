#include "engine/workbook_name.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"

namespace campaign_lens {

namespace {

constexpr std::string_view kExtension = ".xlsx";
constexpr std::size_t kMaxNameBytes = 120;

/// How many bytes at the start of a text have no place in a file's name: control characters, what Windows
/// refuses, and the marks that let a name look like another (bidi controls, zero-width space, byte order
/// mark).
std::size_t unfit_bytes(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (byte(0) <= 0x20 || byte(0) == 0x7F) return 1;
  if (std::string_view("<>:\"/\\|?*").find(text[0]) != std::string_view::npos) return 1;
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0xA0) return 2;
  if (byte(0) == 0xE2 && byte(1) == 0x80) {
    const unsigned third = byte(2);
    const bool unfit = third == 0x8B || third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAE);
    return unfit ? 3 : 0;
  }
  if (byte(0) == 0xE2 && byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9) return 3;
  return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

/// Words of fit characters with single spaces between them.
std::string fit_words(std::string_view text) {
  std::string words;
  bool gap = false;
  while (!text.empty()) {
    const std::size_t unfit = unfit_bytes(text);
    if (unfit == 0) {
      if (gap && !words.empty()) words += ' ';
      words += text.front();
    }
    gap = unfit > 0;
    text.remove_prefix(std::max<std::size_t>(unfit, 1));
  }
  return words;
}

/// A leading dot hides a file; trailing dots and spaces are lost on Windows.
std::string_view without_dots_around(std::string_view name) {
  const std::size_t first = name.find_first_not_of(". ");
  if (first == std::string_view::npos) return {};
  return name.substr(first, name.find_last_not_of(". ") - first + 1);
}

/// CON, NUL, COM1, … are devices on Windows, whatever follows a dot.
bool is_device(std::string_view name) {
  const std::string stem = fold(name.substr(0, name.find('.')));
  constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0' &&
         stem[3] <= '9';
}

}  // namespace

std::string workbook_name(const messages::ReportSummary& summary) {
  std::string_view source = summary.campaign_name;
  if (source == summary.file_name && source.ends_with(".json"))
    source.remove_suffix(std::string_view(".json").size());

  const std::string words = fit_words(valid_utf8(source));
  std::string name(without_dots_around(words));
  if (name.empty()) name = "Campaign report";
  if (is_device(name)) name.insert(0, "Campaign ");
  return std::string(without_dots_around(bounded(name, kMaxNameBytes - kExtension.size())))
      .append(kExtension);
}

}  // namespace campaign_lens
