#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "messages/report.h"
#include "query/query.h"
#include "schema/insight.h"

namespace campaign_lens::cli {

/// Standard output, collected into large writes. After a failed one nothing more is written.
class Output {
 public:
  void write(std::string_view text);
  /// Writes what is left. False if anything could not be written; errno says why.
  bool flush();
  bool failed() const { return failed_; }

 private:
  std::string buffer_;
  bool failed_ = false;
};

/// The summary for people: aligned text.
void print_summary(Output& out, const messages::ReportSummary& summary);
/// The summary for programs: one JSON object on one line.
void print_summary_json(Output& out, const Dataset& dataset, const messages::ReportSummary& summary);

/// Likewise the insight.
void print_insight(Output& out, const Insight& insight);
void print_insight_json(Output& out, const Insight& insight);

/// RFC 4180 with a header of column keys: values as written, empty where there is none.
void print_csv(Output& out, const Table& table, const Selection& rows, std::uint64_t limit);
/// An array of objects by column key: values as written, each of its own kind; missing ones are left out.
void print_json(Output& out, const Table& table, const Selection& rows, std::uint64_t limit);

}  // namespace campaign_lens::cli
