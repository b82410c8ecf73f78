#pragma once

#include <algorithm>
#include <chrono>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

namespace campaign_lens {

// Long work in slices: a function that gives a Task is a coroutine, which stops at each `co_await pause(…)`
// and goes on with the next step(). It waits for other tasks by `co_await`; these stop and go on with it.
//
// What a task is given by reference has to outlive it: it does where the task is awaited in the expression
// that makes it. A task that is kept takes its arguments by value.

/// How many rows to work on between two pauses: mostly below a millisecond.
inline constexpr std::size_t kRowsBetweenPauses = 65'536;

/// What of a task is done when it pauses, from 0 to 1.
struct Pause {
  double done = 0;
};
inline Pause pause(std::size_t done, std::size_t all) {
  return {all == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(all)};
}

template <typename T>
class Task;

namespace task_detail {

/// Of a task that nobody awaits, and of all that it waits for.
struct Run {
  std::coroutine_handle<> next;
  double done = 0;  ///< never falls
};

class PromiseBase {
 public:
  std::suspend_always initial_suspend() noexcept { return {}; }
  auto final_suspend() noexcept {
    struct GoOnWithAwaiting {
      PromiseBase& promise;
      bool await_ready() noexcept { return false; }
      void await_suspend(std::coroutine_handle<>) noexcept { promise.run_->next = promise.awaiting_; }
      void await_resume() noexcept {}
    };
    return GoOnWithAwaiting{*this};
  }
  void unhandled_exception() { std::terminate(); }

  std::suspend_always await_transform(Pause pause) {
    run_->done = std::max(run_->done, begin_ + (end_ - begin_) * pause.done);
    return {};
  }
  template <typename Awaitable>
  Awaitable&& await_transform(Awaitable&& awaitable) {
    return std::forward<Awaitable>(awaitable);
  }

  void begin_run(Run& run) { run_ = &run; }
  /// The task is a part of another that waits for it.
  void begin_within(PromiseBase& other, std::coroutine_handle<> self, std::coroutine_handle<> awaiting,
                    double begin, double end) {
    run_ = other.run_;
    run_->next = self;
    awaiting_ = awaiting;
    begin_ = other.begin_ + (other.end_ - other.begin_) * begin;
    end_ = other.begin_ + (other.end_ - other.begin_) * end;
  }

 private:
  Run* run_ = nullptr;
  std::coroutine_handle<> awaiting_ = std::noop_coroutine();
  double begin_ = 0, end_ = 1;  ///< what it is of the whole
};

template <typename T>
class Promise : public PromiseBase {
 public:
  Task<T> get_return_object();
  void return_value(T value) { value_.emplace(std::move(value)); }
  T take() { return *std::move(value_); }

 private:
  std::optional<T> value_;
};

template <>
class Promise<void> : public PromiseBase {
 public:
  Task<void> get_return_object();
  void return_void() {}
  void take() {}
};

}  // namespace task_detail

/// Work that ends with a T. Destroyed before its end, it is left undone.
template <typename T>
class [[nodiscard]] Task {
 public:
  using promise_type = task_detail::Promise<T>;
  using Clock = std::chrono::steady_clock;

  explicit Task(std::coroutine_handle<promise_type> coroutine) : coroutine_(coroutine) {}
  Task(Task&& other) noexcept
      : coroutine_(std::exchange(other.coroutine_, nullptr)), run_(std::move(other.run_)) {}
  Task& operator=(Task&& other) noexcept {
    std::swap(coroutine_, other.coroutine_);
    std::swap(run_, other.run_);
    return *this;
  }
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
  ~Task() {
    if (coroutine_) coroutine_.destroy();
  }

  /// Works from pause to pause until the time comes, once at least. Gives whether it has ended.
  bool step(Clock::time_point until) {
    begin();
    while (!coroutine_.done()) {
      run_->next.resume();
      if (Clock::now() >= until) break;
    }
    return coroutine_.done();
  }
  /// From 0 to 1.
  double done() const { return run_ ? run_->done : 0; }
  /// Works to the end.
  T result() && {
    begin();
    while (!coroutine_.done())
      run_->next.resume();
    return coroutine_.promise().take();
  }

 private:
  template <typename U>
  friend class Part;

  void begin() {
    if (run_) return;
    run_ = std::make_unique<task_detail::Run>();
    run_->next = coroutine_;
    coroutine_.promise().begin_run(*run_);
  }

  std::coroutine_handle<promise_type> coroutine_;
  std::unique_ptr<task_detail::Run> run_;  ///< once it has begun by itself; where it stays if the task moves
};

/// A task that another one awaits, and what it is of that one: from a share to another.
template <typename T>
class Part {
 public:
  Part(double begin, double end, Task<T> task) : task_(std::move(task)), begin_(begin), end_(end) {}

  bool await_ready() { return false; }
  template <typename Awaiting>
  void await_suspend(std::coroutine_handle<Awaiting> awaiting) {
    task_.coroutine_.promise().begin_within(awaiting.promise(), task_.coroutine_, awaiting, begin_, end_);
  }
  T await_resume() { return task_.coroutine_.promise().take(); }

 private:
  Task<T> task_;
  double begin_, end_;
};

/// `co_await part(0, 0.3, filtered(…))`: when that has ended, three tenths of this one are done.
template <typename T>
Part<T> part(double begin, double end, Task<T> task) {
  return {begin, end, std::move(task)};
}

/// Calls `work(begin, end)` for one piece of 0 to `count` after the other, and pauses in between. What a loop
/// needs is then in the function that is called: what a coroutine has is in memory, for the time it pauses.
template <typename Work>
Task<void> in_pieces(std::size_t count, Work work);

template <typename T>
Task<T> task_detail::Promise<T>::get_return_object() {
  return Task<T>(std::coroutine_handle<Promise>::from_promise(*this));
}
inline Task<void> task_detail::Promise<void>::get_return_object() {
  return Task<void>(std::coroutine_handle<Promise>::from_promise(*this));
}

template <typename Work>
Task<void> in_pieces(std::size_t count, Work work) {
  for (std::size_t begin = 0; begin < count; begin += kRowsBetweenPauses) {
    const std::size_t end = std::min(count, begin + kRowsBetweenPauses);
    work(begin, end);
    co_await pause(end, count);
  }
}

}  // namespace campaign_lens
