#include "table/column_group.h"

namespace campaign_lens {
namespace {

struct Rows {
  std::uint32_t operator()(const MissingGroup&) const { return 0; }
  std::uint32_t operator()(const CodesGroup& group) const { return group.codes.size(); }
  std::uint32_t operator()(const DigitsGroup& group) const { return group.slots.size(); }
  std::uint32_t operator()(const TimesGroup& group) const { return group.slots.size(); }
  std::uint32_t operator()(const UuidsGroup& group) const {
    return static_cast<std::uint32_t>(group.uuids.size());
  }
  std::uint32_t operator()(const TextsGroup& group) const {
    return static_cast<std::uint32_t>(group.ends.size());
  }
};

struct CodeAt {
  using Code = std::optional<std::uint32_t>;
  std::uint32_t row;

  Code operator()(const MissingGroup&) const { return std::nullopt; }
  Code operator()(const CodesGroup& group) const { return static_cast<std::uint32_t>(group.codes[row]); }
  Code operator()(const DigitsGroup& group) const { return of(group.slots[row]); }
  Code operator()(const TimesGroup& group) const { return of(group.slots[row]); }
  Code operator()(const UuidsGroup& group) const {
    const Uuid& uuid = group.uuids[row];
    return uuid.holds_code() ? Code(uuid.code()) : std::nullopt;
  }
  Code operator()(const TextsGroup&) const { return std::nullopt; }

  static Code of(Slot slot) { return holds_code(slot) ? Code(campaign_lens::code_of(slot)) : std::nullopt; }
};

struct CellAt {
  const Dictionary& dictionary;
  std::uint32_t row;
  CellBuffer& buffer;

  Cell operator()(const MissingGroup&) const { return {}; }
  Cell operator()(const CodesGroup& group) const {
    return dictionary.cell(static_cast<std::uint32_t>(group.codes[row]));
  }
  Cell operator()(const DigitsGroup& group) const {
    const Slot slot = group.slots[row];
    if (holds_code(slot)) return dictionary.cell(code_of(slot));
    buffer.text.clear();
    group.shape.append_to(buffer.text, slot);
    return {group.shape.kind, buffer.text};
  }
  Cell operator()(const TimesGroup& group) const {
    const Slot slot = group.slots[row];
    if (holds_code(slot)) return dictionary.cell(code_of(slot));
    buffer.text.clear();
    group.shape.append_to(buffer.text, slot, buffer.date);
    return {Kind::text, buffer.text};
  }
  Cell operator()(const UuidsGroup& group) const {
    const Uuid& uuid = group.uuids[row];
    if (uuid.holds_code()) return dictionary.cell(uuid.code());
    buffer.text.clear();
    uuid.append_to(buffer.text);
    return {Kind::text, buffer.text};
  }
  Cell operator()(const TextsGroup& group) const { return group.cell(row); }
};

struct CountCodes {
  std::vector<std::uint32_t>& rows;

  void operator()(const MissingGroup&) const {}
  void operator()(const CodesGroup& group) const {
    group.codes.for_each([&](std::size_t, std::uint64_t code) { ++rows[static_cast<std::size_t>(code)]; });
  }
  void operator()(const DigitsGroup& group) const { count(group.slots); }
  void operator()(const TimesGroup& group) const { count(group.slots); }
  void operator()(const UuidsGroup& group) const {
    for (const Uuid& uuid : group.uuids) {
      if (uuid.holds_code()) ++rows[uuid.code()];
    }
  }
  void operator()(const TextsGroup&) const {}

  void count(const PackedSlots& slots) const {
    if (slots.codes().empty()) return;
    slots.for_each([&](std::size_t, Slot slot) {
      if (holds_code(slot)) ++rows[code_of(slot)];
    });
  }
};

struct HeapBytes {
  std::size_t operator()(const MissingGroup&) const { return 0; }
  std::size_t operator()(const CodesGroup& group) const { return group.codes.heap_bytes(); }
  std::size_t operator()(const DigitsGroup& group) const { return group.slots.heap_bytes(); }
  std::size_t operator()(const TimesGroup& group) const { return group.slots.heap_bytes(); }
  std::size_t operator()(const UuidsGroup& group) const { return group.uuids.capacity() * sizeof(Uuid); }
  std::size_t operator()(const TextsGroup& group) const {
    return group.kinds.capacity() + group.ends.capacity() * sizeof(std::uint32_t) + group.arena.capacity();
  }
};

}  // namespace

std::uint32_t rows_of(const ColumnGroup& group) {
  return std::visit(Rows(), group);
}

std::optional<std::uint32_t> code_at(const ColumnGroup& group, std::uint32_t row) {
  return std::visit(CodeAt{row}, group);
}

Cell cell_of(const ColumnGroup& group, const Dictionary& dictionary, std::uint32_t row, CellBuffer& buffer) {
  return std::visit(CellAt{dictionary, row, buffer}, group);
}

std::vector<std::uint32_t> rows_by_code(const ColumnGroup& group, const Dictionary& dictionary) {
  std::vector<std::uint32_t> rows(dictionary.size());
  std::visit(CountCodes{rows}, group);
  return rows;
}

Written how_written(const ColumnGroup& group, const Dictionary& dictionary) {
  Written written;
  const std::vector<std::uint32_t> rows = rows_by_code(group, dictionary);
  std::uint32_t coded = 0;
  for (std::uint32_t code = 0; code < rows.size(); ++code) {
    written.add(dictionary.cell(code), rows[code]);
    coded += rows[code];
  }
  if (const auto* const texts = std::get_if<TextsGroup>(&group)) {
    for (std::uint32_t row = 0; row < rows_of(group); ++row)
      written.add(texts->cell(row));
  } else if (coded < rows_of(group)) {
    // The others were all written as one of them was.
    CellBuffer buffer;
    std::uint32_t row = 0;
    while (code_at(group, row))
      ++row;
    written.add(cell_of(group, dictionary, row, buffer), rows_of(group) - coded);
  }
  return written;
}

std::size_t heap_bytes(const ColumnGroup& group) {
  return std::visit(HeapBytes(), group);
}

}  // namespace campaign_lens
