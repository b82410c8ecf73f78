#include "base/result.h"

namespace campaign_lens {

std::string in_words(const Place& place) {
  const std::string byte = "byte " + std::to_string(place.byte_offset);
  return place.line == 0 ? byte : "line " + std::to_string(place.line) + ", " + byte;
}

std::string describe(const Error& error) {
  return error.place ? error.message + " (" + in_words(*error.place) + ")" : error.message;
}

}  // namespace campaign_lens
