#include "ingest/reader.h"

#include <optional>
#include <utility>

#include "ingest/report_text.h"
#include "ingest/walker.h"
#include "ingest/warnings.h"

namespace campaign_lens {

class Reader::Impl {
 public:
  Impl(ZoneSource zones, std::size_t window_bytes)
      : zones_(std::move(zones)), text_(walker_, warnings_, window_bytes) {}

  Status feed(std::span<const std::byte> chunk) { return text_.feed(chunk); }

  Result<Dataset> finish() {
    if (const Status ended = text_.end_file(false); !ended) return ended.error();
    if (rows(TableId::delivery) + rows(TableId::clicks) == 0) return no_record();
    return dataset();
  }

  std::uint64_t rows(TableId table) const { return walker_.records(table).rows(); }

 private:
  Error no_record() const {
    if (text_.first_fault()) return *text_.first_fault();
    if (!walker_.saw_documents()) return {.message = "The file is empty.", .place = {}};
    return {.message = "The file is JSON, but there is no record of a message or a click in it.",
            .place = {}};
  }

  Dataset dataset() {
    Dataset dataset;
    dataset.stated = walker_.facts().stated();
    dataset.campaign = std::move(walker_.facts()).campaign();
    dataset.zone = campaign_zone(dataset.campaign.timezone);
    dataset.delivery = walker_.records(TableId::delivery).take().finish(dataset.zone);
    dataset.clicks = walker_.records(TableId::clicks).take().finish(dataset.zone);
    const std::uint64_t naive_times = dataset.delivery.naive_times() + dataset.clicks.naive_times();
    if (naive_times > 0 && dataset.campaign.timezone.empty()) {
      warnings_.add("The report states no time zone: times without an offset are read as UTC.", naive_times);
    }
    dataset.warnings = warnings_.take();
    return dataset;
  }

  TimeZone campaign_zone(const std::string& name) {
    if (name.empty()) return {};
    if (auto zone = fixed_offset_zone(name)) return *std::move(zone);
    if (auto zone = zones_(name)) return *std::move(zone);
    warnings_.add("The report's time zone “" + name + "” is unknown; times are shown in UTC.");
    return {};
  }

  ZoneSource zones_;
  Warnings warnings_;
  Walker walker_{warnings_};
  ReportText text_;
};

Reader::Reader(ZoneSource zones, std::size_t window_bytes)
    : impl_(std::make_unique<Impl>(std::move(zones), window_bytes)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Status Reader::feed(std::span<const std::byte> chunk) {
  return impl_->feed(chunk);
}
Result<Dataset> Reader::finish() && {
  return impl_->finish();
}
std::uint64_t Reader::delivery_rows() const {
  return impl_->rows(TableId::delivery);
}
std::uint64_t Reader::click_rows() const {
  return impl_->rows(TableId::clicks);
}

}  // namespace campaign_lens
