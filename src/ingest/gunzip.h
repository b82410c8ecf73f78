#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "ingest/byte_sink.h"

namespace campaign_lens {

/// Unpacks gzip as it comes, of one member or several. What it gives at once is bounded, however much a file
/// grows by being unpacked. Behind damage it goes on with the next member.
class Gunzip {
 public:
  /// `cut_off`: the file ends in the middle. `corrupt`: what was given last may be wrong, and something may
  /// be missing behind it. `stray_bytes`: behind the members stands something that is none, which is passed
  /// over.
  enum class Damage : std::uint8_t { cut_off, corrupt, stray_bytes };

  struct Sinks {
    ByteSink unpacked;
    /// Behind all that was given so far; `byte` is where in the packed file it was noticed.
    std::function<void(Damage, std::uint64_t byte)> damage;
    /// What is given next does not continue what was given last.
    std::function<Status()> gap;
  };

  explicit Gunzip(Sinks sinks);
  ~Gunzip();

  /// The file begins with a gzip header, or with what is left of one.
  void begin_file();
  Status feed(std::span<const std::byte> chunk);
  Status end_file();

 private:
  struct Stream;
  enum class State : std::uint8_t { between_members, in_member, searching };

  /// Reads what there is.
  Status read();
  Status unpack();
  void begin_member();
  /// Goes to where another member begins, or may begin in what is still to come. Whether one does.
  bool find_member();
  Status begin_found_member();
  /// Where the search for another member begins: within the one that is damaged.
  void look_back();
  std::span<const std::byte> rest() const {
    return std::span(bytes_).subspan(static_cast<std::size_t>(at_ - first_));
  }

  Sinks sinks_;
  std::unique_ptr<Stream> stream_;
  State state_ = State::in_member;
  std::vector<std::byte> bytes_;  ///< of the file: the last ones that were read, and those that are not yet

  // Offsets in the file.
  std::uint64_t first_ = 0;                  ///< of bytes_
  std::uint64_t at_ = 0;                     ///< what is read next
  std::uint64_t member_ = 0;                 ///< the beginning of the one that was begun last
  std::optional<std::uint64_t> corrupt_at_;  ///< where that one turned out to be so

  std::uint64_t looked_back_ = 0;  ///< how many bytes have been read once more
};

}  // namespace campaign_lens
