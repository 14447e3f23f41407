#include "cli/records.h"

#include <nlohmann/json.hpp>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace stet {

namespace {

constexpr std::size_t chunk = std::size_t{1} << 16;

// What is there, without waiting for more: a pipe may be slow. 0 at the end.
std::size_t read_some(std::FILE* stream, char* to, std::size_t size) {
#ifdef _WIN32
  const int n = _read(_fileno(stream), to, static_cast<unsigned>(size));
#else
  ssize_t n = -1;
  do n = ::read(fileno(stream), to, size);
  while (n < 0 && errno == EINTR);
#endif
  return n > 0 ? static_cast<std::size_t>(n) : 0;
}

bool blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

bool RecordLines::fill() {
  if (ended_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t had = buffer_.size();
  buffer_.resize(had + chunk);
  const std::size_t n = read_some(stream_, buffer_.data() + had, chunk);
  buffer_.resize(had + n);
  ended_ = n == 0;
  return n > 0;
}

std::optional<RecordLine> RecordLines::next() {
  RecordLine line;
  std::size_t searched = 0;  // of the buffer from at_ on
  for (;;) {
    const std::size_t end = buffer_.find('\n', at_ + searched);
    if (end == std::string::npos) {
      searched = buffer_.size() - at_;
      if (searched > longest_record) {
        line.too_long = true;
        at_ = buffer_.size();
        searched = 0;
      }
      if (fill()) continue;
    }
    const std::size_t stop = std::min(end, buffer_.size());
    const std::string_view text = std::string_view(buffer_).substr(at_, stop - at_);
    if (end == std::string::npos && text.empty() && !line.too_long) return std::nullopt;
    ++number_;
    line.number = number_;
    line.too_long = line.too_long || text.size() > longest_record;
    if (!line.too_long) line.text = text;
    at_ = std::min(stop + 1, buffer_.size());
    if (line.too_long || !blank(line.text)) return line;
    searched = 0;
  }
}

std::variant<Record, BadRecord> record_of(const RecordLine& line) {
  const auto bad = [&](std::string why, std::string path = {}) {
    return BadRecord{line.number, std::move(path), std::move(why)};
  };
  if (line.too_long) return bad("longer than " + std::to_string(longest_record >> 20) + " MB");
  nlohmann::json json;
  try {
    json = nlohmann::json::parse(line.text);
  } catch (const nlohmann::json::parse_error& error) {
    return bad("no JSON: byte " + std::to_string(error.byte) + " of the line");
  }
  if (!json.is_object()) return bad("no object: write {\"path\": …, \"text\": …}");
  Record record;
  for (const auto& [name, to] : {std::pair{"path", &record.path}, {"text", &record.text}}) {
    const auto at = json.find(name);
    if (at == json.end()) return bad(std::string("no \"") + name + "\"", record.path);
    if (!at->is_string()) return bad(std::string("\"") + name + "\" is no string", record.path);
    *to = std::move(at->get_ref<std::string&>());
  }
  if (record.path.empty()) return bad("\"path\" is empty");
  const auto date = json.find("date");
  if (date == json.end() || date->is_null()) return record;
  const std::string iso = date->is_string() ? date->get<std::string>() : std::string();
  record.date = date_of(iso.substr(0, 10));
  if (!record.date) return bad("\"date\" is no day: write it as YYYY-MM-DD", record.path);
  return record;
}

}  // namespace stet
