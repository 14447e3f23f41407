#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <array>

#include "cli/check_report.h"
#include "text/nearest.h"

namespace stet {

namespace {

// Thrown inside CLI11's callbacks, caught below with its own.
[[noreturn]] void refuse(const std::string& option, const std::string& why) { throw CLI::ValidationError(option, why); }

std::string meant(std::span<const std::string_view> names, std::string_view word) {
  const std::string near = nearest(names, word);
  return near.empty() ? "" : ": did you mean " + near + "?";
}

std::string one_of(std::span<const std::string_view> names) {
  std::string all;
  for (const std::string_view name : names) all.append(all.empty() ? "" : ", ").append(name);
  return all;
}

void add_drafts(CLI::App& app, DraftsRequest& drafts) {
  app.add_option("PATH", drafts.paths, "Files and folders; - for standard input; without any, this folder")
      ->type_name("");
  app.add_option("--config", drafts.config, "This stet.toml and no other")->type_name("FILE");
  app.add_option_function<std::string>(
         "--date",
         [&drafts](const std::string& iso) {
           drafts.date = date_of(iso);
           if (!drafts.date || iso.size() != 10) refuse("--date", iso + " is no day: write it as YYYY-MM-DD");
         },
         "Publication date where the draft names none")
      ->type_name("YYYY-MM-DD");
  app.add_option("--stdin-filename", drafts.stdin_filename, "What standard input is called; its ending says the format")
      ->type_name("NAME");
  app.add_option("--jobs", drafts.jobs, "Drafts read at once; 0, the default, is one for each core")
      ->type_name("N")
      ->check(CLI::Range(0u, 1024u));
}

ReportRequest report_of(const std::string& word) {
  const std::size_t equals = word.find('=');
  ReportRequest report{word.substr(0, equals), {}};
  const auto formats = report_formats();
  if (std::find(formats.begin(), formats.end(), report.format) == formats.end()) {
    const std::string near = meant(formats, report.format);
    refuse("--format", "no format " + report.format + (near.empty() ? ": one of " + one_of(formats) : near));
  }
  if (equals == std::string::npos) return report;
  report.file = word.substr(equals + 1);
  if (report.file.empty()) refuse("--format", word + ": name a file after the =");
  return report;
}

FactsRequest::Format facts_format_of(const std::string& word) {
  static constexpr std::array<std::string_view, 3> names{"json", "csv", "html"};
  const auto at = std::find(names.begin(), names.end(), word);
  if (at == names.end()) refuse("--format", "no format " + word + ": one of " + one_of(names));
  return static_cast<FactsRequest::Format>(at - names.begin());
}

// Options of check whose words are looked at once all are there.
struct CheckWords {
  std::string write_baseline, stdin_format;
};

FailOn fail_on_of(const std::string& word) {
  static constexpr std::array<std::string_view, 5> names{"error", "warning", "information", "hint", "never"};
  const auto at = std::find(names.begin(), names.end(), word);
  if (at == names.end()) {
    const std::string near = meant(names, word);
    refuse("--fail-on", "no severity " + word + (near.empty() ? ": one of " + one_of(names) : near));
  }
  if (word == "never") return {};
  return {static_cast<Severity>(at - names.begin())};
}

void add_check(CLI::App& app, CheckRequest& check, CheckWords& later) {
  add_drafts(app, check.drafts);
  app.add_option_function<std::vector<std::string>>(
         "--format",
         [&check](const std::vector<std::string>& words) {
           for (const std::string& word : words) check.reports.push_back(report_of(word));
         },
         "How to report: " + one_of(report_formats()) + "; repeatable as F=FILE")
      ->type_name("F")
      ->allow_extra_args(false);
  app.add_option("--select", check.select, "Only these rules or families; all turns every rule on (repeatable)")
      ->type_name("RULE")
      ->allow_extra_args(false);
  app.add_option("--ignore", check.ignore, "Not these rules or families (repeatable)")
      ->type_name("RULE")
      ->allow_extra_args(false);
  app.add_option_function<std::string>(
         "--fail-on", [&check](const std::string& word) { check.fail_on = fail_on_of(word); },
         "Status 1 from this severity on: error (the default), warning, information, hint, never")
      ->type_name("SEVERITY");
  app.add_option_function<std::string>(
         "--color",
         [&check](const std::string& word) {
           if (word == "always") check.colour = CheckRequest::Colour::always;
           else if (word == "never") check.colour = CheckRequest::Colour::never;
           else if (word != "auto") refuse("--color", word + " is none of auto, always, never");
         },
         "auto, always or never")
      ->type_name("WHEN");
  app.add_option("--diff", check.diff, "Only what changed since the branch left this commit or branch")
      ->type_name("BASE");
  app.add_option("--baseline", check.baseline, "Leave out the findings that this file lists")->type_name("FILE");
  app.add_flag("--write-baseline", later.write_baseline,
               "List all findings in the baseline: in FILE, that of --baseline, or stet-baseline.json")
      ->type_name("[FILE.json]");
  app.add_flag("--fix", check.fix, "Apply the safe fixes, then check");
  app.add_flag("--dry-run", check.dry_run, "With --fix: change nothing, print a unified diff");
  app.add_option("--stdin-format", later.stdin_format,
                 "What standard input is: a draft, or jsonl: a record a line, {\"path\", \"text\", \"date\"}")
      ->type_name("F")
      ->check([](const std::string& word) {
        return word == "draft" || word == "jsonl" ? std::string() : "no format " + word + ": draft or jsonl";
      });
  app.add_flag("--watch", check.watch, "Check again whenever a draft or the settings change");
  app.add_flag("--quiet", check.quiet, "Findings alone, no summary");
  app.add_flag("--statistics", check.statistics, "Count the findings of each rule and file");
}

// The one report on standard output: text where no other was asked for. A diff takes its place.
std::optional<Answer> settle_reports(CheckRequest& check) {
  const auto on_output =
      std::count_if(check.reports.begin(), check.reports.end(), [](const ReportRequest& r) { return r.file.empty(); });
  if (check.dry_run && !check.fix) return Answer{"--dry-run shows what --fix would change: add --fix", 2};
  if (check.dry_run && on_output > 0)
    return Answer{"--dry-run: the diff goes to standard output: give the report a file (--format json=FILE)", 2};
  if (on_output > 1)
    return Answer{"--format: two reports on standard output: give one of them a file (--format sarif=FILE)", 2};
  if (on_output == 0 && !check.dry_run) check.reports.insert(check.reports.begin(), {"text", {}});
  return std::nullopt;
}

std::optional<Answer> settle_baseline(CheckRequest& check, const std::string& written) {
  if (written.empty()) return std::nullopt;
  check.write_baseline = true;
  std::filesystem::path file = check.baseline.value_or("stet-baseline.json");
  if (written != "true") file = written;
  if (check.baseline && *check.baseline != file) return Answer{"--baseline and --write-baseline name two files", 2};
  check.baseline = file;
  return std::nullopt;
}

// Records are an archive's: what needs files has no place there.
std::optional<Answer> settle_records(CheckRequest& check, const std::string& format) {
  check.records = format == "jsonl";
  if (!check.records) return std::nullopt;
  if (check.drafts.paths != std::vector<std::string>{"-"})
    return Answer{"--stdin-format jsonl reads standard input: give - as the only path", 2};
  for (const auto& [asked, option] : {std::pair{!check.diff.empty(), "--diff"},
                                      {check.baseline.has_value(), "--baseline"},
                                      {check.fix, "--fix"},
                                      {check.watch, "--watch"},
                                      {!check.drafts.stdin_filename.empty(), "--stdin-filename"}})
    if (asked) return Answer{std::string(option) + " is for files: records of --stdin-format jsonl have none", 2};
  return std::nullopt;
}

std::optional<Answer> fault_of(const DraftsRequest& drafts) {
  const auto inputs = std::count(drafts.paths.begin(), drafts.paths.end(), "-");
  if (inputs > 1) return Answer{"standard input (-) is named twice", 2};
  if (!drafts.stdin_filename.empty() && inputs == 0)
    return Answer{"--stdin-filename names standard input: add - to the paths", 2};
  return std::nullopt;
}

// --write-baseline FILE and --write-baseline=FILE are the same where FILE ends in .json: another word is a path to
// check.
void join_baseline(std::vector<std::string>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (words[i] == "--write-baseline" && words[i + 1].ends_with(".json")) {
      words[i] += "=" + words[i + 1];
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

std::vector<std::string> names_in(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

// CLI11 says "The following arguments were not expected: --formt"; say what was meant.
Answer not_expected(const CLI::App& app, const std::vector<std::string>& words) {
  const auto used = app.get_subcommands();
  const CLI::App& here = used.empty() ? app : *used.front();
  const std::vector<std::string> names = names_in(here);
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string& word = words.front();
  const std::string bare = word.substr(0, word.find('='));
  const std::string what = word.starts_with("-") ? "no option " : used.empty() ? "no command " : "not expected: ";
  const std::string near = meant(candidates, bare);
  const std::string help = "stet " + (used.empty() ? "" : here.get_name() + " ") + "--help";
  return {what + bare + (near.empty() ? ": see " + help : near), 2};
}

}  // namespace

Asked read_command_line(std::vector<std::string> words) {
  CLI::App app("Underlines in a draft what a fact-checker would.", "stet");
  app.require_subcommand(0, 1);
  app.set_version_flag("--version", "stet " STET_VERSION, "Print the version");
  app.set_help_flag("-h,--help", "Print this help");

  CheckRequest check;
  CLI::App* check_command = app.add_subcommand("check", "Check drafts: files, folders, or this folder");
  CheckWords check_words;
  add_check(*check_command, check, check_words);

  FactsRequest facts;
  CLI::App* facts_command = app.add_subcommand("facts", "Print what was read in drafts: sentences, figures, dates …");
  add_drafts(*facts_command, facts.drafts);
  facts_command
      ->add_option_function<std::string>(
          "--format", [&facts](const std::string& word) { facts.format = facts_format_of(word); },
          "json; csv or html: the claims, as a sheet for fact-checkers")
      ->type_name("F");

  RulesRequest rules;
  CLI::App* rules_command = app.add_subcommand("rules", "List the rules; with a rule's name, print its page");
  rules_command->add_option("RULE", rules.rule, "A rule, to read its page")->type_name("");
  rules_command->add_option("--config", rules.config, "This stet.toml and no other")->type_name("FILE");

  TestRequest test;
  CLI::App* test_command = app.add_subcommand("test", "Run the marked examples on rule pages");
  test_command->add_option("PATH", test.paths, "Pages and folders of pages; without any, the built-in ones")
      ->type_name("");
  test_command->add_flag("--update", test.update, "Write into the pages what the examples gave");

  CLI::App* init_command = app.add_subcommand("init", "Write a commented stet.toml into this folder");

  ConfigRequest config;
  CLI::App* config_command = app.add_subcommand("config", "Print the settings in force, and where each comes from");
  config_command->add_option("PATH", config.path, "The draft (or folder) that is asked about")->type_name("");
  config_command->add_option("--config", config.config, "This stet.toml and no other")->type_name("FILE");
  config_command->add_flag("--schema", config.schema, "Print the JSON Schema of stet.toml");

  CLI::App* lsp_command = app.add_subcommand("lsp", "The language server, on standard input and output");
  bool standard_streams = true;
  lsp_command->add_flag("--stdio", standard_streams, "Which is the only way it speaks, so this may be left out");

  join_baseline(words);
  try {
    std::reverse(words.begin(), words.end());
    app.parse(std::move(words));
  } catch (const CLI::CallForVersion&) {
    return Answer{"stet " STET_VERSION "\n", 0};
  } catch (const CLI::CallForHelp&) {
    return Answer{app.help(), 0};
  } catch (const CLI::ExtrasError&) {
    return not_expected(app, app.remaining(true));
  } catch (const CLI::ParseError& error) {
    return Answer{error.what(), 2};
  }
  if (*check_command) {
    if (auto fault = fault_of(check.drafts)) return *fault;
    if (auto fault = settle_baseline(check, check_words.write_baseline)) return *fault;
    if (auto fault = settle_records(check, check_words.stdin_format)) return *fault;
    if (auto fault = settle_reports(check)) return *fault;
    if (check.watch && std::count(check.drafts.paths.begin(), check.drafts.paths.end(), "-") > 0)
      return Answer{"--watch watches files: standard input is none", 2};
    return check;
  }
  if (*facts_command) {
    if (auto fault = fault_of(facts.drafts)) return *fault;
    return facts;
  }
  if (*rules_command) return rules;
  if (*test_command) return test;
  if (*init_command) return InitRequest{};
  if (*config_command) return config;
  if (*lsp_command) return LspRequest{};
  return Answer{"say what to do: stet check drafts/ (see stet --help)", 2};
}

}  // namespace stet
