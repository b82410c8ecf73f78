#include "messages/report.h"

#include "messages/codec.h"

namespace campaign_lens::messages {

std::string in_words(const ReportSummary& summary, const Place& place) {
  return (summary.files.empty() ? std::string() : summary.files[place.file] + ", ") + in_words(place);
}

Bytes encode(const ReportSummary& summary) {
  return Encoder::encode(summary);
}

std::optional<ReportSummary> decode_report_summary(std::span<const std::byte> message) {
  return Decoder::decode<ReportSummary>(message);
}

}  // namespace campaign_lens::messages
