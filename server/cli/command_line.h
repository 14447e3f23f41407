#pragma once
// The command line: words after "stet" -> what is asked. Nothing is read or written here.
//
//   Asked asked = read_command_line({"check", "--date", "2026-11-02", "drafts/"});
//   std::get<CheckRequest>(asked).drafts.paths          // {"drafts/"}
//   std::get<Answer>(read_command_line({"chek"}))       // status 2: no command "chek": did you mean check?
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "prose/context.h"

namespace stet {

// What check and facts ask alike.
struct DraftsRequest {
  std::vector<std::string> paths;  // files, folders, "-" for standard input; empty: the working folder
  std::string stdin_filename;      // what standard input is called, and by its ending which format it is
  std::optional<std::filesystem::path> config;
  std::optional<Date> date;
  unsigned jobs = 0;  // 0: one for each core
};

struct FactsRequest {
  DraftsRequest drafts;
};

// What can be said without doing anything: help, the version, a mistake in the words. Status 0 goes to standard
// output, others to standard error.
struct Answer {
  std::string text;
  int status = 0;
};

using Asked = std::variant<Answer, FactsRequest>;

Asked read_command_line(std::vector<std::string> words);

}  // namespace stet
