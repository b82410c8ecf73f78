#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/schema.h"

namespace campaign_lens {

/// Which column plays which role, by key. Keys are compared by `normalized_key`, also without the names of
/// objects that wrap the record or a part of it ("data.recipient.msisdn"); of several candidates for a role
/// the one wins that comes first in the list of aliases. One role per index of `keys`.
std::vector<Role> assign_roles(TableId table, std::span<const std::string> keys);

/// What a column that appears late can still play: the first role that its key stands for and that is not
/// among those `taken`.
Role free_role(TableId table, const std::string& key, std::span<const Role> taken);

/// Whether the record stands in an envelope that says what happened to it: `{"type": …, "data": {…}}`.
bool is_envelope(std::span<const std::string> keys);

/// A key as aliases are compared: ASCII letters in lower case, without `_ - space .`.
std::string normalized_key(std::string_view key);

}  // namespace campaign_lens
