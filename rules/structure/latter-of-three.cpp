#include <fmt/format.h>

#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

constexpr At longest_item = 8;  // words; what is longer is a clause and no item

// The list that ends before `end`: "the port, the guild and the navy". From its conjunction back: where it begins, and
// how many items it has.
struct List {
  At first = 0;
  int items = 0;
};

class Lists {
 public:
  Lists(const Facts& facts, std::size_t p) : w_(facts.paragraph(p), facts.context()) {}

  // "—the latter having been", "; the latter since": behind a list, and pointing back at it.
  bool points_back(WordRange words) const {
    const At next = words.last;
    if (!w_.clause_end(next) && !w_.any(next, {"having", "being", "is", "was", "has", "had", "of", "since", "which",
                                               "who", "founded", "established"}))
      return false;
    return !(w_.is(next, "of") && !w_.any(next + 1, {"which", "whom"}));
  }

  // An item is three or more of a series: two commas' worth, with "and" or "or" before the last one.
  List before(At latter) const {
    At end = latter;
    if (w_.is(end - 1, "of")) return {};
    if (!w_.mark(end - 1, ',') && !w_.mark(end - 1, ';') && !w_.mark(end - 1, 0x2014) && !w_.mark(end - 1, 0x2013))
      return {};
    At i = end - 1, run = 0;
    while (w_.inside(i - 1) && !w_.any(i - 1, {"and", "or"})) {
      if (!part_of_item(i - 1) || ++run > longest_item || w_.starts_sentence(i - 1)) return {};
      --i;
    }
    if (run == 0 || !w_.inside(i - 1)) return {};
    At at = i - 1;  // the conjunction
    if (w_.mark(at - 1, ',')) --at;
    List out{at, 2};
    // Each comma before it opens one more item.
    for (run = 0, i = at; w_.inside(i - 1); --i) {
      if (w_.mark(i - 1, ',')) {
        if (run == 0 || run > longest_item) break;
        ++out.items;
        run = 0;
      } else if (!part_of_item(i - 1) || w_.any(i - 1, {"and", "or"})) {
        if (aside(i - 1)) return {};
        break;
      } else {
        ++run;
      }
      out.first = i - 1;
      if (w_.starts_sentence(i - 1)) break;
    }
    return out;
  }

 private:
  // "The ferry, which is old, carries": the comma closes a clause and parts no items.
  bool aside(At i) const {
    for (; w_.inside(i) && !w_.starts_sentence(i) && !w_.mark(i, ','); --i)
      if (w_.any(i, {"which", "who", "whose", "whom", "where"}) && w_.mark(i - 1, ',')) return true;
    return false;
  }
  // A noun and what stands before it: a name, an article, brackets with an acronym. A verb makes it a clause.
  bool part_of_item(At i) const {
    if (w_.mark(i, '(') || w_.mark(i, ')') || w_.hyphen(i) || w_.mark(i, '&') || w_.mark(i, '\'')) return true;
    if (w_.mark(i, 0x2019)) return true;
    return w_.word(i) && !w_.in(i, WordClass::auxiliary) && !w_.in(i, WordClass::subject_pronoun);
  }

  WordView w_;
};

}  // namespace

Check latter_of_three(const Options&) {
  return [own = OwnPhrases("latter-of-three")](const Facts& facts, const Sources&, Report& report) {
    for (std::size_t p = 0; p < facts.size(); ++p) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.zone != Zone::body || paragraph.foreign || paragraph.phrases.empty()) continue;
      for (const WordRange words : own.in(facts, p)) {
        const Lists lists(facts, p);
        if (paragraph.words[words.first].has(Word::in_quotation) || !lists.points_back(words)) continue;
        const List list = lists.before(words.first);
        if (list.items < 3) continue;
        report
            .add(p, paragraph.span(words),
                 fmt::format("“{}” of {}: it chooses between two; say which is meant", paragraph.text(words),
                             list.items))
            .related(p, paragraph.span(WordRange{list.first, words.first - 1}), "the list")
            .detail(
                fmt::format("**Items.** {}: {}", list.items, paragraph.text(WordRange{list.first, words.first - 1})));
      }
    }
  };
}

}  // namespace stet::rules
