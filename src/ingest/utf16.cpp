#include "ingest/utf16.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace campaign_lens {
namespace {

using namespace std::string_view_literals;

constexpr char kNoUtf8 = '\xFF';
constexpr char16_t kByteOrderMark = 0xFEFF;

bool is_high_surrogate(char16_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low_surrogate(char16_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

std::optional<Utf16::Order> Utf16::order_of(std::span<const std::byte> head) {
  const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
  const auto begins_json = [](char c) { return "{[ \t\r\n"sv.find(c) != std::string_view::npos; };
  if (text.size() < 2 || (text.size() >= 4 && text.substr(2, 2) == "\0\0"sv)) return std::nullopt;  // UTF-32
  if (text.starts_with("\xFF\xFE"sv) || (begins_json(text[0]) && text[1] == '\0'))
    return Order::little_endian;
  if (text.starts_with("\xFE\xFF"sv) || (text[0] == '\0' && begins_json(text[1]))) return Order::big_endian;
  return std::nullopt;
}

void Utf16::begin_file(Order order) {
  order_ = order;
  begun_ = false;
  half_unit_.reset();
  high_surrogate_.reset();
}

Status Utf16::feed(std::span<const std::byte> chunk, const ByteSink& sink) {
  constexpr std::size_t kStepBytes = std::size_t{64} << 10;
  while (!chunk.empty()) {
    text_.clear();
    const auto step = chunk.first(std::min(chunk.size(), kStepBytes));
    chunk = chunk.subspan(step.size());
    for (const std::byte byte : step) {
      if (!half_unit_) {
        half_unit_ = byte;
        continue;
      }
      const bool little = order_ == Order::little_endian;
      add(static_cast<char16_t>(std::to_integer<unsigned>(little ? byte : *half_unit_) << 8 |
                                std::to_integer<unsigned>(little ? *half_unit_ : byte)));
      half_unit_.reset();
    }
    if (text_.empty()) continue;
    if (const Status sunk = sink(std::as_bytes(std::span(text_))); !sunk) return sunk;
  }
  return success();
}

Status Utf16::end_file(const ByteSink& sink) {
  text_.assign((high_surrogate_ ? 1 : 0) + (half_unit_ ? 1 : 0), kNoUtf8);
  return text_.empty() ? success() : sink(std::as_bytes(std::span(text_)));
}

void Utf16::add(char16_t unit) {
  const bool mark = !begun_ && unit == kByteOrderMark;
  begun_ = true;
  if (mark) return;
  if (high_surrogate_ && is_low_surrogate(unit)) {
    append_utf8(text_, 0x10000 + ((*high_surrogate_ - 0xD800U) << 10) + (unit - 0xDC00U));
    high_surrogate_.reset();
    return;
  }
  if (high_surrogate_) text_ += kNoUtf8;
  high_surrogate_.reset();
  if (is_high_surrogate(unit)) {
    high_surrogate_ = unit;
  } else if (is_low_surrogate(unit)) {
    text_ += kNoUtf8;
  } else {
    append_utf8(text_, unit);
  }
}

}  // namespace campaign_lens
