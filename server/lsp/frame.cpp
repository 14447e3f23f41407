#include "lsp/frame.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace stet {

namespace {

constexpr std::string_view length_name = "content-length";
constexpr std::string_view head_end = "\r\n\r\n";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view written, std::string_view name) {
  return std::equal(written.begin(), written.end(), name.begin(), name.end(),
                    [](char a, char b) { return lower(a) == b; });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Where "Content-Length:" begins in `bytes`, whatever its case.
std::size_t find_length_name(std::string_view bytes) {
  for (std::size_t colon = bytes.find(':'); colon != std::string_view::npos; colon = bytes.find(':', colon + 1)) {
    if (colon < length_name.size()) continue;
    const std::size_t begin = colon - length_name.size();
    if (same_name(bytes.substr(begin, length_name.size()), length_name)) return begin;
  }
  return std::string_view::npos;
}

}  // namespace

void Framer::feed(std::string_view bytes) {
  if (read_ > buffer_.size() / 2) {
    buffer_.erase(0, read_);
    read_ = 0;
  }
  buffer_.append(bytes);
}

std::optional<std::variant<std::string, FrameFault>> Framer::next() {
  if (skipping_ && !resync()) return std::nullopt;
  if (!length_) {
    if (auto fault = read_head()) return std::move(*fault);
    if (!length_) return std::nullopt;
  }
  if (buffer_.size() - read_ < *length_) return std::nullopt;
  std::string body = buffer_.substr(read_, *length_);
  read_ += *length_;
  length_.reset();
  return body;
}

// Sets length_ where a whole head is there.
std::optional<FrameFault> Framer::read_head() {
  const std::string_view waiting = std::string_view(buffer_).substr(read_, longest_head + head_end.size());
  const std::size_t end = waiting.find(head_end, searched_);
  if (end == std::string_view::npos) {
    if (waiting.size() == longest_head + head_end.size())
      return skip("no end of the head within " + std::to_string(longest_head) + " bytes");
    searched_ = waiting.size() < head_end.size() ? 0 : waiting.size() - head_end.size() + 1;
    return std::nullopt;
  }

  std::optional<std::size_t> length;
  for (std::string_view head = waiting.substr(0, end); !head.empty();) {
    const std::size_t line_end = std::min(head.find("\r\n"), head.size());
    const std::string_view line = head.substr(0, line_end);
    head.remove_prefix(std::min(line_end + 2, head.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return skip("a line of the head has no colon");
    if (!same_name(trimmed(line.substr(0, colon)), length_name)) continue;
    const std::string_view digits = trimmed(line.substr(colon + 1));
    std::size_t value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc::result_out_of_range || (error == std::errc() && value > largest))
      return skip("Content-Length " + std::string(digits.substr(0, 40)) + " is more than " + std::to_string(largest));
    if (error != std::errc() || stop != digits.data() + digits.size()) return skip("Content-Length is not a number");
    // Neither of the two is to be believed, so the whole head goes.
    if (length && *length != value) return skip("two different Content-Lengths", end + head_end.size());
    length = value;
  }
  if (!length) return skip("the head has no Content-Length");
  read_ += end + head_end.size();
  searched_ = 0;
  length_ = length;
  return std::nullopt;
}

FrameFault Framer::skip(std::string why, std::size_t bytes) {
  skipping_ = true;
  searched_ = 0;
  read_ += bytes;
  return {std::move(why)};
}

bool Framer::resync() {
  const std::string_view waiting = std::string_view(buffer_).substr(read_);
  const std::size_t found = find_length_name(waiting.substr(searched_));
  if (found != std::string_view::npos) {
    read_ += searched_ + found;
    searched_ = 0;
    skipping_ = false;
    return true;
  }
  // What is left may be the beginning of the name.
  if (waiting.size() > length_name.size()) read_ += waiting.size() - length_name.size();
  return false;
}

std::string framed(std::string_view body) {
  std::string out = "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  out.append(body);
  return out;
}

}  // namespace stet
