#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/task.h"
#include "insight/report_facts.h"
#include "schema/query.h"
#include "table/dataset.h"

namespace campaign_lens {

/// The rows that a query gives, in its order: row numbers of the table.
class Selection {
 public:
  /// Every row of a table in the order of the file takes no memory.
  static Selection all(std::uint64_t rows);
  static Selection of(std::vector<std::uint32_t> rows);

  /// Rows behind those that it has.
  void append(std::span<const std::uint32_t> rows);

  std::uint64_t size() const { return all_ ? rows_ : order_.size(); }
  std::uint64_t operator[](std::uint64_t position) const {
    return all_ ? position : order_[static_cast<std::size_t>(position)];
  }

 private:
  std::uint64_t rows_ = 0;
  bool all_ = true;
  std::vector<std::uint32_t> order_;
};

/// Sort keys and filters whose column the table lacks are passed over. `facts`: of the dataset, where the
/// query asks_facts(); else they are not looked at.
Task<Selection> run(const Dataset& dataset, const Query& query, const ReportFacts* facts = nullptr);

/// What run() gives now of a table that had `rows` rows when it gave `before`: where those can neither come
/// nor go nor move, only the new ones are looked at.
Task<Selection> extended(const Selection& before, const Dataset& dataset, const Query& query,
                         std::uint64_t rows, const ReportFacts* facts = nullptr);

/// The query in words, for the workbook and for screen readers: `status Failed; text "riyadh"; sorted by
/// Time, latest first`. Empty when nothing is filtered or sorted. With `numbers_masked` what may be a part of
/// a recipient's number is left out.
std::string in_words(const Dataset& dataset, const Query& query, bool numbers_masked = false);

}  // namespace campaign_lens
