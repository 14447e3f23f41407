#include "facts/date_event.h"

#include <optional>

#include "facts/date_order.h"
#include "facts/date_text.h"
#include "facts/word_view.h"

namespace stet {

namespace {

using At = WordView::At;

// Once in the life of a thing; forms of one verb share a number.
std::optional<std::uint32_t> once(const WordView& w, At i) {
  struct Verb {
    WordKey form;
    std::uint32_t number;
  };
  static constexpr Verb verbs[] = {
      {"ended", 1},       {"began", 2},        {"begun", 2},     {"started", 2},      {"founded", 3},
      {"established", 3}, {"died", 4},         {"sank", 5},      {"sunk", 5},         {"collapsed", 6},
      {"crashed", 7},     {"demolished", 8},   {"abolished", 9}, {"burned", 10},      {"burnt", 10},
      {"expired", 11},    {"erupted", 12},     {"resigned", 13}, {"inaugurated", 14}, {"dissolved", 15},
      {"disbanded", 15},  {"opened", 16},      {"closed", 17},   {"launched", 18},    {"killed", 4},
      {"murdered", 4},    {"assassinated", 4}, {"born", 19},     {"completed", 20},   {"retired", 21},
  };
  struct Forms {
    WordKey words[std::size(verbs)];
  };
  static constexpr Forms forms = [] {
    Forms out;
    for (std::size_t k = 0; k < std::size(verbs); ++k) out.words[k] = verbs[k].form;
    return out;
  }();
  static constexpr WordKeySet known{forms.words};
  if (!w.word(i) || !known.contains(w.key(i))) return std::nullopt;
  for (const Verb& v : verbs)
    if (w.is(i, v.form)) return v.number;
  return std::nullopt;
}

// What comes round again, or is many things.
bool recurs(const WordView& w, At i) {
  return looks_plural(w.text(i)) ||
         w.any(i, {"season",  "term",       "session",  "meeting",      "match",   "game",       "day",      "week",
                   "month",   "year",       "contract", "show",         "tour",    "conference", "festival", "trading",
                   "shift",   "school",     "class",    "campaign",     "phase",   "stage",      "round",    "sale",
                   "auction", "exhibition", "fair",     "trial",        "hearing", "it",         "he",       "she",
                   "they",    "we",         "i",        "you",          "who",     "which",      "that",     "this",
                   "what",    "one",        "man",      "woman",        "soldier", "student",    "officer",  "person",
                   "member",  "father",     "mother",   "company",      "plant",   "period",     "quarter",  "talks",
                   "strike",  "lease",      "work",     "construction", "race",    "shop",       "store",    "branch"});
}

class Reader {
 public:
  Reader(const Facts& facts, std::size_t p, std::vector<DatedEvent>& out)
      : local_(facts.local(p)), p_(static_cast<std::uint32_t>(p)), w_(facts.paragraph(p), facts.context()), out_(out) {}

  void run() {
    for (std::uint32_t k = 0; k < local_.dates.size(); ++k) {
      const DateMention& d = local_.dates[k];
      const bool known = (d.first && d.last) || (d.month && d.day);
      if (d.quoted || d.until || d.approximate || !known) continue;
      const WordRange sentence = sentence_around(w_.paragraph(), d.words);
      // "Before the August 19 coup": the bound is the event's.
      const bool at = d.bound == DateMention::Bound::at;
      if (!at || (!verb_before(d, k, sentence) && !when_behind(d, k, sentence))) noun_beside(d, k);
    }
  }

