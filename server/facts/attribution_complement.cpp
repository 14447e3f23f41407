// Verbs of saying before what is said: clauses, quotations behind colons and commas, labels.
#include <algorithm>

#include "facts/attribution_verb.h"
#include "facts/source.h"

namespace stet {

namespace {

constexpr std::uint32_t shortest_clause = 6;  // words behind "said" that are surely no thing said

class Complement : private SpeechVerb {
 public:
  explicit Complement(const SpeechVerb& given) : SpeechVerb(given) {}

  std::optional<Attribution> read() const {
    std::uint32_t k = behind;
    if (k >= to) return std::nullopt;
    while (k < to && ((ph.adverb(k) && !ph.word(k, "all")) || ph.is(k, WordClass::weekday))) ++k;
    if (k >= to) return std::nullopt;
    if (auto direct = read_direct(k)) return direct;
    if (inside_relative()) {
      std::uint32_t end = k;
      while (end < to && !ph.comma(end) && !ph.stop(end)) ++end;
      return complement({k, end});
    }
    // "papers found that are older": a relative clause.
    // "feeling that kind of shock": no clause either.
    if (ph.word(k, "that") && k + 1 < to)
      for (const std::string_view thing : {"kind", "sort", "type", "way", "day", "night", "year"})
        if (ph.paragraph().text(k + 1) == thing) return std::nullopt;
    const bool relative = form == VerbForm::past && !say && k + 1 < to && ph.is(k + 1, WordClass::auxiliary);
    if (ph.word(k, "that") && !relative && (say || mind || evidence)) return clause(k);
    if (ph.word(k, "out") && k + 1 < to && ph.word(k + 1, "that")) return clause(k + 1);
    if (const auto fact = fact_told(ph, k, to)) return clause(fact->first);
    if (infinitive && !mind && !say) return std::nullopt;
    if (asks(k)) return clause(k);
    if (denies(k) || expects(k) || measures(k) || commits(k)) return clause(k);
    if ((ph.is(verb, WordClass::denial_verb) || ph.word(verb, "admits") || ph.word(verb, "admitted")) && k < to) {
      const std::string_view t = ph.paragraph().text(k);
      if (ph.paragraph().words[k].kind == WordKind::word && t.size() > 5 && t.ends_with("ing")) return clause(k);
    }
    if (tells() && !ph.is(k, WordClass::preposition))
      if (const auto whom = ph.noun_phrase_at(k, to)) {
        if (auto told = read_told(whom->last)) return told;
        // "told Vella Radio lives were at risk": the name ends where the small letters begin.
        std::uint32_t name = whom->last;
        while (name > k && !ph.paragraph().words[name - 1].has(Word::capital)) --name;
        if (name > k && name < whom->last && whom->last < to && ph.is(whom->last, WordClass::auxiliary))
          return clause(name);
      }
    if (const auto when = past_when(k); when > k && zero_that() && opens_noun_phrase(when) && ph.clause_at(when, to))
      return clause(when);
    if (zero_that() && ph.clause_at(k, to) && (!infinitive || opens_noun_phrase(k))) return clause(k);
    if (study() && ph.clause_end(k, to) >= k + 3) return clause(k);
    // "says homes change hands at more than that": a plural is enough where no preposition makes an object of it.
    const bool plural = k + 1 < to && ph.paragraph().words[k].kind == WordKind::word &&
                        ph.paragraph().text(k).size() > 4 && ph.paragraph().text(k).ends_with("s") &&
                        !ph.is(k + 1, WordClass::preposition) && !ph.is(k + 1, WordClass::conjunction) &&
                        ph.paragraph().words[k + 1].kind == WordKind::word;
    if (says() && plural && ph.clause_end(k, to) >= k + shortest_clause) return clause(k);
    if (says() && opens_noun_phrase(k) && !ph.word(k, "all") && ph.clause_end(k, to) >= k + shortest_clause)
      return clause(k);
    if (auto far = read_far(k)) return far;
    return label ? read_label(k) : std::nullopt;
  }

 private:
  std::optional<Attribution> complement(WordRange content) const {
    if (content.size() < 2) return std::nullopt;
    return made(ph, subject->words, {verb, behind}, {content}, ScopeRule::complement);
  }

  // A clause from k on, with any quotation it runs into taken whole.
  std::optional<Attribution> clause(std::uint32_t k) const {
    std::uint32_t end = ph.clause_end(k, concedes(ph, from) ? ph.conceded_end(k, to) : to);
    if (end < ph.paragraph().words.size() && end > k)
      if (const auto quote = quotes.around(end - 1); quote && quote->first >= k && quote->last > end) end = quote->last;
    return complement({k, end});
  }

  std::optional<Attribution> quotation(std::uint32_t mark) const {
    const auto quote = quotes.opening_at(mark);
    return quote ? complement(*quote) : std::nullopt;
  }

