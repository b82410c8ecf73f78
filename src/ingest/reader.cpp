#include "ingest/reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "ingest/decoder.h"
#include "ingest/report_text.h"
#include "ingest/walker.h"
#include "ingest/warnings.h"

namespace campaign_lens {

namespace {

constexpr std::string_view kSourceFile = "source file";

std::string_view in_words(Gunzip::Damage damage) {
  switch (damage) {
    case Gunzip::Damage::cut_off:
      return "The compressed file ends in the middle: what was to come is missing.";
    case Gunzip::Damage::corrupt:
      return "The compressed file is damaged: what comes before this place may be wrong, and what comes "
             "behind it may be missing.";
    case Gunzip::Damage::stray_bytes:
      return "Behind the compressed data stand bytes that are no part of it; they were passed over.";
  }
  return {};
}

}  // namespace

class Reader::Impl {
 public:
  Impl(ZoneSource zones, std::size_t window_bytes)
      : zones_(std::move(zones)), text_(walker_, warnings_, window_bytes) {}

  void expect_files(std::vector<std::string> names) {
    files_ = std::move(names);
    begin_file();
  }

  void next_file() {
    end_file(true);
    ++file_;
    begin_file();
  }

  Status feed(std::span<const std::byte> chunk) {
    if (!refused_) {
      if (const Status read = decoder_.feed(chunk); !read) refused_ = read.error();
    }
    return refused_ && !several() ? Status(*refused_) : success();
  }

  Result<Dataset> finish(bool fed_to_its_end) {
    end_file(fed_to_its_end);
    if (all_rows() == 0) return *first_error_;
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
  bool several() const { return files_.size() > 1; }
  std::uint64_t all_rows() const { return rows(TableId::delivery) + rows(TableId::clicks); }

  void begin_file() {
    decoder_.begin_file();
    text_.begin_file(file_);
    std::vector<HandedDown> handed_down;
    if (several()) handed_down.push_back({std::string(kSourceFile), Kind::text, files_[file_]});
    walker_.begin_file(std::move(handed_down));
    refused_.reset();
    damage_.reset();
    rows_before_ = all_rows();
  }

  void end_file(bool fed_to_its_end) {
    if (!refused_) {
      Status ended = decoder_.end_file();
      if (ended) ended = text_.end_file(!fed_to_its_end || damage_);
      if (!ended) refused_ = ended.error();
    }
    if (all_rows() > rows_before_) return;
    Error error = no_record();
    if (several()) {
      error.message = "“" + files_[file_] + "” holds no record that could be read: " + error.message;
      warnings_.add(describe(error));
    }
    if (!first_error_) first_error_ = std::move(error);
  }

  void note_damage(Gunzip::Damage damage, std::uint64_t byte) {
    const Place place = text_.end();
    warnings_.add(in_words(damage), place, "Byte " + std::to_string(byte) + " of the compressed file");
    if (damage == Gunzip::Damage::stray_bytes || damage_) return;
    damage_ = {.message = std::string(in_words(damage)), .place = place};
  }

  Error no_record() const {
    if (refused_) return *refused_;
    const std::optional<Error>& fault = text_.first_fault();
    if (damage_ && (!fault || damage_->place->byte_offset <= fault->place->byte_offset)) return *damage_;
    if (fault) return *fault;
    if (!walker_.saw_documents()) return {.message = "The file is empty.", .place = {}};
    return {.message = "The file is JSON, but there is no record of a message or a click in it.",
            .place = {}};
  }

  void find_campaign() {
    const std::string zone_before = std::move(dataset_.campaign.timezone);
    dataset_.stated = walker_.facts().stated();
    if (several()) dataset_.files = files_;
    dataset_.campaign = walker_.facts().campaign();
    dataset_.stated_zones = walker_.facts().zones();
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
  Decoder decoder_{
      {.unpacked = [this](std::span<const std::byte> text) { return text_.feed(text); },
       .damage = [this](Gunzip::Damage damage, std::uint64_t byte) { note_damage(damage, byte); },
       .gap = [this] { return text_.gap(); }}};

  std::vector<std::string> files_;  ///< their names, where there are several
  std::uint32_t file_ = 0;          ///< the one that is read
  std::optional<Error> refused_;    ///< why it is no report
  std::optional<Error> damage_;     ///< where something of its compressed data may be missing first
  std::uint64_t rows_before_ = 0;   ///< of the files before it
  std::optional<Error> first_error_;
};

Reader::Reader(ZoneSource zones, std::size_t window_bytes)
    : impl_(std::make_unique<Impl>(std::move(zones), window_bytes)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

void Reader::expect_files(std::vector<std::string> names) {
  impl_->expect_files(std::move(names));
}
void Reader::next_file() {
  impl_->next_file();
}
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
