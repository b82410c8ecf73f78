#include <algorithm>
#include <array>

#include "base/fold_table.h"
#include "base/text.h"
#include "base/utf8.h"

namespace campaign_lens {
namespace {

constexpr bool within(char32_t code_point, char32_t first, char32_t last) {
  return code_point >= first && code_point <= last;
}

/// Tatweel, harakat and the marks of the Quran, which people leave out when they type.
constexpr bool arabic_mark(char32_t c) {
  return c == 0x0640 || within(c, 0x064B, 0x065F) || c == 0x0670 || within(c, 0x0610, 0x061A) ||
         within(c, 0x06D6, 0x06DC) || within(c, 0x06DF, 0x06E4) || within(c, 0x06E7, 0x06E8) ||
         within(c, 0x06EA, 0x06ED);
}

constexpr bool bidi_mark(char32_t c) {
  return c == 0x061C || within(c, 0x200E, 0x200F) || within(c, 0x202A, 0x202E) || within(c, 0x2066, 0x2069);
}

/// Letters that keyboards and habits exchange for one another, as one of them; digits as ASCII.
constexpr char32_t fold_arabic_letter(char32_t c) {
  if (within(c, 0x0660, 0x0669)) return c - 0x0660 + U'0';
  if (within(c, 0x06F0, 0x06F9)) return c - 0x06F0 + U'0';
  switch (c) {
    case 0x0622:  // with madda
    case 0x0623:  // with hamza above
    case 0x0625:  // with hamza below
    case 0x0671:  // wasla
    case 0x0672:
    case 0x0673:
    case 0x0675:
      return 0x0627;  // alef
    case 0x0624:      // with hamza
      return 0x0648;  // waw
    case 0x0626:      // with hamza
    case 0x0649:      // alef maqsura
    case 0x06CC:      // Farsi
      return 0x064A;  // ya
    case 0x0629:      // ta marbuta
    case 0x06C0:      // with ya above
    case 0x06D5:      // ae
      return 0x0647;  // ha
    case 0x06A9:      // keheh
      return 0x0643;  // kaf
    default:
      return c;
  }
}

/// What each code point from U+0600 to U+06FF becomes; 0: it is left out. Most of a report's names are in
/// this block.
constexpr char32_t kArabic = 0x0600;
constexpr auto kArabicFolds = [] {
  std::array<char16_t, 0x100> folds{};
  for (char32_t i = 0; i < folds.size(); ++i) {
    const char32_t c = kArabic + i;
    const bool left_out = arabic_mark(c) || bidi_mark(c);
    folds[i] = static_cast<char16_t>(left_out ? 0 : fold_arabic_letter(c));
  }
  return folds;
}();

char32_t fold_case(char32_t c) {
  const auto run =
      std::lower_bound(kFoldRuns.begin(), kFoldRuns.end(), c,
                       [](const FoldRun& candidate, char32_t wanted) { return candidate.last < wanted; });
  if (run == kFoldRuns.end() || c < run->first || (c - run->first) % run->stride != 0) return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + run->delta);
}

/// 0 where the code point, which is not 0, is left out.
char32_t fold_code_point(char32_t c) {
  if (within(c, kArabic, kArabic + 0xFF)) return kArabicFolds[c - kArabic];
  return bidi_mark(c) ? 0 : fold_case(c);
}

}  // namespace

std::string fold(std::string_view text) {
  // At most half as long again: U+023A, two bytes, becomes U+2C65, three.
  std::string folded(text.size() + text.size() / 2, '\0');
  char* out = folded.data();
  while (!text.empty()) {
    const char first = text.front();
    if (static_cast<unsigned char>(first) < 0x80) {
      *out++ = first >= 'A' && first <= 'Z' ? static_cast<char>(first + ('a' - 'A')) : first;
      text.remove_prefix(1);
      continue;
    }
    const CodePoint code_point = first_code_point(text);
    if (!code_point.valid) {
      out = std::copy_n(text.data(), code_point.bytes, out);
    } else if (const char32_t kept = fold_code_point(code_point.value); kept != 0) {
      out = write_utf8(out, kept);
    }
    text.remove_prefix(code_point.bytes);
  }
  folded.resize(static_cast<std::size_t>(out - folded.data()));
  return folded;
}

}  // namespace campaign_lens
