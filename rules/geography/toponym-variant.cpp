// One place under two names.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/word_set.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Form {
  std::string text;
  std::vector<WordId> ids;
  std::uint32_t place;  // row of the table
};

struct Mention {
  std::uint32_t paragraph;
  WordRange words;
};

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> out;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(at, from), text.size());
    if (end > from) out.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

// The forms of the table's rows ("Kiev/Kyiv") as word ids of a lexicon.
std::vector<Form> forms(const std::vector<std::string>& table, const Lexicon& lexicon) {
  std::vector<Form> out;
  for (std::uint32_t row = 0; row < table.size(); ++row)
    for (const std::string_view name : split(table[row], '/')) {
      Form form{std::string(name), {}, row};
      for (const std::string_view word : split(name, ' '))
        for (const std::string_view part : split(word, '-')) {
          if (part.data() != word.data()) form.ids.push_back(mark_id('-'));
          form.ids.push_back(lexicon.id(part));
        }
      if (!form.ids.empty()) out.push_back(std::move(form));
    }
  return out;
}

class Places {
 public:
  Places(std::vector<Form> forms, const std::vector<std::string>& house, const Facts& facts, Report& report)
      : forms_(std::move(forms)),
        house_(house),
        facts_(facts),
        report_(report),
        mentions_(forms_.size()),
        named_(forms_.size()) {
    for (std::uint32_t f = 0; f < forms_.size(); ++f) by_first_[forms_[f].ids[0]].push_back(f);
  }

  void draft() {
    std::vector<WordPlace> places;
    for (const auto& [first, of] : by_first_)
      std::ranges::copy(facts_.vocabulary.capitals(first), std::back_inserter(places));
    std::ranges::sort(places);
    for (auto it = places.begin(); it != places.end();) {
      const auto end = std::find_if(it, places.end(), [&](WordPlace at) { return at.paragraph != it->paragraph; });
      read(it->paragraph, {it, end});
      it = end;
    }
    for (std::uint32_t f = 0; f < forms_.size();) {
      std::uint32_t end = f;
      while (end < forms_.size() && forms_[end].place == forms_[f].place) ++end;
      if (!both_.contains(forms_[f].place)) compare(f, end);
      f = end;
    }
  }

 private:
  // The places in paragraph p of words that a form begins with.
  void read(std::uint32_t p, std::span<const WordPlace> places) {
    const Paragraph& paragraph = facts_.paragraph(p);
    if (paragraph.foreign || paragraph.zone == Zone::references || paragraph.zone == Zone::code) return;
    const WordView w(paragraph, facts_.context());
    std::uint32_t place = ~0u, form = 0, sentence = ~0u;  // of the mention before
    bool past = false;                                    // is that sentence about the past?
    At next = 0;                                          // behind the mention before
    for (const WordPlace at : places) {
      const At i = at.word;
      if (i < next) continue;
      const std::uint32_t f = longest(w, i);
      if (f == forms_.size()) continue;
      const WordRange words{i, i + static_cast<At>(forms_[f].ids.size())};
      // Both names in one sentence are there on purpose.
      const std::uint32_t here = paragraph.sentence_of(i);
      if (forms_[f].place == place && f != form && here == sentence && !both_.contains(place) && explained(w, here, i))
        both_.insert(place);
      place = forms_[f].place;
      form = f;
      if (here != sentence) past = historical(p, here);
      sentence = here;
      if (!stands_alone(w, words)) named_[f] = named_[f] || words.size() == 1;
      else if (!set_apart(w, words) && !past) mentions_[f].push_back({p, words});
      next = words.last;
    }
  }

  std::uint32_t longest(const WordView& w, At i) const {
    std::uint32_t best = static_cast<std::uint32_t>(forms_.size());
    const auto it = by_first_.find(w[i].id);
    if (it == by_first_.end()) return best;
    for (const std::uint32_t f : it->second) {
      const std::vector<WordId>& ids = forms_[f].ids;
      bool all = true;
      for (At k = 0; k < ids.size() && all; ++k) all = w.inside(i + k) && w[i + k].id == ids[k];
      if (all && (best == forms_.size() || ids.size() > forms_[best].ids.size())) best = f;
    }
    return best;
  }

  // A word of a longer name is that name's: Dynamo Kyiv, Bombay Sapphire, Tom Holland.
  static bool stands_alone(const WordView& w, WordRange words) {
    const At before = words.first - 1, after = words.last;
    const bool joined = w.word(before) && w.capital(before) && !w.starts_sentence(words.first) &&
                        !(w.starts_sentence(before) && w.in(before, WordClass::np_stop));
    const bool goes_on = w.word(after) && w.capital(after) && !w.starts_sentence(after);
    const bool of_dish = w.any(before, {"chicken", "roast"});
    return !joined && !goes_on && !of_dish;
  }

