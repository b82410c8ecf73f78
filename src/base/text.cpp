#include "base/text.h"

#include <array>
#include <cstdio>

#include "base/utf8.h"

namespace campaign_lens {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

std::string one_decimal(double value) {
  std::array<char, 32> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.1f", value);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace

std::string_view bounded(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
    --bytes;
  return text.substr(0, bytes);
}

std::string valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  while (!text.empty()) {
    const CodePoint code_point = first_code_point(text);
    valid.append(code_point.valid ? text.substr(0, code_point.bytes) : kReplacement);
    text.remove_prefix(code_point.bytes);
  }
  return valid;
}

std::string with_thousands(std::uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string share(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "–";
  const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  if (part > 0 && percent < 0.05) return "<0.1%";
  if (part < whole && percent >= 99.95) return ">99.9%";
  return one_decimal(percent) + "%";
}

std::string file_size(std::uint64_t bytes) {
  if (bytes == 1) return "1 byte";
  if (bytes < 1000) return std::to_string(bytes) + " bytes";
  // 999.95 would be printed as 1000.0.
  double size = static_cast<double>(bytes) / 1000;
  const std::array units{" kB", " MB", " GB"};
  for (const char* unit : units) {
    if (size < 999.95) return one_decimal(size) + unit;
    size /= 1000;
  }
  return one_decimal(size) + " TB";
}

}  // namespace campaign_lens
