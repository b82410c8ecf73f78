#pragma once

#include <cstddef>
#include <cstdio>
#include <span>
#include <string>

#include "base/result.h"

namespace campaign_lens::cli {

/// A file that is written beside its place and takes it at the very end: what fails or is given up leaves no
/// half file, and what was there as it was.
class OutputFile {
 public:
  explicit OutputFile(std::string path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  /// An error of the first call that failed, or of making the file.
  Status write(std::span<const std::byte> bytes);
  /// Once, behind all bytes.
  Status commit();

 private:
  Error error(int number) const;

  std::string path_, unfinished_path_;
  std::FILE* file_;
  int open_error_;  ///< errno of making the file
};

}  // namespace campaign_lens::cli