  static bool set_apart(const WordView& w, WordRange words) {
    return w[words.first].has(Word::in_quotation) || w[words.first].has(Word::in_emphasis) ||
           w.any(words.first - 1, {"then", "former", "formerly", "colonial"});
  }

  // Words that say a place has, or had, two names.
  static bool explained(const WordView& w, std::uint32_t sentence, At at) {
    constexpr At far = 40;
    const WordRange words = w.paragraph().sentences[sentence].words;
    for (At i = std::max(words.first, at - std::min(at, far)); i < std::min(words.last, at + far); ++i)
      if (w.mark(i, '(') || w.any(i, {"formerly", "former", "once",  "then",   "now",        "known",      "called",
                                      "renamed",  "name",   "names", "named",  "officially", "previously", "or",
                                      "also",     "old",    "new",   "rename", "renaming",   "spelling"}))
        return true;
    return false;
  }

  // A sentence of another year may use that year's name.
  bool historical(std::uint32_t p, std::uint32_t sentence) const {
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::span<const DateMention> dates = facts_.local(p).dates;
    const WordRange words = paragraph.sentences[sentence].words;
    auto d = std::lower_bound(dates.begin(), dates.end(), words.first,
                              [](const DateMention& date, std::uint32_t word) { return date.words.first < word; });
    for (; d != dates.end() && d->words.first < words.last; ++d) {
      if (!d->first) continue;
      if (!facts_.context().date ||
          static_cast<int>(d->first->year()) + 1 < static_cast<int>(facts_.context().date->year()))
        return true;
    }
    return false;
  }

  bool is_house(std::uint32_t f) const {
    return std::find(house_.begin(), house_.end(), forms_[f].text) != house_.end();
  }

  // The forms [begin, end) of one place: all are flagged but the house's, or else the commonest (of equals the later in
  // the table, which is the name of today).
  void compare(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t keep = end;
    int used = 0;
    for (std::uint32_t f = begin; f < end; ++f) {
      if (mentions_[f].empty() || named_[f]) continue;
      ++used;
      if (keep == end || is_house(f) || (!is_house(keep) && mentions_[f].size() >= mentions_[keep].size())) keep = f;
    }
    if (used < 2) return;
    for (std::uint32_t f = begin; f < end; ++f)
      if (f != keep && !mentions_[f].empty() && !named_[f]) tell(f, keep);
  }

  void tell(std::uint32_t wrong, std::uint32_t right) {
    const Mention &here = mentions_[wrong][0], &there = mentions_[right][0];
    const std::string &said = forms_[wrong].text, &other = forms_[right].text;
    auto added =
        report_.add(here.paragraph, span(here),
                    fmt::format("{} here, {} in paragraph {}: one place, two names", said, other, there.paragraph + 1));
    added.related(there.paragraph, span(there), other);
    for (std::size_t k = 1; k < mentions_[wrong].size() && k < 12; ++k)
      added.related(mentions_[wrong][k].paragraph, span(mentions_[wrong][k]), fmt::format("{} again", said));
    all(added, wrong, other);
    all(added, right, said);
  }

  void all(Report::Added& added, std::uint32_t form, const std::string& text) const {
    std::vector<ParagraphEdit> edits;
    for (const Mention& m : mentions_[form]) edits.push_back({m.paragraph, span(m), text});
    const std::string title = fmt::format("Replace {} with {}{}", forms_[form].text, text,
                                          edits.size() > 1 ? fmt::format(" ({} places)", edits.size()) : "");
    added.fix(title, edits);
  }

  Span span(const Mention& m) const { return facts_.paragraph(m.paragraph).span(m.words); }

  std::vector<Form> forms_;
  const std::vector<std::string>& house_;
  const Facts& facts_;
  Report& report_;
  std::unordered_map<WordId, std::vector<std::uint32_t>> by_first_;
  std::vector<std::vector<Mention>> mentions_;  // by form
  std::vector<bool> named_;                     // a form that is also a part of somebody's name
  WordSet both_;                                // places whose two names a sentence explains
};

}  // namespace

Check toponym_variant(const Options& options) {
  std::vector<std::string> table = options.list("table");
  const std::vector<std::string>& more = options.list("more");
  table.insert(table.end(), more.begin(), more.end());
  return [table, house = options.list("house")](const Facts& facts, const Sources&, Report& report) {
    Places(forms(table, facts.lexicon()), house, facts, report).draft();
  };
}

}  // namespace stet::rules
