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

/// Which hashes may have come more than once: two bits stand for all that agree in some of their bits. So few
/// bytes stay near the processor; what they let pass is looked at.
class RepeatedHashes {
 public:
  explicit RepeatedHashes(std::size_t rows) : words_(std::bit_ceil(rows * kBitsOfRow / kWordBits + 1)) {}

  void add(std::uint64_t hash) {
    Word& word = words_[place_of(hash)];
    const std::uint64_t bits = bits_of_word(hash);
    if ((word.seen & bits) == bits) word.repeated |= bits;
    word.seen |= bits;
  }
  bool may_have(std::uint64_t hash) const {
    const std::uint64_t bits = bits_of_word(hash);
    return (words_[place_of(hash)].repeated & bits) == bits;
  }

 private:
  static constexpr std::size_t kBitsOfRow = 8, kWordBits = 64;
  struct Word {
    std::uint64_t seen = 0, repeated = 0;
  };
  std::size_t place_of(std::uint64_t hash) const {
    return static_cast<std::size_t>(hash >> 16) & (words_.size() - 1);
  }
  static std::uint64_t bits_of_word(std::uint64_t hash) {
    return std::uint64_t{1} << (hash >> 8 & (kWordBits - 1)) | std::uint64_t{1}
                                                                   << (hash >> 2 & (kWordBits - 1));
  }

  std::vector<Word> words_;
};

/// Of rows with one hash those whose id another one has, too: keyed by the first row that has it.
void find_same(std::span<const KeyedRow> of_one_hash, SameId& same, std::vector<KeyedRow>& repeated) {
  std::vector<std::uint32_t> firsts;
  std::vector<KeyedRow> with_first;
  for (const KeyedRow& row : of_one_hash) {
    auto first = std::ranges::find_if(firsts, [&](std::uint32_t known) { return same(known, row.row); });
    if (first == firsts.end()) first = firsts.insert(first, row.row);
    with_first.push_back({.key = *first, .row = row.row});
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
      of_codes(column->dictionary().size(), kBlank);
  const auto hashes_of = [&](std::size_t group) {
    const auto of_group = std::span(hashes).first(table.group_rows(group));
    read_hashes(*column, group, of_codes, of_group);
    return of_group;
  };
  RepeatedHashes known(static_cast<std::size_t>(table.rows()));
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    for (const std::uint64_t hash : hashes_of(group))
      known.add(hash);
    co_await Pause{0.4 * pause(group, table.group_count()).done};
  }
  std::vector<KeyedRow> candidates;
  for (std::size_t group = 0; group < table.group_count(); ++group) {
    const std::span<const std::uint64_t> of_group = hashes_of(group);
    for (std::uint32_t i = 0; i < of_group.size(); ++i) {
      if (of_group[i] != kBlank && known.may_have(of_group[i]))
        candidates.push_back(
            {.key = of_group[i] >> 32, .row = static_cast<std::uint32_t>(group * kRowGroupRows) + i});
    }
    co_await Pause{0.4 + 0.3 * pause(group, table.group_count()).done};
  }
  co_await part(0.7, 0.9, radix_sort(candidates));

  SameId same(*column);
  std::size_t since_pause = 0;
  for (std::size_t begin = 0; begin < candidates.size();) {
    std::size_t end = begin + 1;
    while (end < candidates.size() && candidates[end].key == candidates[begin].key)
      ++end;
    if (end - begin > 1) find_same(std::span(candidates).subspan(begin, end - begin), same, repeated);
    since_pause += end - begin;
    begin = end;
    if (since_pause < kRowsBetweenPauses) continue;
    since_pause = 0;
    co_await Pause{0.9 + 0.1 * pause(end, candidates.size()).done};
  }
  co_return repeated;
}

}  // namespace campaign_lens
