#include "fonts/inter.h"

namespace campaign_lens::fonts {
namespace {

constexpr unsigned char kRegular[] = {
#embed "Inter-Regular.otf"
};
constexpr unsigned char kSemibold[] = {
#embed "Inter-SemiBold.otf"
};

}  // namespace

std::span<const unsigned char> inter_regular() {
  return kRegular;
}

std::span<const unsigned char> inter_semibold() {
  return kSemibold;
}

}  // namespace campaign_lens::fonts
