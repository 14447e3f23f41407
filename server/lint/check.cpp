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

void add_more_words(const std::map<std::string, OptionValue, std::less<>>& options, MoreWords& more) {
  constexpr std::string_view prefix = "more_";
  for (const auto& [name, value] : options) {
    const auto* entries = std::get_if<std::vector<std::string>>(&value);
    if (entries == nullptr || !name.starts_with(prefix)) continue;
    if (const auto c = word_class_of(std::string_view(name).substr(prefix.size())))
      for (const std::string& entry : *entries) more.emplace_back(*c, entry);
  }
}

std::shared_ptr<const Lexicon> make_lexicon(const Catalog& catalog, const MoreWords& more) {
  Lexicon::Builder builder;
  for (const Rule& rule : catalog.rules()) {
    add_phrases(rule.page, builder);
    add_pattern_words(rule.page, builder);
  }
  for (auto [c, entry] : more) {
    std::replace(entry.begin(), entry.end(), '/', ',');
    builder.add_entry(entry, c);
  }
  return std::move(builder).build();
}

}  // namespace stet
