#include <fmt/format.h>

#include <algorithm>

#include "cli/console.h"
#include "cli/drafts.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/terminal.h"

namespace stet {

namespace {

struct Row {
  const Rule* rule;
  Severity severity;
  bool on;
};

std::vector<Row> rows_of(const Settings& settings) {
  std::error_code unknown;
  const auto in_force = settings.for_path(std::filesystem::current_path(unknown) / "draft.md");
  const auto on = in_force->checks_for(Genre::news);
  std::vector<Row> rows;
  for (const Rule& rule : settings.catalog()->rules()) {
    const auto ready = std::find_if(on.begin(), on.end(), [&](const Ready& r) { return r.rule == &rule; });
    const Severity severity = rule.page.severity.value_or(rule.page.loudness);
    rows.push_back({&rule, ready != on.end() ? ready->severity : severity, ready != on.end()});
  }
  return rows;
}

std::string lines(const std::vector<Row>& rows) {
  std::string out;
  for (const Row& row : rows)
    out += fmt::format("{}\t{}\t{}\t{}\n", row.rule->page.name, row.rule->page.family, severity_name(row.severity),
                       row.on ? "on" : "off");
  return out;
}

// What fits of the summary's first sentence.
std::string brief(std::string_view summary, std::size_t width) {
  std::string line = printable(summary.substr(0, std::min(summary.find(". "), summary.find_last_not_of(". \n") + 1)));
  if (columns_of(line) <= width) return line;
  std::string out;
  std::size_t used = 1;
  for (const Cell& cell : cells_of(line)) {
    if (used + cell.columns > width) break;
    used += cell.columns;
    out += cell.shown;
  }
  return fmt::format("{}…", out.substr(0, out.find_last_of(' ')));
}

// Rules under their family.
std::string table(const std::vector<Row>& rows, bool colour) {
  std::size_t name = 0;
  for (const Row& row : rows) name = std::max(name, row.rule->page.name.size());
  const std::size_t before = 2 + name + 2 + 11 + 2, width = terminal_width();
  std::string out, family;
  for (const Row& row : rows) {
    const Page& page = row.rule->page;
    if (page.family != family)
      out += fmt::format("{}{}\n", out.empty() ? "" : "\n", inked(page.family, Ink::strong, colour));
    family = page.family;
    const std::string level = fmt::format("{:<11}", row.on ? severity_name(row.severity) : "off");
    out += fmt::format("  {:<{}}  {}  {}\n", page.name, name,
                       inked(level, row.on ? ink_of(row.severity) : Ink::faint, colour),
                       inked(brief(page.summary, width - std::min(width, before)), Ink::faint, colour));
  }
  return out + "\nstet rules RULE prints a rule's page.\n";
}

}  // namespace

int run_rules(const RulesRequest& request, std::shared_ptr<const Catalog> built_in) {
  const Loaded loaded = load_settings(here(std::move(built_in), request.config));
  for (const ConfigError& error : loaded.errors) complain(shown(error.origin) + ": " + error.message);
  const Catalog& catalog = *loaded.settings->catalog();
  Output out = Output::standard();
  if (request.rule.empty()) {
    const std::vector<Row> rows = rows_of(*loaded.settings);
    out.write(is_terminal(stdout) ? table(rows, wants_colour(stdout)) : lines(rows));
  } else if (const Rule* rule = catalog.find(request.rule)) {
    out.write(rule->page.text);
  } else {
    const std::string near = catalog.nearest(request.rule);
    complain("no rule " + request.rule + (near.empty() ? ": stet rules lists them" : ": did you mean " + near + "?"));
    return 2;
  }
  return std::max(loaded.errors.empty() ? 0 : 2, out.finish());
}

}  // namespace stet
