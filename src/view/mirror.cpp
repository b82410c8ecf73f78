#include "view/mirror.h"

#include <utility>

namespace campaign_lens::view {

void Mirror::begin_frame() {
  nodes_.clear();
  // Of a node that was gone before it could answer, nothing is left to do.
  if (offered_) activated_ = texted_ = 0;
  offered_ = activated_ != 0 || texted_ != 0;
}

void Mirror::add(Node node) {
  nodes_.push_back(std::move(node));
}

bool Mirror::take_activation(std::uint32_t id) {
  if (activated_ != id || id == 0) return false;
  activated_ = 0;
  return true;
}

bool Mirror::take_text(std::uint32_t id, std::string& text) {
  if (texted_ != id || id == 0) return false;
  texted_ = 0;
  text = std::move(text_);
  return true;
}

void Mirror::activate(std::uint32_t id) {
  activated_ = id;
  offered_ = false;
}

void Mirror::give_text(std::uint32_t id, std::string text) {
  texted_ = id;
  text_ = std::move(text);
  offered_ = false;
}

Bytes Mirror::take_changes() {
  if (nodes_ == last_) return {};
  last_ = nodes_;
  WireWriter out;
  out.u32(static_cast<std::uint32_t>(nodes_.size()));
  for (const Node& node : nodes_) {
    out.u32(node.id);
    out.u32(node.parent);
    out.u8(static_cast<std::uint8_t>(node.role));
    out.string(node.name);
    out.string(node.value);
    for (const float length : {node.x, node.y, node.width, node.height})
      out.f64(static_cast<double>(length));
    for (const bool flag : {node.pressed, node.selected, node.disabled, node.hovered, node.focused})
      out.boolean(flag);
    out.u64(node.row);
    out.u64(node.rows);
    out.u32(node.column);
    out.u32(node.columns);
  }
  return out.take();
}

}  // namespace campaign_lens::view
