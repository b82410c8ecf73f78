#include "native/tzif.h"

#include <cstddef>
#include <cstdint>

#include "native/posix_zone.h"

namespace campaign_lens {
namespace {

/// Reads big-endian numbers. Past the end everything is 0 and ok() false.
class Cursor {
 public:
  explicit Cursor(std::string_view rest) : rest_(rest) {}

  std::string_view take(std::uint64_t bytes) {
    if (bytes > rest_.size()) {
      ok_ = false;
      rest_ = {};
      return {};
    }
    const std::string_view taken = rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
    return taken;
  }
  std::uint64_t number(std::size_t bytes) {
    std::uint64_t value = 0;
    for (const char byte : take(bytes))
      value = value << 8 | static_cast<unsigned char>(byte);
    return value;
  }
  std::string_view rest() const { return rest_; }
  bool ok() const { return ok_; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

///     "TZif", version, 15 bytes unused, then six counts
struct Header {
  bool readable = false;
  std::uint64_t ut_flags = 0, standard_flags = 0, leap_seconds = 0, transitions = 0, types = 0,
                name_bytes = 0;
};

Header read_header(Cursor& in) {
  Header header;
  const bool magic = in.take(4) == "TZif";
  const bool version_2 = in.number(1) >= '2';
  in.take(15);
  for (std::uint64_t* count : {&header.ut_flags, &header.standard_flags, &header.leap_seconds,
                               &header.transitions, &header.types, &header.name_bytes}) {
    *count = in.number(4);
  }
  header.readable = in.ok() && magic && version_2 && header.types > 0;
  return header;
}

/// A block without its header: times, a type of each, the types (offset, is summer, name), names, leap
/// seconds, flags.
std::uint64_t block_bytes(const Header& header, std::uint64_t time_bytes) {
  return header.transitions * (time_bytes + 1) + header.types * 6 + header.name_bytes +
         header.leap_seconds * (time_bytes + 4) + header.standard_flags + header.ut_flags;
}

/// The second block, whose times have 64 bits.
std::optional<std::vector<TimeZone::Transition>> read_block(std::string_view block, const Header& header) {
  Cursor times(block);
  Cursor type_of_each(block.substr(header.transitions * 8));
  const std::string_view types = block.substr(header.transitions * 9, header.types * 6);
  const auto offset_of = [types](std::uint64_t type) {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(Cursor(types.substr(type * 6)).number(4)));
  };

  std::vector<TimeZone::Transition> transitions{{.at_s = 0, .offset_s = offset_of(0)}};
  for (std::uint64_t i = 0; i < header.transitions; ++i) {
    const auto at_s = static_cast<std::int64_t>(times.number(8));
    const std::uint64_t type = type_of_each.number(1);
    if (type >= header.types) return std::nullopt;
    if (at_s <= 0) {
      transitions.front().offset_s = offset_of(type);
    } else {
      if (at_s <= transitions.back().at_s) return std::nullopt;
      transitions.push_back({.at_s = at_s, .offset_s = offset_of(type)});
    }
  }
  return transitions;
}

}  // namespace

std::optional<std::vector<TimeZone::Transition>> read_tzif(std::string_view file) {
  Cursor in(file);
  const Header first = read_header(in);
  in.take(block_bytes(first, 4));
  const Header header = read_header(in);
  if (!first.readable || !header.readable) return std::nullopt;
  const std::string_view block = in.take(block_bytes(header, 8));
  if (!in.ok()) return std::nullopt;
  std::optional<std::vector<TimeZone::Transition>> transitions = read_block(block, header);
  if (!transitions) return std::nullopt;

  std::string_view footer = in.rest();
  if (!footer.starts_with('\n')) return std::nullopt;
  footer.remove_prefix(1);
  if (!footer.ends_with('\n')) return std::nullopt;
  footer.remove_suffix(1);
  if (footer.empty()) return transitions;
  const auto by_rule = posix_transitions(footer);
  if (!by_rule) return std::nullopt;
  const std::int64_t stated_until_s = transitions->back().at_s;
  for (const TimeZone::Transition& change : *by_rule) {
    if (change.at_s > stated_until_s) transitions->push_back(change);
  }
  return transitions;
}

}  // namespace campaign_lens
