// How Walker reads lists whose elements hold lists of records: `"statuses": [{"status": …, "recipients":
// […]}]`.

#include <algorithm>
#include <utility>

#include "ingest/containers.h"
#include "ingest/walker.h"

namespace campaign_lens {

bool Walker::holds_recipients(std::string_view path) {
  return table_by_name(path.substr(path.find_last_of('.') + 1)) == TableId::delivery;
}

// All of the group is looked over first, as it may say something behind its records, too: but for one that is
// damaged or longer than a record may be.
Outcome Walker::enter_group() {
  if (levels_.size() == kMaxNesting) return cursor_->fail(kTooDeep, cursor_->position());
  Survey survey;
  const Outcome outcome = survey_object(*cursor_, SurveyExtent::whole, survey);
  if (outcome == Outcome::incomplete && !last_) return outcome;

  const std::size_t begin = cursor_->token();
  std::vector<HandedDown> facts = facts_of_group(survey);
  cursor_->go_to(begin + 1);
  Level& list = levels_.back();
  list.first = false;
  remember_first_key(begin, list.first_keys);
  in_record_ = false;
  Level group;
  group.path = list.path;
  group.in_group = true;
  group.facts_known = outcome == Outcome::done;
  group.group_path = list.path.size();
  group.handed_before = handed_down_.size();
  group.handed_after = handed_down_.size() + facts.size();
  levels_.push_back(std::move(group));
  std::ranges::move(facts, std::back_inserter(handed_down_));
  return Outcome::done;
}

std::vector<HandedDown> Walker::facts_of_group(const Survey& survey) {
  std::vector<HandedDown> facts;
  for (std::size_t i = 0; i < survey.keys.size(); ++i) {
    const std::string& path = survey.keys[i];
    cursor_->go_to(survey.tokens[i]);
    Scalar value{.kind = Kind::json, .text = "{}"};
    if (cursor_->peek() == '[') {
      if (cursor_->read_json(value.text, kMaxNesting) != Outcome::done) break;
    } else if (cursor_->peek() != '{' && cursor_->read_scalar(value) != Outcome::done) {
      break;
    }
    if (value.kind != Kind::null) facts.push_back({path, value.kind, std::string(value.text)});
  }
  return facts;
}

Outcome Walker::fact_of_group(std::string_view path) {
  const std::size_t position = cursor_->position();
  if (const Outcome outcome = cursor_->skip_value(kMaxNesting); outcome != Outcome::done) return outcome;
  const Level& object = levels_.back();
  const std::string_view name = path.substr(object.group_path == 0 ? 0 : object.group_path + 1);
  if (object.facts_known || std::ranges::find(handed_down_, name, &HandedDown::path) != handed_down_.end())
    return Outcome::done;
  warnings_.add("What a group says behind its records could not be handed down to them.", *window_, position);
  return Outcome::done;
}

void Walker::rename_handed_down(const Survey& record) {
  for (const Level& group : levels_) {
    if (!group.handed_before) continue;
    const std::string prefix = (group.path.empty() ? "group" : group.path) + ".";
    for (std::size_t fact = *group.handed_before; fact < group.handed_after; ++fact) {
      std::string& path = handed_down_[fact].path;
      if (std::ranges::find(record.keys, path) != record.keys.end()) path.insert(0, prefix);
    }
  }
}

}  // namespace campaign_lens
