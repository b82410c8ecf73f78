#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "render.h"

namespace campaign_lens {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExpected = ".expected.json";

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> reports() {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(CAMPAIGN_LENS_SOURCE_DIR "/tests/golden")) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(kExpected) && name != "README.md") paths.push_back(entry.path());
  }
  return paths;
}

fs::path expected_path(fs::path path) {
  return path.replace_extension().concat(kExpected);
}

}  // namespace

TEST_CASE("Every report of tests/golden reads as it is expected to") {
  REQUIRE(reports().size() > 30);
  for (const fs::path& path : reports()) {
    INFO(path.filename());
    const std::string rendered = render(read_report(content_of(path), std::string::npos, 1 << 20));
    if (std::getenv("CAMPAIGN_LENS_ACCEPT") != nullptr)
      std::ofstream(expected_path(path), std::ios::binary) << rendered;
    CHECK(rendered == content_of(expected_path(path)));
  }
}

TEST_CASE("However a report of tests/golden is cut into chunks and windows, it reads the same") {
  for (const fs::path& path : reports()) {
    INFO(path.filename());
    const std::string bytes = content_of(path);
    const std::string whole = render(read_report(bytes, std::string::npos, 1 << 20));
    for (const std::size_t chunk_bytes : {1U, 7U, 1'000'000U}) {
      for (const std::size_t window_bytes : {64U, 101U, 1U << 20}) {
        INFO(chunk_bytes << " bytes a chunk, " << window_bytes << " a window");
        CHECK(render(read_report(bytes, chunk_bytes, window_bytes)) == whole);
      }
    }
  }
}

}  // namespace campaign_lens
