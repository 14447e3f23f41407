// One acronym for two names, and one name with two acronyms.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/acronym_table.h"
#include "facts/word_view.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

using Words = std::vector<std::string>;

// The words of a long form that weigh: small letters, singular, without "of", "the" and the like; sorted.
Words weights(const Paragraph& p, WordRange form, const Lexicon& lexicon) {
  Words out;
  for (std::uint32_t i = form.first; i < form.last; ++i) {
    const Word& w = p.words[i];
    if ((w.kind != WordKind::word && w.kind != WordKind::number) || p.text(i).starts_with("'") ||
        p.text(i).starts_with("’"))
      continue;
    if (lexicon.is(w.id, WordClass::preposition) || lexicon.is(w.id, WordClass::determiner) ||
        lexicon.is(w.id, WordClass::conjunction))
      continue;
    std::string word = fold_accents(p.text(i));
    // British and American, plural and singular: one word.
    word = singular(word);
    std::replace(word.begin(), word.end(), 'z', 's');
    if (word.ends_with("tre")) word.replace(word.size() - 2, 2, "er");
    out.push_back(std::move(word));
  }
  std::sort(out.begin(), out.end());
  return out;
}

enum class Relation { same, part, other };

Relation relation(const Words& a, const Words& b) {
  if (a == b) return Relation::same;
  if (std::includes(a.begin(), a.end(), b.begin(), b.end()) || std::includes(b.begin(), b.end(), a.begin(), a.end()))
    return Relation::part;
  return Relation::other;
}

struct Definition {
  AcronymUse use;
  Words words;
};

class Reader {
 public:
  Reader(std::size_t sections, const Facts& facts, Report& report)
      : sections_(sections), facts_(facts), report_(report) {}

  void draft() {
    for (const AcronymEntry& entry : acronym_table(facts_)) {
      std::vector<Definition> definitions;
      for (const AcronymUse use : entry.definitions)
        if (counts(use))
          definitions.push_back({use, weights(facts_.paragraph(use.paragraph), *at(use).long_form, facts_.lexicon())});
      if (definitions.empty()) continue;
      one_acronym(entry, definitions);
      one_name(entry, definitions.front());
    }
  }

 private:
  const Acronym& at(AcronymUse use) const { return facts_.local(use.paragraph).acronyms[use.index]; }

  bool counts(AcronymUse use) const {
    const Zone zone = facts_.paragraph(use.paragraph).zone;
    return (zone == Zone::body || zone == Zone::list || zone == Zone::caption) && !at(use).quoted &&
           at(use).long_form->size() > 1 &&
           !holds(facts_.paragraph(use.paragraph), *at(use).long_form, at(use).short_form.first);
  }

  bool in_caption(AcronymUse use) const { return facts_.paragraph(use.paragraph).zone == Zone::caption; }

  // "END phenomenon negative (END-)" is spelt out by itself.
  static bool holds(const Paragraph& p, WordRange form, std::uint32_t word) {
    return std::any_of(p.words.begin() + form.first, p.words.begin() + form.last,
                       [&](const Word& w) { return w.id == p.words[word].id; });
  }

  Span place(AcronymUse use) const {
    const Paragraph& p = facts_.paragraph(use.paragraph);
    const Acronym& a = at(use);
    WordRange both{std::min(a.short_form.first, a.long_form->first), std::max(a.short_form.last, a.long_form->last)};
    if (both.last < p.words.size() && (p.words[both.last].is_mark(U')') || p.words[both.last].is_mark(U']')))
      ++both.last;
    return p.span(both);
  }

  // "not to be confused with": the draft tells the two apart.
  bool told_apart(AcronymUse use) const {
    const Paragraph& p = facts_.paragraph(use.paragraph);
    const WordView view(p, facts_.context());
    const WordRange words = p.sentences[p.sentence_of(at(use).short_form.first)].words;
    for (std::uint32_t i = words.first; i < words.last; ++i)
      if (view.any(i, {"confused", "another", "unrelated", "formerly", "renamed", "namesake", "later", "previously",
                       "predecessor"}))
        return true;
    return false;
  }

  std::size_t sections_between(AcronymUse a, AcronymUse b) const {
    std::size_t n = 0;
    for (std::uint32_t p = a.paragraph; p < b.paragraph; ++p) n += facts_.paragraph(p).zone == Zone::subhead ? 1 : 0;
    return n;
  }

  void one_acronym(const AcronymEntry& entry, const std::vector<Definition>& definitions) {
    for (std::size_t i = 1; i < definitions.size(); ++i) {
      const Definition& again = definitions[i];
      // A caption is read by itself: it may define again, in the same words.
      const auto end = definitions.begin() + static_cast<std::ptrdiff_t>(i);
      const auto before = std::find_if(definitions.begin(), end, [&](const Definition& d) {
        return !(in_caption(d.use) || in_caption(again.use)) || relation(d.words, again.words) != Relation::same;
      });
      if (before == end) continue;
      const Definition& first = *before;
      if (told_apart(first.use) || told_apart(again.use)) continue;
      const Relation how = relation(first.words, again.words);
      if (how != Relation::other && sections_ > 0 && sections_between(first.use, again.use) >= sections_) continue;
      const Paragraph& p = facts_.paragraph(again.use.paragraph);
      const std::string there = facts_.paragraph(first.use.paragraph).text(*at(first.use).long_form);
      auto added = report_.add(again.use.paragraph, place(again.use),
                               how == Relation::other ? fmt::format("“{}” has stood for “{}” before", entry.key, there)
                                                      : fmt::format("“{}” is spelt out a second time", entry.key));
      added.related(first.use.paragraph, place(first.use), "the first definition");
      if (how == Relation::other)
        added.fix("Leave the acronym out here",
                  {{again.use.paragraph, place(again.use), p.text(*at(again.use).long_form)}});
      else
        added.fix(fmt::format("Write {} alone", entry.key),
                  {{again.use.paragraph, place(again.use), std::string(p.text(at(again.use).short_form))}});
      std::string table = "| expansion |\n| --- |\n";
      for (const Definition& d : definitions)
        table += fmt::format("| {} |\n", facts_.paragraph(d.use.paragraph).text(*at(d.use).long_form));
      added.detail(std::move(table));
      if (how != Relation::other) added.at_most(Severity::hint);
      return;
    }
  }

  void one_name(const AcronymEntry& entry, const Definition& definition) {
    std::string key;
    for (const std::string& word : definition.words) key += word + ' ';
    const auto [it, added] = named_.try_emplace(std::move(key), definition.use);
    if (added || told_apart(definition.use) || told_apart(it->second)) return;
    const Paragraph& before = facts_.paragraph(it->second.paragraph);
    const std::string other(before.text(at(it->second).short_form));
    auto told = report_.add(definition.use.paragraph, place(definition.use),
                            fmt::format("One name, two acronyms: “{}” here, “{}” before", entry.key, other));
    told.related(it->second.paragraph, place(it->second), other);
  }

  std::size_t sections_;
  const Facts& facts_;
  Report& report_;
  std::unordered_map<std::string, AcronymUse> named_;  // by the words of the long form
};

}  // namespace

Check acronym_two_expansions(const Options& options) {
  const auto sections = static_cast<std::size_t>(std::clamp(options.number("redefine_after_sections"), 0.0, 1000.0));
  return [sections](const Facts& facts, const Sources&, Report& report) { Reader(sections, facts, report).draft(); };
}

}  // namespace stet::rules
