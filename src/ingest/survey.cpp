#include "ingest/survey.h"

#include <span>

#include "base/text.h"
#include "ingest/containers.h"
#include "table/roles.h"

namespace campaign_lens {
namespace {

Verdicts::Verdict verdict_of(std::span<const std::string> keys) {
  return {.table = table_by_fields(keys), .of_event = may_be_either(keys), .of_message = name_message(keys)};
}

class Surveyor {
 public:
  Surveyor(Cursor& cursor, SurveyExtent extent, Survey& survey)
      : cursor_(cursor), extent_(extent), survey_(survey) {}

  /// The cursor stands on the brace.
  Outcome object(int depth_left) {
    cursor_.advance();
    const std::size_t parent_length = path_.size();
    for (bool first = true; cursor_.peek() != '}'; first = false) {
      if (!first) {
        if (const Outcome outcome = cursor_.expect(',', "a comma or “}”"); outcome != Outcome::done)
          return outcome;
        if (cursor_.peek() == '}') break;
      }
      std::string_view key;
      if (const Outcome outcome = cursor_.read_string(key); outcome != Outcome::done) return outcome;
      if (depth_left < kMaxNesting - 1) path_ += '.';
      path_ += key;
      path_.resize(bounded(path_, kMaxKeyBytes).size());
      if (const Outcome outcome = cursor_.expect(':', "a colon"); outcome != Outcome::done) return outcome;
      if (const Outcome outcome = value(depth_left); outcome != Outcome::done || found_container_)
        return outcome;
      path_.resize(parent_length);
    }
    cursor_.advance();
    return Outcome::done;
  }

 private:
  Outcome value(int depth_left) {
    if (cursor_.peek() == '{' && cursor_.peek(1) != '}') {
      if (depth_left == 0) return cursor_.fail(kTooDeep, cursor_.position());
      return object(depth_left - 1);
    }
    if (cursor_.peek() != '[') {
      add_field();
      return scalar(depth_left);
    }
    if (const Outcome outcome = list(depth_left); outcome != Outcome::done) return outcome;
    found_container_ = extent_ == SurveyExtent::until_container && survey_.is_container();
    return found_container_ ? Outcome::done : cursor_.skip_value(depth_left);
  }

  Outcome scalar(int depth_left) {
    if (cursor_.peek() != '"' || !is_event_key(path_)) return cursor_.skip_value(depth_left);
    std::string_view text;
    const Outcome outcome = cursor_.read_string(text);
    if (outcome == Outcome::done && (!survey_.event || path_ != kTypeKey)) survey_.event = text;
    return outcome;
  }

  void add_field() {
    survey_.keys.push_back(path_);
    survey_.tokens.push_back(cursor_.token());
  }

  /// Looks at the first element of the list on which the cursor stands; the cursor stays.
  Outcome list(int depth_left) {
    const std::string_view key = std::string_view(path_).substr(path_.find_last_of('.') + 1);
    const bool named = table_by_name(key) == TableId::delivery;
    survey_.has_named_list |= named;
    if (!cursor_.has(1)) return Outcome::incomplete;
    if (cursor_.peek(1) != '{') {
      if (!named) add_field();
      return Outcome::done;
    }
    if (depth_left < 2) return Outcome::done;
    const std::size_t begin = cursor_.token();
    cursor_.advance();
    Survey element;
    const Outcome outcome = survey_object(cursor_, SurveyExtent::whole, element);
    cursor_.go_to(begin);
    survey_.has_recipients |= name_recipient(element.keys) || element.is_group();
    survey_.has_records |= element.table().has_value();
    return outcome;
  }

  Cursor& cursor_;
  SurveyExtent extent_;
  Survey& survey_;
  std::string path_;
  bool found_container_ = false;
};

}  // namespace

bool Survey::is_container() const {
  return has_recipients || ((has_named_list || has_records) && !name_message(keys));
}

bool Survey::is_group() const {
  return (has_recipients || has_named_list || has_records) && !name_recipient(keys) &&
         (has_recipients || has_named_list || !table());
}

std::optional<TableId> Survey::table() const {
  return verdict_of(keys).table_of(*this);
}

std::optional<TableId> Verdicts::Verdict::table_of(const Survey& survey) const {
  if (!of_event) return table;
  return survey.event && speaks_of_click(*survey.event) ? TableId::clicks : TableId::delivery;
}

const Verdicts::Verdict& Verdicts::of(const Survey& survey) {
  constexpr std::size_t kMaxKept = 256;
  const auto known = verdicts_.find(survey.keys);
  if (known != verdicts_.end()) return known->second;
  if (verdicts_.size() == kMaxKept) verdicts_.clear();
  return verdicts_.emplace(survey.keys, verdict_of(survey.keys)).first->second;
}

Outcome survey_object(Cursor& cursor, SurveyExtent extent, Survey& survey) {
  const std::size_t begin = cursor.token();
  const Outcome outcome = Surveyor(cursor, extent, survey).object(kMaxNesting - 1);
  cursor.go_to(begin);
  return outcome;
}

}  // namespace campaign_lens
