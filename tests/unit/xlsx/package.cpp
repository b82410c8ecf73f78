#include "package.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string_view>
#include <utility>

#include <zlib.h>

namespace campaign_lens {

namespace {

std::uint32_t little_endian(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = count - 1; i >= 0; --i) {
    value = value << 8 | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
  }
  return value;
}

std::string inflated(std::string_view deflated, std::size_t size) {
  std::string result(size, '\0');
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
  std::string input(deflated);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  inflateEnd(&stream);
  return result;
}

std::string unescaped(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
  for (const auto& [entity, character] : kEntities) {
    for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) {
      text.replace(at, entity.size(), character);
    }
  }
  return text;
}

/// What stands between two marks; empty if they are not there.
std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t begin = text.find(before);
  if (begin == std::string_view::npos) return {};
  const std::size_t from = begin + before.size();
  return std::string(text.substr(from, text.find(after, from) - from));
}

/// What the element <t> of a text holds.
std::string text_of(std::string_view item) {
  const std::size_t element = item.find("<t");
  return element == std::string_view::npos ? std::string()
                                           : unescaped(between(item.substr(element), ">", "</t>"));
}

std::vector<std::string> shared_texts(std::string_view xml) {
  std::vector<std::string> texts;
  for (std::size_t at = xml.find("<si>"); at != std::string_view::npos; at = xml.find("<si>", at + 1))
    texts.push_back(text_of(xml.substr(at, xml.find("</si>", at) - at)));
  return texts;
}

}  // namespace

std::map<std::string, std::string> read_package(std::string_view bytes) {
  const std::size_t end = bytes.rfind("PK\5\6");
  REQUIRE(end != std::string::npos);
  std::size_t at = little_endian(bytes, end + 16, 4);
  std::map<std::string, std::string> members;
  for (std::uint32_t count = little_endian(bytes, end + 10, 2); count > 0; --count) {
    REQUIRE(bytes.compare(at, 4, "PK\1\2") == 0);
    const std::size_t deflated_bytes = little_endian(bytes, at + 20, 4),
                      size = little_endian(bytes, at + 24, 4);
    const std::size_t name_bytes = little_endian(bytes, at + 28, 2);
    const std::size_t local = little_endian(bytes, at + 42, 4);
    const std::size_t data =
        local + 30 + little_endian(bytes, local + 26, 2) + little_endian(bytes, local + 28, 2);
    std::string& member = members[std::string(bytes.substr(at + 46, name_bytes))];
    member = inflated(bytes.substr(data, deflated_bytes), size);
    CHECK(crc32(0, reinterpret_cast<const Bytef*>(member.data()), static_cast<uInt>(member.size())) ==
          little_endian(bytes, at + 16, 4));
    at += 46 + name_bytes + little_endian(bytes, at + 30, 2) + little_endian(bytes, at + 32, 2);
  }
  return members;
}

std::map<std::string, SheetCell> read_cells(const std::map<std::string, std::string>& package,
                                            const std::string& sheet) {
  const std::string& xml = package.at(sheet);
  const std::vector<std::string> shared = shared_texts(package.at("xl/sharedStrings.xml"));
  std::map<std::string, SheetCell> cells;
  for (std::size_t at = xml.find("<c r="); at != std::string::npos; at = xml.find("<c r=", at + 1)) {
    const std::size_t head_end = xml.find('>', at);
    const std::string head = xml.substr(at, head_end - at);
    const std::size_t end = head.ends_with('/') ? head_end : xml.find("</c>", at);
    const std::string body = xml.substr(head_end, end - head_end);
    std::string type = between(head, " t=\"", "\"");
    std::string value = type == "inlineStr" ? text_of(body) : between(body, "<v>", "</v>");
    if (type == "s") value = shared.at(std::stoul(value));
    cells[between(head, "r=\"", "\"")] = {type.empty() ? "n" : type, value, between(head, " s=\"", "\"")};
  }
  return cells;
}

}  // namespace campaign_lens
