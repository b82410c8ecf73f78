// The workbook's writer as a WebAssembly module, used by web/exporter-host.mjs. One module writes one
// workbook, into Emscripten's file system in memory.

#include <array>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

#include "messages/engine.h"
#include "messages/workbook.h"
#include "shell/exchange.h"
#include "xlsx/workbook.h"

namespace campaign_lens {
namespace {

constexpr const char* kPath = "/workbook.xlsx";
constexpr std::size_t kSliceBytes = std::size_t{1} << 20;

Exchange exchange;
std::unique_ptr<Workbook> workbook;
std::FILE* written = nullptr;

const Slice* respond(const Status& status) {
  return exchange.answer(status ? messages::response(Bytes()) : messages::response(status.error()));
}

}  // namespace
}  // namespace campaign_lens

using namespace campaign_lens;

extern "C" {

std::byte* exporter_allocate(std::size_t size) {
  return exchange.allocate(size);
}

/// Takes a WorkbookPlan.
const Slice* exporter_begin(std::size_t size) {
  std::optional<messages::WorkbookPlan> plan = messages::decode_workbook_plan(exchange.input(size));
  if (!plan) return respond(Error{.message = "The plan of the workbook was damaged.", .place = {}});
  Result<std::unique_ptr<Workbook>> created = Workbook::create(kPath, *std::move(plan));
  if (!created) return respond(created.error());
  workbook = std::move(created).value();
  return respond(success());
}

/// Takes a RowBatch.
const Slice* exporter_batch(std::size_t size) {
  const std::optional<messages::RowBatch> batch = messages::decode_row_batch(exchange.input(size));
  if (!batch) return respond(Error{.message = "Rows for the workbook were damaged.", .place = {}});
  return respond(workbook->append(*batch));
}

const Slice* exporter_finish(std::size_t) {
  const Status closed = workbook->close();
  if (closed) written = std::fopen(kPath, "rb");
  return respond(closed);
}

/// Answers with the next bytes of the finished file; none at its end.
const Slice* exporter_read(std::size_t) {
  Bytes bytes(kSliceBytes);
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), written));
  return exchange.answer(messages::response(bytes));
}
}
