// The workbook's writer as a WebAssembly module, used by web/exporter-host.mjs. One module writes one
// workbook, or hashes files for it. (libxlsxwriter needs Emscripten's file system in memory, for its
// template.)

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/sha256.h"
#include "messages/engine.h"
#include "messages/workbook.h"
#include "shell/exchange.h"
#include "xlsx/workbook.h"

namespace campaign_lens {
namespace {

Exchange exchange;
std::unique_ptr<Workbook> workbook;
Sha256 hash;

/// What has been written of the file, or why it is not.
const Slice* respond(const Status& status) {
  return exchange.answer(status ? messages::response(workbook->take()) : messages::response(status.error()));
}

}  // namespace
}  // namespace campaign_lens

using namespace campaign_lens;

extern "C" {

std::byte* exporter_allocate(std::size_t size) {
  return exchange.allocate(size);
}

// Each answers with the next bytes of the file.

/// Takes a WorkbookPlan.
const Slice* exporter_begin(std::size_t size) {
  std::optional<messages::WorkbookPlan> plan = messages::decode_workbook_plan(exchange.input(size));
  if (!plan) return respond(Error{.message = "The plan of the workbook was damaged.", .place = {}});
  Result<std::unique_ptr<Workbook>> created = Workbook::create(*std::move(plan));
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

/// Takes a WorkbookEnd.
const Slice* exporter_finish(std::size_t size) {
  const std::optional<messages::WorkbookEnd> end = messages::decode_workbook_end(exchange.input(size));
  if (!end) return respond(Error{.message = "The end of the workbook was damaged.", .place = {}});
  return respond(workbook->close(*end));
}

/// Hashes bytes of a file, one chunk after the other; answers with nothing.
const Slice* exporter_hash(std::size_t size) {
  hash.add(exchange.input(size));
  return exchange.answer(messages::response(Bytes()));
}
/// Answers with the hash of what came since the last time (SHA-256, 64 hexadecimal digits).
const Slice* exporter_hashed(std::size_t) {
  const std::string hex = std::exchange(hash, {}).hex();
  return exchange.answer(messages::response(std::as_bytes(std::span(hex))));
}
}