 private:
  // The thing whose head is the word before `verb`, its auxiliaries and adverbs; told definitely.
  std::optional<std::uint64_t> thing_before(At verb, At floor) const {
    At i = verb;
    while (i > floor && (w_.any(i - 1, {"was", "were", "has", "had", "been", "is", "finally", "formally", "officially",
                                        "first", "suddenly", "abruptly", "itself"})))
      --i;
    if (i == verb && i > floor && w_.mark(i - 1, ',')) --i;  // "the library, founded in 1878,"
    if (i <= floor || !w_.word(i - 1) || recurs(w_, i - 1)) return std::nullopt;
    const At head = i - 1;
    // Back to what makes it definite, over adjectives and names.
    bool definite = w_.capital(head) && !w_.starts_sentence(head);
    std::uint64_t between = 0;
    for (At k = head, n = 0; k-- > floor && n < 4; ++n) {
      if (w_.any(k, {"the", "its", "his", "her", "their", "this", "that"}) || w_.text(k).starts_with("'s") ||
          w_.text(k).starts_with("’s")) {
        definite = true;
        // Whose it is belongs to what it is.
        if (w_.text(k).ends_with('s') && k > floor && w_.capital(k - 1))
          between = between * 31 + std::hash<std::string>{}(w_.lower(k - 1));
        break;
      }
      if (!w_.word(k) || w_.any(k, {"a", "an", "another", "first", "second", "third", "final", "new", "old", "last",
                                    "every", "each", "of", "and", "in", "other"}))
        break;
      between = between * 31 + std::hash<std::string>{}(w_.lower(k));
      if (w_.capital(k)) definite = true;
    }
    if (!definite) return std::nullopt;
    return std::hash<std::string>{}(singular(w_.text(head))) * 31 + between;
  }

  void add(std::uint32_t date, WordRange words, std::uint64_t key, bool noun) {
    out_.push_back({p_, date, words, key, noun});
  }

  // "The mission ended last year", "was founded in Vella in 1912".
  bool verb_before(const DateMention& d, std::uint32_t k, WordRange sentence) {
    for (At i = d.words.first, n = 0; i-- > sentence.first && n < 4; ++n) {
      if (const auto verb = once(w_, i)) {
        if (const auto thing = thing_before(i, sentence.first)) {
          add(k, {i, d.words.last}, *thing * 64 + *verb, false);
          return true;
        }
        return false;
      }
      if (!w_.any(i, {"in", "on", "at", "early", "late"}) && !w_.capital(i)) return false;
    }
    return false;
  }

  // "In August 2019, when the mission ended."
  bool when_behind(const DateMention& d, std::uint32_t k, WordRange sentence) {
    At i = d.words.last;
    if (w_.mark(i, ',')) ++i;
    if (!w_.is(i, "when")) return false;
    const At clause = ++i;
    for (int n = 0; n < 6 && i < sentence.last && w_.word(i); ++n, ++i)
      if (const auto verb = once(w_, i)) {
        if (!w_.clause_end(i + 1) && !w_.mark(i + 1, ',')) return false;
        if (const auto thing = thing_before(i, clause)) {
          add(k, {d.words.first, i + 1}, *thing * 64 + *verb, false);
          return true;
        }
        return false;
      }
    return false;
  }

  // "The coup of August 18", "the August 19 coup".
  void noun_beside(const DateMention& d, std::uint32_t k) {
    At noun = d.words.last;
    WordRange words{d.words.first, noun + 1};
    if (w_.any(d.words.first - 1, {"of", "on"}) && event_noun(w_, d.words.first - 2)) {
      noun = d.words.first - 2;
      words = {noun, d.words.last};
      bool definite = false;
      for (At i = noun, n = 0; i-- > 0 && n < 3 && !definite; ++n) {
        if (!w_.word(i)) break;
        definite = w_.any(i, {"the", "its", "that", "this"});
      }
      if (!definite) return;
    } else if (!event_noun(w_, noun) ||
               !(w_.any(d.words.first, {"the"}) || w_.any(d.words.first - 1, {"the", "its"}))) {
      return;
    }
    if (looks_plural(w_.text(noun))) return;
    // "The Vella coup of …": a word before the noun is part of what it is.
    std::uint64_t modifier = 0;
    if (noun > 0 && noun == words.first && w_.word(noun - 1) &&
        !w_.any(noun - 1, {"the", "its", "that", "this", "deadly", "bloody", "great", "fatal", "military"}))
      modifier = std::hash<std::string>{}(w_.lower(noun - 1));
    add(k, words, (std::hash<std::string>{}(w_.lower(noun)) * 31 + modifier) * 64, true);
  }

  const ParagraphFacts& local_;
  std::uint32_t p_;
  WordView w_;
  std::vector<DatedEvent>& out_;
};

}  // namespace

std::vector<DatedEvent> dated_events(const Facts& facts) {
  std::vector<DatedEvent> out;
  for (const std::size_t p : facts.with<DateMention>()) Reader(facts, p, out).run();
  return out;
}

}  // namespace stet
