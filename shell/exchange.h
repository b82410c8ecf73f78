#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <utility>

#include "base/wire.h"

namespace campaign_lens {

/// Bytes in memory as web/bridge.mjs reads them: the address, then the length, 32 bits each.
struct Slice {
  const std::byte* data = nullptr;
  std::size_t size = 0;
};

/// How bytes pass between JavaScript and a module: JavaScript writes into the input buffer, calls a function
/// with the number of bytes, and reads the answer before it calls again.
class Exchange {
 public:
  /// Room for the input of the next call; kept from call to call.
  std::byte* allocate(std::size_t size) {
    if (size > capacity_) {
      input_ = std::make_unique_for_overwrite<std::byte[]>(size);
      capacity_ = size;
    }
    return input_.get();
  }
  std::span<const std::byte> input(std::size_t size) const { return {input_.get(), size}; }

  const Slice* answer(Bytes bytes) {
    answer_ = std::move(bytes);
    slice_ = {answer_.data(), answer_.size()};
    return &slice_;
  }

 private:
  std::unique_ptr<std::byte[]> input_;
  std::size_t capacity_ = 0;
  Bytes answer_;
  Slice slice_;
};

}  // namespace campaign_lens
