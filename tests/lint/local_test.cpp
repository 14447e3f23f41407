// Checks of paragraph scope find in a paragraph what they find in it alone, whatever stands around it. Tried on every
// draft of every page, with every such check.
#include "lint/local.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "catalog.h"
#include "lint/marks.h"

namespace stet {
namespace {

struct Everything {
  std::shared_ptr<const Catalog> catalog = std::make_shared<const Catalog>(built_in_pages());
  std::vector<Ready> checks;  // of paragraph scope
  Context context;

  Everything() {
    for (const Rule& rule : catalog->rules())
      if (!rule.page.draft_scope)
        checks.push_back({catalog, &rule, rule.page.loudness, make_check(rule, default_options(rule.page))});
    context.lexicon = make_lexicon(*catalog);
    context.date = Date{std::chrono::year(2020), std::chrono::June, std::chrono::day(1)};
  }
};

std::string shown(const Finding& f) {
  std::string out = std::to_string(f.span.begin) + "–" + std::to_string(f.span.end) + " " + f.message + " " + f.detail;
  for (const Related& related : f.related)
    out += " | " + std::to_string(related.span.begin) + "–" + std::to_string(related.span.end) + " " + related.message;
  for (const Fix& fix : f.fixes) {
    out += " | " + fix.title;
    for (const Edit& edit : fix.edits) out += " " + std::to_string(edit.span.begin) + edit.text;
  }
  return out;
}

std::vector<std::string> found_by(const Everything& all, const Facts& facts, std::size_t at_hand) {
  std::vector<std::string> out;
  const FoundLocally found = find_locally(facts, Sources(), all.checks, {}, at_hand);
  for (std::size_t c = 0; c < all.checks.size(); ++c) {
    const std::string& rule = all.checks[c].rule->page.name;
    for (const Finding& finding : found.findings[c]) out.push_back(rule + " " + shown(finding));
    for (const NotAssessed& why : found.not_assessed[c]) out.push_back(rule + " not assessed: " + why.why);
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Local, ParagraphsAreJudgedAloneAsAmongOthers) {
  const Everything all;
  ASSERT_GT(all.checks.size(), 20u);
  std::size_t findings = 0;
  for (const Rule& rule : all.catalog->rules())
    for (const PageExample& example : rule.page.examples) {
      const auto marked = std::get<Marked>(read_marks(example.marked));
      const Facts facts = read(Text(marked.plain), *format_of_path("draft." + example.format), all.context);
      const auto whole = found_by(all, facts, facts.size() + 1);
      findings += whole.size();
      EXPECT_EQ(found_by(all, facts, 1), whole) << rule.page.path << ":" << example.line;
    }
  EXPECT_GT(findings, 200u);
}

TEST(Local, WhatIsNotAssessedIsSaidOnce) {
  Everything all;
  all.context.date.reset();
  const std::string draft = "The pier opens on Monday.\n\nThe pier opened a year ago.\n\nIt opens next week.\n";
  const Facts facts = read(Text(draft), Format::plain, all.context);
  const auto found = found_by(all, facts, 1);
  EXPECT_EQ(std::adjacent_find(found.begin(), found.end()), found.end());
  EXPECT_EQ(found, found_by(all, facts, 9));
}

}  // namespace
}  // namespace stet
