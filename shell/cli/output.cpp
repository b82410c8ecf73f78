#include "cli/output.h"

#include <cstdio>

namespace campaign_lens::cli {

namespace {
constexpr std::size_t kBufferBytes = 1 << 18;
}

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBufferBytes) flush();
}

bool Output::flush() {
  if (!failed_ && !buffer_.empty()) {
    failed_ =
        std::fwrite(buffer_.data(), 1, buffer_.size(), stdout) != buffer_.size() || std::fflush(stdout) != 0;
  }
  buffer_.clear();
  return !failed_;
}

}  // namespace campaign_lens::cli
