#include <algorithm>

#include "lint/lint.h"
#include "lint/patterns.h"
#include "lint/phrases.h"

namespace stet {

Check make_check(const Rule& rule, const Options& options) {
  std::vector<Check> parts;
  if (rule.make != nullptr) parts.push_back(rule.make(options));
  const Rows rows = rule.make != nullptr ? Rows::speaking : Rows::all;
  if (std::any_of(rule.page.phrases.begin(), rule.page.phrases.end(),
                  [&](const PhraseRow& row) { return rows == Rows::all || speaks(row); }))
    parts.push_back(phrase_check(rule.page, options, rows));
  if (!rule.page.patterns.empty()) parts.push_back(pattern_check(rule.page, options));
  if (parts.size() == 1) return std::move(parts[0]);
  return [parts = std::move(parts)](const Facts& facts, const Sources& sources, Report& report) {
    for (const Check& part : parts) part(facts, sources, report);
  };
}

std::shared_ptr<const Lexicon> make_lexicon(const Catalog& catalog) {
  Lexicon::Builder builder;
  for (const Rule& rule : catalog.rules()) {
    add_phrases(rule.page, builder);
    add_pattern_words(rule.page, builder);
  }
  return std::move(builder).build();
}

}  // namespace stet
