#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace campaign_lens {

/// A place behind damage where reading can go on.
struct SyncPoint {
  enum class Kind : std::uint8_t {
    record,    ///< the brace of an object of the list that was being read
    member,    ///< the key, in quotes, of a member of an object that is no record
    list,      ///< the same, of a list of objects; its bracket where the key is damaged
    document,  ///< the brace or bracket of another document
  };
  Kind kind = Kind::record;
  std::size_t position = 0;
  std::string_view key;  ///< of a record, the first one, as it is written
};

/// What the report so far tells of what may come behind the damage.
struct SyncHints {
  enum class Members : std::uint8_t { none, behind_bracket, anywhere };

  /// The keys that records begin with, as they are written between the quotes.
  std::vector<std::string> first_keys;
  /// Records are what is being read. Where no key is known yet, any will do.
  bool among_records = false;
  /// Where members of an object that is no record may come.
  Members members = Members::none;
  /// Whether lists of this name hold records, and are no field of the records that are being read.
  std::function<bool(std::string_view name)> is_list;
  /// Whether the records that are being read have a field of this name.
  std::function<bool(std::string_view name)> is_field;
};

/// The part of a text that is searched.
struct SyncRange {
  std::size_t from = 0;  ///< the first place that counts
  std::size_t end = 0;   ///< places from here on do not; kSyncLookahead bytes follow, or all that there are
  bool behind_whole = false;  ///< the text begins right behind a whole record, fact or bracket
};

/// How far around a place the search looks, in bytes.
inline constexpr std::size_t kSyncLookahead = 2'048;

/// The first place in the range where reading can go on. It is told from a few hundred bytes around it alone,
/// so it does not depend on what of the report is in the window; and from what cannot be inside of a string,
/// as a quote without a backslash is part of it.
///
///     …}, {"number": …     a record: not the first of a list, begins with a key that records begin with
///     …}], "stats": …      a member behind a list: no field of the records
///     …, "clicks": [{"…    a list of objects
///     …}  {"page": 2, …    a document: nothing stands between it and a closing bracket or brace
std::optional<SyncPoint> find_sync(std::string_view text, const SyncRange& range, const SyncHints& hints);

}  // namespace campaign_lens