  // said “…”, said: “…”, said, “…”
  std::optional<Attribution> read_direct(std::uint32_t k) const {
    if (!(say || label)) return std::nullopt;
    if (ph.mark(k, U':') || ph.comma(k)) {
      if (k + 1 < to && ph.opens_quotation(k + 1)) return quotation(k + 1);
      if (ph.mark(k, U':') && say) {
        if (k + 1 < to) return clause(k + 1);
        // The next paragraph may be what is said: see Facts::carried.
        return made(ph, subject->words, {verb, behind}, {}, ScopeRule::block_after_colon);
      }
      return std::nullopt;
    }
    if (!ph.opens_quotation(k) || !say) return std::nullopt;
    const auto quote = quotes.opening_at(k);
    if (!quote) return std::nullopt;
    // said “…” would follow: the words go on as a clause.
    const std::uint32_t after = quote->last;
    const bool goes_on = after < to && ph.paragraph().words[after].kind == WordKind::word &&
                         !ph.is(after, WordClass::conjunction) && !ph.is(after, WordClass::preposition);
    if (goes_on && ph.clause_at(after - 1, to)) return clause(k);
    return complement(*quote);
  }

  // "denied any part in it", "denied the claims", but not "denied him a visa", "denied the appeal".
  bool denies(std::uint32_t k) const {
    if (!ph.word(verb, "denied") && !ph.word(verb, "denies") && !ph.word(verb, "deny")) return false;
    if (ph.word(k, "the") && k + 1 < to && ph.is(k + 1, WordClass::reporting_noun)) return true;
    return ph.word(k, "any") || ph.word(k, "all") || ph.word(k, "allegations") || ph.word(k, "wrongdoing") ||
           ph.word(k, "accusations") || ph.word(k, "charges") ||
           (ph.paragraph().words[k].kind == WordKind::number && k + 1 < to && ph.word(k + 1, "counts")) ||
           ph.word(k, "claims") || ph.word(k, "responsibility") || ph.paragraph().text(k) == "involvement";
  }

  // "expects rates to rise": what is expected is a clause with an infinitive.
  bool expects(std::uint32_t k) const {
    if (!ph.word(verb, "expect") && !ph.word(verb, "expects") && !ph.word(verb, "expected")) return false;
    for (std::uint32_t n = k; n < to && n < k + 10; ++n) {
      if (ph.stop(n) || ph.comma(n) || ph.is(n, WordClass::auxiliary)) return false;
      if (ph.word(n, "to")) return n > k;
    }
    return false;
  }

  // "promised to build a pier": what somebody says that he will do.
  bool commits(std::uint32_t k) const {
    if (infinitive || participial || !ph.word(k, "to") || k + 1 >= to) return false;
    const std::string_view lemma = ph.lexicon().word(ph.lexicon().lemma(ph.paragraph().words[verb].id));
    return lemma == "promise" || lemma == "vow" || lemma == "pledge" || lemma == "swear" || lemma == "propose";
  }

  // "showed a rise of 4%", "forecasts growth of 4%": of data, and of what is to come, a figure is as good as a clause.
  bool measures(std::uint32_t k) const {
    if (!(evidence ? data() : foresees()) || ph.is(k, WordClass::preposition)) return false;
    const std::uint32_t end = ph.clause_end(k, to);
    for (std::uint32_t n = k; n < end; ++n)
      if (ph.paragraph().words[n].kind == WordKind::number) return true;
    return false;
  }

  bool foresees() const {
    const std::string_view lemma = ph.lexicon().word(ph.lexicon().lemma(ph.paragraph().words[verb].id));
    return form != VerbForm::participle && (lemma == "expect" || lemma == "forecast" || lemma == "predict" ||
                                            lemma == "project" || lemma == "anticipate");
  }

  // "havens, which the network says hold $31 trillion": what is said goes on behind the verb without a subject.
  bool inside_relative() const {
    const std::uint32_t first = subject->words.first;
    if (!says() || first <= from + 1 || !(ph.word(first - 1, "which") || ph.word(first - 1, "who"))) return false;
    const Word& next = ph.paragraph().words[behind];
    return next.kind == WordKind::word && !ph.is(behind, WordClass::preposition) &&
           !ph.is(behind, WordClass::determiner) && !ph.is(behind, WordClass::conjunction);
  }

  bool asks(std::uint32_t k) const {
    if (!(say || mind) || label) return false;
    return ph.word(k, "whether") || ph.word(k, "how") || ph.word(k, "why") ||
           (ph.word(k, "what") && !ph.is(verb, WordClass::evidence_verb)) ||
           (ph.word(k, "if") && (ph.word(verb, "asked") || ph.word(verb, "wondered") || ph.word(verb, "know")));
  }

  std::optional<Attribution> read_told(std::uint32_t k) const {
    while (k < to && ph.adverb(k)) ++k;
    if (k >= to) return std::nullopt;
    if (auto direct = read_direct(k)) return direct;
    if (ph.word(k, "that")) return clause(k);
    if (asks(k)) return clause(k);
    if (ph.clause_at(k, to)) return clause(k);
    return read_far(k);
  }

