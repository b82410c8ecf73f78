#include "cli/output_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

namespace campaign_lens::cli {

OutputFile::OutputFile(std::string path)
    : path_(std::move(path)),
      unfinished_path_(path_ + ".part"),
      file_(std::fopen(unfinished_path_.c_str(), "wb")),
      open_error_(errno) {}

OutputFile::~OutputFile() {
  if (file_ != nullptr) std::fclose(file_);
  std::remove(unfinished_path_.c_str());
}

Error OutputFile::error(int number) const {
  return {.message = "\"" + path_ + "\" could not be written: " + std::strerror(number) + ".", .place = {}};
}

Status OutputFile::write(std::span<const std::byte> bytes) {
  if (file_ == nullptr) return error(open_error_);
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) return error(errno);
  return success();
}

Status OutputFile::commit() {
  if (file_ == nullptr) return error(open_error_);
  if (std::fclose(std::exchange(file_, nullptr)) != 0) return error(errno);
  if (std::rename(unfinished_path_.c_str(), path_.c_str()) != 0) return error(errno);
  return success();
}

}  // namespace campaign_lens::cli
