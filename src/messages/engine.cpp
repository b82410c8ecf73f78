#include "messages/engine.h"

#include "messages/codec.h"

namespace campaign_lens::messages {
namespace {

constexpr auto kFirstKind = static_cast<std::uint8_t>(RequestKind::begin);
static_assert(kFirstKind + std::variant_size_v<Request> - 1 == static_cast<std::size_t>(RequestKind::find));

// The first byte of a response.
constexpr std::byte kAnswered{0};
constexpr std::byte kFailed{1};
constexpr std::byte kUnfinished{2};

Bytes prefixed(std::byte first, std::span<const std::byte> rest) {
  Bytes bytes;
  bytes.reserve(1 + rest.size());
  bytes.push_back(first);
  bytes.insert(bytes.end(), rest.begin(), rest.end());
  return bytes;
}

}  // namespace

Bytes encode(const Request& request) {
  return Encoder::encode_kinds_from(kFirstKind, request);
}

std::optional<Request> decode_request(std::span<const std::byte> message) {
  return Decoder::decode<Request>(message, kFirstKind);
}

Bytes encode(const QueryAnswer& answer) {
  return Encoder::encode(answer);
}

std::optional<QueryAnswer> decode_query_answer(std::span<const std::byte> message) {
  return Decoder::decode<QueryAnswer>(message);
}

Bytes encode(const FacetAnswer& answer) {
  return Encoder::encode(answer);
}

std::optional<FacetAnswer> decode_facet_answer(std::span<const std::byte> message) {
  return Decoder::decode<FacetAnswer>(message);
}

Bytes encode(const InsightAnswer& answer) {
  return Encoder::encode(answer);
}

std::optional<InsightAnswer> decode_insight_answer(std::span<const std::byte> message) {
  return Decoder::decode<InsightAnswer>(message);
}

Bytes encode(const WindowAnswer& answer) {
  return Encoder::encode(answer);
}

std::optional<WindowAnswer> decode_window_answer(std::span<const std::byte> message) {
  return Decoder::decode<WindowAnswer>(message);
}

Bytes encode(const FindAnswer& answer) {
  return Encoder::encode(answer);
}

std::optional<FindAnswer> decode_find_answer(std::span<const std::byte> message) {
  return Decoder::decode<FindAnswer>(message);
}

Bytes encode(const TextAnswer& answer) {
  return Encoder::encode(answer);
}

std::optional<TextAnswer> decode_text_answer(std::span<const std::byte> message) {
  return Decoder::decode<TextAnswer>(message);
}

Bytes response(std::span<const std::byte> answer) {
  return prefixed(kAnswered, answer);
}

Bytes response(const Error& error) {
  return prefixed(kFailed, Encoder::encode(error));
}

Bytes unfinished(double done) {
  return prefixed(kUnfinished, Encoder::encode(done));
}

std::optional<double> read_unfinished(std::span<const std::byte> message) {
  if (message.empty() || message[0] != kUnfinished) return std::nullopt;
  return Decoder::decode<double>(message.subspan(1));
}

Result<std::span<const std::byte>> read_response(std::span<const std::byte> message) {
  if (!message.empty() && message[0] == kAnswered) return message.subspan(1);
  if (!message.empty() && message[0] == kFailed) {
    if (std::optional<Error> error = Decoder::decode<Error>(message.subspan(1))) return *std::move(error);
  }
  return Error{"The engine gave a damaged answer", std::nullopt};
}

}  // namespace campaign_lens::messages
