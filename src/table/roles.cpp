#include "table/roles.h"

#include <algorithm>
#include <array>

namespace campaign_lens {
namespace {

/// The keys that stand for a role, normalized, best first, separated by blanks.
struct Aliases {
  Role role;
  std::string_view keys;
};

constexpr std::string_view kNumberKeys =
    "number msisdn recipient recipientcontact recipientnumber recipientphone recipientphonenumber "
    "recipientmsisdn "
    "to tonumber phone phonenumber phoneno mobile mobilenumber mobileno telephone destination destaddr "
    "receivernumber receiverphone receiver contactchanneladdress identifiervalue waid";

// In order: a key that is an alias of several roles plays the first of them.
constexpr std::array kDeliveryAliases = {
    Aliases{Role::number, kNumberKeys},
    Aliases{Role::message_id, "messageid messageuuid messagesid sid externalid uuid id"},
    Aliases{Role::status,
            "status statusgroupname statusname state messagestate messagestatus deliverystatus dlr eventtype "
            "event"},
    Aliases{Role::status_time,
            "timestamp updatedat statusupdatets doneat donedate deliveredat dateupdated dlrtimestamp scts "
            "operatorstatusat at eventts receivedat"},
    Aliases{Role::submitted_time,
            "submittedat sentat datesent sentdate senttime submittime datecreated timecreated messagetime"},
    Aliases{Role::reason,
            "failedreason failurereason errorreason reason reasonforfailure errormessage errordescription "
            "statusdescription cause"},
    Aliases{Role::reason_code, "errorcode errcode reasoncode dlrcode code"},
};
constexpr std::array kClickAliases = {
    Aliases{Role::number, kNumberKeys},
    Aliases{Role::message_id, "messageid messageuuid messagesid sid externalid uuid"},
    Aliases{Role::short_url, "shortlink shortenedlink shorturl"},
    Aliases{Role::url, "url link longurl clickurl"},
    Aliases{Role::variable, "variable linkalias shortlinkname clickcomponent"},
    Aliases{Role::location, "location city region state country countryname"},
    Aliases{Role::ip, "ip ipaddress"},
    Aliases{Role::device, "device devicemodel os platform browser useragent"},
    Aliases{Role::status_time, "clickedat clicktime occurredat eventtimestamp timeclicked time timestamp"},
};

/// Objects that wrap a record or a part of it without a meaning of their own.
constexpr std::array<std::string_view, 3> kWrappers = {"data.", "payload.", "message."};

std::string_view without_wrapper(std::string_view key) {
  for (const std::string_view wrapper : kWrappers) {
    if (key.starts_with(wrapper)) return key.substr(wrapper.size());
  }
  return key;
}

/// The unassigned column that is called `alias` in one list of names or else in the other; the size if none
/// is.
std::size_t find_alias(std::string_view alias, const std::vector<std::string>& whole,
                       const std::vector<std::string>& unwrapped, const std::vector<Role>& roles) {
  for (const std::vector<std::string>* const names : {&whole, &unwrapped}) {
    for (std::size_t i = 0; i < names->size(); ++i) {
      if ((*names)[i] == alias && roles[i] == Role::none) return i;
    }
  }
  return roles.size();
}

std::vector<Role> assign_free_roles(TableId table, std::span<const std::string> keys,
                                    std::span<const Role> taken) {
  std::vector<std::string> whole;
  std::vector<std::string> unwrapped;
  for (const std::string& key : keys) {
    whole.push_back(normalized_key(key));
    unwrapped.push_back(normalized_key(without_wrapper(key)));
  }
  const auto aliases = table == TableId::delivery ? std::span<const Aliases>(kDeliveryAliases)
                                                  : std::span<const Aliases>(kClickAliases);
  std::vector<Role> roles(keys.size(), Role::none);
  for (const Aliases& list : aliases) {
    std::string_view rest = std::ranges::find(taken, list.role) == taken.end() ? list.keys : "";
    while (!rest.empty()) {
      const std::string_view alias = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), alias.size() + 1));
      const std::size_t column = find_alias(alias, whole, unwrapped, roles);
      if (column == roles.size()) continue;
      roles[column] = list.role;
      break;
    }
  }
  return roles;
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
