#include "ingest/report_text.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "ingest/file_kind.h"

namespace campaign_lens {
namespace {

/// What tells other kinds of files from JSON fits in it.
constexpr std::size_t kLeastWindowBytes = 64;
constexpr std::size_t kLeastIndexBytes = 4'096;
constexpr std::size_t kMostSearchBytes = std::size_t{1} << 20;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kCutOff =
    "The file ends in the middle of the report: what was to come is missing.";

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

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// The last place up to `end` where no character of UTF-8 can be torn apart.
std::size_t between_characters(std::string_view text, std::size_t end) {
  constexpr std::size_t kLongestCharacter = 4;
  const std::size_t stop = end < kLongestCharacter ? 0 : end - kLongestCharacter;
  std::size_t at = end;
  while (at > stop && (at == text.size() || continues_character(text[at])))
    --at;
  return at;
}

}  // namespace

ReportText::ReportText(Walker& walker, Warnings& warnings, std::size_t window_bytes)
    : walker_(walker),
      warnings_(warnings),
      window_bytes_(std::clamp(window_bytes, kLeastWindowBytes, kMaxRecordBytes)) {
  begin_file(0);
}

void ReportText::begin_file(std::uint32_t file) {
  window_.begin_file(file);
  wanted_bytes_ = window_bytes_;
  index_bytes_ = std::numeric_limits<std::size_t>::max();
  began_ = resumed_ = false;
  ends_ = End::whole;
  search_.reset();
  first_fault_.reset();
}

Status ReportText::feed(std::span<const std::byte> piece) {
  while (!piece.empty()) {
    const auto part = piece.first(std::min(piece.size(), wanted_bytes_ - window_.size()));
    window_.append(part);
    piece = piece.subspan(part.size());
    if (window_.size() < wanted_bytes_) continue;
    if (const Status read = read_window(false); !read) return read;
  }
  return success();
}

Status ReportText::gap() {
  if (!began_) {
    if (const Status begun = begin(); !begun) return begun;
    began_ = true;
  }
  window_.append_gap();
  return success();
}

Status ReportText::end_file(bool lacks_its_end) {
  if (const Status read = read_window(true); !read) return read;
  const bool whole = ends_ == End::whole && walker_.may_end();
  if (whole || ends_ == End::in_damage || lacks_its_end) return success();
  const Place place = end();
  warnings_.add(kCutOff, place, {});
  if (!first_fault_) first_fault_ = {.message = std::string(kCutOff), .place = place};
  return success();
}

/// Reads as many whole steps of the walker as the window holds, all of it at the end of the file.
Status ReportText::read_window(bool at_end) {
  if (!began_) {
    if (const Status begun = begin(); !begun || !began_) return begun;
  }
  while ((!search_ || search(at_end)) && read_indexed(at_end)) {
  }
  return success();
}

/// Looks at the first bytes: a file of another kind is refused before its length is waited for.
Status ReportText::begin() {
  if (window_.text().starts_with(kByteOrderMark)) window_.consume(kByteOrderMark.size());
  if (const std::optional<Fault> fault = refuse_other_kinds(window_.text())) {
    return Error{.message = fault->message, .place = window_.place(fault->position)};
  }
  began_ = window_.text().find_first_not_of(kBlanks) != std::string_view::npos;
  if (!began_) window_.consume(window_.size());
  want_more();
  return success();
}

/// Whether there is more to read in the window.
bool ReportText::read_indexed(bool at_end) {
  if (const std::size_t read = walker_.read_alike(window_.text()); read > 0) {
    window_.consume(read);
    resumed_ = false;
    index_bytes_ = kLeastIndexBytes;
  }
  const bool all = window_.size() <= index_bytes_;
  const bool full = all && !at_end && window_.size() >= kMaxRecordBytes;
  // A cut behind a brace is outside of all strings, but for braces in texts; those the index finds out.
  std::size_t readable =
      full || (all && at_end) ? window_.size() : window_.text().substr(0, index_bytes_).rfind('}') + 1;
  const std::optional<std::size_t> control_character = index(readable);

  cursor_.start(window_.text().substr(0, readable), index_.positions());
  const bool no_more = control_character || (all && at_end);
  const Walker::Last last = no_more ? Walker::Last::every_step
                            : full  ? Walker::Last::first_step
                                    : Walker::Last::none;
  const Outcome outcome = walker_.walk(cursor_, window_, last);
  const std::size_t read = cursor_.position();
  if (read > 0) resumed_ = false;
  if (outcome == Outcome::fault) {
    fail(cursor_.fault().position, cursor_.fault().message);
  } else if (control_character) {
    fail(*control_character, "A text in quotes has a line break or another control character in it.");
  } else if (full && read == 0) {
    resumed_ = true;
    const bool behind_comma = window_.text().starts_with(',') && index_.positions().size() > 1;
    fail(behind_comma ? index_.positions()[1] : 0, "A record is longer than 16 MB.");
  } else {
    ends_ = outcome == Outcome::done && readable == window_.size() ? End::whole : End::in_a_step;
    window_.consume(read);
    index_bytes_ = all ? std::numeric_limits<std::size_t>::max() : index_bytes_ * 4;
    if (all) want_more();
    return !all;
  }
  return true;
}

/// Indexes the first bytes of the window; fewer where they end in a string, or where a control character
/// stands in one: then its position is given.
std::optional<std::size_t> ReportText::index(std::size_t& readable) {
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
      case StructuralIndex::Outcome::invalid_utf8: {
        const std::size_t added = replace_invalid_utf8(readable);
        if (control_character) *control_character += added;
        readable += added;
        break;
      }
    }
  }
}

