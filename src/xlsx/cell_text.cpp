#include "xlsx/cell_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace campaign_lens {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

/// Printable ASCII that no rule below changes: almost every cell.
bool is_plain(std::string_view text) {
  return text.size() <= kMaxCellUnits && text.find("_x") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// Whether Excel would read the start of a text as an escaped character.
bool looks_escaped(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && std::all_of(&text[2], &text[6], is_hex_digit) &&
         text[6] == '_';
}

std::size_t sequence_bytes(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
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
    if (text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF")) {
      return {.text = kReplacement, .units = 1, .bytes_read = 3};
    }
    const std::size_t bytes = sequence_bytes(text[0]);
    return {.text = text.substr(0, bytes), .units = bytes == 4 ? 2U : 1U, .bytes_read = bytes};
  }

 private:
  std::array<char, 7> escape_ = {'_', 'x', '0', '0', '0', '0', '_'};
};

}  // namespace

CellText cell_text(std::string_view text) {
  if (is_plain(text)) return {.text = std::string(text)};

  const std::string valid = valid_utf8(text);
  CellText cell;
  cell.replaced = valid != text;
  Tokens tokens;
  std::size_t units = 0;
  std::size_t bytes_before_mark = 0;  // of cell.text, should it have to be cut
  for (std::string_view rest = valid; !rest.empty();) {
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

}  // namespace campaign_lens
