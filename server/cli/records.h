#pragma once
// Records: an archive on standard input, a record a line: {"path": …, "text": …, "date": …}.
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <variant>

#include "cli/check_report.h"
#include "prose/context.h"

namespace stet {

// A line longer than this is no record, and is passed over without being kept.
inline constexpr std::size_t longest_record = std::size_t{64} << 20;

struct RecordLine {
  std::size_t number = 0;  // from 1
  std::string text;        // without its end
  bool too_long = false;
};

// Lines of a stream, as soon as they are there. Blank ones are counted and passed over.
class RecordLines {
 public:
  explicit RecordLines(std::FILE* stream) : stream_(stream) {}
  std::optional<RecordLine> next();

 private:
  bool fill();

  std::FILE* stream_;
  std::string buffer_;
  std::size_t at_ = 0, number_ = 0;
  bool ended_ = false;
};

struct Record {
  std::string path, text;
  std::optional<Date> date;
};

// Other members are passed over; a date may be missing or null.
std::variant<Record, BadRecord> record_of(const RecordLine& line);

}  // namespace stet
