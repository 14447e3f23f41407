// The order that the words assert against the dates they give.
#include <fmt/format.h>

#include <algorithm>

#include "facts/calendar.h"
#include "facts/date_order.h"
#include "facts/date_text.h"
#include "facts/within.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;
using Grain = DateMention::Grain;

class Reader {
 public:
  Reader(const Facts& facts, Report& report, std::size_t p)
      : report_(report), p_(p), w_(facts.paragraph(p), facts.context()), local_(facts.local(p)) {}

  void run() {
    for (const DateOrder& order : date_orders(w_, local_)) refused(order);
    for (const DateMention& date : local_.dates) reversed(date);
    for (std::size_t k = 0; k + 1 < local_.dates.size(); ++k) lived_backwards(local_.dates[k], local_.dates[k + 1]);
    for (std::size_t k = 0; k < local_.dates.size(); ++k) before_birth(local_.dates[k], k);
  }

 private:
  std::string text(const DateMention& d) const { return w_.paragraph().text(d.words); }

  // "In 2015, three years before the war of 2012"; "in 2011, after the 2012 election".
  void refused(const DateOrder& o) {
    if (o.distance == nullptr && !o.event) return;
    const DateMention &told = *o.told, &other = *o.other;
    if (*told.year <= 0 || *other.year <= 0) return;
    const bool wrong = o.after ? *told.last < *other.first : *told.first > *other.last;
    if (!wrong) return;
    auto added = report_.add(p_, w_.paragraph().span(o.words),
                             fmt::format("{} is {} {}, not {}", written_days(told), o.after ? "before" : "after",
                                         written_days(other), o.after ? "after" : "before"));
    added.related(p_, told.span, text(told)).related(p_, other.span, text(other));
    added.detail(timeline(told, other));
    for (At i = o.words.first; i < o.words.last; ++i)
      if (w_.any(i, {"before", "after", "following"})) {
        const std::string word = o.after ? "before" : "after";
        added.fix(fmt::format("Change to “{}”", word), {{p_, w_[i].span(), word}});
        break;
      }
  }

  static std::string timeline(const DateMention& a, const DateMention& b) {
    const DateMention &first = *a.first < *b.first ? a : b, &second = &first == &a ? b : a;
    return fmt::format("1. {}\n2. {}\n", written_days(first), written_days(second));
  }

  // "From 2016 to 2009", "from March 12 to March 3".
  void reversed(const DateMention& d) {
    if (!d.until || d.quoted) return;
    const SaidDay& end = *d.until;
    const bool years = d.year && end.year;
    if (years ? *d.year <= 0 || *end.year <= 0 || *d.year < *end.year : d.month != end.month || !d.month) return;
    bool wrong = years && *d.year > *end.year;
    if (!wrong && d.month && end.month) {
      if (*d.month > *end.month) wrong = years;
      else if (*d.month == *end.month && d.day && end.day) wrong = *d.day > *end.day;
    }
    if (!wrong) return;
    // "It fell from 2016 to 2009" may be told of counts, and only a range goes from one year to another.
    if (!d.month) {
      if (!w_.is(d.words.first - 1, "from") || !end.year || *d.year - *end.year > 150) return;
      for (At i = d.words.first - 1, n = 0; i-- > 0 && n < 5; ++n)
        if (w_.in(i, WordClass::change_verb) || w_.in(i, WordClass::change_word) ||
            w_.any(i, {"back", "backwards", "fell", "drop", "dropped", "cut", "down", "reduced", "count", "countdown"}))
          return;
      if (compares(sentence_around(w_.paragraph(), d.words))) return;
      if (w_.word(d.words.last) && !w_.clause_end(d.words.last) && w_.text(d.words.last).ends_with('s')) return;
    }
    auto added = report_.add(p_, d.span, fmt::format("{} ends before it begins", text(d)));
    added.detail("The second date of a range is the later one.");
  }

  // Years set against each other, not a stretch of time.
  bool compares(WordRange sentence) const {
    for (At i = sentence.first; i < std::min(sentence.last, sentence.first + 100); ++i)
      if (w_.any(i, {"compared", "compare", "comparing", "comparison", "versus", "relative", "levels", "prices",
                     "rankings"}))
        return true;
    return false;
  }

  // "Ana Ruiz (2010–1940)".
  void lived_backwards(const DateMention& a, const DateMention& b) {
    if (!said_exactly(a) || !said_exactly(b) || a.words.last + 1 != b.words.first || !w_.dash(a.words.last)) return;
    if (!w_.mark(a.words.first - 1, '(') || !w_.mark(b.words.last, ')') || !w_.capital(a.words.first - 2)) return;
    if (*a.year <= 0 || *b.year <= 0 || *b.last >= *a.first || *a.year - *b.year > 150) return;
    auto added =
        report_.add(p_, a.span.joined(b.span), fmt::format("{} is before {}", written_days(b), written_days(a)));
    const std::string first = text(a), second = text(b);
    added.fix(fmt::format("Swap to {}–{}", second, first), {{p_, a.span, second}, {p_, b.span, first}});
  }

  // "Born in 1979, she graduated in 1975."
  void before_birth(const DateMention& born, std::size_t k) {
    if (!said_exactly(born) || *born.year <= 0) return;
    const WordRange sentence = sentence_around(w_.paragraph(), born.words);
    if (!verb_before(born, sentence, {"born"}) || others(sentence)) return;
    for (const std::size_t n : {k - 1, k + 1}) {
      if (n >= local_.dates.size()) continue;
      const DateMention& then = local_.dates[n];
      if (!sentence.contains(then.words.first) || !said_exactly(then) || *then.last >= *born.first) continue;
      if (then.bound != DateMention::Bound::at || *then.year <= 0 || *born.year - *then.year > 150) continue;
      if (!verb_before(then, sentence,
                       {"graduated", "died", "married", "enrolled", "retired", "joined", "studied", "elected",
                        "appointed", "emigrated", "knighted", "drowned"}))
        continue;
      auto added = report_.add(p_, then.span,
                               fmt::format("{} is before the birth in {}", written_days(then), written_days(born)));
      added.related(p_, born.span, "born " + text(born)).detail(timeline(born, then));
    }
  }

  bool verb_before(const DateMention& d, WordRange sentence, std::initializer_list<WordKey> verbs) const {
    for (At i = d.words.first, n = 0; i-- > sentence.first && n < 6; ++n) {
      if (w_.any(i, verbs)) return true;
      if (!w_.word(i) || w_.any(i, {"and", "but", "who", "which", "when", "while", "that", "after", "before", "since"}))
        return false;
    }
    return false;
  }

  // Persons of a family, and more than one name: whose birth?
  bool others(WordRange sentence) const {
    if (sentence.size() > 60 || within(local_.names, sentence).size() > 3) return true;
    for (At i = sentence.first; i < sentence.last; ++i)
      if (w_.any(i, {"mother", "father", "parents", "son", "daughter", "brother", "sister", "wife", "husband", "whose",
                     "widow", "children", "grandfather", "grandmother", "uncle", "aunt", "cousin", "couple"}))
        return true;
    return false;
  }

  Report& report_;
  std::size_t p_;
  WordView w_;
  const ParagraphFacts& local_;
};

}  // namespace

Check chronology_impossible(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    for (const std::size_t p : facts.with<DateMention>()) Reader(facts, report, p).run();
  };
}

}  // namespace stet::rules