/// Gives how many bytes longer the text is afterwards: U+FFFD is no shorter than what it stands for.
std::size_t ReportText::replace_invalid_utf8(std::size_t end) {
  const std::size_t before = window_.size();
  for (const std::size_t position : window_.replace_invalid_utf8(end)) {
    warnings_.add("Bytes that stand for no character were replaced by “\uFFFD”.", window_, position);
  }
  return window_.size() - before;
}

/// Begins the search for where reading can go on. The cursor stands behind the last step that was taken.
void ReportText::fail(std::size_t position, std::string_view message) {
  Error fault{.message = std::string(message), .place = window_.place(position)};
  if (!first_fault_) first_fault_ = fault;
  const std::size_t step = cursor_.position();
  const std::size_t from = std::max(search_from(position), resumed_ ? step + 1 : step) - step;
  window_.consume(step);
  search_ = Search{.fault = std::move(fault),
                   .in_record = walker_.failed_in_record(),
                   .hints = walker_.sync_hints(),
                   .from = from + replace_invalid_utf8(from)};
  index_bytes_ = kLeastIndexBytes;
}

/// Where what can be read may begin, at the earliest: at the fault, or in the string before it. In a text
/// that lacks a quote, what comes before the next record's first key seems to be a string.
std::size_t ReportText::search_from(std::size_t fault) const {
  const std::span<const std::uint32_t> tokens = index_.positions();
  const auto token = std::ranges::lower_bound(tokens, fault);
  if (token == tokens.end() || *token != fault || token == tokens.begin()) return fault;
  return *(token - 1) + 1;
}

/// Whether a place was found where reading can go on.
bool ReportText::search(bool at_end) {
  for (std::size_t bytes = kLeastIndexBytes;; bytes = std::min(2 * bytes, kMostSearchBytes)) {
    const std::size_t wanted = search_->from + bytes;
    const bool all = window_.size() <= wanted;
    std::size_t end =
        all && at_end ? window_.size() : between_characters(window_.text(), std::min(wanted, window_.size()));
    end += replace_invalid_utf8(end);
    const SyncRange range{.from = search_->from,
                          .end = all && at_end ? end : end - std::min(end, kSyncLookahead),
                          .behind_whole = search_->behind_whole};
    if (const auto point = find_sync(window_.text().substr(0, end), range, search_->hints)) {
      end_search(point);
      return true;
    }
    if (all && at_end) {
      window_.consume(window_.size());
      end_search(std::nullopt);
      return false;
    }
    search_->from = std::max(search_->from, range.end);
    if (search_->from > kSyncLookahead) {
      const std::size_t passed = between_characters(window_.text(), search_->from - kSyncLookahead);
      window_.consume(passed);
      search_->from -= passed;
      search_->behind_whole = false;
    }
    if (all) {
      want_more();
      return false;
    }
  }
}

void ReportText::end_search(const std::optional<SyncPoint>& point) {
  warnings_.add(search_->in_record ? kSkippedRecord : kSkippedPart, *search_->fault.place,
                std::move(search_->fault.message));
  if (point) {
    walker_.resume(*point);
    window_.consume(point->position);
    resumed_ = true;
  }
  ends_ = point ? End::whole : End::in_damage;
  search_.reset();
}

void ReportText::want_more() {
  wanted_bytes_ = std::clamp(2 * window_.size(), window_bytes_, kMaxRecordBytes);
}

}  // namespace campaign_lens
