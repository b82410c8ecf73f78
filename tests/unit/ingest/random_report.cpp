#include "random_report.h"

#include <algorithm>
#include <utility>

namespace campaign_lens {
namespace {

std::string random_value(Dice& dice, int depth) {
  const std::size_t kind = dice.below(depth == 0 ? 6 : 9);
  if (kind < 3) {
    return dice.pick({R"("")", R"("Success")", R"("نورة")", R"("a\n\"b\\")", R"("\u0646\ud83d\ude00\/")",
                      R"("}] , {:")", R"("\\\\")", R"("\\\"")",
                      R"("long enough to pass a block of sixty-four bytes, whatever stands before it")"});
  }
  if (kind == 3)
    return dice.pick({"0", "-1", "12.50", "1e3", "-0.0e-2", "966500000001", "9223372036854775807"});
  if (kind < 6) return dice.pick({"true", "false", "null"});
  const bool object = kind < 8;
  std::string json = object ? "{" : "[";
  for (std::size_t i = dice.below(4); i > 0; --i) {
    if (object) json += dice.pick({R"("x": )", R"("y":)", R"("z" :)", R"("\u0078":)"});
    json += random_value(dice, depth - 1) + (i > 1 ? dice.pick({",", ", ", ",\n"}) : "");
  }
  return json + (object ? "}" : "]");
}

std::string random_message(Dice& dice, int number) {
  return R"({"number": ")" + std::to_string(number) + R"(", "status": )" +
         dice.pick({R"("Success")", R"("Failed")", "null"}) +
         dice.pick({"", R"(, "steps": [{"number": 1}, {"at": 2}])", R"(, "tags": ["a", 1])",
                    R"(, "price": {"amount": 1.5})"}) +
         "}";
}

std::string random_click(Dice& dice, int number) {
  return R"({"number": ")" + std::to_string(number) + R"(", "url": ")" + dice.pick({"u", "\\u0076"}) +
         R"("})";
}

template <typename Element>
std::string random_list(Dice& dice, Element element) {
  std::string json = "[";
  const std::size_t size = dice.below(4);
  for (std::size_t i = 0; i < size; ++i)
    json += element(dice, static_cast<int>(i)) + (i + 1 < size ? dice.pick({",", ", ", ",\n", "\n , "}) : "");
  return json + "]";
}

std::string random_group(Dice& dice, int number) {
  return R"({"code": )" + std::to_string(number) + R"(, "recipients": )" + random_list(dice, random_message) +
         R"(, "status": "sent"})";
}

std::string own_schema(Dice& dice) {
  const std::string header = R"("campaign": {"name": "x", "tags": ["a"]}, "stats": {"total": 3})";
  const std::string lists = R"("messages": )" + random_list(dice, random_message) + R"(, "clicks": )" +
                            random_list(dice, random_click);
  return dice.below(2) == 0 ? "{" + header + ", " + lists + "}" : "{" + lists + ", " + header + "}";
}

std::string several_documents(Dice& dice) {
  std::string json;
  for (std::size_t i = 0; i < 4; ++i) {
    json += dice.below(3) == 0 ? random_click(dice, static_cast<int>(i))
                               : random_message(dice, static_cast<int>(i));
    json += dice.pick({"\n", "\n", "", "\r\n"});
  }
  return json;
}

}  // namespace

std::string random_report(Dice& dice) {
  std::string json = "[";
  for (std::size_t records = 1 + dice.below(6); records > 0; --records) {
    json += R"({"number": "1", )";
    for (std::size_t fields = 1 + dice.below(6); fields > 0; --fields) {
      json += dice.pick({R"("status")", R"("a")", R"("b")", R"("c.d")", R"("na\u006de")", R"("")"}) +
              dice.pick({":", ": ", " : "}) + random_value(dice, 2) +
              (fields > 1 ? dice.pick({",", ", "}) : "");
    }
    json += records > 1 ? dice.pick({"},", "} ,\n", "}\n,\t"}) : "}";
  }
  return json + "]";
}

std::string random_alike_report(Dice& dice) {
  const std::string colon = dice.pick({":", ": ", " :\t"});
  const std::string comma = dice.pick({",", ", ", ",\n    ", " ,"});
  const std::string between = dice.pick({",", ",\n", "\n, "});
  const std::string close = dice.pick({"}", " }", "\n}"});
  const std::string last_key = dice.pick({R"("b")", R"("c.d")", R"("na\u006de")", R"("x y")"});
  const auto value = [&] { return dice.below(24) == 0 ? random_value(dice, 2) : random_value(dice, 0); };
  std::string json = "[";
  for (std::size_t records = 3 + dice.below(30); records > 0; --records) {
    json += R"({"number")" + colon + R"("+9665)" + std::to_string(dice.below(1000)) + '"';
    if (dice.below(8) != 0) json += comma + R"("status")" + colon + value();
    if (dice.below(8) != 0)
      json += comma + R"("price")" + colon + R"({"amount")" + colon + value() + comma + R"("unit")" + colon +
              value() + close;
    if (dice.below(4) != 0) json += comma + last_key + colon + value();
    if (dice.below(30) == 0) json += comma + R"("status")" + colon + value();
    json += close + (records > 1 ? between : "");
  }
  return json + "]";
}

std::string random_container(Dice& dice) {
  switch (dice.below(6)) {
    case 0:
      return own_schema(dice) + "\n" + own_schema(dice);
    case 1:
      return several_documents(dice);
    case 2:
      return R"({"statuses": )" + random_list(dice, random_group) + "}";
    case 3:
      return R"({"data": {"messages": )" + random_list(dice, random_message) + R"(, "page": 1}})";
    case 4:
      return random_list(dice, random_message) + random_list(dice, random_click);
    default:
      return own_schema(dice);
  }
}

void damage_in_place(Dice& dice, std::string& json) {
  if (json.empty()) return;
  const std::size_t at = dice.below(json.size());
  switch (dice.below(3)) {
    case 0:
      json[at] = static_cast<char>(dice.below(256));
      break;
    case 1:
      json.erase(at, 1 + dice.below(3));
      break;
    default:
      json.insert(at,
                  dice.pick({"\"", "\\", "{", "}", "[", "]", ",", ":", "0", " ", "\n", "\x01", "e", "\f"}));
  }
}

void damage(Dice& dice, std::string& json) {
  if (json.empty()) return;
  const std::size_t at = dice.below(json.size());
  switch (dice.below(5)) {
    case 0:
      json.resize(at + 1);
      break;
    case 1:
      std::swap(json[at], json[dice.below(json.size())]);
      break;
    default:
      damage_in_place(dice, json);
  }
}

void damage_badly(Dice& dice, std::string& json) {
  if (json.empty()) return;
  const std::size_t at = dice.below(json.size());
  const std::size_t bytes = std::min(1 + dice.below(100), json.size() - at);
  if (dice.below(2) == 0) {
    json.erase(at, bytes);
  } else {
    json.replace(at, bytes, bytes, '\0');
  }
}

}  // namespace campaign_lens
