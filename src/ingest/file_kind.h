#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"

namespace campaign_lens {

/// What a file is that begins with these bytes, where it is something well known that is not read; says what
/// to do instead.
std::optional<Error> refuse_other_kinds(std::string_view head);

}  // namespace campaign_lens
