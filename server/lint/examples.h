#pragma once
// Examples: the marked drafts on pages are the rules' tests. A draft is stripped of its marks, linted with that rule
// alone and marked again; it holds where the two texts are the same. A message need not be marked, nor a fix; a draft
// without marks must come back without.
//
// On the draft's fence stand its format, date=, genre=, locale=, lang= and the rule's options. With bytes=escaped,
// \xE9 in the draft is that byte. A ```file refs.bib fence before it stands beside it;
// other files are transcripts.
//
//   Examples examples(catalog);
//   const ExampleRun run = examples.run(*catalog->find("weasel-attribution"), page.examples[0]);
//   if (!run.holds()) std::cout << difference(run);
#include <memory>
#include <span>
#include <string>

#include "lint/lint.h"

namespace stet {

struct ExampleRun {
  std::uint32_t line = 0;       // on the page
  std::string expected, found;  // marked drafts
  std::vector<NotAssessed> not_assessed;
  bool holds() const { return expected == found; }
};

class Examples {
 public:
  explicit Examples(std::shared_ptr<const Catalog> catalog);

  // `rule` is one of the catalog's. Rules of the family waivers speak of other rules' findings: for them every rule
  // runs, and only their own findings are marked.
  ExampleRun run(const Rule& rule, const PageExample& example) const;

 private:
  std::shared_ptr<const Catalog> catalog_;
  std::shared_ptr<const Lexicon> lexicon_;
};

// Lines that are wanted (-) and lines that came (+), with equal lines around.
std::string difference(const ExampleRun& run);

// The page's text with every example as it came out, for review in the diff. `runs` are of the page's examples, in
// order.
std::string updated_page(const Page& page, std::span<const ExampleRun> runs);

}  // namespace stet
