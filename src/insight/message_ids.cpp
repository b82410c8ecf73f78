#include "insight/message_ids.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "insight/first_of_same.h"
#include "table/column_reader.h"

namespace campaign_lens {
namespace {

constexpr std::uint64_t kUnread = 0;

std::uint64_t mixed(std::uint64_t word) {
  word ^= word >> 32;
  word *= 0xD6E8FEB86659FD93U;
  return word ^ word >> 32;
}

/// Neither kUnread nor kNoKey.
std::uint64_t as_key(std::uint64_t hash) {
  return hash >> 1 | 1;
}

std::uint64_t hash_of(const Uuid& uuid) {
  return as_key(mixed(uuid.high ^ mixed(uuid.low)));
}

/// The same for a text in whichever encoding it is kept; kNoKey of a blank.
std::uint64_t hash_of(const Cell& cell) {
  if (cell.blank()) return kNoKey;
  if (Uuid uuid; Uuid::read({Kind::text, cell.text}, uuid)) return hash_of(uuid);
  std::uint64_t hash = cell.text.size();
  for (const char c : cell.text)
    hash = mixed(hash ^ static_cast<unsigned char>(c)) + 0x9E3779B97F4A7C15U;
  return as_key(mixed(hash));
}

/// Of a row group, one a row.
void read_hashes(const Column& column, std::size_t group_index, std::vector<std::uint64_t>& of_codes,
                 std::span<std::uint64_t> hashes) {
  const ColumnGroup& group = column.groups()[group_index];
  const auto of_code = [&](std::uint32_t code) {
    std::uint64_t& hash = of_codes[code];
    if (hash == kUnread) hash = hash_of(column.dictionary().cell(code));
    return hash;
  };
  if (std::holds_alternative<MissingGroup>(group)) {
    std::ranges::fill(hashes, kNoKey);
    return;
  }
  if (const auto* const uuids = std::get_if<UuidsGroup>(&group)) {
    for (std::size_t row = 0; row < hashes.size(); ++row) {
      const Uuid& uuid = uuids->uuids[row];
      hashes[row] = uuid.holds_code() ? of_code(uuid.code()) : hash_of(uuid);
    }
    return;
  }
  CellBuffer buffer;
  for (std::uint32_t row = 0; row < hashes.size(); ++row) {
    const std::optional<std::uint32_t> code = code_at(group, row);
    hashes[row] = code ? of_code(*code) : hash_of(cell_of(group, column.dictionary(), row, buffer));
  }
}

class SameId {
 public:
  explicit SameId(const Column& column) : column_(column), a_(column), b_(column) {}
  bool operator()(std::uint32_t a, std::uint32_t b) {
    const Uuid *const of_a = uuid_of(a), *const of_b = uuid_of(b);
    if (of_a != nullptr && of_b != nullptr) return *of_a == *of_b;
    return a_.cell(a).text == b_.cell(b).text;
  }

 private:
  const Uuid* uuid_of(std::uint32_t row) const {
    const auto* const uuids = std::get_if<UuidsGroup>(&column_.groups()[row / kRowGroupRows]);
    if (uuids == nullptr || uuids->uuids[row % kRowGroupRows].holds_code()) return nullptr;
    return &uuids->uuids[row % kRowGroupRows];
  }

  const Column& column_;
  ColumnReader a_, b_;
};

/// Of rows with one hash those whose id another one has, too: keyed by the first row that has it.
void find_same(std::span<const std::uint32_t> of_one_hash, SameId& same, std::vector<KeyedRow>& repeated) {
  std::vector<std::uint32_t> firsts;
  std::vector<KeyedRow> with_first;
  for (const std::uint32_t row : of_one_hash) {
    auto first = std::ranges::find_if(firsts, [&](std::uint32_t known) { return same(known, row); });
    if (first == firsts.end()) first = firsts.insert(first, row);
    with_first.push_back({.key = *first, .row = row});
  }
  std::ranges::stable_sort(with_first, {}, &KeyedRow::key);
  for (auto begin = with_first.begin(); begin != with_first.end();) {
    const auto end =
        std::find_if(begin, with_first.end(), [&](const KeyedRow& row) { return row.key != begin->key; });
    if (end - begin > 1) repeated.insert(repeated.end(), begin, end);
    begin = end;
  }
}

}  // namespace

Task<std::vector<KeyedRow>> repeated_message_ids(const Table& table) {
  std::vector<KeyedRow> repeated;
  const Column* const column = table.column(Role::message_id);
  if (column == nullptr) co_return repeated;

  std::vector<std::uint64_t> hashes(
      static_cast<std::size_t>(std::min<std::uint64_t>(table.rows(), kRowGroupRows))),
      of_codes(column->dictionary().size(), kUnread);
  const auto hashes_of = [&](std::size_t group) {
    const auto of_group = std::span(hashes).first(table.group_rows(group));
    read_hashes(*column, group, of_codes, of_group);
    return of_group;
  };
  FirstOfSame same_hash(static_cast<std::size_t>(table.rows()));
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    same_hash.count(hashes_of(group));
    co_await Pause{0.3 * pause(group, table.group_count()).done};
  }
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    same_hash.add(hashes_of(group));
    co_await Pause{0.3 + 0.3 * pause(group, table.group_count()).done};
  }
  const std::vector<std::uint32_t> firsts = co_await part(0.6, 0.8, std::move(same_hash).find());
  std::vector<KeyedRow> later;
  co_await part(0.8, 0.85, in_pieces(firsts.size(), [&](std::size_t begin, std::size_t end) {
                  for (auto row = static_cast<std::uint32_t>(begin); row < end; ++row) {
                    if (firsts[row] != row && firsts[row] != FirstOfSame::kNone)
                      later.push_back({.key = firsts[row], .row = row});
                  }
                }));
  co_await part(0.85, 0.9, radix_sort(later));

  SameId same(*column);
  std::size_t since_pause = 0;
  std::vector<std::uint32_t> of_one_hash;
  for (std::size_t begin = 0; begin < later.size();) {
    const std::uint64_t first = later[begin].key;
    of_one_hash.assign(1, static_cast<std::uint32_t>(first));
    for (; begin < later.size() && later[begin].key == first; ++begin)
      of_one_hash.push_back(later[begin].row);
    find_same(of_one_hash, same, repeated);
    since_pause += of_one_hash.size();
    if (since_pause < kRowsBetweenPauses) continue;
    since_pause = 0;
    co_await Pause{0.9 + 0.1 * pause(begin, later.size()).done};
  }
  co_return repeated;
}

}  // namespace campaign_lens
