#include "engine/handle.h"

#include <utility>

namespace campaign_lens {

namespace {

/// Carries out one request; each overload answers with the encoded answer or an error.
class Handler {
 public:
  explicit Handler(Engine& engine) : engine_(engine) {}

  Result<Bytes> operator()(messages::Begin& request) {
    engine_.begin(std::move(request));
    return Bytes();
  }
  Result<Bytes> operator()(const messages::NextFile&) {
    const Status begun = engine_.next_file();
    return begun ? Result<Bytes>(Bytes()) : begun.error();
  }
  Result<Bytes> operator()(const messages::Finish& request) {
    return encoded(engine_.finish(request.reason));
  }
  Result<Bytes> operator()(const messages::Describe&) {
    return answer([&] { return engine_.describe(); });
  }
  Result<Bytes> operator()(const messages::QueryRequest& request) {
    return answer([&] { return engine_.query(request); });
  }
  Result<Bytes> operator()(const messages::FacetRequest& request) {
    return answer([&] { return engine_.facet(request); });
  }
  Result<Bytes> operator()(const messages::InsightRequest& request) {
    return answer([&] { return engine_.insight(request); });
  }
  Result<Bytes> operator()(const messages::OpenRows& request) {
    return answer([&] { return engine_.open_rows(request); });
  }
  Result<Bytes> operator()(const messages::WindowRequest& request) {
    return answer([&] { return engine_.window(request); });
  }
  Result<Bytes> operator()(const messages::ExportBegin& request) {
    return answer([&] { return engine_.export_begin(request); });
  }
  Result<Bytes> operator()(const messages::ExportBatch& request) {
    return answer([&] { return engine_.export_batch(request); });
  }
  Result<Bytes> operator()(const messages::ExportText& request) {
    return answer([&] { return engine_.export_text(request); });
  }
  Result<Bytes> operator()(const messages::Correct& request) {
    return engine_.readable() ? encoded(engine_.correct(request.corrections)) : too_early();
  }

 private:
  template <typename Ask>
  Result<Bytes> answer(Ask ask) {
    if (!engine_.readable()) return too_early();
    return messages::encode(ask());
  }
  static Error too_early() {
    return {.message = "Too little of the report has been read to tell what is in it.", .place = {}};
  }
  static Result<Bytes> encoded(const Result<messages::ReportSummary>& summary) {
    if (!summary) return summary.error();
    return messages::encode(summary.value());
  }

  Engine& engine_;
};

}  // namespace

Bytes handle(Engine& engine, std::span<const std::byte> request) {
  std::optional<messages::Request> decoded = messages::decode_request(request);
  if (!decoded)
    return messages::response(Error{.message = "A request to the engine was damaged.", .place = {}});
  const Result<Bytes> answer = std::visit(Handler(engine), *decoded);
  return answer ? messages::response(answer.value()) : messages::response(answer.error());
}

}  // namespace campaign_lens
