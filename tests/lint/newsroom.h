#pragma once
// A newsroom's pages, and what they find: for the tests of lint/.
#include <string>
#include <utility>
#include <vector>

#include "lint/lint.h"

namespace stet::testing_lint {

struct Newsroom {
  std::shared_ptr<const Catalog> catalog;
  std::vector<PageError> errors;
  std::vector<Ready> checks;
  Context context;

  explicit Newsroom(const std::vector<std::pair<std::string, std::string>>& pages) {
    auto extended = Catalog(std::span<const BuiltInPage>()).with(pages);
    catalog = extended.catalog;
    errors = extended.errors;
    for (const Rule& rule : catalog->rules())
      checks.push_back({catalog, &rule, rule.page.loudness, make_check(rule, default_options(rule.page))});
    context.lexicon = make_lexicon(*catalog);
  }

  Facts facts(std::string draft) const { return read(Text(std::move(draft)), Format::plain, context); }
  Linted lint(std::string draft, const LintOptions& options = {}) const {
    return stet::lint(facts(std::move(draft)), Sources(), checks, options);
  }
  // The words flagged, in order.
  std::vector<std::string> flagged(const std::string& draft) const {
    std::vector<std::string> out;
    for (const Finding& finding : lint(draft).findings)
      out.push_back(draft.substr(finding.span.begin, finding.span.size()));
    return out;
  }
};

inline std::string page(const std::string& name, const std::string& body, const std::string& options = "") {
  return "# " + name + "\n\nWords the desk does not use.\n\n| option | default | meaning |\n|---|---|---|\n" +
         "| severity | warning | how loud |\n" + options + "\n" + body;
}

}  // namespace stet::testing_lint
