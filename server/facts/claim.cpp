#include "facts/claim.h"

#include <algorithm>

#include "facts/facts.h"
#include "facts/support.h"

namespace stet {

namespace {

// What is seen in a sentence in one pass over its words.
struct Signs {
  bool accusation = false, legal = false, cause = false, motive = false, change = false, record = false;
  bool quantity = false, absence = false, opinion = false, future = false, question = false, first_person = false;
  std::uint32_t names = 0, words = 0, verbs = 0;
};

class Reader {
 public:
  Reader(const Paragraph& p, const Context& context, const ParagraphFacts& facts)
      : p_(p), lexicon_(*context.lexicon), facts_(facts) {}

  std::vector<Claim> run() {
    std::vector<Claim> out;
    for (const Sentence& s : p_.sentences)
      if (auto claim = read(s.words)) out.push_back(std::move(*claim));
    return out;
  }

 private:
  bool is(std::uint32_t i, WordClass c) const { return lexicon_.is(p_.words[i].id, c); }

  Signs look(WordRange sentence) {
    Signs s;
    bool in_name = false;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Word& w = p_.words[i];
      if (w.has(Word::in_quotation)) continue;
      if (w.kind == WordKind::mark) {
        s.question = s.question || (w.is_mark(U'?') && i + 2 >= sentence.last);
        in_name = false;
        continue;
      }
      if (w.kind != WordKind::word) continue;
      ++s.words;
      const bool capital = w.has(Word::capital) && !w.has(Word::starts_sentence) && !is(i, WordClass::month) &&
                           !is(i, WordClass::weekday) && !is(i, WordClass::subject_pronoun);
      if (capital && !in_name) ++s.names;
      in_name = capital;
      s.verbs += is(i, WordClass::auxiliary) || (p_.text(w).size() > 4 && p_.text(w).ends_with("ed")) ? 1 : 0;
      s.accusation = s.accusation || is(i, WordClass::accusation_word);
      s.legal = s.legal || is(i, WordClass::legal_word);
      s.cause = s.cause || is(i, WordClass::cause_word);
      s.change = s.change || is(i, WordClass::change_word);
      s.record = s.record || is(i, WordClass::record_word);
      s.quantity = s.quantity || is(i, WordClass::quantity_word);
      s.absence = s.absence || is(i, WordClass::absence_word);
      s.opinion = s.opinion || is(i, WordClass::opinion_word);
      s.future = s.future || is(i, WordClass::future_word);
      const std::string_view t = lexicon_.word(w.id);
      s.first_person = s.first_person || t == "i" || t == "we" || t == "my" || t == "our";
    }
    while (phrase_ < p_.phrases.size() && p_.phrases[phrase_].words.first < sentence.last) {
      const PhraseHit& hit = p_.phrases[phrase_++];
      if (p_.words[hit.words.first].has(Word::in_quotation)) continue;
      s.cause = s.cause || lexicon_.phrase_is(hit.phrase, WordClass::cause_word);
      s.motive = s.motive || lexicon_.phrase_is(hit.phrase, WordClass::motive_phrase);
      s.accusation = s.accusation || lexicon_.phrase_is(hit.phrase, WordClass::accusation_word);
      s.record = s.record || lexicon_.phrase_is(hit.phrase, WordClass::record_word);
    }
    return s;
  }

  std::optional<Claim> read(WordRange sentence) {
    const Signs s = look(sentence);
    Claim c;
    c.words = sentence;
    c.span = p_.span(sentence);
    for (std::uint32_t i = 0; i < facts_.figures.size(); ++i)
      if (sentence.contains(facts_.figures[i].words.first)) c.figures.push_back(i);
    for (std::uint32_t i = 0; i < facts_.dates.size(); ++i)
      if (sentence.contains(facts_.dates[i].words.first)) c.dates.push_back(i);
    weigh(c, s);
    c.status = status(c, s);
    if (s.words < 3 && c.figures.empty()) return std::nullopt;
    return c;
  }

