#include "ingest/reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "ingest/cursor.h"
#include "ingest/file_kind.h"
#include "ingest/structural_index.h"
#include "ingest/walker.h"
#include "ingest/warnings.h"
#include "ingest/window.h"

namespace campaign_lens {
namespace {

/// What tells other kinds of files from JSON fits in it.
constexpr std::size_t kLeastWindowBytes = 64;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Where the strings of a text go wrong, by going through all of it: for when the structural index says that
/// they do. As for the index, a backslash escapes outside of strings, too, and excuses no control character.
struct StringScan {
  std::size_t unclosed = std::string_view::npos;  ///< the opening quote of the string that the text ends in
  std::size_t control_character = std::string_view::npos;  ///< the first in a string
};
StringScan scan_strings(std::string_view text) {
  StringScan scan;
  bool escaped = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool in_string = scan.unclosed != std::string_view::npos;
    const bool control = static_cast<unsigned char>(text[at]) < 0x20;
    if (in_string && control && scan.control_character == std::string_view::npos) scan.control_character = at;
    if (text[at] == '"' && !escaped) scan.unclosed = in_string ? std::string_view::npos : at;
    escaped = text[at] == '\\' && !escaped;
  }
  return scan;
}

}  // namespace

class Reader::Impl {
 public:
  Impl(ZoneSource zones, std::size_t window_bytes)
      : zones_(std::move(zones)),
        window_bytes_(std::clamp(window_bytes, kLeastWindowBytes, kMaxRecordBytes)) {}

  Status feed(std::span<const std::byte> chunk) {
    while (!chunk.empty()) {
      const auto part = chunk.first(std::min(chunk.size(), wanted_bytes_ - window_.size()));
      window_.append(part);
      chunk = chunk.subspan(part.size());
      if (window_.size() < wanted_bytes_) continue;
      if (const Status read = read_window(false); !read) return read.error();
    }
    return success();
  }

  Result<Dataset> finish() {
    if (const Status read = read_window(true); !read) return read.error();
    if (!walker_.saw_documents()) return Error{.message = "The file is empty.", .place = {}};
    if (walker_.records(TableId::delivery).rows() + walker_.records(TableId::clicks).rows() == 0) {
      return Error{.message = "The file is JSON, but there is no record of a message or a click in it.",
                   .place = {}};
    }
    return dataset();
  }

  std::uint64_t rows(TableId table) const { return walker_.records(table).rows(); }

 private:
  /// Reads as many whole steps of the walker as the window holds, all of it at the end of the file.
  Status read_window(bool at_end) {
    if (!began_) {
      if (const Status begun = begin(); !begun || !began_) return begun;
    }
    std::size_t readable = window_.size();
    // A cut behind a brace is outside of all strings, but for braces in texts; those the index finds out.
    if (!at_end) readable = window_.text().rfind('}') + 1;
    const std::optional<std::size_t> control_character = index(readable);

    cursor_.start(window_.text().substr(0, readable), index_.positions());
    const Outcome outcome = walker_.walk(cursor_, window_);
    if (outcome == Outcome::fault) {
      return Error{.message = cursor_.fault().message, .place = window_.place(cursor_.fault().position)};
    }
    if (control_character) {
      return Error{.message = "A text in quotes has a line break or another control character in it.",
                   .place = window_.place(*control_character)};
    }
    if (at_end) return check_end(outcome, readable);
    return go_on_from(cursor_.position());
  }

  /// Looks at the first bytes: a file of another kind is refused before its length is waited for.
  Status begin() {
    if (window_.text().starts_with(kByteOrderMark)) window_.consume(kByteOrderMark.size());
    if (const std::optional<Fault> fault = refuse_other_kinds(window_.text())) {
      return Error{.message = fault->message, .place = window_.place(fault->position)};
    }
    began_ = window_.text().find_first_not_of(kBlanks) != std::string_view::npos;
    return began_ ? success() : go_on_from(window_.size());
  }

