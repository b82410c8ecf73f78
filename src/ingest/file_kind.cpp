#include "ingest/file_kind.h"

#include <array>
#include <string>

namespace campaign_lens {
namespace {

using namespace std::string_view_literals;

struct FileKind {
  std::string_view magic;
  std::string_view refusal;
};
constexpr std::string_view kUtf32 = "This file is UTF-32 text. Save it as UTF-8, and open that.";
constexpr std::array kOtherKinds = {
    FileKind{"PK\x03\x04"sv,
             "This is a ZIP archive or an Excel workbook. Open the report as the JSON file that it was "
             "exported to."},
    FileKind{"\xD0\xCF\x11\xE0"sv, "This is an old Excel workbook. Open the report as a JSON file."},
    FileKind{"%PDF"sv, "This is a PDF document. Open the report as a JSON file."},
    FileKind{"\xFF\xFE\0\0"sv, kUtf32},
    FileKind{"\0\0\xFE\xFF"sv, kUtf32},
    FileKind{"{\0\0\0"sv, kUtf32},
    FileKind{"[\0\0\0"sv, kUtf32},
    FileKind{"\0\0\0{"sv, kUtf32},
    FileKind{"\0\0\0["sv, kUtf32},
};

}  // namespace

std::optional<Fault> refuse_other_kinds(std::string_view head) {
  for (const FileKind& kind : kOtherKinds) {
    if (head.starts_with(kind.magic)) return Fault{std::string(kind.refusal), 0};
  }
  const std::size_t first = head.find_first_not_of(kBlanks);
  if (first == std::string_view::npos || head[first] == '{' || head[first] == '[') return std::nullopt;
  if (head[first] == '<') {
    return Fault{"This is a web page or an XML file. Open the report as a JSON file.", first};
  }
  return Fault{"This is not a JSON report: it begins with “" + excerpt(head, first) + "”.", first};
}

}  // namespace campaign_lens
