#include "messages/page.h"

#include "messages/codec.h"

namespace campaign_lens::messages {

Bytes encode(const ToViewer& message) {
  return Encoder::encode(message);
}

std::optional<ToViewer> decode_to_viewer(std::span<const std::byte> message) {
  return Decoder::decode<ToViewer>(message);
}

Bytes encode(const ToPage& message) {
  return Encoder::encode(message);
}

std::optional<ToPage> decode_to_page(std::span<const std::byte> message) {
  return Decoder::decode<ToPage>(message);
}

}  // namespace campaign_lens::messages
