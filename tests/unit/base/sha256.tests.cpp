#include "base/sha256.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <span>
#include <string>

namespace campaign_lens {

namespace {

std::string hash_of(const std::string& text, std::size_t piece) {
  Sha256 hash;
  for (std::size_t at = 0; at < text.size(); at += piece)
    hash.add(std::as_bytes(std::span(text).subspan(at, std::min(piece, text.size() - at))));
  return hash.hex();
}

}  // namespace

TEST_CASE("Hashes are those of FIPS 180-4's examples") {
  CHECK(hash_of("", 1) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hash_of("abc", 3) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hash_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56) ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(hash_of(std::string(1'000'000, 'a'), 4'096) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("A hash does not depend on the pieces that the bytes come in") {
  for (std::size_t length = 0; length < 140; ++length) {
    const std::string text(length, 'x');
    const std::string whole = hash_of(text, 1'000);
    for (const std::size_t piece : {1U, 7U, 63U, 64U, 65U})
      CHECK(hash_of(text, piece) == whole);
  }
}

}  // namespace campaign_lens