  void weigh(Claim& c, const Signs& s) const {
    bool money = false, figure = false, small = false;
    for (const std::uint32_t i : c.figures) {
      const Figure& f = facts_.figures[i];
      if (f.quoted) continue;
      const bool rate = f.dimension == Dimension::money || f.dimension == Dimension::percent ||
                        f.dimension == Dimension::points || f.dimension == Dimension::rate;
      money = money || rate;
      figure = figure || (!rate && f.dimension != Dimension::age && f.dimension != Dimension::duration &&
                          f.dimension != Dimension::ordinal && f.high >= 20);
      small = small || (f.dimension != Dimension::age && f.dimension != Dimension::ordinal);
    }
    bool exact_date = false;
    for (const std::uint32_t i : c.dates)
      exact_date = exact_date || facts_.dates[i].grain == DateMention::Grain::day || facts_.dates[i].year_said;
    int worth = money ? 4 : figure ? 3 : small ? 2 : 0;
    worth += (s.record ? 3 : 0) + (s.accusation ? 4 : 0) + (s.legal ? 4 : 0) + (s.motive ? 3 : 0) + (s.cause ? 2 : 0);
    worth += (s.change ? 2 : 0) + (s.absence ? 2 : 0) + (s.quantity ? 2 : 0) + (exact_date ? 1 : 0);
    worth += static_cast<int>(std::min<std::uint32_t>(s.names, 2));
    worth -= (s.future ? 1 : 0) + (s.first_person ? 2 : 0) + (s.opinion ? 3 : 0) + (s.question ? 4 : 0);
    c.worth = worth;
    c.kind = s.question        ? Claim::Kind::question
             : s.accusation    ? Claim::Kind::accusation
             : s.legal         ? Claim::Kind::legal_status
             : s.motive        ? Claim::Kind::motive
             : s.record        ? Claim::Kind::record
             : money || figure ? (s.change ? Claim::Kind::change : Claim::Kind::quantity)
             : s.cause         ? Claim::Kind::causal
             : s.change        ? Claim::Kind::change
             : s.absence       ? Claim::Kind::absence
             : s.opinion       ? Claim::Kind::opinion
             : s.quantity      ? Claim::Kind::generalisation
             : s.future        ? Claim::Kind::prediction
             : s.first_person  ? Claim::Kind::observation
                               : Claim::Kind::event;
  }

  Claim::Status status(Claim& c, const Signs& s) const {
    if (p_.zone == Zone::caption || p_.zone == Zone::credit || p_.zone == Zone::bio || p_.zone == Zone::byline)
      return Claim::Status::exempt;
    if (s.question) return Claim::Status::question;
    if (s.words == 0) return Claim::Status::quoted;
    const bool rides =
        c.kind != Claim::Kind::accusation && c.kind != Claim::Kind::motive && c.kind != Claim::Kind::record;
    // The sentence is what its weightiest words are: a figure in the writer's voice if there is one.
    WordRange core = c.words;
    for (const std::uint32_t i : c.figures)
      if (!facts_.figures[i].quoted) core = facts_.figures[i].words;
    const Support support = support_of(p_, facts_, lexicon_, core, rides ? Riding::one_sentence : Riding::never);
    switch (support.by) {
      case Support::By::quotation: return Claim::Status::quoted;
      case Support::By::citation: return Claim::Status::sourced;
      case Support::By::attribution: {
        const Attribution& a = facts_.attributions[support.index];
        c.attribution = support.index;
        c.reaches = true;
        return a.strength >= 2 ? Claim::Status::attributed : Claim::Status::anonymous;
      }
      case Support::By::continuation:
        c.attribution = support.index;
        c.reaches = true;
        return Claim::Status::attributed_inherited;
      case Support::By::none: c.attribution = support.nearest; break;
    }
    for (const Attribution& a : facts_.attributions)
      if (a.strength == 0 && a.cue && c.words.contains(a.cue->first)) return Claim::Status::weasel;
    if (s.opinion && c.figures.empty()) return Claim::Status::opinion;
    return Claim::Status::unsourced;
  }

  const Paragraph& p_;
  const Lexicon& lexicon_;
  const ParagraphFacts& facts_;
  std::size_t phrase_ = 0;
};

}  // namespace

std::vector<Claim> find_claims(const Paragraph& paragraph, const Context& context, const ParagraphFacts& facts) {
  switch (paragraph.zone) {
    case Zone::headline:
    case Zone::subhead:
    case Zone::dek:
    case Zone::references:
    case Zone::table:
    case Zone::question: return {};
    default: return Reader(paragraph, context, facts).run();
  }
}

}  // namespace stet
