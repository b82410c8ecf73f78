#pragma once

#include <string_view>

#include "schema/status.h"

namespace campaign_lens::view {

/// In the order of the cards.
inline constexpr StatusFamily kFamilies[] = {StatusFamily::queued,        StatusFamily::success,
                                             StatusFamily::not_confirmed, StatusFamily::failed,
                                             StatusFamily::not_submitted, StatusFamily::unrecognised};

/// A family's name in a list: beside the card of the same name, which is more, one needs words of its own.
inline std::string_view name_in_list(StatusFamily family) {
  return family == StatusFamily::queued ? "Submitted, still queued" : family_name(family);
}

}  // namespace campaign_lens::view
