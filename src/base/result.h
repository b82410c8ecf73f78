#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace campaign_lens {

/// Where in the input an error was found. Line and byte count from the start of the file that the person
/// dropped; in a compressed or UTF-16 file, from the start of its text as UTF-8.
struct Place {
  std::uint64_t line = 0;         ///< 1-based; 0 means unknown.
  std::uint64_t byte_offset = 0;  ///< 0-based.
  std::uint32_t file = 0;         ///< which one, 0-based, where several files are read as one report
  friend bool operator==(const Place&, const Place&) = default;
};

/// What went wrong, in words that can be shown to the person as they are, and where.
struct Error {
  std::string message;
  std::optional<Place> place;
  friend bool operator==(const Error&, const Error&) = default;
};

/// "line 12, byte 345": to be looked up in an editor, so without separators between thousands.
std::string in_words(const Place& place);

/// "message (line 12, byte 345)".
std::string describe(const Error& error);

/// Either a value or an Error; the project uses no exceptions.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}  // NOLINT(google-explicit-constructor): `return value;`
  Result(Error error)
      : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor): `return Error{…};`

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

/// The result of something that gives nothing back but may fail.
using Status = Result<std::monostate>;
inline Status success() {
  return Status(std::monostate{});
}

}  // namespace campaign_lens
