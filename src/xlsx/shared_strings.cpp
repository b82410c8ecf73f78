#include "xlsx/shared_strings.h"

#include <utility>

#include "xlsx/cell_text.h"

namespace campaign_lens {

namespace {

std::uint32_t occurrences(std::string_view text, std::string_view part) {
  std::uint32_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace

SharedStrings::SharedStrings(std::string_view template_xml)
    : template_count_(occurrences(template_xml, "<si>")) {}

std::uint32_t SharedStrings::add(std::string_view text) {
  begins_.push_back(items_.size());
  items_ += has_outer_space(text) ? "<si><t xml:space=\"preserve\">" : "<si><t>";
  items_ += escaped_xml(text);
  items_ += "</t></si>";
  return template_count_ + static_cast<std::uint32_t>(begins_.size()) - 1;
}

bool SharedStrings::write(std::string_view template_xml, ZipWriter& zip) const {
  const std::size_t begin = template_xml.find("<si>"), end = template_xml.rfind("</sst>");
  if (begin > end || end == std::string_view::npos || occurrences(template_xml, "<si>") != template_count_)
    return false;
  GuidedDeflate& xml = zip.begin("xl/sharedStrings.xml");
  xml.append(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\"" +
      std::to_string(template_count_ + begins_.size()) + "\">");
  xml.begin();
  xml.append(template_xml.substr(begin, end - begin));
  GuidedDeflate::Position above = xml.position();
  for (std::size_t i = 0; i < begins_.size(); ++i) {
    const std::size_t next = i + 1 < begins_.size() ? begins_[i + 1] : items_.size();
    xml.begin_like(std::exchange(above, xml.position()));
    xml.append(std::string_view(items_).substr(begins_[i], next - begins_[i]));
    zip.pack();
  }
  xml.append("</sst>");
  zip.end();
  return true;
}

}  // namespace campaign_lens
