#include "xlsx/row_writer.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <utility>

namespace campaign_lens {

namespace {

using messages::RowBatch;
using Form = RowBatch::Form;

std::string letters_of(std::size_t column) {
  std::string letters;
  for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters;
}

std::string styled(int style) {
  return style == 0 ? std::string("\"") : "\" s=\"" + std::to_string(style) + "\"";
}

/// At most 20 bytes.
char* write_number(char* to, std::uint64_t number) {
  return std::to_chars(to, to + 20, number).ptr;
}

/// Days since 1899-12-30, which is what a workbook counts, with as many digits as a double has there.
char* write_days(char* to, TimeUs wall_clock) {
  constexpr TimeUs kDay = 86'400'000'000, kDaysTo1970 = 25'569;
  constexpr std::size_t kDigits = 11;
  const TimeUs since_1899 = std::max<TimeUs>(wall_clock + kDaysTo1970 * kDay, 0);
  to = write_number(to, static_cast<std::uint64_t>(since_1899 / kDay));
  // In units of the last digit, 10^11 a day, rounded; a microsecond less than a day is still less than that.
  std::uint64_t fraction = (static_cast<std::uint64_t>(since_1899 % kDay) * 1'000 + 432) / 864;
  if (fraction == 0) return to;
  *to = '.';
  for (char* digit = to + kDigits; digit > to; --digit, fraction /= 10)
    *digit = static_cast<char>('0' + fraction % 10);
  to += kDigits;
  while (*to == '0')
    --to;
  return to + 1;
}

}  // namespace

RowWriter::Markup::Markup(std::string_view markup) : size(markup.size()) {
  assert(markup.size() <= kBytes);
  std::ranges::copy(markup, text.begin());
}

RowWriter::RowWriter(std::size_t columns, CellStyles styles, SharedStrings& strings, Losses& losses)
    : columns_(columns),
      row_begin_("<row r=\""),
      row_open_end_("\">"),
      row_end_("</row>"),
      text_begin_(styled(styles.text) + " t=\"inlineStr\"><is><t>"),
      spaced_text_begin_(styled(styles.text) + R"( t="inlineStr"><is><t xml:space="preserve">)"),
      text_end_("</t></is></c>"),
      number_begin_("\"><v>"),
      boolean_begin_(R"(" t="b"><v>)"),
      shared_begin_(styled(styles.text) + " t=\"s\"><v>"),
      time_begin_(styled(styles.time) + "><v>"),
      exact_time_begin_(styled(styles.exact_time) + "><v>"),
      value_end_("</v></c>"),
      strings_(&strings),
      losses_(&losses) {
  for (std::size_t i = 0; i < columns; ++i)
    columns_[i].reference = Markup("<c r=\"" + letters_of(i));
}

void RowWriter::begin(const RowBatch& batch) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    Column& column = columns_[i];
    column.values = &batch.columns[i];
    column.repeated.clear();
    for (std::uint32_t value = 0; value < column.values->codes.size(); ++value)
      column.repeated.push_back(repeated_value(column, value));
  }
}

std::string RowWriter::repeated_value(Column& column, std::uint32_t value) {
  const RowBatch::Column& values = *column.values;
  if (const std::uint32_t code = values.codes[value]; code >= column.place_of_code.size()) {
    column.place_of_code.resize(code + 1);
    column.string_of_code.resize(code + 1);
  }
  if (values.forms[value] == Form::text) return std::to_string(shared_index(column, value));
  return std::string(value_of(values, value));
}

std::uint32_t RowWriter::shared_index(Column& column, std::uint32_t value) {
  const RowBatch::Column& values = *column.values;
  const CellText text = cell_text(values.text(value));
  if (text.cut || text.replaced)
    losses_->add(text, static_cast<std::uint64_t>(std::ranges::count(values.rows, value)));
  std::uint32_t& index = column.string_of_code[values.codes[value]];
  if (index == 0) index = strings_->add(text.text) + 1;
  return index - 1;
}

void RowWriter::write(std::uint32_t row_of_batch, std::uint32_t number, GuidedDeflate& xml) {
  Markup digits;
  digits.size = static_cast<std::size_t>(write_number(digits.text.data(), number) - digits.text.data());
  xml.begin_like(std::exchange(row_above_.reference, xml.position()));
  row_begin_.write(xml);
  xml.begin_like(std::exchange(row_above_.number, xml.position()));
  digits.write(xml);
  xml.begin_like(std::exchange(row_above_.markup, xml.position()));
  row_open_end_.write(xml);
  Position number_before = row_above_.number;
  for (Column& column : columns_) {
    const RowBatch::Column& values = *column.values;
    const std::uint32_t value = values.codes.empty() ? row_of_batch : values.rows[row_of_batch];
    if (values.forms[value] == Form::blank) continue;
    write_cell(column, value, digits, number_before, xml);
    number_before = column.above.number;
  }
  xml.begin_like(std::exchange(row_above_.end, xml.position()));
  row_end_.write(xml);
}

void RowWriter::write_cell(Column& column, std::uint32_t value, const Markup& number, Position number_before,
                           GuidedDeflate& xml) {
  const RowBatch::Column& values = *column.values;
  const bool repeated = !values.codes.empty();
  const std::string_view written = repeated ? column.repeated[value] : value_of(values, value);
  const Position here = xml.position();
  Parts& above = column.above;
  xml.begin_like(std::exchange(above.reference, here));
  column.reference.write(xml);
  // The number of the row is the same in all of its cells, and mostly what follows it.
  above.number = xml.position();
  xml.begin_like(number_before);
  number.write(xml);
  xml.begin_like(std::exchange(above.markup, xml.position()));
  markup_of(values, value, written).write(xml);
  Position like = std::exchange(above.value, xml.position());
  if (repeated) {
    const Position last = std::exchange(column.place_of_code[values.codes[value]], above.value);
    if (xml.reaches(last)) like = last;
  }
  xml.begin_like(like);
  xml.append(written);
  xml.begin_like(std::exchange(above.end, xml.position()));
  (values.forms[value] == Form::text && !repeated ? text_end_ : value_end_).write(xml);
}

std::string_view RowWriter::value_of(const RowBatch::Column& values, std::uint32_t value) {
  switch (values.forms[value]) {
    case Form::blank:
      break;
    case Form::text: {
      if (is_plain_xml(values.text(value))) return values.text(value);
      const CellText text = cell_text(values.text(value));
      losses_->add(text);
      escaped_ = escaped_xml(text.text);
      return escaped_;
    }
    case Form::number:
      return values.text(value);
    case Form::time:
      return {digits_.data(), write_days(digits_.data(), values.times[value])};
    case Form::boolean:
      return values.text(value) == "true" ? "1" : "0";
  }
  return {};
}

const RowWriter::Markup& RowWriter::markup_of(const RowBatch::Column& values, std::uint32_t value,
                                              std::string_view written) const {
  constexpr TimeUs kSecond = 1'000'000;
  switch (values.forms[value]) {
    case Form::blank:
    case Form::number:
      break;
    case Form::text:
      if (!values.codes.empty()) return shared_begin_;
      return has_outer_space(written) ? spaced_text_begin_ : text_begin_;
    case Form::time:
      return values.times[value] % kSecond == 0 ? time_begin_ : exact_time_begin_;
    case Form::boolean:
      return boolean_begin_;
  }
  return number_begin_;
}

}  // namespace campaign_lens
