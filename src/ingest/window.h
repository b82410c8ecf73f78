#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace campaign_lens {

/// The part of a file that is in memory: what has been fed and not been consumed yet. Knows where in the
/// file its bytes come from.
///
///     … consumed …│ text() │ fed later …        text()[0] is byte offset() of the file
class Window {
 public:
  /// What is appended from here on is another file: places are counted anew, what is left of the last one is
  /// gone.
  void begin_file(std::uint32_t file);
  void append(std::span<const std::byte> bytes);
  /// What is appended from here on does not continue what was: between them stands a NUL, which JSON has
  /// nowhere, and which places do not count.
  void append_gap();
  /// Drops the first bytes; they have been read.
  void consume(std::size_t bytes);

  /// Followed by StructuralIndex::kPaddingBytes NULs.
  std::string_view text() const { return {bytes_.data() + begin_, size()}; }
  std::size_t size() const { return end_ - begin_; }
  /// Of a position in text(), in the file.
  Place place(std::size_t position) const;

  /// Puts U+FFFD for what is no UTF-8 before `end` and gives the position of each; places stay those of the
  /// file.
  std::vector<std::size_t> replace_invalid_utf8(std::size_t end);

 private:
  /// A replacement or a gap put `bytes` more (or fewer) into the text than the file has, ending at
  /// `position`.
  struct Shift {
    std::size_t position = 0;
    std::int64_t bytes = 0;
  };
  std::int64_t shift_before(std::size_t position) const;

  std::vector<char> bytes_;  ///< those of the text are from begin_ to end_, padding follows
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint32_t file_ = 0;
  std::uint64_t offset_ = 0;
  std::uint64_t lines_ = 0;  ///< line ends consumed
  std::vector<Shift> shifts_;
};

}  // namespace campaign_lens