  Status go_on_from(std::size_t consumed) {
    window_.consume(consumed);
    if (window_.size() >= kMaxRecordBytes) {
      return Error{.message = "A record is longer than 16 MB.", .place = window_.place(0)};
    }
    wanted_bytes_ = std::clamp(2 * window_.size(), window_bytes_, kMaxRecordBytes);
    return success();
  }

  /// Indexes the first bytes of the window; fewer where they end in a string, or where a control character
  /// stands in one: then its position is given.
  std::optional<std::size_t> index(std::size_t& readable) {
    std::optional<std::size_t> control_character;
    for (;;) {
      switch (index_.build(window_.text().substr(0, readable))) {
        case StructuralIndex::Outcome::built:
          return control_character;
        case StructuralIndex::Outcome::unclosed_string:
          readable = scan_strings(window_.text().substr(0, readable)).unclosed;
          break;
        case StructuralIndex::Outcome::control_character:
          control_character = scan_strings(window_.text().substr(0, readable)).control_character;
          readable = *control_character;
          break;
        case StructuralIndex::Outcome::invalid_utf8:
          readable = replace_invalid_utf8(readable, control_character);
          break;
      }
    }
  }

  /// Gives where the first `readable` bytes end afterwards; `control_character` comes after them.
  std::size_t replace_invalid_utf8(std::size_t readable, std::optional<std::size_t>& control_character) {
    const std::size_t before = window_.size();
    for (const std::size_t position : window_.replace_invalid_utf8(readable)) {
      warnings_.add("Bytes that are not UTF-8 were replaced by “\uFFFD”.", window_, position);
    }
    const std::size_t added = window_.size() - before;  // U+FFFD is no shorter than what it stands for
    if (control_character) *control_character += added;
    return readable + added;
  }

  Status check_end(Outcome outcome, std::size_t readable) const {
    if (outcome == Outcome::done && walker_.between_documents() && readable == window_.size())
      return success();
    return Error{.message = "The file ends in the middle of the report: its last record is not whole.",
                 .place = window_.place(window_.size())};
  }

  Dataset dataset() {
    Dataset& dataset = dataset_;
    dataset.stated = walker_.facts().stated();
    dataset.campaign = std::move(walker_.facts()).campaign();
    dataset.zone = campaign_zone(dataset.campaign.timezone);
    for (const TableId table : {TableId::delivery, TableId::clicks}) {
      dataset.table(table).interpret({.roles = {}, .families = {}, .zone = dataset.zone});
      walker_.records(table).table().finish();
    }
    const std::uint64_t naive_times = dataset.delivery.naive_times() + dataset.clicks.naive_times();
    if (naive_times > 0 && dataset.campaign.timezone.empty()) {
      warnings_.add("The report states no time zone: times without an offset are read as UTC.", naive_times);
    }
    dataset.warnings = warnings_.take();
    return std::move(dataset);
  }

  TimeZone campaign_zone(const std::string& name) {
    if (name.empty()) return {};
    if (auto zone = fixed_offset_zone(name)) return *std::move(zone);
    if (auto zone = zones_(name)) return *std::move(zone);
    warnings_.add("The report's time zone “" + name + "” is unknown; times are shown in UTC.");
    return {};
  }

  ZoneSource zones_;
  Warnings warnings_;
  Window window_;
  StructuralIndex index_;
  Cursor cursor_;
  Dataset dataset_;
  Walker walker_{warnings_, dataset_};
  std::size_t window_bytes_;
  std::size_t wanted_bytes_ = window_bytes_;  ///< of the window, before it is read again
  bool began_ = false;
};

Reader::Reader(ZoneSource zones, std::size_t window_bytes)
    : impl_(std::make_unique<Impl>(std::move(zones), window_bytes)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Status Reader::feed(std::span<const std::byte> chunk) {
  return impl_->feed(chunk);
}
Result<Dataset> Reader::finish() && {
  return impl_->finish();
}
std::uint64_t Reader::delivery_rows() const {
  return impl_->rows(TableId::delivery);
}
std::uint64_t Reader::click_rows() const {
  return impl_->rows(TableId::clicks);
}

}  // namespace campaign_lens
