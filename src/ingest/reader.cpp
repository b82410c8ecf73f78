#include "ingest/reader.h"

#include <algorithm>
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

  Result<Dataset> finish(bool fed_to_its_end) {
    if (const Status ended = text_.end_file(!fed_to_its_end); !ended) return ended.error();
    if (rows(TableId::delivery) + rows(TableId::clicks) == 0) return no_record();
    find_campaign();
    dataset_.zone = dataset_.campaign_zone;
    for (const TableId table : {TableId::delivery, TableId::clicks}) {
      dataset_.table(table).interpret({.roles = {}, .families = {}, .zone = dataset_.zone});
      walker_.records(table).table().finish();
    }
    if (zone_is_unknown_) {
      warnings_.add("The report's time zone “" + dataset_.campaign.timezone +
                    "” is unknown; times are shown in UTC.");
    }
    dataset_.warnings = warnings_.so_far();
    return std::move(dataset_);
  }

  bool readable() const {
    return std::max(rows(TableId::delivery), rows(TableId::clicks)) >= kRowsBeforeRoles;
  }

  void publish() {
    find_campaign();
    for (const TableId table : {TableId::delivery, TableId::clicks})
      walker_.records(table).table().publish();
    dataset_.warnings = warnings_.so_far();
  }

  Dataset& dataset() { return dataset_; }

  std::uint64_t rows(TableId table) const { return walker_.records(table).rows(); }

 private:
  Error no_record() const {
    if (text_.first_fault()) return *text_.first_fault();
    if (!walker_.saw_documents()) return {.message = "The file is empty.", .place = {}};
    return {.message = "The file is JSON, but there is no record of a message or a click in it.",
            .place = {}};
  }

  void find_campaign() {
    const std::string zone_before = std::move(dataset_.campaign.timezone);
    dataset_.stated = walker_.facts().stated();
    dataset_.campaign = walker_.facts().campaign();
    const std::string& name = dataset_.campaign.timezone;
    if (name == zone_before) return;
    std::optional<TimeZone> zone = fixed_offset_zone(name);
    if (!zone) zone = zones_(name);
    zone_is_unknown_ = !zone && !name.empty();
    dataset_.campaign_zone = zone.value_or(TimeZone{});
  }

  ZoneSource zones_;
  Warnings warnings_;
  Dataset dataset_;
  Walker walker_{warnings_, dataset_};
  ReportText text_;
  bool zone_is_unknown_ = false;
};

Reader::Reader(ZoneSource zones, std::size_t window_bytes)
    : impl_(std::make_unique<Impl>(std::move(zones), window_bytes)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Status Reader::feed(std::span<const std::byte> chunk) {
  return impl_->feed(chunk);
}
Result<Dataset> Reader::finish(bool fed_to_its_end) && {
  return impl_->finish(fed_to_its_end);
}
bool Reader::readable() const {
  return impl_->readable();
}
void Reader::publish() {
  impl_->publish();
}
Dataset& Reader::dataset() {
  return impl_->dataset();
}
const Dataset& Reader::dataset() const {
  return impl_->dataset();
}
std::uint64_t Reader::delivery_rows() const {
  return impl_->rows(TableId::delivery);
}
std::uint64_t Reader::click_rows() const {
  return impl_->rows(TableId::clicks);
}

}  // namespace campaign_lens
