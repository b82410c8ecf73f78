#pragma once

#include <optional>
#include <string_view>

#include "ingest/cursor.h"

namespace campaign_lens {

inline constexpr std::string_view kBlanks = " \t\r\n";  ///< what JSON allows between tokens

/// Why a file that begins with these bytes (a byte order mark of UTF-8 aside) is no JSON report, and what to
/// do instead where it is something well known. Nothing if it may be one.
std::optional<Fault> refuse_other_kinds(std::string_view head);

}  // namespace campaign_lens
