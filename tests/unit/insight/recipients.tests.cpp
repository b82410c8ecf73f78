#include "insight/recipients.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <map>
#include <random>
#include <set>
#include <string>

#include "insight/phone_number.h"
#include "reports.h"
#include "table/digits_shape.h"

namespace campaign_lens {

namespace {

std::vector<std::uint32_t> recipients_of(const std::vector<std::string_view>& numbers) {
  std::vector<std::vector<std::string_view>> rows = {{"number", "status"}};
  for (const std::string_view number : numbers)
    rows.push_back({number, "Success"});
  const Dataset dataset = report(rows);
  const Recipients recipients = Recipients::of(dataset.delivery, dataset.clicks).result();
  const auto of_rows = recipients.of_rows(TableId::delivery);
  return {of_rows.begin(), of_rows.end()};
}

}  // namespace

TEST_CASE("A number is one recipient's however it is written") {
  const auto ids = recipients_of({"+966500000001", "00966500000001", "966500000001", "+966 50-000 (0001)",
                                  "0500000001", "500000001", "٠٥٠٠٠٠٠٠٠١", "\u202A+966500000001\u202C",
                                  "whatsapp:+966500000001", "tel:+966.50.000.0001", "+966500000002"});
  CHECK(ids == std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
}

TEST_CASE("National numbers are of the country that most recipients have") {
  const Dataset dataset = report({{"number", "status"},
                                  {"+966500000001", "a"},
                                  {"+966500000002", "a"},
                                  {"+971500000001", "a"},
                                  {"0500000002", "a"},
                                  {"0500000003", "a"}});
  const Recipients recipients = Recipients::of(dataset.delivery, dataset.clicks).result();
  CHECK(country_at(recipients.home()).iso == "SA");
  const auto ids = recipients.of_rows(TableId::delivery);
  CHECK(ids[3] == ids[1]);
  CHECK(country_at(recipients.country(ids[4])).iso == "SA");
}

TEST_CASE("Ten bare digits are a number at home where there are such, else one with its country's code") {
  const auto country_of_ten = [](std::string_view at_home) {
    const Dataset dataset = report({{"number", "status"}, {at_home, "a"}, {"9613123456", "a"}});
    const Recipients recipients = Recipients::of(dataset.delivery, dataset.clicks).result();
    return country_at(recipients.country(recipients.of_rows(TableId::delivery)[1])).iso;
  };
  CHECK(country_of_ten("+919812345678") == "IN");
  CHECK(country_of_ten("+971501234567") == "LB");
  CHECK(country_of_ten("+96550123456") == "LB");
  CHECK(recipients_of({"+97433123456", "+97433123457", "9613123456", "+961 3 123 456", "03123456"}) ==
        std::vector<std::uint32_t>{0, 1, 2, 2, 3});
}

TEST_CASE("Where no number tells a country, national ones are recipients without one") {
  const Dataset dataset =
      report({{"number", "status"}, {"0500000001", "a"}, {"500000001", "a"}, {"0500000002", "a"}});
  const Recipients recipients = Recipients::of(dataset.delivery, dataset.clicks).result();
  CHECK(recipients.home() == kNoCountry);
  const auto ids = recipients.of_rows(TableId::delivery);
  CHECK(ids[0] == ids[1]);
  CHECK(ids[0] != ids[2]);
  CHECK(recipients.country(ids[0]) == kNoCountry);
}

TEST_CASE("What is no number is a recipient by its text, and a blank is none") {
  CHECK(recipients_of({"omar@example.com", "Omar@example.com", "omar@example.com", "",
                       "+966500000001 ext. 7"}) == std::vector<std::uint32_t>{0, 1, 0, Recipients::kNone, 2});
}

TEST_CASE("Clicks and messages of one recipient share its id") {
  const Dataset dataset = report({{"number", "status"}, {"+966500000001", "a"}, {"+966500000002", "a"}},
                                 {{"number", "url"}, {"0500000002", "x"}, {"+966500000009", "x"}});
  const Recipients recipients = Recipients::of(dataset.delivery, dataset.clicks).result();
  const auto of_messages = recipients.of_rows(TableId::delivery);
  const auto of_clicks = recipients.of_rows(TableId::clicks);
  CHECK(of_clicks[0] == of_messages[1]);
  CHECK(of_clicks[1] != of_messages[0]);
  CHECK(recipients.size() == 3);
}

TEST_CASE("Recipients are told apart whether their numbers are near each other or not") {
  struct Plan {
    std::string_view name;
    std::uint64_t step;  ///< from one recipient's number to the next one's
    unsigned ways = 1;   ///< in which numbers are written
  };
  const auto plan = GENERATE(Plan{"one behind the other", 1}, Plan{"some apart", 97},
                             Plan{"far from each other", 1'000'003}, Plan{"near, written in all ways", 3, 5},
                             Plan{"far, written in all ways", 1'000'003, 5});
  INFO(plan.name);
  constexpr std::uint64_t kPeople = 20'000, kNumbers = 100'000'000;
  constexpr std::uint32_t kMessages = 70'000, kClicks = 9'000;
  std::mt19937 random(11);
  const auto fill_table = [&](TableId id, Table& table, std::uint32_t rows) {
    std::vector<std::uint64_t> people;
    TableBuilder builder(id, table);
    const int number = builder.column("number"),
              other = builder.column(id == TableId::clicks ? "url" : "status");
    for (std::uint32_t row = 0; row < rows; ++row) {
      const std::uint64_t person = random() % kPeople;
      const std::string national = std::to_string(500'000'000 + person * plan.step % kNumbers);
      // In the first rows, so that the country is known; a tenth of the people have no number but a name.
      switch (person % 10 == 0 ? 99 : row < kPeople ? 0 : random() % plan.ways) {
        case 0:
          builder.set(number, Kind::text, "+966" + national);
          break;
        case 1:
          builder.set(number, Kind::text, "00966" + national);
          break;
        case 2:
          builder.set(number, Kind::text, "0" + national);
          break;
        case 3:
          builder.set(number, Kind::text, national);
          break;
        case 4:
          builder.set(number, Kind::number, "966" + national);
          break;
        default:
          builder.set(number, Kind::text, "customer " + std::to_string(person));
      }
      builder.set(other, Kind::text, "x");
      builder.end_row();
      people.push_back(person);
    }
    builder.finish();
    return people;
  };
  Dataset dataset;
  const std::vector<std::uint64_t> messages = fill_table(TableId::delivery, dataset.delivery, kMessages);
  const std::vector<std::uint64_t> clicks = fill_table(TableId::clicks, dataset.clicks, kClicks);

  const Recipients recipients = Recipients::of(dataset.delivery, dataset.clicks).result();
  std::map<std::uint64_t, std::uint32_t> of_people;
  std::set<std::uint32_t> known;
  std::size_t mistaken = 0;
  const auto check = [&](const std::vector<std::uint64_t>& people, TableId id) {
    for (std::size_t row = 0; row < people.size(); ++row) {
      const std::uint32_t recipient = recipients.of_rows(id)[row];
      mistaken += of_people.try_emplace(people[row], recipient).first->second != recipient ? 1 : 0;
      mistaken += (recipients.country(recipient) == kNoCountry) != (people[row] % 10 == 0) ? 1 : 0;
      known.insert(recipient);
    }
  };
  check(clicks, TableId::clicks);
  CHECK(recipients.clickers() == of_people.size());
  CHECK(*known.rbegin() == recipients.clickers() - 1);
  check(messages, TableId::delivery);
  CHECK(mistaken == 0);
  CHECK(known.size() == of_people.size());
  CHECK(recipients.size() == of_people.size());
}

TEST_CASE("Numbers are recipients past the first row group and in every encoding of their column") {
  Dataset dataset;
  TableBuilder builder(TableId::delivery, dataset.delivery);
  const int number = builder.column("number");
  constexpr std::uint32_t kRows = 2 * kRowGroupRows + 10;
  for (std::uint32_t row = 0; row < kRows; ++row) {
    // Digits of one shape, then names, then codes of a few values.
    const std::string digits = std::to_string(966'500'000'000 + row % 1'000);
    builder.set(number, Kind::text,
                row < kRowGroupRows       ? "+" + digits
                : row < 2 * kRowGroupRows ? "customer " + std::to_string(row)
                                          : "00" + digits);
    builder.end_row();
  }
  builder.finish();
  const Recipients recipients = Recipients::of(dataset.delivery, {}).result();
  CHECK(recipients.size() == 1'000 + kRowGroupRows);
  const auto ids = recipients.of_rows(TableId::delivery);
  for (std::uint32_t row = 2 * kRowGroupRows; row < kRows; ++row)
    CHECK(ids[row] == row % 1'000);
}

TEST_CASE("A number is read from its column's shape as from its text") {
  const std::vector<std::string> prefixes = {"",   "+",    "+966",  "00966", "0",   "00",
                                             "0-", "tel:", "tel:+", "a",     "12-", "(0)"};
  for (const std::string& prefix : prefixes) {
    for (const std::string suffix : {"", " ", "tel:", "+", " 5", "x"}) {
      for (const std::string digits : {"5", "0", "000", "500000001", "966500000001", "00966500000001",
                                       "0500000001", "12345678901", "01234567890"}) {
        const std::string text = prefix + digits + suffix;
        const auto shape = DigitsShape::of({Kind::text, text});
        std::uint64_t slot = 0;
        if (!shape || !shape->read({Kind::text, text}, slot)) continue;
        const auto phone = PhoneShape::of(*shape);
        INFO(text);
        if (phone) CHECK(phone->number(slot) == phone_number(text));
        if (phone && phone->one_form()) {
          CHECK(phone->number(slot).form == phone->number(0).form);
          CHECK(phone->number(slot).digits == phone->number(0).digits + slot);
        }
        // What people write is read by its shape.
        if (suffix.empty() && (prefix.empty() || prefix == "+")) CHECK(phone.has_value());
      }
    }
  }
}

}  // namespace campaign_lens
