#include "base/result.h"

namespace campaign_lens {

std::string describe(const Error& error) {
  if (!error.place) return error.message;
  const std::string byte = "byte " + std::to_string(error.place->byte_offset);
  if (error.place->line == 0) return error.message + " (" + byte + ")";
  return error.message + " (line " + std::to_string(error.place->line) + ", " + byte + ")";
}

}  // namespace campaign_lens
