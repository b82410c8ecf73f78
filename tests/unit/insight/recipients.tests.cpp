#include "insight/recipients.h"

#include <catch2/catch_test_macros.hpp>
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
  CHECK(recipients_of({"+97433123456", "9613123456", "+961 3 123 456", "03123456"}) ==
        std::vector<std::uint32_t>{0, 1, 1, 2});
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
  CHECK(recipients.of_rows(TableId::clicks)[0] == 1);
  CHECK(recipients.of_rows(TableId::clicks)[1] == 2);
  CHECK(recipients.size() == 3);
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
        // What people write is read by its shape.
        if (suffix.empty() && (prefix.empty() || prefix == "+")) CHECK(phone.has_value());
      }
    }
  }
}

}  // namespace campaign_lens
