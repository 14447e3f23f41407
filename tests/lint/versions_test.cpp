// A draft linted with the help of the version before has the findings of a fresh one. Tried with every rule, on drafts
// put together from the examples of all pages, under edits that put in, take out and move what stands on them.
// STET_DRAFTS says how many drafts are tried.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "catalog.h"
#include "lint/lint.h"
#include "lint/marks.h"
#include "lint/sources.h"
#include "support/two_hands.h"

namespace stet {
namespace {

struct Desk {
  std::shared_ptr<const Catalog> catalog = std::make_shared<const Catalog>(built_in_pages());
  std::vector<Ready> checks;
  Context context;
  std::vector<std::string> paragraphs;  // of the examples

  explicit Desk(std::string_view format) {
    for (const Rule& rule : catalog->rules()) {
      checks.push_back({catalog, &rule, rule.page.loudness, make_check(rule, default_options(rule.page))});
      for (const PageExample& example : rule.page.examples)
        if (example.format == format) add(std::get<Marked>(read_marks(example.marked)).plain);
    }
    context.lexicon = make_lexicon(*catalog);
    context.date = Date{std::chrono::year(2020), std::chrono::June, std::chrono::day(1)};
  }

  void add(const std::string& draft) {
    for (std::size_t at = 0; at < draft.size();) {
      const std::size_t end = std::min(draft.find("\n\n", at), draft.size());
      paragraphs.push_back(draft.substr(at, end - at));
      at = end + 2;
    }
  }

  Facts read(const std::string& text, const Facts* before = nullptr) const {
    return stet::read(Text(text), Format::markdown, context, before);
  }
  Linted lint(const Facts& facts, const LintOptions& options) const { return stet::lint(facts, {}, checks, options); }
};

std::vector<std::string> told(const Linted& linted) {
  std::vector<std::string> out;
  for (const Finding& f : linted.findings) {
    std::string line = f.rule + " " + f.fingerprint + " " + std::to_string(f.span.begin) + "–" +
                       std::to_string(f.span.end) + " " + f.message + " " + f.detail;
    for (const Related& r : f.related) line += " | " + std::to_string(r.span.begin) + " " + r.message;
    for (const Fix& fix : f.fixes)
      for (const Edit& e : fix.edits) line += " | " + std::to_string(e.span.begin) + e.text;
    out.push_back(line);
  }
  for (const NotAssessed& n : linted.not_assessed) out.push_back(n.rule + " not assessed: " + n.why);
  return out;
}

TEST(Versions, HaveTheFindingsOfAFreshReading) {
  const Desk desk("md");
  ASSERT_GT(desk.paragraphs.size(), 500u);
  std::mt19937 random(5);
  const auto below = [&](std::size_t n) { return random() % n; };
  const auto any = [&] { return desk.paragraphs[below(desk.paragraphs.size())]; };
  const char* const said = std::getenv("STET_DRAFTS");
  const int drafts = said != nullptr ? std::atoi(said) : 25;
  const InPairs in_pairs = two_hands();
  std::size_t findings = 0;
  for (int draft = 0; draft < drafts; ++draft) {
    std::string text;
    const int paragraphs = draft % 12 == 11 ? 1200 : 40;
    for (int n = 0; n < paragraphs; ++n) text += any() + "\n\n";
    Facts facts = desk.read(text);
    Linted linted = desk.lint(facts, {.keep = true});
    for (int edit = 0; edit < 12; ++edit) {
      const std::string was = text;
      std::size_t at = below(text.size());
      switch (below(6)) {
        case 0: at = std::min(text.find("\n\n", at), text.size() - 2) + 2, text.insert(at, any() + "\n\n"); break;
        case 1: text.erase(at, 1 + below(80)); break;
        case 2: text.insert(at, std::string(1, static_cast<char>('a' + below(26)))); break;
        case 3: text.erase(at, 1); break;
        case 4: {
          const std::string piece = any();
          text.insert(at, " " + piece.substr(below(piece.size() + 1), 30) + " ");
          break;
        }
        default: {
          const std::string piece = text.substr(at, below(400));
          text.erase(at, piece.size());
          text.insert(below(text.size() + 1), piece);
        }
      }
      const LintedBefore before{&facts, linted.kept};
      Facts next = desk.read(text, &facts);
      // The long drafts by two threads.
      Linted again = desk.lint(next, {.before = &before, .keep = true, .in_pairs = &in_pairs});
      const Facts fresh = desk.read(text);
      ASSERT_EQ(told(again), told(desk.lint(fresh, {}))) << "draft " << draft << ", edit " << edit << ": \n"
                                                         << was << "\n=====\n"
                                                         << text;
      findings += again.findings.size();
      facts = std::move(next);
      linted = std::move(again);
    }
  }
  EXPECT_GT(findings, static_cast<std::size_t>(drafts) * 100);
}

}  // namespace
}  // namespace stet
