#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "schema/corrections.h"

namespace campaign_lens::app {

/// What a column of the table can be read as, besides a column without a meaning to the product.
std::span<const Role> roles_of(TableId table);

/// The role that the person gave the column; nothing: it is read as it was found.
std::optional<Role> corrected_role(const Corrections& corrections, TableId table, std::string_view column);
/// Nothing takes the correction back. Of the corrections that give a role to a column of the table the last
/// one stays.
void correct_role(Corrections& corrections, TableId table, std::string_view column, std::optional<Role> role);

bool is_corrected_status(const Corrections& corrections, std::string_view status);
/// `unrecognised` takes the correction back.
void correct_status(Corrections& corrections, std::string_view status, StatusFamily family);

}  // namespace campaign_lens::app
