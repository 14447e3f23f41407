// Acronyms that are introduced and never used.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/acronym_table.h"
#include "facts/word_set.h"
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

// A definition that no mention follows.
struct Idle {
  const AcronymEntry* entry;
  AcronymUse use;
  Span place;
  std::size_t uses = 0;
  WordId word = 0;
  bool elsewhere = false;
};

bool letters(const std::string& key) {
  return key.size() >= 2 && std::count_if(key.begin(), key.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

class Reader {
 public:
  Reader(const std::set<std::string, std::less<>>& keep, std::size_t min_uses, const Facts& facts, Report& report)
      : keep_(keep), min_uses_(min_uses), facts_(facts), report_(report) {}

  void draft() {
    const std::vector<AcronymEntry> table = acronym_table(facts_);
    for (const AcronymEntry& entry : table) look(entry);
    if (idle_.empty()) return;
    find_words();
    for (const Idle& idle : idle_)
      if (!idle.elsewhere) tell(idle);
  }

 private:
  const Acronym& at(AcronymUse use) const { return facts_.local(use.paragraph).acronyms[use.index]; }

  std::uint32_t sentence(AcronymUse use) const {
    return facts_.paragraph(use.paragraph).sentence_of(at(use).short_form.first);
  }

  void look(const AcronymEntry& entry) {
    if (entry.definitions.empty() || !letters(entry.key) || keep_.contains(entry.key)) return;
    const AcronymUse first = entry.definitions.front();
    const Paragraph& p = facts_.paragraph(first.paragraph);
    const Acronym& a = at(first);
    if (!in_running_text(p.zone) || p.zone == Zone::block_quote || a.quoted || a.short_form.size() > 1) return;
    const Span place = brackets(p, a.short_form);
    if (place.empty()) return;
    // Every other mention counts, but what stands in the definition's own sentence helps nobody later.
    const auto uses = std::count_if(entry.uses.begin(), entry.uses.end(), [&](AcronymUse use) {
      return use.paragraph != first.paragraph || sentence(use) != sentence(first);
    });
    if (static_cast<std::size_t>(uses) >= min_uses_) return;
    idle_.push_back({&entry, first, place, static_cast<std::size_t>(uses), p.words[a.short_form.first].id});
  }

  // Does the word come anywhere but in that sentence? Letters that may be a number ("CMI"), or that are not all
  // capitals ("FasL"), are no mention, but a use.
  void find_words() {
    std::unordered_multimap<WordId, Idle*> wanted;
    WordSet ids;
    for (Idle& idle : idle_) {
      wanted.emplace(idle.word, &idle);
      ids.insert(idle.word);
    }
    for (std::uint32_t p = 0; p < facts_.size(); ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      for (std::uint32_t i = 0; i < paragraph.words.size(); ++i) {
        const Word& w = paragraph.words[i];
        if (!ids.contains(w.id)) continue;
        const auto [from, to] = wanted.equal_range(w.id);
        for (auto it = from; it != to; ++it) {
          Idle& idle = *it->second;
          const Word& own = facts_.paragraph(idle.use.paragraph).words[at(idle.use).short_form.first];
          const bool same = p == idle.use.paragraph && paragraph.sentence_of(i) == sentence(idle.use);
          if (!same && w.has(Word::capitals) == own.has(Word::capitals)) idle.elsewhere = true;
        }
      }
    }
  }

  void tell(const Idle& idle) {
    const Paragraph& p = facts_.paragraph(idle.use.paragraph);
    auto added = report_.add(idle.use.paragraph, idle.place,
                             fmt::format("“{}” is introduced here and not used again", idle.entry->key));
    const std::uint32_t before = p.words[at(idle.use).short_form.first - 2].end;
    added.fix("Remove the brackets", {{idle.use.paragraph, {before, idle.place.end}, ""}});
    added.detail(fmt::format("Uses behind the definition: {}.", idle.uses));
  }

  const std::set<std::string, std::less<>>& keep_;
  std::size_t min_uses_;
  const Facts& facts_;
  Report& report_;
  std::vector<Idle> idle_;
};

}  // namespace

Check acronym_defined_unused(const Options& options) {
  std::set<std::string, std::less<>> keep;
  for (const std::string& word : options.list("keep")) keep.insert(acronym_key(word));
  const auto min_uses = static_cast<std::size_t>(std::clamp(options.number("min_later_uses"), 1.0, 100.0));
  return [keep = std::move(keep), min_uses](const Facts& facts, const Sources&, Report& report) {
    Reader(keep, min_uses, facts, report).draft();
  };
}

}  // namespace stet::rules
