#include "table/column.h"

#include <algorithm>
#include <string>
#include <utility>

namespace campaign_lens {
namespace {

ParsedTime moment_of(Cell cell, const TimeZone& zone) {
  ParsedTime moment{.us = kNoTime};
  if (!cell.blank() && cell.kind != Kind::json) moment = parse_time(cell.text).value_or(moment);
  if (moment.naive) moment.us = zone.to_utc(moment.us);
  return moment;
}

}  // namespace

Column::Column(std::string_view key, Role role_by_key, std::size_t empty_groups)
    : role_by_key_(role_by_key),
      groups_(empty_groups),
      dictionary_(std::make_shared<const Dictionary>()),
      understood_(empty_groups) {
  info_.key = key;
}

void Column::put_group(std::size_t index, ColumnGroup group, std::shared_ptr<const Dictionary> dictionary) {
  groups_.resize(index);
  understood_.resize(index);
  if (time_reading_.group >= index) time_reading_ = {};
  if (dictionary_ != dictionary) {
    dictionary_ = std::move(dictionary);
    code_times_.clear();
    code_is_naive_.clear();
  }
  groups_.push_back(std::move(group));
  understood_.push_back({.written = how_written(groups_.back(), *dictionary_), .times = {}});
}

void Column::interpret(Role role, std::shared_ptr<const TimeZone> zone) {
  info_.role = role;
  info_.title = role == Role::none ? info_.key : std::string(role_title(role));
  Written written;
  for (const Understood& group : understood_)
    written.add(group.written);
  for (std::size_t group = 0; time_reading_.empty() && group < groups_.size(); ++group) {
    if (understood_[group].written.values() != 0) {
      time_reading_ = read_as_times(groups_[group], *dictionary_);
      time_reading_.group = group;
    }
  }
  info_.type = find_type(info_, written, time_reading_);

  if (info_.type != Type::time || zone_ != zone) {
    code_times_.clear();
    code_is_naive_.clear();
    for (Understood& group : understood_)
      group = {.written = group.written, .times = {}};
  }
  zone_ = std::move(zone);
  if (info_.type == Type::time) find_times();
}

void Column::find_times() {
  for (auto code = static_cast<std::uint32_t>(code_times_.size()); code < dictionary_->size(); ++code) {
    const ParsedTime moment = moment_of(dictionary_->cell(code), *zone_);
    code_times_.push_back(moment.us);
    code_is_naive_.push_back(moment.naive ? 1 : 0);
  }
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    Understood& group = understood_[i];
    if (std::exchange(group.timed, true)) continue;
    const std::vector<std::uint32_t> rows = rows_by_code(groups_[i], *dictionary_);
    for (std::size_t code = 0; code < rows.size(); ++code)
      group.naive_times += code_is_naive_[code] != 0 ? rows[code] : 0;
    if (const auto* const times = std::get_if<TimesGroup>(&groups_[i])) {
      group.naive_times += times->shape.naive ? times->slots.numbers() : 0;
    } else if (const auto* const digits = std::get_if<DigitsGroup>(&groups_[i])) {
      digits->slots.for_each([&](std::size_t, Slot slot) {
        group.naive_times += !holds_code(slot) && digits->shape.moment(slot).naive ? 1 : 0;
      });
    } else if (const auto* const texts = std::get_if<TextsGroup>(&groups_[i])) {
      group.times.reserve(texts->ends.size());
      for (std::uint32_t row = 0; row < texts->ends.size(); ++row) {
        const ParsedTime moment = moment_of(texts->cell(row), *zone_);
        group.times.push_back(moment.us);
        group.naive_times += moment.naive ? 1 : 0;
      }
    }
  }
}

std::uint64_t Column::naive_times() const {
  std::uint64_t rows = 0;
  for (const Understood& group : understood_)
    rows += group.naive_times;
  return rows;
}

std::uint64_t Column::filled() const {
  std::uint64_t rows = 0;
  for (const Understood& group : understood_)
    rows += group.written.values();
  return rows;
}

std::size_t Column::heap_bytes() const {
  std::size_t bytes = dictionary_->heap_bytes() + code_times_.capacity() * sizeof(TimeUs) +
                      code_is_naive_.capacity() + groups_.capacity() * sizeof(ColumnGroup) +
                      understood_.capacity() * sizeof(Understood);
  for (const ColumnGroup& group : groups_)
    bytes += campaign_lens::heap_bytes(group);
  for (const Understood& group : understood_)
    bytes += group.times.capacity() * sizeof(TimeUs);
  return bytes;
}

}  // namespace campaign_lens
