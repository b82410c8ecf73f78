// Whatever the bytes, the reader does not fail in itself, and what it reads does not depend on how they are
// cut. An input is a report; what follows its last NUL, if it has one, are the sizes of the window and of the
// chunks.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/reader.h"
#include "unit/ingest/render.h"

namespace campaign_lens {
namespace {

struct Cut {
  std::size_t window_bytes = std::size_t{1} << 20;
  std::vector<std::size_t> chunk_bytes = {std::string_view::npos};  ///< over and over
};

Cut cut_of(std::string_view sizes) {
  Cut cut{.window_bytes = 64, .chunk_bytes = {}};
  for (const char size : sizes)
    cut.chunk_bytes.push_back(static_cast<unsigned char>(size) + std::size_t{1});
  if (cut.chunk_bytes.empty()) cut.chunk_bytes = {7};
  cut.window_bytes += cut.chunk_bytes[0];
  return cut;
}

void require(bool holds, const std::string& what) {
  if (holds) return;
  std::fprintf(stderr, "This does not hold: %s\n", what.c_str());
  std::abort();
}

Result<Dataset> read(std::string_view report, const Cut& cut) {
  Reader reader([](std::string_view) { return std::optional<TimeZone>(); }, cut.window_bytes);
  for (std::size_t turn = 0; !report.empty(); ++turn) {
    const std::string_view chunk = report.substr(0, cut.chunk_bytes[turn % cut.chunk_bytes.size()]);
    report.remove_prefix(chunk.size());
    if (const Status fed = reader.feed(std::as_bytes(std::span(chunk))); !fed) return fed.error();
  }
  const std::uint64_t delivery_rows = reader.delivery_rows(), click_rows = reader.click_rows();
  Result<Dataset> dataset = std::move(reader).finish();
  if (!dataset) return dataset;
  require(dataset.value().delivery.rows() >= delivery_rows,
          "the delivery table has the rows that were counted");
  require(dataset.value().clicks.rows() >= click_rows, "the click table has the rows that were counted");
  // Bytes that are not UTF-8 are found a window at a time, before what is read in it.
  std::ranges::sort(dataset.value().warnings, {}, &Warning::message);
  return dataset;
}

/// All that was read; of a report that is refused only that, as what an error says first depends on the
/// window.
std::string outcome(const Result<Dataset>& report) {
  return report ? render(report) : "refused\n";
}

}  // namespace
}  // namespace campaign_lens

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace campaign_lens;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t nul = input.rfind('\0');
  const std::string_view report = input.substr(0, nul);
  const std::string_view sizes = nul == input.npos ? std::string_view() : input.substr(nul + 1);
  const std::string whole = outcome(read(report, Cut{})), cut = outcome(read(report, cut_of(sizes)));
  require(cut == whole, "in windows and chunks it reads as it does whole\n" + whole + cut);
  return 0;
}
