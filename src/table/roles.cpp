#include "table/roles.h"

#include <algorithm>
#include <array>
#include <utility>

namespace campaign_lens {
namespace {

/// The keys that stand for a role, normalized, best first, separated by blanks. "#" stands for a number.
struct Aliases {
  Role role;
  std::string_view keys;
};

constexpr std::string_view kNumberKeys =
    "number msisdn recipient recipientcontact recipientnumber recipientphone recipientphonenumber "
    "recipientmsisdn "
    "to tonumber phone phonenumber phoneno mobile mobilenumber mobileno telephone destination destaddr "
    "destinationnumber destinationaddress receivernumber receiverphone receiver contactchanneladdress "
    "identifiervalue waid recipients recipientid";

// In order: a key that is an alias of several roles plays the first of them.
constexpr std::array kDeliveryAliases = {
    Aliases{Role::number, kNumberKeys},
    Aliases{Role::message_id, "messageid messageuuid messagesid sid externalid uuid id"},
    Aliases{Role::status,
            "status statusgroupname statusname state messagestate messagestatus deliverystatus dlr eventtype "
            "event eventname stat"},
    Aliases{Role::status_time,
            "timestamp updatedat statusupdatets doneat donedate deliveredat dateupdated dlrtimestamp scts "
            "operatorstatusat statusdatetime at eventts eventtime eventtimestamp occurredat time receivedat"},
    Aliases{Role::submitted_time,
            "submittedat sentat datesent sentdate senttime submittime datecreated timecreated messagetime "
            "submitdate createdat"},
    Aliases{Role::reason,
            "failedreason failurereason errorreason reason reasonforfailure errormessage errordescription "
            "errordetail errortext errortitle statusdescription cause error"},
    Aliases{Role::reason_code, "errorcode errcode reasoncode dlrcode code err"},
};
constexpr std::array kClickAliases = {
    Aliases{Role::number, kNumberKeys},
    Aliases{Role::message_id, "messageid messageuuid messagesid sid externalid uuid"},
    Aliases{Role::short_url, "shortlink shortenedlink shorturl"},
    Aliases{Role::url, "url link longurl clickurl"},
    Aliases{Role::variable, "variable bodyvariable# linkalias shortlinkname clickcomponent"},
    Aliases{Role::location, "location city region state country countryname"},
    Aliases{Role::ip, "ip ipaddress"},
    Aliases{Role::device, "device devicemodel os platform browser useragent"},
    Aliases{Role::status_time,
            "clickedat clicktime occurredat eventtimestamp timeclicked time timestamp eventts eventtime"},
};
/// What is a status only where nothing else is: the type of an event in its envelope, and whether the message
/// succeeded.
constexpr std::string_view kEnvelopeStatus = "type";
constexpr std::string_view kLastStatus = "success";

/// An object that wraps a record or a part of it, and which roles a field has under its name alone there:
/// `recipient.id` is not the message's.
struct Wrapper {
  std::string_view name;  ///< normalized
  bool (*may_play)(Role);
};
bool any_role(Role) {
  return true;
}
bool is_number(Role role) {
  return role == Role::number;
}
bool is_location(Role role) {
  return role == Role::location;
}
bool is_of_error(Role role) {
  return role == Role::reason || role == Role::reason_code;
}
bool is_of_status(Role role) {
  return role == Role::status || role == Role::status_time || is_of_error(role);
}
constexpr std::array kWrappers = {
    Wrapper{"data", any_role},       Wrapper{"payload", any_role},      Wrapper{"message", any_role},
    Wrapper{"attributes", any_role}, Wrapper{"notification", any_role}, Wrapper{"delivery", any_role},
    Wrapper{"recipient", is_number}, Wrapper{"receiver", is_number},    Wrapper{"contact", is_number},
    Wrapper{"status", is_of_status}, Wrapper{"error", is_of_error},     Wrapper{"location", is_location},
};

/// One way to call a column: by its whole key, or by what is left of it without the objects around it.
struct Name {
  std::string text;                          ///< normalized
  std::vector<bool (*)(Role)> restrictions;  ///< those of all these objects
};

bool matches(std::string_view alias, std::string_view name) {
  if (!alias.ends_with('#')) return alias == name;
  alias.remove_suffix(1);
  return name.starts_with(alias) &&
         name.find_first_not_of("0123456789", alias.size()) == std::string_view::npos;
}

/// The names of a column, the whole one first.
std::vector<Name> names_of(std::string_view key) {
  std::vector<Name> names = {{normalized_key(key), {}}};
  for (std::size_t point = 0; (point = key.find('.')) != std::string_view::npos;) {
    const auto wrapper = std::ranges::find(kWrappers, normalized_key(key.substr(0, point)), &Wrapper::name);
    if (wrapper == kWrappers.end()) break;
    key.remove_prefix(point + 1);
    Name name{normalized_key(key), names.back().restrictions};
    name.restrictions.push_back(wrapper->may_play);
    names.push_back(std::move(name));
  }
  return names;
}

/// Columns by their names, and which roles they play so far.
class RoleFinder {
 public:
  explicit RoleFinder(std::span<const std::string> keys) : roles(keys.size(), Role::none) {
    for (const std::string& key : keys)
      names_.push_back(names_of(key));
  }