  // "said last week she would go", "said earlier this month the pier was shut": behind the words that tell when.
  std::uint32_t past_when(std::uint32_t k) const {
    const std::uint32_t first = k;
    if (k < to && (ph.word(k, "earlier") || ph.word(k, "late") || ph.word(k, "early"))) ++k;
    if (k + 2 >= to || !(ph.word(k, "last") || ph.word(k, "this") || ph.word(k, "next"))) return first;
    const bool unit = ph.is(k + 1, WordClass::time_unit) || ph.is(k + 1, WordClass::month) ||
                      ph.is(k + 1, WordClass::weekday) || ph.is(k + 1, WordClass::day_part) ||
                      ph.is(k + 1, WordClass::season);
    return unit ? k + 2 : first;
  }

  // "to say the bridge is closed", not "opposition to state borders".
  bool opens_noun_phrase(std::uint32_t k) const {
    return ph.is(k, WordClass::determiner) || ph.is(k, WordClass::subject_pronoun) ||
           ph.paragraph().words[k].has(Word::capital) || ph.paragraph().words[k].kind == WordKind::number;
  }

  // "Studies show cats prefer boxes": what a study shows is a clause, though no word of it is surely its verb.
  bool study() const {
    return evidence && ph.is(subject->words.last - 1, WordClass::study_noun) &&
           (ph.word(verb, "show") || ph.word(verb, "shows") || ph.word(verb, "found") || ph.word(verb, "suggest") ||
            ph.word(verb, "suggests")) &&
           !ph.is(verb + 1, WordClass::preposition) && !ph.is(verb + 1, WordClass::determiner);
  }

  // Verbs that take a clause without "that".
  bool zero_that() const {
    if (form == VerbForm::participle &&
        !(ph.word(verb, "saying") || ph.word(verb, "adding") || ph.word(verb, "thinking")))
      return false;
    return ph.is(verb, WordClass::clause_verb);
  }

  // said in a statement that …, reported from Bamako on Monday that …, wrote in an email: “…”
  std::optional<Attribution> read_far(std::uint32_t k) const {
    if (!(say || evidence) || !(ph.is(k, WordClass::preposition) || ph.is(k, WordClass::weekday) || ph.comma(k) ||
                                ph.word(k, "last") || ph.word(k, "this") || tells()))
      return std::nullopt;
    const std::uint32_t end = std::min(to, k + far_complement);
    for (std::uint32_t n = k + 1; n < end; ++n) {
      if (ph.stop(n)) return std::nullopt;
      // "wrote my poems, that was hard": the comma ends what was written.
      const bool object = ph.comma(n - 1) && ph.is(k, WordClass::determiner);
      // "that he had seen it, and that nobody came": the clause of the verb before.
      if (ph.word(n, "that") && ph.word(n - 1, "and")) return std::nullopt;
      // "in reply to claims that it had sunk": somebody else's.
      const bool nouns = ph.is(n - 1, WordClass::reporting_noun) || ph.is(n - 1, WordClass::holderless_noun);
      if (ph.word(n, "that") && nouns && !ph.is(n - 1, WordClass::document_noun) && !ph.word(n - 1, "statement"))
        return std::nullopt;
      if (ph.word(n, "that") && !ph.word(n - 1, "of") && !object) return clause(n);
      if (ph.mark(n, U':')) return read_direct(n);
      if (ph.opens_quotation(n)) return quotation(n);
      if (ph.is(n, WordClass::say_verb) && n > k + 1 && !ph.is(n, WordClass::document_noun)) return std::nullopt;
      if (say && ph.is(n, WordClass::auxiliary)) {
        if (!zero_that() && !tells()) return std::nullopt;
        // said on Monday the bridge was closed: the clause begins at its determiner or capital.
        for (std::uint32_t b = k + 1; b < n; ++b)
          if ((ph.is(b, WordClass::determiner) || ph.is(b, WordClass::subject_pronoun)) &&
              !ph.is(b - 1, WordClass::preposition) && !ph.comma(b - 1))
            return clause(b);
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  // called it “a disgrace”, described “double standards”
  std::optional<Attribution> read_label(std::uint32_t k) const {
    const std::uint32_t end = std::min(to, k + far_complement + 6);
    // "a print called “Red Sails”": the thing's title. "which the mayor called “bad”" is a label.
    if (ph.opens_quotation(k) && (ph.word(verb, "called") || ph.word(verb, "dubbed")) &&
        !(subject->words.first > from &&
          (ph.word(subject->words.first - 1, "which") || ph.word(subject->words.first - 1, "that") ||
           ph.word(subject->words.first - 1, "what"))))
      return std::nullopt;
    for (std::uint32_t n = k; n < end; ++n) {
      // "dismissed the reports as “rubbish”": a noun.
      const bool noun = n > k && (ph.is(n - 1, WordClass::determiner) || ph.is(n, WordClass::reporting_noun));
      if (ph.stop(n) || (n > k && !noun && ph.is(n, WordClass::say_verb))) return std::nullopt;
      if (!ph.opens_quotation(n)) continue;
      const auto quote = quotes.opening_at(n);
      if (!quote) return std::nullopt;
      return made(ph, subject->words, {verb, behind}, {{k, quote->last}}, ScopeRule::partial_quote);
    }
    return std::nullopt;
  }
};

}  // namespace

std::optional<Attribution> read_complement(const SpeechVerb& verb) { return Complement(verb).read(); }

}  // namespace stet
