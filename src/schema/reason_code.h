#pragma once

#include <string_view>

namespace campaign_lens {

/// Whether a reason code says that nothing went wrong: "0", "000", "ER-00", "success", "NO_ERROR". Case, `_`,
/// `-`, `.` and white space do not matter. A blank says nothing, not even that.
bool means_no_error(std::string_view code);

}  // namespace campaign_lens
