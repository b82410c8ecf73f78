// How fast a report is read natively: reader_bench feed|ondemand|dom|read|copy FILE. Prints what it took as
// JSON.

#include <chrono>
#include <cstdio>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>
#include <sys/resource.h>

#include "engine/engine.h"
#include "native/time_zone.h"

namespace campaign_lens {
namespace {

namespace ondemand = simdjson::ondemand;
namespace dom = simdjson::dom;

class Stopwatch {
 public:
  void start() { start_ = std::chrono::steady_clock::now(); }
  void stop() { total_ += std::chrono::steady_clock::now() - start_; }
  double seconds() const { return std::chrono::duration<double>(total_).count(); }

 private:
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::duration total_{};
};

void print(const Stopwatch& watch, std::uint64_t rows = 0, std::uint64_t column_bytes = 0) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("{\"seconds\": %.6f, \"rows\": %llu, \"columnBytes\": %llu, \"peakBytes\": %lld}\n",
              watch.seconds(), static_cast<unsigned long long>(rows),
              static_cast<unsigned long long>(column_bytes), static_cast<long long>(usage.ru_maxrss) * 1024);
}

template <typename Take>
bool for_each_chunk(const char* path, const Take& take) {
  constexpr std::size_t kChunkBytes = std::size_t{1} << 20;
  const std::unique_ptr<std::FILE, decltype([](std::FILE* file) { std::fclose(file); })> file(
      std::fopen(path, "rb"));
  if (!file) return false;
  const auto chunk = std::make_unique<std::byte[]>(kChunkBytes);
  for (;;) {
    const std::size_t got = std::fread(chunk.get(), 1, kChunkBytes, file.get());
    if (got == 0) return std::ferror(file.get()) == 0;
    if (!take(std::span(chunk.get(), got))) return false;
  }
}

bool feed(const char* path) {
  Stopwatch watch;
  Engine engine(system_time_zone);
  engine.begin({.file_names = {path}});
  const bool fed = for_each_chunk(path, [&](std::span<const std::byte> chunk) {
    watch.start();
    const Status status = engine.feed(chunk);
    watch.stop();
    return status.ok();
  });
  watch.start();
  const bool finished = fed && engine.finish().ok();
  watch.stop();
  if (finished) {
    const Dataset& columns = std::as_const(engine).dataset();
    print(watch, engine.rows(TableId::delivery) + engine.rows(TableId::clicks),
          columns.delivery.heap_bytes() + columns.clicks.heap_bytes());
  }
  return finished;
}

// Both walks look at every value as a reader has to: strings without their escapes, numbers as numbers. The
// sums keep the compiler from leaving the walk out.

std::size_t sum_of(ondemand::value value) {
  std::size_t sum = 0;
  switch (value.type().value_unsafe()) {
    case ondemand::json_type::object:
      for (auto field : value.get_object().value_unsafe()) {
        ondemand::field known = std::move(field).value_unsafe();
        sum += known.escaped_key().size() + sum_of(known.value());
      }
      break;
    case ondemand::json_type::array:
      for (auto element : value.get_array().value_unsafe())
        sum += sum_of(element.value_unsafe());
      break;
    case ondemand::json_type::string:
      sum += value.get_string().value_unsafe().size();
      break;
    case ondemand::json_type::number:
      sum += static_cast<std::size_t>(value.get_double().value_unsafe());
      break;
    case ondemand::json_type::boolean:
      sum += value.get_bool().value_unsafe() ? 1 : 0;
      break;
    case ondemand::json_type::null:
      break;
  }
  return sum;
}

std::size_t sum_of(dom::element element) {
  std::size_t sum = 0;
  switch (element.type()) {
    case dom::element_type::OBJECT:
      for (const dom::key_value_pair field : element.get_object().value_unsafe())
        sum += field.key.size() + sum_of(field.value);
      break;
    case dom::element_type::ARRAY:
      for (const dom::element inner : element.get_array().value_unsafe())
        sum += sum_of(inner);
      break;
    case dom::element_type::STRING:
      sum += element.get_string().value_unsafe().size();
      break;
    case dom::element_type::BOOL:
      sum += element.get_bool().value_unsafe() ? 1 : 0;
      break;
    case dom::element_type::NULL_VALUE:
      break;
    default:
      sum += static_cast<std::size_t>(element.get_double().value_unsafe());
  }
  return sum;
}

/// The second of two walks over the file in memory: simdjson's own memory is there by then, as it recommends.
template <typename Walk>
bool walk(const char* path, const Walk& once) {
  std::vector<char> bytes;
  const bool read = for_each_chunk(path, [&](std::span<const std::byte> chunk) {
    const auto* first = reinterpret_cast<const char*>(chunk.data());
    bytes.insert(bytes.end(), first, first + chunk.size());
    return true;
  });
  if (!read) return false;
  const std::size_t size = bytes.size();
  bytes.resize(size + simdjson::SIMDJSON_PADDING);
  const simdjson::padded_string_view json(bytes.data(), size, bytes.size());
  if (once(json) == 0) return false;
  Stopwatch watch;
  watch.start();
  const std::size_t sum = once(json);
  watch.stop();
  print(watch);
  return sum > 0;
}

bool walk_ondemand(const char* path) {
  ondemand::parser parser;
  return walk(path, [&](simdjson::padded_string_view json) -> std::size_t {
    ondemand::document document;
    ondemand::value root;
    if (parser.iterate(json).get(document) != simdjson::SUCCESS) return 0;
    return document.get_value().get(root) == simdjson::SUCCESS ? sum_of(root) : 0;
  });
}

bool walk_dom(const char* path) {
  dom::parser parser;
  return walk(path, [&](simdjson::padded_string_view json) -> std::size_t {
    dom::element root;
    return parser.parse(json).get(root) == simdjson::SUCCESS ? sum_of(root) : 0;
  });
}

bool read(const char* path) {
  Stopwatch watch;
  watch.start();
  const bool read = for_each_chunk(path, [](std::span<const std::byte>) { return true; });
  watch.stop();
  print(watch);
  return read;
}

bool copy(const char* path) {
  std::vector<char> copied;
  return walk(path, [&](simdjson::padded_string_view json) -> std::size_t {
    copied.resize(json.size());
    std::memcpy(copied.data(), json.data(), json.size());
    return copied.size();
  });
}

}  // namespace
}  // namespace campaign_lens

int main(int count, char** arguments) {
  using namespace campaign_lens;
  constexpr struct {
    std::string_view name;
    bool (*run)(const char* path);
  } kWays[] = {
      {"feed", feed}, {"ondemand", walk_ondemand}, {"dom", walk_dom}, {"read", read}, {"copy", copy}};
  for (const auto& way : kWays) {
    if (count == 3 && arguments[1] == way.name) return way.run(arguments[2]) ? 0 : 1;
  }
  std::fputs("usage: reader_bench feed|ondemand|dom|read|copy FILE\n", stderr);
  return 2;
}
