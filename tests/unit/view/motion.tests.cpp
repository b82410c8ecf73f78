#include "view/motion.h"

#include <catch2/catch_test_macros.hpp>

namespace campaign_lens::view {
namespace {

TEST_CASE("A fade takes a moment, is over, and then nothing moves") {
  Motion motion;
  motion.begin_frame(10, false);
  motion.begin_frame(10.016, false);
  const float begun = motion.fade(1, true);
  CHECK(begun > 0);
  CHECK(begun < 1);
  CHECK(motion.moving());
  float value = begun;
  for (int i = 2; i < 20; ++i) {
    motion.begin_frame(10 + i * 0.016, false);
    const float next = motion.fade(1, true);
    CHECK(next >= value);
    value = next;
  }
  CHECK(value == 1);
  CHECK_FALSE(motion.moving());
}

TEST_CASE("Under reduced motion a fade is over at once") {
  Motion motion;
  motion.begin_frame(10, true);
  CHECK(motion.fade(1, true) == 1);
  CHECK(motion.fade(1, false) == 0);
  CHECK_FALSE(motion.moving());
}

TEST_CASE("What was never on does not move") {
  Motion motion;
  motion.begin_frame(10, false);
  CHECK(motion.fade(1, false) == 0);
  CHECK_FALSE(motion.moving());
}

TEST_CASE("A tooltip waits until the mouse has rested, and leaving starts the wait again") {
  Motion motion;
  motion.begin_frame(10, false);
  CHECK_FALSE(motion.rested_over(1));
  CHECK(motion.moving());
  motion.begin_frame(10.4, false);
  CHECK(motion.rested_over(1));
  CHECK_FALSE(motion.moving());
  motion.begin_frame(10.5, false);
  motion.begin_frame(10.6, false);
  CHECK_FALSE(motion.rested_over(1));
}

}  // namespace
}  // namespace campaign_lens::view