  /// Gives the role to the column that has the first of these names that any has; of several columns with it
  /// to the one whose key is nearest to the name.
  bool assign(Role role, std::string_view aliases) {
    while (!aliases.empty()) {
      const std::string_view alias = aliases.substr(0, aliases.find(' '));
      aliases.remove_prefix(std::min(aliases.size(), alias.size() + 1));
      if (assign_alias(role, alias)) return true;
    }
    return false;
  }

  std::vector<Role> roles;

 private:
  bool assign_alias(Role role, std::string_view alias) {
    std::size_t deepest = 0;
    for (std::size_t depth = 0; depth <= deepest; ++depth) {
      for (std::size_t i = 0; i < names_.size(); ++i) {
        deepest = std::max(deepest, names_[i].size() - 1);
        if (depth >= names_[i].size() || roles[i] != Role::none) continue;
        const Name& name = names_[i][depth];
        const auto allows = [role](bool (*may_play)(Role)) { return may_play(role); };
        if (!matches(alias, name.text) || !std::ranges::all_of(name.restrictions, allows)) continue;
        roles[i] = role;
        return true;
      }
    }
    return false;
  }

  std::vector<std::vector<Name>> names_;
};

std::vector<Role> assign_free_roles(TableId table, std::span<const std::string> keys,
                                    std::span<const Role> taken) {
  RoleFinder finder(keys);
  const auto aliases = table == TableId::delivery ? std::span<const Aliases>(kDeliveryAliases)
                                                  : std::span<const Aliases>(kClickAliases);
  for (const Aliases& list : aliases) {
    if (std::ranges::find(taken, list.role) != taken.end()) continue;
    const bool found = finder.assign(list.role, list.keys);
    if (found || list.role != Role::status) continue;
    if (!is_envelope(keys) || !finder.assign(Role::status, kEnvelopeStatus))
      finder.assign(Role::status, kLastStatus);
  }
  return std::move(finder.roles);
}

}  // namespace

bool is_envelope(std::span<const std::string> keys) {
  return std::ranges::any_of(keys, [](std::string_view key) { return key.starts_with("data."); });
}

std::string normalized_key(std::string_view key) {
  std::string normalized;
  for (const char c : key) {
    if (c == '_' || c == '-' || c == ' ' || c == '.') continue;
    normalized += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return normalized;
}

std::vector<Role> assign_roles(TableId table, std::span<const std::string> keys) {
  return assign_free_roles(table, keys, {});
}

Role free_role(TableId table, const std::string& key, std::span<const Role> taken) {
  return assign_free_roles(table, std::span(&key, 1), taken).front();
}

}  // namespace campaign_lens
