#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/window.h"
#include "schema/warning.h"

namespace campaign_lens {

inline constexpr std::string_view kTrailingComma = "A comma stands before a closing bracket.";
inline constexpr std::string_view kMissingComma = "A comma is missing.";
inline constexpr std::string_view kLongName = "A field's name is longer than 200 bytes and was cut.";
inline constexpr std::string_view kSkippedRecord = "A record could not be read and was skipped.";
inline constexpr std::string_view kSkippedPart = "A part of the report could not be read and was skipped.";

/// Collects warnings; the same one again is counted, with its place.
class Warnings {
 public:
  void add(std::string_view message, const Window& window, std::size_t position, std::string detail = {});
  void add(std::string_view message, const Place& place, std::string detail);
  void add(std::string message, std::uint64_t count = 1);

  /// What is added from here on can be taken back: a record that the window ends in is read again with the
  /// next, one that proves damaged counts as nothing else.
  void begin_step() { added_in_step_.clear(); }
  std::size_t added_in_step() const { return added_in_step_.size(); }
  /// Takes back all but the first `kept` of the step.
  void undo_step(std::size_t kept = 0);

  /// In the order of the report: in which order they were added depends on the windows that it was read in.
  std::vector<Warning> so_far() const;

 private:
  /// Of the warning, counted once more.
  Warning& count(std::string_view message);

  std::vector<Warning> warnings_;
  std::vector<std::size_t> added_in_step_;
};

}  // namespace campaign_lens
