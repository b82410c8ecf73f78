// The engine as a WebAssembly module, used by web/engine-host.mjs. One module holds one report.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include <emscripten/heap.h>
#include <unistd.h>

#include "engine/session.h"
#include "shell/exchange.h"
#include "shell/web/zones.h"

namespace campaign_lens {
namespace {

/// How long the messages that wait, or a page without a Worker, are kept waiting.
constexpr std::chrono::milliseconds kSlice{12};

Exchange exchange;
std::optional<Session> session;

/// Whether there might not be room for the next chunk and for a sort of all rows: a module that runs out of
/// memory cannot go on. Grows the heap ahead of its use, as only trying tells what the browser gives.
bool memory_is_short() {
  constexpr std::uint64_t kForChunk = 96U << 20U, kForSortedRow = 40;
  const std::uint64_t rows =
      session->engine().rows(TableId::delivery) + session->engine().rows(TableId::clicks);
  const std::uint64_t wanted = reinterpret_cast<std::uintptr_t>(sbrk(0)) + kForChunk + rows * kForSortedRow;
  if (wanted <= emscripten_get_heap_size()) return false;
  return wanted > std::numeric_limits<std::size_t>::max() ||
         emscripten_resize_heap(static_cast<std::size_t>(wanted)) == 0;
}

}  // namespace
}  // namespace campaign_lens

using namespace campaign_lens;

extern "C" {

std::byte* engine_allocate(std::size_t size) {
  return exchange.allocate(size);
}

const Slice* engine_create(std::size_t) {
  session.emplace(zone_of_browser);
  return exchange.answer(messages::response(Bytes()));
}

/// Takes a chunk of the file; answers with the rows read so far (u64 of the delivery table, u64 of the
/// clicks), whether they can be asked for, and whether there is no memory for more.
const Slice* engine_feed(std::size_t size) {
  const Status fed = session->feed(exchange.input(size));
  if (!fed) return exchange.answer(messages::response(fed.error()));
  const Engine& engine = session->engine();
  WireWriter answer;
  answer.u64(engine.rows(TableId::delivery));
  answer.u64(engine.rows(TableId::clicks));
  answer.boolean(engine.readable());
  answer.boolean(engine.full() || memory_is_short());
  return exchange.answer(messages::response(answer.take()));
}

const Slice* engine_request(std::size_t size) {
  return exchange.answer(session->request(exchange.input(size), kSlice));
}

const Slice* engine_go_on(std::size_t) {
  return exchange.answer(session->go_on(kSlice));
}

const Slice* engine_cancel(std::size_t) {
  session->cancel();
  return exchange.answer(messages::response(Bytes()));
}
}
