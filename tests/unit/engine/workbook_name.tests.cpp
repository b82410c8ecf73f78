#include "engine/workbook_name.h"

#include <catch2/catch_test_macros.hpp>

namespace campaign_lens {

namespace {

std::string name_for(std::string campaign) {
  messages::ReportSummary summary;
  summary.campaign_name = std::move(campaign);
  summary.file_name = "report.json";
  return workbook_name(summary);
}

}  // namespace

TEST_CASE("A workbook is named after its campaign, Arabic letters kept") {
  CHECK(name_for("Ramadan offer") == "Ramadan offer.xlsx");
  CHECK(name_for("عرض رمضان ٢٠٢٦") == "عرض رمضان ٢٠٢٦.xlsx");
  CHECK(name_for("report.json") == "report.xlsx");
}

TEST_CASE("What a file's name cannot hold is left out") {
  CHECK(name_for("a/b\\c:d*e?f\"g<h>i|j\nk") == "a b c d e f g h i j k.xlsx");
  CHECK(name_for("../../etc/passwd") == "etc passwd.xlsx");
  CHECK(name_for("evil\u202Excod") == "evil xcod.xlsx");
  CHECK(name_for(" . hidden . ") == "hidden.xlsx");
  CHECK(name_for("bad \xFF byte") == "bad \uFFFD byte.xlsx");
}

TEST_CASE("There is always a name, and never a device's") {
  CHECK(name_for("///") == "Campaign report.xlsx");
  CHECK(name_for("") == "Campaign report.xlsx");
  CHECK(name_for("con") == "Campaign con.xlsx");
  CHECK(name_for("LPT1.txt") == "Campaign LPT1.txt.xlsx");
  CHECK(name_for("console") == "console.xlsx");
}

TEST_CASE("A long name is cut between characters") {
  std::string campaign;
  for (int i = 0; i < 200; ++i)
    campaign += "ش";
  const std::string name = name_for(campaign);
  CHECK(name.size() <= 120);
  CHECK(name.ends_with("ش.xlsx"));
}

}  // namespace campaign_lens
