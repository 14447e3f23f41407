#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include "text/nearest.h"

namespace stet {

namespace {

void add_drafts(CLI::App& app, DraftsRequest& drafts) {
  app.add_option("PATH", drafts.paths, "Files and folders; - for standard input; nothing for this folder");
  app.add_option("--stdin-filename", drafts.stdin_filename,
                 "What standard input is called (its ending says the format)")
      ->type_name("NAME");
  app.add_option("--config", drafts.config, "This stet.toml and no other")->type_name("FILE");
  app.add_option_function<std::string>(
         "--date",
         [&drafts](const std::string& iso) {
           drafts.date = date_of(iso);
           if (!drafts.date || iso.size() != 10)
             throw CLI::ValidationError("--date", iso + " is not a day: YYYY-MM-DD");
         },
         "Publication date where the draft names none")
      ->type_name("YYYY-MM-DD");
  app.add_option("--jobs", drafts.jobs, "How many drafts to read at once (0: one for each core)")->type_name("N");
}

std::string nearest_in(const CLI::App& app, std::string_view word) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  return nearest(candidates, word);
}

// CLI11 says "The following arguments were not expected: --formt"; say what was meant.
std::string not_expected(const CLI::App& app, const std::string& word) {
  const auto used = app.get_subcommands();
  const CLI::App& here = used.empty() ? app : *used.front();
  std::string said = word.starts_with("-") ? "no option " + word : "no command " + word;
  if (const std::string near = nearest_in(here, word.substr(0, word.find('='))); !near.empty())
    return said + ": did you mean " + near + "?";
  return said + ": see " + (used.empty() ? "stet --help" : "stet " + here.get_name() + " --help");
}

}  // namespace

Asked read_command_line(std::vector<std::string> words) {
  CLI::App app("Underlines in a draft what a fact-checker would.", "stet");
  app.require_subcommand(1);
  app.set_help_all_flag("");
  app.set_version_flag("--version", "stet " STET_VERSION);

  FactsRequest facts;
  CLI::App* facts_command = app.add_subcommand("facts", "Print what was read in the drafts, as JSON");
  add_drafts(*facts_command, facts.drafts);
  facts_command->add_option("--format", "json")->check(CLI::IsMember({"json"}));

  try {
    std::reverse(words.begin(), words.end());
    app.parse(std::move(words));
  } catch (const CLI::CallForVersion& call) {
    return Answer{call.what() + std::string("\n"), 0};
  } catch (const CLI::CallForHelp&) {
    return Answer{app.help(), 0};
  } catch (const CLI::ExtrasError&) {
    return Answer{not_expected(app, app.remaining(true).front()), 2};
  } catch (const CLI::ParseError& error) {
    return Answer{error.what(), 2};
  }
  return facts;
}

}  // namespace stet
