// Checks of paragraph scope find in a paragraph what they find in it alone, whatever stands around it. Tried on every
// draft of every page, with every such check.
#include "lint/local.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "bench/news.h"
#include "catalog.h"
#include "lint/marks.h"
#include "support/engine.h"

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
  const Known nothing(facts, all.checks, nullptr);
  LocalChecks local(facts, all.checks, nothing, false, Report::Many::keep);
  for (std::size_t first = 0; first < facts.size(); first += at_hand)
    local.run(first, std::min(first + at_hand, facts.size()));
  const FoundLocally found = local.take();
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

std::vector<std::string> told(const Linted& linted) {
  std::vector<std::string> out;
  for (const Finding& finding : linted.findings) out.push_back(finding.fingerprint + " " + shown(finding));
  return out;
}

TEST(Local, AVersionLintedFromTheOneBeforeFindsWhatAFreshOneFinds) {
  const Engine engine;
  std::mt19937 random(7);
  const auto below = [&](std::size_t n) { return random() % n; };
  const std::vector<std::string> typed{"TK ", "\n\n",        "“", " a a ", "", "", "$5 billion percent ",
                                       "# ",  "In 1866 BC, "};
  std::string draft = "---\ntitle: Tides\n---\n\n" + bench::news_draft(3, 20'000);
  Facts facts = engine.read(Text(draft), Format::markdown);
  Linted linted = engine.lint(facts, {.keep = true});
  for (int edit = 0; edit < 200; ++edit) {
    const std::size_t at = edit % 50 == 49 ? 5 : below(draft.size());
    draft.replace(at, below(4), typed[below(typed.size())]);
    Facts next = engine.read(Text(draft), Format::markdown, &facts);
    const LintedBefore before{&facts, linted.kept};
    linted = engine.lint(next, {.before = &before, .keep = true});
    ASSERT_NE(linted.kept, nullptr);
    ASSERT_EQ(told(linted), told(engine.lint(next))) << "after edit " << edit;
    facts = std::move(next);
  }
}

// Paragraphs are compared as they read, and an address behind a link is not read.
TEST(Local, AnAddressThatChangesBehindItsLinkIsLookedAtAgain) {
  const Engine engine;
  const Facts facts = engine.read(Text("See [the log](https://example.net/a) of the pier.\n"), Format::markdown);
  const Linted linted = engine.lint(facts, {.keep = true});
  ASSERT_EQ(linted.findings.size(), 1u);
  const Facts next = engine.read(Text("See [the log](https://pier-log.net/) of the pier.\n"), Format::markdown, &facts);
  ASSERT_EQ(&next.paragraph(0), &facts.paragraph(0));
  const LintedBefore before{&facts, linted.kept};
  EXPECT_TRUE(engine.lint(next, {.before = &before}).findings.empty());
}

}  // namespace
}  // namespace stet
