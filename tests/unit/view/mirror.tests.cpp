#include "view/mirror.h"

#include <catch2/catch_test_macros.hpp>

namespace campaign_lens::view {
namespace {

Mirror::Node button(std::uint32_t id, std::string name) {
  Mirror::Node node;
  node.id = id, node.role = Mirror::Role::button, node.name = std::move(name);
  return node;
}

TEST_CASE("Only a frame that differs from the one before is told") {
  Mirror mirror;
  mirror.begin_frame();
  mirror.add(button(1, "Open"));
  CHECK_FALSE(mirror.take_changes().empty());
  mirror.begin_frame();
  mirror.add(button(1, "Open"));
  CHECK(mirror.take_changes().empty());
  mirror.begin_frame();
  mirror.add(button(1, "Export"));
  CHECK_FALSE(mirror.take_changes().empty());
}

TEST_CASE("A page that has become empty is told, too") {
  Mirror mirror;
  mirror.begin_frame();
  mirror.add(button(1, "Open"));
  static_cast<void>(mirror.take_changes());
  mirror.begin_frame();
  CHECK(mirror.take_changes() == Bytes(4, std::byte{0}));
}

TEST_CASE("A node crosses with all its fields, in their order") {
  Mirror mirror;
  mirror.begin_frame();
  Mirror::Node node = button(7, "Failed 12");
  node.parent = 3, node.value = "v", node.x = 1.5F, node.width = 20, node.pressed = true, node.focused = true,
  node.row = 9, node.columns = 4;
  mirror.add(node);
  const Bytes bytes = mirror.take_changes();
  WireReader in(bytes);
  CHECK(in.u32() == 1);
  CHECK(in.u32() == 7);
  CHECK(in.u32() == 3);
  CHECK(in.u8() == static_cast<std::uint8_t>(Mirror::Role::button));
  CHECK(in.string() == "Failed 12");
  CHECK(in.string() == "v");
  CHECK(in.f64() == 1.5);
  CHECK(in.f64() == 0);
  CHECK(in.f64() == 20);
  CHECK(in.f64() == 0);
  CHECK(in.boolean());
  CHECK_FALSE(in.boolean());
  CHECK_FALSE(in.boolean());
  CHECK_FALSE(in.boolean());
  CHECK(in.boolean());
  CHECK(in.u64() == 9);
  CHECK(in.u64() == 0);
  CHECK(in.u32() == 0);
  CHECK(in.u32() == 4);
  CHECK(in.ok());
  CHECK(in.at_end());
}

TEST_CASE("A node is used once") {
  Mirror mirror;
  mirror.activate(5);
  mirror.begin_frame();
  CHECK_FALSE(mirror.take_activation(4));
  CHECK(mirror.take_activation(5));
  CHECK_FALSE(mirror.take_activation(5));
}

TEST_CASE("A text is taken once, by its own node") {
  Mirror mirror;
  std::string text;
  mirror.give_text(5, "riyadh");
  mirror.begin_frame();
  CHECK_FALSE(mirror.take_text(4, text));
  CHECK(mirror.take_text(5, text));
  CHECK(text == "riyadh");
  CHECK_FALSE(mirror.take_text(5, text));
}

TEST_CASE("The use of a node that is gone does not wait for another of its name") {
  Mirror mirror;
  mirror.activate(5);
  mirror.begin_frame();
  mirror.begin_frame();
  CHECK_FALSE(mirror.take_activation(5));
}

}  // namespace
}  // namespace campaign_lens::view
