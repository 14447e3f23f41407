#include <fmt/format.h>

#include "config/effective.h"
#include "config/settings.h"

namespace stet {

namespace {

constexpr std::string_view head =
    R"(# stet.toml: what stet asks of the drafts in this folder and below. Every line is as it ships; take away the # to
# change it. `stet config PATH` prints what counts for a draft and why.

# date = 2026-11-02            # publication date, where a draft's front matter names none
# locale = "en-US"             # decides 03/04 and how digits are grouped
# lang = "en"                  # drafts in other languages are not assessed
# genre = "news"               # news, magazine, opinion, review, academic, encyclopedic, press-release, fiction
# fail-on = "error"            # from which severity on `stet check` ends with 1: error, warning, information, hint, never
# ignore = ["archive/**"]      # drafts to pass over, as in .gitignore
# sources = ["notes/*.txt"]    # transcripts that quotations are held against
# extends = "desk/stet.toml"   # settings to begin with; a list, too; inside this workspace

# Other settings for some drafts:
#
# [[overrides]]
# files = ["opinion/**"]
# genre = "opinion"
# rules = { attribution = "hint" }

[rules]
# paths = ["desk/"]            # folders with pages of your own rules

# A rule, or a whole family, takes a severity (error, warning, information, hint), "off", true or false; a rule a table
# with its options besides. A list stands in place of the one that ships; with a + before every entry it is added:
# holders = ["+boffins"].
)";

std::string shipped_severity(const Page& page) {
  return std::string(page.severity ? severity_name(*page.severity) : "off");
}

// The first sentence, on one line.
std::string short_summary(const Page& page) {
  std::string out = page.summary.substr(0, page.summary.find(". "));
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  while (out.ends_with('.') || out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

std::string initial_config(const Catalog& catalog) {
  std::string out(head), family;
  for (const Rule& rule : catalog.rules()) {
    const Page& page = rule.page;
    if (page.family != family) out += fmt::format("\n# {}\n", family = page.family);
    std::string options;
    for (const PageOption& option : page.options)
      options += fmt::format(", {} = {}", option.name, toml_value(option.value));
    out += fmt::format("\n# {}.\n", short_summary(page));
    if (options.empty()) out += fmt::format("# {} = \"{}\"\n", page.name, shipped_severity(page));
    else out += fmt::format("# {} = {{ severity = \"{}\"{} }}\n", page.name, shipped_severity(page), options);
  }
  return out;
}

}  // namespace stet
