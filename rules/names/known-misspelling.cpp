// Forms that are on the list of common misspellings.
#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Entry {
  std::vector<std::string> wrong;  // word by word
  std::string right;
  std::vector<std::string> near;
};

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> out;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(at, from), text.size());
    if (end > from) out.emplace_back(text.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

WordId id_of(const std::string& word, const Lexicon& lexicon) { return word == "&" ? mark_id(U'&') : lexicon.id(word); }

class Reader {
 public:
  Reader(const std::vector<Entry>& entries, const Facts& facts, Report& report) : facts_(facts), report_(report) {
    for (const Entry& entry : entries) first_.push_back({id_of(entry.wrong.front(), facts.lexicon()), &entry});
    std::ranges::stable_sort(first_, {}, &First::id);
  }

  void draft() {
    for (auto it = first_.begin(); it != first_.end();) {
      const auto end = std::find_if(it, first_.end(), [&](const First& f) { return f.id != it->id; });
      for (const WordPlace at : facts_.vocabulary.capitals(it->id))
        if (is_read(facts_.paragraph(at.paragraph))) look(at, {it, end});
      it = end;
    }
  }

 private:
  struct First {
    WordId id;
    const Entry* entry;
  };

  static bool is_read(const Paragraph& p) { return p.zone != Zone::code && p.zone != Zone::math && !p.foreign; }

  // The first of the entries that begin with the word there.
  void look(WordPlace at, std::span<const First> entries) {
    for (const auto& [id, entry] : entries) {
      if (!stands(facts_.paragraph(at.paragraph), at.word, *entry)) continue;
      return tell(at.paragraph, {at.word, at.word + static_cast<std::uint32_t>(entry->wrong.size())}, *entry);
    }
  }

  bool stands(const Paragraph& p, std::uint32_t i, const Entry& entry) const {
    if (i + entry.wrong.size() > p.words.size()) return false;
    for (std::size_t k = 0; k < entry.wrong.size(); ++k) {
      const Word& w = p.words[i + k];
      if (w.id != id_of(entry.wrong[k], facts_.lexicon())) return false;
      // A word with a capital in the list has one in the draft.
      if (entry.wrong[k][0] >= 'A' && entry.wrong[k][0] <= 'Z' && !w.has(Word::capital)) return false;
    }
    return entry.near.empty() || beside(p, {i, i + static_cast<std::uint32_t>(entry.wrong.size())}, entry);
  }

  // One of the words that decide stands in the sentence, and no other name beside: "Columbia University" is one.
  bool beside(const Paragraph& p, WordRange words, const Entry& entry) const {
    const auto decides = [&](const Word& w) {
      return std::any_of(entry.near.begin(), entry.near.end(),
                         [&](const std::string& word) { return facts_.lexicon().id(word) == w.id; });
    };
    const auto name = [&](const Word& w) {
      return w.kind == WordKind::word && w.has(Word::capital) && !w.has(Word::starts_sentence) && !decides(w);
    };
    if (words.first > 0 && !p.words[words.first].has(Word::starts_sentence) && name(p.words[words.first - 1]))
      return false;
    if (words.last < p.words.size() && name(p.words[words.last])) return false;
    const WordRange sentence = p.sentences[p.sentence_of(words.first)].words;
    return std::any_of(p.words.begin() + sentence.first, p.words.begin() + sentence.last, decides);
  }

  // “Isreal [sic]”
  static bool sic(const Paragraph& p, std::uint32_t after) {
    for (std::uint32_t i = after; i < std::min<std::uint32_t>(after + 3, static_cast<std::uint32_t>(p.words.size()));
         ++i)
      if (p.text(i) == "sic") return true;
    return false;
  }

  void tell(std::size_t p, WordRange words, const Entry& entry) {
    const Paragraph& paragraph = facts_.paragraph(p);
    if (sic(paragraph, words.last)) return;
    const Span span = paragraph.span(words);
    auto added = report_.add(p, span, fmt::format("“{}”: it is spelt “{}”", paragraph.text(words), entry.right));
    const bool loud = std::all_of(paragraph.words.begin() + words.first, paragraph.words.begin() + words.last,
                                  [](const Word& w) { return w.kind != WordKind::word || w.has(Word::capitals); });
    if (!loud) added.fix(fmt::format("Write {}", entry.right), {{p, span, entry.right}}, entry.near.empty());
    added.detail("On the list of names and terms that print gets wrong most often (option `list`).");
    if (paragraph.words[words.first].has(Word::in_quotation)) added.quoted();
  }

  const Facts& facts_;
  Report& report_;
  std::vector<First> first_;  // each entry's first word
};

}  // namespace

Check known_misspelling(const Options& options) {
  std::vector<Entry> entries;
  const std::vector<std::string>& allow = options.list("allow");
  for (const char* rows : {"list", "more"})
    for (const std::string& row : options.list(rows)) {
      const auto cells = split(row, '/');
      if (cells.size() < 2 || split(cells[0], ' ').empty() ||
          std::find(allow.begin(), allow.end(), cells[0]) != allow.end())
        continue;
      entries.push_back(
          {split(cells[0], ' '), cells[1], cells.size() > 2 ? split(cells[2], ' ') : std::vector<std::string>()});
    }
  return [entries = std::move(entries)](const Facts& facts, const Sources&, Report& report) {
    Reader(entries, facts, report).draft();
  };
}

}  // namespace stet::rules
