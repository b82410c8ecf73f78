#include "base/task.h"

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <vector>

namespace campaign_lens {

namespace {

/// A deadline that has passed: a step goes on to the next pause.
constexpr Task<int>::Clock::time_point kAtOnce{};

Task<int> sum_to(int last, std::vector<std::string>& log) {
  int sum = 0;
  for (int i = 1; i <= last; ++i) {
    sum += i;
    log.push_back(std::to_string(i));
    co_await pause(static_cast<std::size_t>(i), static_cast<std::size_t>(last));
  }
  co_return sum;
}

Task<void> note(std::vector<std::string>& log, std::string text) {
  log.push_back(std::move(text));
  co_return;
}

Task<int> twice(std::vector<std::string>& log) {
  const int first = co_await part(0, 0.5, sum_to(2, log));
  co_await part(0.5, 0.5, note(log, "between"));
  const int second = co_await part(0.5, 1, sum_to(4, log));
  co_return first * 100 + second;
}

}  // namespace

TEST_CASE("A task does nothing before its first step, then works from pause to pause") {
  std::vector<std::string> log;
  Task<int> task = sum_to(2, log);
  CHECK(log.empty());
  CHECK(task.done() == 0);
  CHECK_FALSE(task.step(kAtOnce));
  CHECK(log == std::vector<std::string>{"1"});
  CHECK(task.done() == 0.5);
  CHECK_FALSE(task.step(kAtOnce));
  CHECK(task.step(kAtOnce));
  CHECK(task.done() == 1);
  CHECK(std::move(task).result() == 3);
}

TEST_CASE("A task goes on with those that it waits for, and their shares are parts of its own") {
  std::vector<std::string> log;
  Task<int> task = twice(log);
  std::vector<double> done;
  while (!task.step(kAtOnce)) {
    if (done.empty() || done.back() != task.done()) done.push_back(task.done());
  }
  CHECK(done == std::vector<double>{0, 0.25, 0.5, 0.625, 0.75, 0.875, 1});
  CHECK(log == std::vector<std::string>{"1", "2", "between", "1", "2", "3", "4"});
  CHECK(std::move(task).result() == 310);
  log.clear();
  CHECK(twice(log).result() == 310);
}

TEST_CASE("A task may be moved between its steps, and left undone") {
  std::vector<std::string> log;
  Task<int> task = twice(log);
  CHECK_FALSE(task.step(kAtOnce));
  Task<int> moved = std::move(task);
  CHECK_FALSE(moved.step(kAtOnce));
  moved = sum_to(1, log);
  CHECK(std::move(moved).result() == 1);
}

TEST_CASE("A step ends when its time is over, and gives a result that cannot be copied") {
  const auto make = [](int pauses) -> Task<std::unique_ptr<int>> {
    for (int i = 0; i < pauses; ++i)
      co_await pause(0, 1);
    co_return std::make_unique<int>(pauses);
  };
  Task<std::unique_ptr<int>> task = make(1'000);
  CHECK(task.step(Task<int>::Clock::now() + std::chrono::hours(1)));
  CHECK(*std::move(task).result() == 1'000);
}

}  // namespace campaign_lens
