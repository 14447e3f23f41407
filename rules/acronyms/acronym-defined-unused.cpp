// Acronyms that are introduced and never used.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "facts/acronym_table.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

// The brackets that the short form stands in, with the white space before them; empty where it stands in none.
Span brackets(const Paragraph& p, WordRange short_form) {
  if (short_form.first == 0 || short_form.last >= p.words.size()) return {};
  const Word &open = p.words[short_form.first - 1], &close = p.words[short_form.last];
  const bool round = open.is_mark(U'(') && close.is_mark(U')'), square = open.is_mark(U'[') && close.is_mark(U']');
  return round || square ? Span{open.begin, close.end} : Span{};
}

// Does the word come anywhere but in one sentence? Letters that may be a number ("CMI") are no mention, but a use.
bool elsewhere(const Facts& facts, WordId id, std::size_t paragraph, WordRange sentence) {
  for (std::size_t p = 0; p < facts.size(); ++p) {
    const std::vector<Word>& words = facts.paragraph(p).words;
    for (std::uint32_t i = 0; i < words.size(); ++i)
      if (words[i].id == id && words[i].has(Word::capitals) && !(p == paragraph && sentence.contains(i))) return true;
  }
  return false;
}

bool letters(const std::string& key) {
  return key.size() >= 2 && std::count_if(key.begin(), key.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

}  // namespace

Check acronym_defined_unused(const Options& options) {
  std::set<std::string, std::less<>> keep;
  for (const std::string& word : options.list("keep")) keep.insert(acronym_key(word));
  const auto min_uses = static_cast<std::size_t>(std::clamp(options.number("min_later_uses"), 1.0, 100.0));
  return [keep = std::move(keep), min_uses](const Facts& facts, const Sources&, Report& report) {
    for (const AcronymEntry& entry : acronym_table(facts)) {
      if (entry.definitions.empty() || !letters(entry.key) || keep.contains(entry.key)) continue;
      const AcronymUse first = entry.definitions.front();
      const Paragraph& p = facts.paragraph(first.paragraph);
      const Acronym& a = facts.local(first.paragraph).acronyms[first.index];
      if (!in_running_text(p.zone) || p.zone == Zone::block_quote || a.quoted || a.short_form.size() > 1) continue;
      const Span place = brackets(p, a.short_form);
      if (place.empty()) continue;
      // Every other mention counts, but what stands in the definition's own sentence helps nobody later.
      const std::uint32_t sentence = p.sentence_of(a.short_form.first);
      const auto uses =
          static_cast<std::size_t>(std::count_if(entry.uses.begin(), entry.uses.end(), [&](AcronymUse use) {
            if (use.paragraph == first.paragraph && use.index == first.index) return false;
            const Acronym& other = facts.local(use.paragraph).acronyms[use.index];
            return use.paragraph != first.paragraph || p.sentence_of(other.short_form.first) != sentence;
          }));
      if (uses >= min_uses) continue;
      if (uses == 0 && elsewhere(facts, p.words[a.short_form.first].id, first.paragraph, p.sentences[sentence].words))
        continue;
      auto added =
          report.add(first.paragraph, place, fmt::format("“{}” is introduced here and not used again", entry.key));
      const std::uint32_t before = p.words[a.short_form.first - 2].end;
      added.fix("Remove the brackets", {{first.paragraph, {before, place.end}, ""}});
      added.detail(fmt::format("Uses behind the definition: {}.", uses));
    }
  };
}

}  // namespace stet::rules
