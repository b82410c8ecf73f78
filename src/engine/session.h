#pragma once

#include <chrono>
#include <optional>
#include <span>

#include "base/task.h"
#include "base/wire.h"
#include "engine/engine.h"

namespace campaign_lens {

/// A report that is used by messages (messages/engine.h). A damaged message and a request before there is
/// anything to ask for are answered with an error, never trusted.
///
/// Queries, values, insight, what is found and the beginning of an export are long work, of which there is
/// one at a time: its response is unfinished until go_on() has done the rest. Windows and batches of rows may
/// be asked for meanwhile; every other request and every chunk takes the place of the work, which is left
/// undone.
class Session {
 public:
  explicit Session(ZoneSource zones) : engine_(std::move(zones)) {}

  const Engine& engine() const { return engine_; }

  Status feed(std::span<const std::byte> chunk);
  /// The response; unfinished where it takes longer than so long.
  Bytes request(std::span<const std::byte> message, std::chrono::microseconds slice);
  /// Likewise, of the work that goes on; an error where there is none.
  Bytes go_on(std::chrono::microseconds slice);
  void cancel() { work_.reset(); }

 private:
  using Work = Task<Result<Bytes>>;

  Work answer(messages::Begin request);
  Work answer(messages::NextFile request);
  Work answer(messages::Finish request);
  Work answer(messages::Describe request);
  Work answer(messages::QueryRequest request);
  Work answer(messages::FacetRequest request);
  Work answer(messages::InsightRequest request);
  Work answer(messages::WindowRequest request);
  Work answer(messages::ExportBegin request);
  Work answer(messages::ExportBatch request);
  Work answer(messages::ExportText request);
  Work answer(messages::Correct request);
  Work answer(messages::FindRequest request);

  Engine engine_;
  std::optional<Work> work_;
};

}  // namespace campaign_lens
