#include "ingest/file_kind.h"

#include <array>

namespace campaign_lens {
namespace {

using namespace std::string_view_literals;

struct FileKind {
  std::string_view magic;
  std::string_view refusal;
};
constexpr std::array kOtherKinds = {
    FileKind{"\x1F\x8B"sv, "This file is gzip-compressed. Unpack it, and open the JSON file in it."},
    FileKind{"PK\x03\x04"sv,
             "This is a ZIP archive or an Excel workbook. Open the report as the JSON file that it was "
             "exported to."},
    FileKind{"\xD0\xCF\x11\xE0"sv, "This is an old Excel workbook. Open the report as a JSON file."},
    FileKind{"%PDF"sv, "This is a PDF document. Open the report as a JSON file."},
    FileKind{"\xFF\xFE"sv, "This file is UTF-16 text. Save it as UTF-8, and open that."},
    FileKind{"\xFE\xFF"sv, "This file is UTF-16 text. Save it as UTF-8, and open that."},
    FileKind{"<"sv, "This is a web page or an XML file. Open the report as a JSON file."},
};

}  // namespace

std::optional<Error> refuse_other_kinds(std::string_view head) {
  for (const FileKind& kind : kOtherKinds) {
    if (head.starts_with(kind.magic))
      return Error{.message = std::string(kind.refusal), .place = Place{.line = 1, .byte_offset = 0}};
  }
  return std::nullopt;
}

}  // namespace campaign_lens
