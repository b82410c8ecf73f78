// How Walker goes on behind damage.

#include <algorithm>

#include "ingest/containers.h"
#include "ingest/walker.h"

namespace campaign_lens {
namespace {

bool contains(const std::vector<std::string>& keys, std::string_view key) {
  return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

SyncHints Walker::sync_hints() const {
  const auto is_field = [this](std::string_view name) {
    return delivery_.has_field(name) || clicks_.has_field(name);
  };
  SyncHints hints;
  hints.is_field = is_field;
  hints.is_list = [is_field](std::string_view name) {
    return usually_holds_records(name) && !is_field(name);
  };
  bool in_list = false;
  for (const Level& level : levels_) {
    in_list |= level.array;
    hints.first_keys.insert(hints.first_keys.end(), level.first_keys.begin(), level.first_keys.end());
  }
  if (levels_.empty()) hints.first_keys = document_keys_;
  if (!in_list && last_list_) {
    hints.first_keys.insert(hints.first_keys.end(), last_list_->first_keys.begin(),
                            last_list_->first_keys.end());
  }
  hints.among_records = levels_.empty() || levels_.back().array;
  if (!hints.among_records) {
    hints.members = SyncHints::Members::anywhere;
  } else if (levels_.size() > 1 && !levels_[levels_.size() - 2].array && !levels_.back().first_keys.empty()) {
    hints.members = SyncHints::Members::behind_bracket;
  }
  return hints;
}

void Walker::resume(const SyncPoint& point) {
  switch (point.kind) {
    case SyncPoint::Kind::record:
      return resume_at_record(point.key);
    case SyncPoint::Kind::member:
      if (levels_.back().array) {
        leave();
      } else {
        closers_unsure_ = true;
      }
      levels_.back().first = true;
      return;
    case SyncPoint::Kind::list:
      leave_all();
      levels_.push_back({});
      closers_unsure_ = true;
      return;
    case SyncPoint::Kind::document:
      leave_all();
      return;
  }
}

void Walker::resume_at_record(std::string_view first_key) {
  const auto list = std::find_if(levels_.rbegin(), levels_.rend(), [&](const Level& level) {
    return level.array && contains(level.first_keys, first_key);
  });
  if (list != levels_.rend()) {
    for (auto inner = list - levels_.rbegin(); inner > 0; --inner)
      leave();
  } else if (levels_.empty() || !levels_.back().array) {
    const bool of_last_list = last_list_ && contains(last_list_->first_keys, first_key);
    if (!of_last_list || (levels_.empty() && contains(document_keys_, first_key))) return;
    levels_.push_back(*last_list_);
    closers_unsure_ = true;
  }
  levels_.back().first = true;
  levels_.back().resumed = true;
}

Outcome Walker::find_list_again() {
  Survey survey;
  const Outcome outcome = survey_object(*cursor_, SurveyExtent::whole, survey);
  if (outcome == Outcome::incomplete && !last_) return outcome;
  Level& list = levels_.back();
  list.resumed = false;
  const auto groups = std::find_if(levels_.rbegin(), levels_.rend(),
                                   [](const Level& level) { return level.elements == Elements::groups; });
  if (survey.is_group() && groups != levels_.rend()) {
    for (auto inner = groups - levels_.rbegin(); inner > 0; --inner)
      leave();
    levels_.back().first = true;
  } else if (list.by_fields && survey.table() && list.by_fields != survey.table()) {
    list.table = list.by_fields = survey.table();
  }
  return Outcome::done;
}

}  // namespace campaign_lens
