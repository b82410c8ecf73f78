#include "xlsx/cell_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace campaign_lens {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// Whether Excel would read the start of a text as an escaped character.
bool looks_escaped(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && std::all_of(&text[2], &text[6], is_hex_digit) &&
         text[6] == '_';
}

bool is_held(CodePoint point) {
  return point.valid && point.value != 0xFFFE && point.value != 0xFFFF;
}

/// What a byte may need: nothing, a look at what follows it, or an escape in XML.
enum class Care : std::uint8_t { none, look, escape };

constexpr std::array<Care, 256> kCare = [] {
  std::array<Care, 256> care{};
  for (std::size_t byte = 0; byte < 256; ++byte)
    care[byte] = byte < 0x20 || byte >= 0x80 ? Care::look : Care::none;
  care['\t'] = care['\n'] = Care::none;
  care['_'] = Care::look;
  care['&'] = care['<'] = care['>'] = Care::escape;
  return care;
}();

/// How many bytes at the start of a text a cell holds as they are; before the first that XML escapes, if
/// wanted. The length of a cell aside.
std::size_t held_bytes(std::string_view text, bool up_to_xml_escape) {
  const char* const data = text.data();
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(data[at]);
    if (kCare[byte] == Care::none) {
      ++at;
    } else if (kCare[byte] == Care::escape) {
      if (up_to_xml_escape) return at;
      ++at;
    } else if (byte == '_') {
      if (looks_escaped({data + at, text.size() - at})) return at;
      ++at;
    } else if (byte < 0x20) {
      return at;
    } else {
      const CodePoint point = first_code_point({data + at, text.size() - at});
      if (!is_held(point)) return at;
      at += point.bytes;
    }
  }
  return at;
}

/// One character of valid UTF-8 as the workbook holds it, and its length in UTF-16 units.
struct Token {
  std::string_view text;
  std::size_t units = 1;
  std::size_t bytes_read = 1;
};

class Tokens {
 public:
  Token first_of(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(text[0]);
    if (byte < 0x20 && byte != '\t' && byte != '\n') {
      escape_[4] = kHex[byte >> 4];
      escape_[5] = kHex[byte & 0xF];
      return {.text = {escape_.data(), escape_.size()}, .units = escape_.size(), .bytes_read = 1};
    }
    if (looks_escaped(text)) return {.text = "_x005F_", .units = 7, .bytes_read = 1};
    const CodePoint point = first_code_point(text);
    if (!is_held(point)) return {.text = kReplacement, .units = 1, .bytes_read = point.bytes};
    return {.text = text.substr(0, point.bytes),
            .units = point.value > 0xFFFF ? 2U : 1U,
            .bytes_read = point.bytes};
  }

 private:
  std::array<char, 7> escape_ = {'_', 'x', '0', '0', '0', '0', '_'};
};

}  // namespace

CellText cell_text(std::string_view text) {
  // No shorter text has more units than bytes.
  if (text.size() <= kMaxCellUnits && held_bytes(text, false) == text.size()) return {std::string(text)};

  CellText cell;
  Tokens tokens;
  std::size_t units = 0;
  std::size_t bytes_before_mark = 0;  // of cell.text, should it have to be cut
  for (std::string_view rest = text; !rest.empty();) {
    const Token token = tokens.first_of(rest);
    units += token.units;
    if (units > kMaxCellUnits) {
      cell.text.resize(bytes_before_mark);
      cell.text += "…";
      cell.cut = true;
      break;
    }
    if (token.text == kReplacement && !rest.starts_with(kReplacement)) cell.replaced = true;
    cell.text += token.text;
    if (units < kMaxCellUnits) bytes_before_mark = cell.text.size();
    rest.remove_prefix(token.bytes_read);
  }
  return cell;
}

bool is_plain_xml(std::string_view text) {
  return text.size() <= kMaxCellUnits && held_bytes(text, true) == text.size();
}

std::string escaped_xml(std::string_view text) {
  std::string xml;
  xml.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    if (c == '&') {
      xml += "&amp;";
    } else if (c == '<') {
      xml += "&lt;";
    } else if (c == '>') {
      xml += "&gt;";
    } else {
      xml += c;
    }
  }
  return xml;
}

bool has_outer_space(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\n";
  return !text.empty() && (kSpaces.find(text.front()) != std::string_view::npos ||
                           kSpaces.find(text.back()) != std::string_view::npos);
}

}  // namespace campaign_lens
