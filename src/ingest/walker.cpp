#include "ingest/walker.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ingest/containers.h"

namespace campaign_lens {
namespace {

std::string_view last_part(std::string_view path) {
  return path.substr(path.find_last_of('.') + 1);
}

/// The path of a list, cut short, for a warning.
std::string quoted(std::string_view path) {
  constexpr std::size_t kMostBytes = 100;
  return "“" + std::string(bounded(path, kMostBytes)) + (path.size() > kMostBytes ? "…”" : "”");
}

}  // namespace

void Walker::begin_file(std::vector<HandedDown> handed_down) {
  leave_all();
  handed_down_ = std::move(handed_down);
  last_list_.reset();
  closers_unsure_ = false;
  saw_documents_ = false;
  document_table_.reset();
  document_keys_.clear();
  facts_.begin_file();
}

Outcome Walker::walk(Cursor& cursor, const Window& window, Last last) {
  cursor_ = &cursor;
  window_ = &window;
  while (!cursor.at_end()) {
    const std::size_t before = cursor.token();
    warnings_.begin_step();
    in_record_ = false;
    last_ = last == Last::every_step || (last == Last::first_step && before == 0);
    if (const Outcome outcome = step(); outcome != Outcome::done) {
      cursor.go_to(before);
      warnings_.undo_step();
      return outcome;
    }
  }
  in_record_ = false;
  return Outcome::done;
}

std::size_t Walker::read_alike(std::string_view text) {
  learns_ = true;
  if (levels_.empty()) {
    if (!document_table_ || document_keys_.empty() || closers_unsure_) return 0;
    return records(*document_table_).read_alike(text, '{', document_keys_.back(), handed_down_);
  }
  const Level& list = levels_.back();
  if (list.elements != Elements::records || list.first_keys.empty() || list.by_event) return 0;
  if (list.first || list.resumed) return 0;
  return records(*list.table).read_alike(text, ',', list.first_keys.back(), handed_down_);
}

void Walker::learn_record(TableId table, std::size_t begin) {
  if (!learns_ || warnings_.added_in_step() > 0) return;
  const bool in_list = !levels_.empty();
  if (in_list && (begin == 0 || cursor_->text()[cursor_->position_of(begin - 1)] != ',')) return;
  learns_ = !records(table).learn(*cursor_, in_list ? begin - 1 : begin);
}

Outcome Walker::step() {
  if (levels_.empty()) return document();
  return levels_.back().array ? element() : member();
}

Outcome Walker::document() {
  const char token = cursor_->peek();
  if (token == '{') return object_document();
  if (token == '[') {
    cursor_->advance();
    closers_unsure_ = false;
    saw_documents_ = true;
    enter_array("");
    return Outcome::done;
  }
  if (closers_unsure_ && (token == '}' || token == ']' || token == ',')) {
    cursor_->advance();
    return Outcome::done;
  }
  return cursor_->fail("After the end of the JSON comes “" + cursor_->next_word() + "”.",
                       cursor_->position());
}

Outcome Walker::object_document() {
  const std::size_t begin = cursor_->token();
  in_record_ = true;
  const bool like_last = begins_with_known_key(begin, document_keys_);
  if (like_last && document_table_) {
    const Outcome outcome = read_document(*document_table_, RecordReader::NewFields::refused);
    const bool must_survey = outcome == Outcome::new_field || (outcome == Outcome::incomplete && last_);
    if (!must_survey) return outcome;
    warnings_.undo_step();
    cursor_->go_to(begin);
  }
  Survey survey;
  const Outcome outcome = survey_object(*cursor_, SurveyExtent::until_container, survey);
  const bool container = survey.is_container();
  if (outcome == Outcome::incomplete && !container && !last_) return outcome;
  const Verdicts::Verdict& verdict = verdicts_.of(survey);
  const std::optional<TableId> table = verdict.table_of(survey);
  if (!container && table && verdict.of_message) {
    document_table_ = verdict.of_event ? std::nullopt : table;
    return outcome == Outcome::done ? read_document(*table, RecordReader::NewFields::added) : outcome;
  }
  if (outcome == Outcome::fault && !container && like_last) return outcome;
  cursor_->advance();
  closers_unsure_ = false;
  saw_documents_ = true;
  levels_.push_back({});
  return Outcome::done;
}

Outcome Walker::read_document(TableId table, RecordReader::NewFields new_fields) {
  const std::size_t begin = cursor_->token();
  const Outcome outcome = records(table).read(*cursor_, *window_, warnings_, new_fields, handed_down_);
  if (outcome != Outcome::done) return outcome;
  saw_documents_ = true;
  closers_unsure_ = false;
  remember_first_key(begin, document_keys_);
  learn_record(table, begin);
  return Outcome::done;
}

Outcome Walker::comma_or_end(char end, std::string_view expected, bool& ended) {
  ended = cursor_->peek() == end;
  if (!ended && !levels_.back().first) {
    if (cursor_->peek() == (levels_.back().array ? '{' : '"')) {
      warnings_.add(kMissingComma, *window_, cursor_->position());
      return Outcome::done;
    }
    if (const Outcome outcome = cursor_->expect(',', expected); outcome != Outcome::done) return outcome;
    ended = cursor_->peek() == end;
    if (ended) warnings_.add(kTrailingComma, *window_, cursor_->position());
  }
  if (ended) {
    cursor_->advance();
    leave();
  }
  return Outcome::done;
}

Outcome Walker::member() {
  bool ended = false;
  if (const Outcome outcome = comma_or_end('}', "a comma or “}”", ended); outcome != Outcome::done || ended)
    return outcome;
  const std::size_t level = levels_.size() - 1;
  std::string path = levels_[level].path;
  if (closers_unsure_ && cursor_->peek() == '[') {  // its name is damaged
    cursor_->advance();
    levels_[level].first = false;
    enter_array(std::move(path));
    return Outcome::done;
  }
  const std::size_t position = cursor_->position();
  std::string_view key;
  if (const Outcome outcome = cursor_->read_string(key); outcome != Outcome::done) return outcome;
  if (!path.empty()) path += '.';
  path += bounded(key, kMaxKeyBytes);
  if (key.size() > kMaxKeyBytes) warnings_.add(kLongName, *window_, position);
  if (const Outcome outcome = cursor_->expect(':', "a colon"); outcome != Outcome::done) return outcome;
  if (const Outcome outcome = member_value(std::move(path)); outcome != Outcome::done) return outcome;
  levels_[level].first = false;
  return Outcome::done;
}

Outcome Walker::member_value(std::string path) {
  const bool in_group = levels_.back().in_group;
  const char token = cursor_->peek();
  if (token == '[' && !cursor_->has(1)) return Outcome::incomplete;
  const bool list = token == '[' && (cursor_->peek(1) == '{' || (in_group && holds_recipients(path)));
  if (list || token == '{') {
    if (levels_.size() == kMaxNesting) return cursor_->fail(kTooDeep, cursor_->position());
    cursor_->advance();
    if (list) {
      enter_array(std::move(path));
    } else {
      enter_object(std::move(path));
    }
    return Outcome::done;
  }
  if (in_group) return fact_of_group(path);
  if (token == '[') return list_of_scalars(path);
  const std::size_t position = cursor_->position();
  Scalar value;
  if (const Outcome outcome = cursor_->read_scalar(value); outcome != Outcome::done) return outcome;
  facts_.add(path, value, *window_, position);
  return Outcome::done;
}

Outcome Walker::list_of_scalars(const std::string& path) {
  const std::size_t position = cursor_->position();
  std::string_view json;
  if (const Outcome outcome = cursor_->read_json(json, kMaxNesting); outcome != Outcome::done) return outcome;
  if (json.size() > 2) facts_.add(path, {Kind::json, json}, *window_, position);
  return Outcome::done;
}

void Walker::enter_object(std::string path) {
  Level object;
  object.path = std::move(path);
  object.in_group = levels_.back().in_group;
  object.facts_known = levels_.back().facts_known;
  object.group_path = levels_.back().group_path;
  levels_.push_back(std::move(object));
}

void Walker::enter_array(std::string path) {
  Level array;
  array.array = true;
  array.path = std::move(path);
  levels_.push_back(std::move(array));
}

void Walker::leave() {
  Level& level = levels_.back();
  if (level.handed_before) handed_down_.resize(*level.handed_before);
  if (level.elements == Elements::records) last_list_ = std::move(level);
  levels_.pop_back();
  if (levels_.empty()) facts_.end_document();
}

void Walker::leave_all() {
  while (!levels_.empty())
    leave();
}

Outcome Walker::element() {
  bool ended = false;
  if (const Outcome outcome = comma_or_end(']', "a comma or “]”", ended); outcome != Outcome::done || ended)
    return outcome;
  if (cursor_->at_end()) return Outcome::incomplete;
  return cursor_->peek() == '{' ? object_element() : other_element();
}

Outcome Walker::object_element() {
  in_record_ = true;
  if (levels_.back().resumed) {
    if (const Outcome outcome = find_list_again(); outcome != Outcome::done) return outcome;
  }
  Level& list = levels_.back();
  if (list.elements == Elements::unknown) {
    if (const Outcome outcome = find_elements(list); outcome != Outcome::done) return outcome;
  }
  if (list.elements == Elements::groups) return enter_group();
  if (list.elements == Elements::records) {
    if (const Outcome outcome = read_record(list); outcome != Outcome::done) return outcome;
  } else {
    const std::size_t position = cursor_->position();
    if (const Outcome outcome = cursor_->skip_value(kMaxNesting); outcome != Outcome::done) return outcome;
    warnings_.add("An object that is neither a message nor a click was passed over.", *window_, position,
                  list.path.empty() ? std::string() : "It stands in " + quoted(list.path) + ".");
  }
  list.first = false;
  return Outcome::done;
}

Outcome Walker::other_element() {
  Level& list = levels_.back();
  if (cursor_->peek() == '[' && !cursor_->has(1)) return Outcome::incomplete;
  if (cursor_->peek() == '[' && cursor_->peek(1) == '{' && levels_.size() < kMaxNesting) {
    cursor_->advance();
    list.first = false;
    enter_array(list.path);
    return Outcome::done;
  }
  const bool in_group = levels_.size() > 1 && levels_[levels_.size() - 2].in_group;
  const char token = cursor_->peek();
  if (in_group && token != '[' && holds_recipients(list.path)) {
    const Outcome outcome =
        records(TableId::delivery)
            .read_scalar(*cursor_, *window_, warnings_, last_part(list.path), handed_down_);
    if (outcome != Outcome::done) return outcome;
  } else {
    const std::size_t position = cursor_->position();
    if (const Outcome outcome = cursor_->skip_value(kMaxNesting); outcome != Outcome::done) return outcome;
    warnings_.add("A value that stands among the records is none and was passed over.", *window_, position);
  }
  list.first = false;
  return Outcome::done;
}

Outcome Walker::find_elements(Level& list) {
  Survey survey;
  const Outcome outcome = survey_object(*cursor_, SurveyExtent::whole, survey);
  const bool group = survey.is_group();
  if (group && (outcome != Outcome::incomplete || last_)) {
    list.elements = Elements::groups;
    return Outcome::done;
  }
  if (outcome != Outcome::done) return outcome;
  const std::string_view name = last_part(list.path);
  const std::optional<TableId> by_name = table_by_name(name);
  list.by_fields = survey.table();
  list.table = by_name ? by_name : list.by_fields;
  if (!list.table && usually_holds_records(name)) list.table = TableId::delivery;
  list.elements = list.table ? Elements::records : Elements::others;
  list.routed = !by_name;
  list.by_event = !by_name && verdicts_.of(survey).of_event;
  if (list.table) {
    rename_handed_down(survey);
    note_list(list);
  }
  return Outcome::done;
}

void Walker::note_list(const Level& list) {
  std::optional<std::string>& first = first_lists_[static_cast<std::size_t>(*list.table)];
  if (!first) first = list.path;
  if (list.path == *first) return;
  warnings_.add("Records of several lists stand in one table: the same message may count twice.", *window_,
                cursor_->position(), quoted(list.path) + " beside " + quoted(*first) + ".");
}

// Most records are read at once. One with a new field is looked over first: it may be damaged, and must not
// leave a column behind then; and it may belong to the other table.
Outcome Walker::read_record(Level& list) {
  const std::size_t begin = cursor_->token();
  const std::size_t warnings = warnings_.added_in_step();
  Outcome outcome = Outcome::new_field;
  TableId read_into = *list.table;
  if (!list.by_event) {
    outcome = records(*list.table)
                  .read(*cursor_, *window_, warnings_, RecordReader::NewFields::refused, handed_down_);
  }
  if (outcome == Outcome::new_field) {
    warnings_.undo_step(warnings);
    cursor_->go_to(begin);
    Survey survey;
    outcome = survey_object(*cursor_, SurveyExtent::whole, survey);
    if (outcome != Outcome::done) return outcome;
    const Verdicts::Verdict& verdict = verdicts_.of(survey);
    list.by_event |= list.routed && verdict.of_event;
    if (list.routed) read_into = verdict.table_of(survey).value_or(read_into);
    outcome =
        records(read_into).read(*cursor_, *window_, warnings_, RecordReader::NewFields::added, handed_down_);
  }
  if (outcome == Outcome::done) {
    remember_first_key(begin, list.first_keys);
    learn_record(read_into, begin);
  }
  return outcome;
}

bool Walker::begins_with_known_key(std::size_t record, const std::vector<std::string>& keys) const {
  if (keys.empty() || record + 1 >= cursor_->tokens()) return false;
  const std::string_view rest = cursor_->text().substr(cursor_->position_of(record + 1));
  const std::string& key = keys.back();
  return rest.size() > key.size() + 1 && rest.front() == '"' && rest[key.size() + 1] == '"' &&
         rest.substr(1).starts_with(key);
}

void Walker::remember_first_key(std::size_t record, std::vector<std::string>& keys) const {
  constexpr std::size_t kMaxFirstKeys = 16;
  if (begins_with_known_key(record, keys) || record + 2 >= cursor_->tokens()) return;
  const std::size_t quote = cursor_->position_of(record + 1);
  if (cursor_->text()[quote] != '"') return;  // an empty object
  const std::size_t colon = cursor_->position_of(record + 2);
  const std::size_t end = cursor_->text().find_last_of('"', colon);
  const std::string_view key = cursor_->text().substr(quote + 1, end - quote - 1);
  const auto known = std::ranges::find(keys, key);
  if (known != keys.end()) {
    std::rotate(known, known + 1, keys.end());
    return;
  }
  if (keys.size() == kMaxFirstKeys) keys.erase(keys.begin());
  keys.emplace_back(key);
}

}  // namespace campaign_lens
