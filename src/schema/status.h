#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace campaign_lens {

/// The family of a message's current status: what the raw text means. The raw text is kept beside it.
enum class StatusFamily : std::uint8_t {
  queued,  ///< submitted to the flow studio, nothing more known
  success,
  not_confirmed,
  failed,
  not_submitted,
  unrecognised,
};
inline constexpr int kStatusFamilyCount = 6;

/// The family of a raw status text, by the vendor's and other vendors' synonyms; case, `_`, `-` and spaces
/// ignored. Of words that points separate ("message.delivered") the last one counts; true is a success, false
/// a failure, and a number is nothing, as vendors' numbers contradict each other.
StatusFamily classify_status(std::string_view raw);

/// Orders status texts as `classify_status` compares them: those that it cannot tell apart are equal.
struct StatusOrder {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const;
};

/// A set of families; a filter. The empty set filters nothing out.
class FamilySet {
 public:
  constexpr FamilySet() = default;
  constexpr bool empty() const { return bits_ == 0; }
  constexpr bool contains(StatusFamily family) const { return (bits_ >> static_cast<int>(family) & 1) != 0; }
  constexpr FamilySet with(StatusFamily family) const {
    return from_bits(bits_ | 1U << static_cast<int>(family));
  }
  constexpr FamilySet with(FamilySet other) const {
    return from_bits(static_cast<unsigned>(bits_ | other.bits_));
  }
  constexpr std::uint8_t bits() const { return bits_; }
  static constexpr FamilySet from_bits(unsigned bits) {
    FamilySet set;
    set.bits_ = static_cast<std::uint8_t>(bits & ((1U << kStatusFamilyCount) - 1));
    return set;
  }
  friend bool operator==(FamilySet, FamilySet) = default;

 private:
  std::uint8_t bits_ = 0;
};

/// The counts that a campaign's owner knows from the vendor's page, in its order, and Unrecognised if any.
enum class CountId : std::uint8_t {
  total,
  submitted,
  success,
  not_confirmed,
  failed,
  not_submitted,
  unrecognised
};
inline constexpr int kCountIds = 7;

/// One count: its name as the vendor prints it, its key in JSON, the vendor's definition, and the families
/// that it sums. Submitted is cumulative (the stage reading): queued + success + not confirmed + failed.
struct CountDefinition {
  CountId id;
  std::string_view name;
  std::string_view key;
  std::string_view definition;
  FamilySet families;  ///< empty for Total: every row
};
const std::array<CountDefinition, kCountIds>& count_definitions();
const CountDefinition& definition_of(CountId id);

/// By printed name or JSON key, any case.
std::optional<CountId> count_by_name(std::string_view name);

/// "Success", "Failed", …; of `queued` "Submitted to flow studio".
std::string_view family_name(StatusFamily family);

/// One number for each CountId.
struct StatusCounts {
  std::array<std::uint64_t, kCountIds> values{};
  std::uint64_t operator[](CountId id) const { return values[static_cast<std::size_t>(id)]; }
  std::uint64_t& operator[](CountId id) { return values[static_cast<std::size_t>(id)]; }
  friend bool operator==(const StatusCounts&, const StatusCounts&) = default;
};

}  // namespace campaign_lens
