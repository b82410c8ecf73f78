#include "ingest/record_layout.h"

#include <algorithm>
#include <utility>

namespace campaign_lens {
namespace {

/// More ways on from a value than this are no pattern.
constexpr std::size_t kMostSteps = 8;
constexpr std::size_t kMostLeadBytes = 512;

std::size_t end_of_token(const Cursor& cursor, std::size_t token) {
  std::size_t end = cursor.position_of(token + 1);
  while (static_cast<unsigned char>(cursor.text()[end - 1]) <= ' ')
    --end;
  return end;
}

}  // namespace

bool RecordLayout::learn(const Cursor& cursor, std::size_t begin, TableBuilder& table) {
  std::vector<Learned> learned;
  std::string_view first_key;
  if (!note(cursor, begin, table, learned, first_key)) return false;
  if (first_key != first_key_ && !steps_.empty()) steps_.front().clear();
  first_key_ = first_key;
  return std::ranges::all_of(learned, [&](Learned& step) { return add(std::move(step)); });
}

/// The steps of a record whose grammar is known to be right.
bool RecordLayout::note(const Cursor& cursor, std::size_t begin, TableBuilder& table,
                        std::vector<Learned>& steps, std::string_view& first_key) const {
  const std::string_view text = cursor.text();
  const auto lead = [&](std::size_t from, std::size_t to) {
    return KnownBytes(text.substr(from, to - from));
  };
  std::size_t lead_begin = cursor.position_of(begin);
  int from = Step::kEnd;
  std::string path;
  std::vector<std::size_t> path_ends;  // of the objects that are open
  bool behind_colon = false;
  for (std::size_t token = begin; token < cursor.tokens(); ++token) {
    const std::size_t position = cursor.position_of(token);
    if (position - lead_begin >= kMostLeadBytes) return false;
    switch (text[position]) {
      case '{':
        if (text[cursor.position_of(token + 1)] == '}') return false;
        path_ends.push_back(path.size());
        behind_colon = false;
        continue;
      case '}':
        path_ends.pop_back();
        if (path_ends.empty()) {
          steps.push_back({from, {.lead = lead(lead_begin, position + 1)}});
          return true;
        }
        continue;
      case '[':
        return false;
      case ',':
        continue;
      case ':':
        behind_colon = true;
        continue;
      default:
        break;
    }
    const bool quoted = text[position] == '"';
    const std::size_t end = end_of_token(cursor, token);
    if (!behind_colon) {
      const std::string_view key = text.substr(position + 1, end - position - 2);
      if (first_key.empty()) first_key = key;
      if (key.empty() || key.find_first_of(".\\") != std::string_view::npos) return false;
      path.resize(path_ends.back());
      if (!path.empty()) path += '.';
      path += key;
      if (path.size() > kMaxKeyBytes) return false;
      continue;
    }
    behind_colon = false;
    const int column = table.column(path);
    if (column < 0) return false;
    steps.push_back(
        {from, {.lead = lead(lead_begin, position + (quoted ? 1 : 0)), .column = column, .quoted = quoted}});
    from = column;
    lead_begin = quoted ? end - 1 : end;
  }
  return false;
}

bool RecordLayout::add(Learned learned) {
  const auto place = static_cast<std::size_t>(std::ptrdiff_t{learned.from} + 1);
  if (place >= steps_.size()) steps_.resize(place + 1);
  std::vector<Step>& steps = steps_[place];
  const bool known = std::ranges::any_of(
      steps, [&](const Step& step) { return step.lead.text() == learned.step.lead.text(); });
  if (known) return true;
  if (steps.size() == kMostSteps) return false;
  steps.push_back(std::move(learned.step));
  return true;
}

}  // namespace campaign_lens
