#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "insight/report_facts.h"

namespace campaign_lens {

/// Which rows are in a set, group by group. Refers to the facts.
class SetTest {
 public:
  SetTest(const ReportFacts& facts, RowSet set) : facts_(facts), set_(set) {}

  /// Sets hits[row] to 1 where a row of the group is; leaves the others as they are.
  void mark(std::size_t group, std::span<std::uint8_t> hits) const;

 private:
  const ReportFacts& facts_;
  RowSet set_;
};

/// Which rows are chosen, a byte each, where that cannot be told row by row.
class ChosenRows {
 public:
  explicit ChosenRows(std::vector<std::uint8_t> chosen) : chosen_(std::move(chosen)) {}

  void mark(std::size_t group, std::span<std::uint8_t> hits) const;

 private:
  std::vector<std::uint8_t> chosen_;
};

}  // namespace campaign_lens
