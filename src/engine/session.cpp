#include "engine/session.h"

#include <utility>
#include <variant>

namespace campaign_lens {

namespace {

Error too_early() {
  return {.message = "Too little of the report has been read to tell what is in it.", .place = {}};
}

Result<Bytes> encoded(const Result<messages::ReportSummary>& summary) {
  if (!summary) return summary.error();
  return messages::encode(summary.value());
}

template <typename Answer>
Task<Result<Bytes>> encoded(Task<Answer> task) {
  co_return messages::encode(co_await part(0, 1, std::move(task)));
}

Bytes response(const Result<Bytes>& answer) {
  return answer ? messages::response(answer.value()) : messages::response(answer.error());
}

bool reads_rows(const messages::Request& request) {
  return std::holds_alternative<messages::WindowRequest>(request) ||
         std::holds_alternative<messages::ExportBatch>(request) ||
         std::holds_alternative<messages::ExportText>(request);
}

}  // namespace

Status Session::feed(std::span<const std::byte> chunk) {
  cancel();
  return engine_.feed(chunk);
}

Bytes Session::request(std::span<const std::byte> message, std::chrono::microseconds slice) {
  std::optional<messages::Request> decoded = messages::decode_request(message);
  if (!decoded)
    return messages::response(Error{.message = "A request to the engine was damaged.", .place = {}});
  const auto begin = [&] {
    return std::visit([this](auto& request) { return answer(std::move(request)); }, *decoded);
  };
  if (reads_rows(*decoded)) return response(begin().result());
  work_.reset();  // before anything changes that it refers to
  work_ = begin();
  return go_on(slice);
}

Bytes Session::go_on(std::chrono::microseconds slice) {
  if (!work_) return messages::response(Error{.message = "There is no work to go on with.", .place = {}});
  if (!work_->step(Work::Clock::now() + slice)) return messages::unfinished(work_->done());
  const Bytes answered = response(std::move(*work_).result());
  work_.reset();
  return answered;
}

Session::Work Session::answer(messages::Begin request) {
  engine_.begin(std::move(request));
  co_return Bytes();
}

Session::Work Session::answer(messages::NextFile) {
  const Status begun = engine_.next_file();
  co_return begun ? Result<Bytes>(Bytes()) : begun.error();
}

Session::Work Session::answer(messages::Finish request) {
  co_return encoded(engine_.finish(request.reason));
}

Session::Work Session::answer(messages::Describe) {
  if (!engine_.readable()) co_return too_early();
  co_return messages::encode(engine_.describe());
}

Session::Work Session::answer(messages::Correct request) {
  if (!engine_.readable()) co_return too_early();
  co_return encoded(engine_.correct(request.corrections));
}

Session::Work Session::answer(messages::QueryRequest request) {
  if (!engine_.readable()) co_return too_early();
  co_return co_await part(0, 1, encoded(engine_.query(std::move(request))));
}

Session::Work Session::answer(messages::FacetRequest request) {
  if (!engine_.readable()) co_return too_early();
  co_return co_await part(0, 1, encoded(engine_.facet(std::move(request))));
}

Session::Work Session::answer(messages::InsightRequest request) {
  if (!engine_.readable()) co_return too_early();
  co_return co_await part(0, 1, encoded(engine_.insight(std::move(request))));
}

Session::Work Session::answer(messages::FindRequest request) {
  if (!engine_.readable()) co_return too_early();
  co_return co_await part(0, 1, encoded(engine_.find(std::move(request))));
}

Session::Work Session::answer(messages::ExportBegin request) {
  if (!engine_.readable()) co_return too_early();
  co_return co_await part(0, 1, encoded(engine_.export_begin(std::move(request))));
}

Session::Work Session::answer(messages::WindowRequest request) {
  if (!engine_.readable()) co_return too_early();
  co_return messages::encode(engine_.window(request));
}

Session::Work Session::answer(messages::ExportBatch request) {
  if (!engine_.readable()) co_return too_early();
  co_return messages::encode(engine_.export_batch(request));
}

Session::Work Session::answer(messages::ExportText request) {
  if (!engine_.readable()) co_return too_early();
  co_return messages::encode(engine_.export_text(request));
}

}  // namespace campaign_lens
