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
  Result<Bytes> operator()(const messages::Finish&) {
    const Result<messages::ReportSummary> summary = engine_.finish();
    if (!summary) return summary.error();
    return messages::encode(summary.value());
  }
  Result<Bytes> operator()(const messages::Describe&) {
    return answer([&] { return engine_.summary(); });
  }
  Result<Bytes> operator()(const messages::QueryRequest& request) {
    return answer([&] { return engine_.query(request); });
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
  Result<Bytes> operator()(const messages::Correct& request) {
    return answer([&] { return engine_.correct(request.corrections); });
  }
  Result<Bytes> operator()(const messages::NextFile&) { return Bytes(); }

 private:
  template <typename Ask>
  Result<Bytes> answer(Ask ask) {
    if (!engine_.finished()) return Error{.message = "The report has not been read to its end.", .place = {}};
    return messages::encode(ask());
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
