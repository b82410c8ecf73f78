#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "ingest/byte_sink.h"

namespace campaign_lens {

/// Gives UTF-16 on as UTF-8 as it comes. Surrogates without the other half become a byte that is no UTF-8, so
/// that they are replaced, counted and placed like any other such byte.
class Utf16 {
 public:
  enum class Order : std::uint8_t { little_endian, big_endian };

  /// The order of a text that begins with these bytes, by its byte order mark or by the zeros beside the
  /// first bracket; nothing if it is not UTF-16.
  static std::optional<Order> order_of(std::span<const std::byte> head);

  void begin_file(Order order);
  Status feed(std::span<const std::byte> chunk, const ByteSink& sink);
  Status end_file(const ByteSink& sink);

 private:
  void add(char16_t unit);

  Order order_ = Order::little_endian;
  bool begun_ = false;  ///< a byte order mark can no longer come
  std::optional<std::byte> half_unit_;
  std::optional<char16_t> high_surrogate_;
  std::string text_;
};

}  // namespace campaign_lens
