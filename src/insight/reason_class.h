#pragma once

#include <string_view>

#include "schema/insight.h"

namespace campaign_lens {

/// What a reason for a failure is about, and whether another try would fail as well.
struct ReasonClass {
  ReasonGroup group = ReasonGroup::unknown;
  bool permanent = false;
  friend bool operator==(const ReasonClass&, const ReasonClass&) = default;
};

/// By the words of the text, in English or Arabic; where these say nothing, by a vendor's code that is no
/// other vendor's (see the tables in reason_class.cpp). What neither tells is unknown, and worth a retry.
ReasonClass classify_reason(std::string_view text, std::string_view code);

}  // namespace campaign_lens
