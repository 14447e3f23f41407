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

#include "lint/finding.h"
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

// --format F or F=FILE.
struct ReportRequest {
  std::string format, file;  // an empty file: standard output
};

// --fail-on; nothing in it: never.
struct FailOn {
  std::optional<Severity> severity;
};

struct CheckRequest {
  enum class Colour : std::uint8_t { automatic, always, never };

  DraftsRequest drafts;
  std::vector<ReportRequest> reports;  // exactly one goes to standard output; none with dry_run
  std::vector<std::string> select, ignore;
  std::optional<FailOn> fail_on;  // nullopt: as the settings say
  Colour colour = Colour::automatic;
  std::string diff;                               // --diff: findings on lines changed since it; empty: all
  std::optional<std::filesystem::path> baseline;  // known findings; with write_baseline it need not be there
  bool records = false;                           // standard input is a record a line (--stdin-format jsonl)
  bool write_baseline = false;                    // put what is found there
  bool fix = false, dry_run = false;              // dry_run: what fix would change, as a diff
  bool quiet = false, statistics = false, watch = false;
};

struct FactsRequest {
  enum class Format : std::uint8_t { json, csv, html };

  DraftsRequest drafts;
  Format format = Format::json;
};

struct RulesRequest {
  std::string rule;  // empty: all, as a list
  std::optional<std::filesystem::path> config;
};

struct TestRequest {
  std::vector<std::string> paths;  // pages and folders of pages; empty: the built-in ones
  bool update = false;             // write what the examples gave into the pages
};

struct InitRequest {};

struct ConfigRequest {
  std::string path;  // empty: the working folder
  std::optional<std::filesystem::path> config;
  bool schema = false;
};

struct LspRequest {};

// What can be said without doing anything: help, the version, a mistake in the words. Status 0 goes to standard
// output, others to standard error.
struct Answer {
  std::string text;
  int status = 0;
};

using Asked =
    std::variant<Answer, CheckRequest, FactsRequest, RulesRequest, TestRequest, InitRequest, ConfigRequest, LspRequest>;

Asked read_command_line(std::vector<std::string> words);

}  // namespace stet
