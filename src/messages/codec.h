#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/wire.h"
#include "messages/layouts.h"

namespace campaign_lens::messages {

/// Writes a message by its layout (layouts.h).
class Encoder {
 public:
  template <typename T>
  static Bytes encode(const T& message) {
    Encoder encoder;
    encoder.put(message);
    return encoder.out_.take();
  }
  template <typename... Ts>
  static Bytes encode_kinds_from(std::uint8_t first, const std::variant<Ts...>& message) {
    Encoder encoder;
    encoder.put(message, first);
    return encoder.out_.take();
  }

 private:
  void put(bool value) { out_.boolean(value); }
  void put(std::uint32_t value) { out_.u32(value); }
  void put(std::uint64_t value) { out_.u64(value); }
  void put(std::int64_t value) { out_.i64(value); }
  void put(double value) { out_.f64(value); }
  void put(const std::string& value) { out_.string(value); }
  void put(FamilySet value) { out_.u8(value.bits()); }

  template <typename T>
    requires std::is_enum_v<T>
  void put(T value) {
    out_.u8(static_cast<std::uint8_t>(value));
  }

  void put(const RowBatch::Value& value) {
    put(value.form);
    if (value.form == RowBatch::Value::Form::text) {
      put(value.text);
    } else if (value.form != RowBatch::Value::Form::blank) {
      put(value.number);
    }
  }

  template <typename T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <typename T>
  void put(const std::vector<T>& values) {
    put(static_cast<std::uint32_t>(values.size()));
    for (const T& value : values)
      put(value);
  }
  template <typename T, std::size_t n>
  void put(const std::array<T, n>& values) {
    for (const T& value : values)
      put(value);
  }
  template <typename T, std::size_t n>
  void put(const T (&values)[n]) {
    for (const T& value : values)
      put(value);
  }
  template <typename... Ts>
  void put(const std::variant<Ts...>& value, std::uint8_t first_kind = 0) {
    out_.u8(static_cast<std::uint8_t>(first_kind + value.index()));
    std::visit([this](const auto& held) { this->put(held); }, value);
  }
  template <typename T>
    requires requires(const T& value) { fields(value); }
  void put(const T& value) {
    std::apply([this](const auto&... field) { (this->put(field), ...); }, fields(value));
  }

  WireWriter out_;
};

/// Reads a message by its layout; nothing is trusted. A list grows only as its elements are read, so a
/// damaged count allocates no more than a message of that length could hold.
class Decoder {
 public:
  template <typename T>
  static std::optional<T> decode(std::span<const std::byte> bytes, std::uint8_t first_kind = 0) {
    Decoder decoder(bytes);
    std::optional<T> message(std::in_place);
    if constexpr (requires { std::variant_size<T>::value; }) {
      decoder.get(*message, first_kind);
    } else {
      decoder.get(*message);
    }
    if (!decoder.ok() || !decoder.in_.at_end()) message.reset();
    return message;
  }

 private:
  explicit Decoder(std::span<const std::byte> bytes) : in_(bytes) {}

  bool ok() const { return in_.ok() && !refused_; }
  void refuse_unless(bool holds) { refused_ = refused_ || !holds; }

  void get(bool& value) {
    const std::uint8_t flag = in_.u8();
    refuse_unless(flag <= 1);
    value = flag == 1;
  }
  void get(std::uint32_t& value) { value = in_.u32(); }
  void get(std::uint64_t& value) { value = in_.u64(); }
  void get(std::int64_t& value) { value = in_.i64(); }
  void get(double& value) { value = in_.f64(); }
  void get(std::string& value) { value = in_.string(); }
  void get(FamilySet& value) {
    const std::uint8_t bits = in_.u8();
    value = FamilySet::from_bits(bits);
    refuse_unless(value.bits() == bits);
  }

  template <typename T>
    requires std::is_enum_v<T>
  void get(T& value) {
    const std::uint8_t position = in_.u8();
    const bool known = position <= static_cast<std::uint8_t>(last_value(T{}));
    refuse_unless(known);
    value = known ? static_cast<T>(position) : T{};
  }

  void get(RowBatch::Value& value) {
    get(value.form);
    if (value.form == RowBatch::Value::Form::text) {
      get(value.text);
    } else if (value.form != RowBatch::Value::Form::blank) {
      get(value.number);
    }
  }

  template <typename T>
  void get(std::optional<T>& value) {
    bool present = false;
    get(present);
    if (present) get(value.emplace());
  }
  template <typename T>
  void get(std::vector<T>& values) {
    for (std::size_t left = in_.count(1); left > 0 && ok(); --left)
      get(values.emplace_back());
  }
  template <typename T, std::size_t n>
  void get(std::array<T, n>& values) {
    for (T& value : values)
      get(value);
  }
  template <typename T, std::size_t n>
  void get(T (&values)[n]) {
    for (T& value : values)
      get(value);
  }
  template <typename... Ts>
  void get(std::variant<Ts...>& value, std::uint8_t first_kind = 0) {
    const int position = in_.u8() - first_kind;
    refuse_unless(position >= 0 && position < static_cast<int>(sizeof...(Ts)));
    [&]<std::size_t... i>(std::index_sequence<i...>) {
      ((position == static_cast<int>(i) ? get(value.template emplace<i>()) : void()), ...);
    }(std::index_sequence_for<Ts...>{});
  }
  template <typename T>
    requires requires(T& value) { fields(value); }
  void get(T& value) {
    std::apply([this](auto&... field) { (this->get(field), ...); }, fields(value));
    if constexpr (requires { check(value); }) refuse_unless(check(value));
  }

  // What the fields of a message promise, of themselves and of one another.
  static bool check(const condition::Numbers& range) {
    // A query with NaN would not be equal to itself.
    return !(range.least && std::isnan(*range.least)) && !(range.greatest && std::isnan(*range.greatest));
  }
  static bool check(const Query& query) {
    return query.filters.size() + query.sets.size() <= kMaxFilters && query.sort.size() <= kMaxSortKeys;
  }
  static bool check(const Timing& timing) {
    return timing.clicks.size() == timing.messages.size() &&
           timing.first_clicks.size() == timing.messages.size();
  }
  static bool check(const WindowAnswer& answer) {
    return answer.cells.size() == std::uint64_t{answer.rows} * answer.columns &&
           (answer.families.empty() || answer.families.size() == answer.rows);
  }
  static bool check(const ReportSummary& summary) {
    const std::size_t files = std::max<std::size_t>(1, summary.files.size());
    return std::ranges::all_of(summary.warnings, [&](const Warning& warning) {
      return std::ranges::all_of(warning.places,
                                 [&](const WarningPlace& place) { return place.place.file < files; });
    });
  }
  static bool check(const RowBatch& batch) {
    for (const auto& column : batch.columns) {
      if (column.size() != batch.rows) return false;
    }
    return true;
  }

  WireReader in_;
  bool refused_ = false;
};

}  // namespace campaign_lens::messages
