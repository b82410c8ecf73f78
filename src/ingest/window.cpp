#include "ingest/window.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "ingest/structural_index.h"

namespace campaign_lens {

namespace {

/// In blocks whose count fits a byte: compilers add those up in vectors.
std::uint64_t count_line_ends(std::string_view text) {
  constexpr std::size_t kBlock = 128;
  std::uint64_t lines = 0;
  while (text.size() >= kBlock) {
    std::uint8_t in_block = 0;
    for (std::size_t at = 0; at < kBlock; ++at)
      in_block = static_cast<std::uint8_t>(in_block + (text[at] == '\n' ? 1 : 0));
    lines += in_block;
    text.remove_prefix(kBlock);
  }
  return lines + static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

void Window::begin_file(std::uint32_t file) {
  begin_ = end_ = 0;
  file_ = file;
  offset_ = lines_ = 0;
  shifts_.clear();
}

void Window::append(std::span<const std::byte> bytes) {
  if (bytes.empty()) return;
  if (bytes_.size() < end_ + bytes.size() + StructuralIndex::kPaddingBytes) {
    if (begin_ > 0) std::memmove(bytes_.data(), bytes_.data() + begin_, size());
    end_ = size();
    begin_ = 0;
    bytes_.resize(std::max(bytes_.size(), end_ + bytes.size() + StructuralIndex::kPaddingBytes));
  }
  std::memcpy(bytes_.data() + end_, bytes.data(), bytes.size());
  end_ += bytes.size();
  std::memset(bytes_.data() + end_, 0, StructuralIndex::kPaddingBytes);
}

void Window::append_gap() {
  append(std::as_bytes(std::span("", 1)));
  shifts_.push_back({.position = size(), .bytes = 1});
}

void Window::consume(std::size_t bytes) {
  lines_ += count_line_ends(text().substr(0, bytes));
  offset_ += static_cast<std::uint64_t>(static_cast<std::int64_t>(bytes) - shift_before(bytes));
  std::erase_if(shifts_, [&](const Shift& shift) { return shift.position <= bytes; });
  for (Shift& shift : shifts_) {
    shift.position -= bytes;
  }
  begin_ += bytes;
}

Place Window::place(std::size_t position) const {
  return {.line = lines_ + count_line_ends(text().substr(0, position)) + 1,
          .byte_offset = offset_ + static_cast<std::uint64_t>(static_cast<std::int64_t>(position) -
                                                              shift_before(position)),
          .file = file_};
}

std::int64_t Window::shift_before(std::size_t position) const {
  std::int64_t bytes = 0;
  for (const Shift& shift : shifts_) {
    if (shift.position <= position) bytes += shift.bytes;
  }
  return bytes;
}

std::vector<std::size_t> Window::replace_invalid_utf8(std::size_t end) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::vector<std::size_t> replaced;
  std::vector<Shift> shifts;
  std::string valid;
  std::size_t kept_from = 0;
  const std::string_view all = text();
  auto old_shift = shifts_.begin();
  for (std::size_t at = 0; at < end;) {
    if (static_cast<unsigned char>(all[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint point = first_code_point(all.substr(at));
    if (!point.valid) {
      valid.append(all, kept_from, at - kept_from);
      while (old_shift != shifts_.end() && old_shift->position <= at) {
        shifts.push_back({old_shift->position + valid.size() - at, old_shift->bytes});
        ++old_shift;
      }
      replaced.push_back(valid.size());
      valid += kReplacement;
      shifts.push_back({valid.size(), static_cast<std::int64_t>(kReplacement.size()) -
                                          static_cast<std::int64_t>(point.bytes)});
      kept_from = at + point.bytes;
    }
    at += point.bytes;
  }
  if (replaced.empty()) return replaced;
  for (; old_shift != shifts_.end(); ++old_shift) {
    shifts.push_back({old_shift->position + valid.size() - kept_from, old_shift->bytes});
  }
  valid.append(all, kept_from);
  shifts_ = std::move(shifts);
  end_ = begin_;
  append(std::as_bytes(std::span(valid)));
  return replaced;
}

}  // namespace campaign_lens
