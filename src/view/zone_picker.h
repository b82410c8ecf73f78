#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "view/frame.h"
#include "view/row_scroll.h"
#include "view/select.h"
#include "view/text_field.h"

namespace campaign_lens::view {

/// Chooses the zone of the report's times: as it is stated, one of the region's, or any that the browser
/// knows, found by a part of its name.
class ZonePicker {
 public:
  /// `path` tells it from others on the page; `title`, before the zone, is what it is called.
  ZonePicker(std::string_view path, std::string_view title) : path_(path), title_(title) {}

  float width(Frame& frame, Icon icon) const;
  void draw(Frame& frame, const Rect& control, Icon icon);

 private:
  struct Offer {
    std::string zone;  ///< empty: as it is stated
    Choice choice;
  };

  std::string name(const Frame& frame) const;
  Select select(const Frame& frame, std::string_view name, Icon icon) const;
  std::vector<Offer> offers(const Frame& frame) const;
  void draw_list(Frame& frame, Rect area, const std::vector<Offer>& offers);
  void choose(Frame& frame, const Offer& offer);

  std::string path_, title_;
  bool open_ = false;
  TextField search_;
  RowPlace top_;
  RowScroll scroll_;
};

}  // namespace campaign_lens::view
