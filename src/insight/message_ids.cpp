#include "insight/message_ids.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "table/column_reader.h"

namespace campaign_lens {
namespace {

constexpr std::uint64_t kBlank = 0;

std::uint64_t mixed(std::uint64_t word) {
  word ^= word >> 32;
  word *= 0xD6E8FEB86659FD93U;
  return word ^ word >> 32;
}

std::uint64_t hash_of(const Uuid& uuid) {
  return mixed(uuid.high ^ mixed(uuid.low)) | 1;
}

/// The same for a text in whichever encoding it is kept. Never kBlank, but of a blank.
std::uint64_t hash_of(const Cell& cell) {
  if (cell.blank()) return kBlank;
  if (Uuid uuid; Uuid::read({Kind::text, cell.text}, uuid)) return hash_of(uuid);
  std::uint64_t hash = cell.text.size();
  for (const char c : cell.text)
    hash = mixed(hash ^ static_cast<unsigned char>(c)) + 0x9E3779B97F4A7C15U;
  return mixed(hash) | 1;
}

/// Of a row group, one a row.
void read_hashes(const Column& column, std::size_t group_index, std::vector<std::uint64_t>& of_codes,
                 std::span<std::uint64_t> hashes) {
  const ColumnGroup& group = column.groups()[group_index];
  const auto of_code = [&](std::uint32_t code) {
    std::uint64_t& hash = of_codes[code];
    if (hash == kBlank) hash = hash_of(column.dictionary().cell(code));
    return hash;
  };
  if (std::holds_alternative<MissingGroup>(group)) {
    std::ranges::fill(hashes, kBlank);
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

}  // namespace

Task<std::vector<KeyedRow>> repeated_message_ids(const Table& table) {
  std::vector<KeyedRow> all;
  const Column* const column = table.column(Role::message_id);
  if (column == nullptr) co_return all;

  const auto rows = static_cast<std::size_t>(table.rows());
  std::vector<std::uint64_t> hashes(rows), of_codes(column->dictionary().size(), kBlank);
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    read_hashes(*column, group, of_codes,
                std::span(hashes).subspan(group * kRowGroupRows, table.group_rows(group)));
    co_await Pause{0.4 * pause(group, table.group_count()).done};
  }

  // Open addressing: the first row of each id, plus 1.
  std::vector<std::uint32_t> slots(std::bit_ceil(2 * rows + 2));
  const std::size_t mask = slots.size() - 1;
  const auto slot_of = [&](std::uint64_t hash) { return static_cast<std::size_t>(hash >> 8) & mask; };
  SameId same(*column);
  constexpr std::size_t kAhead = 16;  // as in KeyIds
  std::vector<KeyedRow> repeated;
  for (std::uint32_t row = 0; row < rows; ++row) {
    if (row % kRowsBetweenPauses == 0) co_await Pause{0.4 + 0.4 * pause(row, rows).done};
    if (row + kAhead < rows) __builtin_prefetch(&slots[slot_of(hashes[row + kAhead])]);
    if (hashes[row] == kBlank) continue;
    std::size_t slot = slot_of(hashes[row]);
    while (slots[slot] != 0 && !(hashes[slots[slot] - 1] == hashes[row] && same(slots[slot] - 1, row)))
      slot = (slot + 1) & mask;
    if (slots[slot] == 0) {
      slots[slot] = row + 1;
    } else {
      repeated.push_back({.key = slots[slot] - 1, .row = row});
    }
  }
  co_await part(0.8, 1, radix_sort(repeated));

  // Before those of one id the first row itself.
  all.reserve(2 * repeated.size());
  for (const KeyedRow& other : repeated) {
    if (all.empty() || all.back().key != other.key)
      all.push_back({.key = other.key, .row = static_cast<std::uint32_t>(other.key)});
    all.push_back(other);
  }
  co_return all;
}

}  // namespace campaign_lens
