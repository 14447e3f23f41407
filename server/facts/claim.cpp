#include "facts/claim.h"

#include <algorithm>

#include "facts/claim_signs.h"
#include "facts/facts.h"
#include "facts/phrase.h"
#include "facts/support.h"

namespace stet {

namespace {

// A clause that is shorter goes on into the next: "stole," is no claim to look at.
constexpr std::uint32_t shortest_clause = 5;

// What the words of a sentence, or of a clause of it, tell.
struct Signs {
  std::optional<std::uint32_t> accusation, legal, cause, motive, change, record, quantity, absence, state;  // the word
  bool opinion = false, future = false, question = false, first_person = false;
  std::uint32_t names = 0, words = 0;

  void add(const Signs& o) {
    if (o.weight() > 0) add_words(o);
    opinion = opinion || o.opinion;
    future = future || o.future;
    question = question || o.question;
    first_person = first_person || o.first_person;
    names += o.names;
    words += o.words;
  }
  // Most clauses have no sign, and so no weight.
  void add_words(const Signs& o) {
    for (const auto member : {&Signs::accusation, &Signs::legal, &Signs::cause, &Signs::motive, &Signs::change,
                              &Signs::record, &Signs::quantity, &Signs::absence, &Signs::state})
      if (!(this->*member)) this->*member = o.*member;
  }
  int weight() const {
    return (accusation ? 4 : 0) + (legal ? 4 : 0) + (record ? 3 : 0) + (motive ? 3 : 0) + (cause ? 2 : 0) +
           (change ? 2 : 0) + (quantity ? 2 : 0) + (absence ? 2 : 0) + (state ? 1 : 0);
  }
};

// The heaviest figure of a clause, by what it is worth.
enum Amount { no_amount = 0, small_count = 2, count = 3, money = 4 };

struct Clause {
  WordRange words;
  Signs signs;
  Amount amount = no_amount;
  std::uint32_t figures = 0, dates = 0;  // one past its last, by index into the paragraph's
  int weight() const { return signs.weight() + amount; }
};

bool holds(const Attribution& a, WordRange words) {
  return std::any_of(a.content.begin(), a.content.end(), [&](WordRange part) { return part.overlaps(words); });
}

void see(std::optional<std::uint32_t>& sign, bool here, std::uint32_t word) {
  if (here && !sign) sign = word;
}

// The classes of words that tell anything: most words have none of them.
const ClassSet telling = class_set({WordClass::accusation_word, WordClass::legal_word, WordClass::cause_word,
                                    WordClass::change_word, WordClass::record_word, WordClass::quantity_word,
                                    WordClass::absence_word, WordClass::opinion_word, WordClass::future_word});
// Words with a capital that are no names.
const ClassSet written_large = class_set({WordClass::month, WordClass::weekday, WordClass::subject_pronoun});

class Reader {
 public:
  Reader(const Paragraph& p, const Context& context, const ParagraphFacts& facts)
      : p_(p), lexicon_(*context.lexicon), phrases_(p, lexicon_), facts_(facts) {}

  std::vector<Claim> run() {
    out_.reserve(p_.sentences.size());
    clauses_.reserve(8);
    for (const Sentence& s : p_.sentences) read(s.words);
    out_.shrink_to_fit();
    return std::move(out_);
  }

 private:
  bool is(std::uint32_t i, WordClass c) const { return lexicon_.is(p_.words[i].id, c); }

  Signs look(WordRange clause, WordRange sentence) {
    Signs s;
    bool in_name = false;
    for (std::uint32_t i = clause.first; i < clause.last; ++i) {
      const Word& w = p_.words[i];
      if (w.has(Word::in_quotation)) continue;
      if (w.kind == WordKind::mark) {
        s.question = s.question || (w.is_mark(U'?') && i + 2 >= sentence.last);
        in_name = false;
        continue;
      }
      if (w.kind != WordKind::word) continue;
      ++s.words;
      const ClassSet& classes = lexicon_.classes(w.id);
      const auto has = [&](WordClass c) { return classes[static_cast<std::size_t>(c)]; };
      const bool capital = w.has(Word::capital) && !w.has(Word::starts_sentence) && (classes & written_large).none();
      if (capital && !in_name) ++s.names;
      in_name = capital;
      s.first_person = s.first_person || writer_or_reader(w);
      if ((classes & telling).none()) continue;
      see(s.accusation, has(WordClass::accusation_word) && accuses(phrases_, i, clause), i);
      see(s.legal, has(WordClass::legal_word) && stands_with_law(phrases_, i, clause), i);
      see(s.cause, has(WordClass::cause_word) && !capital && gives_cause(phrases_, i, clause), i);
      see(s.change, has(WordClass::change_word) && !capital && changes(phrases_, i, clause), i);
      see(s.record, has(WordClass::record_word) && !capital && stands_alone(phrases_, i, clause), i);
      see(s.quantity, has(WordClass::quantity_word) && !capital && counts(phrases_, i, clause), i);
      see(s.absence, has(WordClass::absence_word), i);
      s.opinion = s.opinion || has(WordClass::opinion_word);
      s.future = s.future || has(WordClass::future_word);
    }
    while (phrase_ < p_.phrases.size() && p_.phrases[phrase_].words.first < clause.last) {
      const PhraseHit& hit = p_.phrases[phrase_++];
      const std::uint32_t i = hit.words.first;
      if (p_.words[i].has(Word::in_quotation)) continue;
      see(s.cause, lexicon_.phrase_is(hit.phrase, WordClass::cause_word) && brings_about(phrases_, hit.words), i);
      see(s.motive, lexicon_.phrase_is(hit.phrase, WordClass::motive_phrase), i);
      see(s.accusation, lexicon_.phrase_is(hit.phrase, WordClass::accusation_word) && accuses(phrases_, i, clause), i);
      see(s.record, lexicon_.phrase_is(hit.phrase, WordClass::record_word), i);
    }
    // "Currently the north is host to": how things stand, asserted as of writing.
    if (clause.first == sentence.first) see(s.state, opens_with_now(clause), clause.first);
    return s;
  }

  // I, we, you, my, our, your; I’m, we've, you'd.
  bool writer_or_reader(const Word& w) const {
    static constexpr WordKeySet words{{"i", "we", "you", "my", "our", "your"}};
    constexpr std::uint32_t longest = 9;  // you’ve, and a mark of three bytes
    constexpr auto bit = [](char letter) { return 1u << (static_cast<unsigned char>(letter) & 0x1F); };
    constexpr unsigned firsts = bit('i') | bit('w') | bit('y') | bit('m') | bit('o');
    const char first = static_cast<char>(p_.letters[w.begin] | 0x20);
    if ((firsts & bit(first)) == 0 || w.end - w.begin > longest) return false;
    const std::string_view t = p_.text(w);
    // Most words are told from them by their second letter.
    const char second = t.size() > 1 ? static_cast<char>(t[1] | 0x20) : '\'';
    if (first == 'i' ? second >= 'a' && second <= 'z' : std::string_view("eyou").find(second) == std::string_view::npos)
      return false;
    // One of them is over behind its fourth letter: "would" is not.
    std::size_t letters = 0;
    while (letters < t.size() && letters < 5 && t[letters] != '\'' && t[letters] != '\xE2') ++letters;
    return letters < 5 && words.contains(word_key(t.substr(0, letters)));
  }

  bool opens_with_now(WordRange clause) const {
    const Word& w = p_.words[clause.first];
    if (w.kind != WordKind::word || !w.has(Word::capital)) return false;
    const std::string_view t = p_.text(w);
    return t == "Currently" || t == "Presently" || t == "Nowadays";
  }

  // Where the sentence's marks part it. Words in quotation marks are nobody's clause here.
  void cut(WordRange sentence) {
    clauses_.clear();
    std::uint32_t first = sentence.first;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const bool last = i + 1 == sentence.last;
      const bool parts = p_.words[i].kind == WordKind::mark && !p_.words[i].has(Word::in_quotation) &&
                         (phrases_.comma(i) || phrases_.dash(i) || phrases_.mark(i, U';') || phrases_.mark(i, U':'));
      if (!parts && !last) continue;
      const WordRange words{first, i + 1};
      first = i + 1;
      Clause c{words, look(words, sentence)};
      for (; figure_ < facts_.figures.size() && facts_.figures[figure_].words.first < words.last; ++figure_)
        c.amount = std::max(c.amount, amount(facts_.figures[figure_]));
      while (date_ < facts_.dates.size() && facts_.dates[date_].words.first < words.last) ++date_;
      c.figures = figure_;
      c.dates = date_;
      clauses_.push_back(c);
    }
  }

  static Amount amount(const Figure& f) {
    if (f.quoted) return no_amount;
    if (f.dimension == Dimension::money || f.dimension == Dimension::percent || f.dimension == Dimension::points ||
        f.dimension == Dimension::rate)
      return money;
    if (f.dimension == Dimension::age || f.dimension == Dimension::ordinal) return no_amount;
    return f.dimension != Dimension::duration && f.high >= 20 ? count : small_count;
  }

  void read(WordRange sentence) {
    const std::uint32_t figures = figure_, dates = date_;
    cut(sentence);
    Clause all{sentence, {}, no_amount, figure_, date_};
    std::size_t lead = 0;
    std::pair<int, int> heaviest{0, 0};
    for (std::size_t n = 0; n < clauses_.size(); ++n) {
      const Clause& c = clauses_[n];
      all.signs.add(c.signs);
      all.amount = std::max(all.amount, c.amount);
      const int signs = c.signs.weight();
      if (const std::pair rank{signs + c.amount, signs}; rank > heaviest) {
        heaviest = rank;
        lead = n;
      }
    }
    if (all.signs.words < 3 && figures == figure_) return;
    // Without a sign the sentence is the claim.
    if (heaviest.first == 0) return tell(all, all, {figures, figure_}, {dates, date_}, true);
    std::uint32_t f = figures, d = dates;
    for (std::size_t n = 0; n < clauses_.size(); ++n) {
      const Clause& here = clauses_[n];
      const WordRange own_figures{f, here.figures}, own_dates{d, here.dates};
      f = here.figures;
      d = here.dates;
      if (n != lead && here.signs.weight() < 2) continue;
      Clause c = here;
      c.words = widened(n);
      tell(c, all, own_figures, n == lead ? WordRange{dates, date_} : own_dates, n == lead);
    }
  }

  // A lead stands for its sentence: all of that counts. Its kind is that of its own words.
  void tell(const Clause& clause, const Clause& all, WordRange figures, WordRange dates, bool lead) {
    Claim c;
    c.words = clause.words;
    c.span = p_.span(c.words);
    c.lead = lead;
    c.figures = std::views::iota(figures.first, figures.last);
    c.dates = std::views::iota(dates.first, dates.last);
    c.worth = worth((lead ? all : clause).weight(), (lead ? all : clause).signs.names, all.signs, dates);
    classify(c, clause, all.signs);
    // What happened to somebody and why is a story; how things are with a named body is a claim about it.
    const bool story = c.kind == Claim::Kind::causal || c.kind == Claim::Kind::change;
    // "He lost his job due to ill health": one person's life, told.
    const bool life = c.kind == Claim::Kind::causal && phrases_.is(c.words.first, WordClass::subject_pronoun) &&
                      (phrases_.word(c.words.first, "he") || phrases_.word(c.words.first, "she"));
    c.alone = life ? std::int16_t{0}
                   : worth(clause.weight(), story ? std::min(all.signs.names, 1u) : all.signs.names, all.signs, dates);
    c.status = status(c, all);
    out_.push_back(c);
  }

  // The clause without the mark at its end, with what follows while it is too short to stand alone.
  WordRange widened(std::size_t n) const {
    WordRange words = clauses_[n].words;
    for (std::size_t k = n + 1; k < clauses_.size() && words.size() <= shortest_clause; ++k)
      words.last = clauses_[k].words.last;
    for (std::size_t k = n; k > 0 && words.size() <= shortest_clause; --k) words.first = clauses_[k - 1].words.first;
    const bool to_the_end = words.last == clauses_.back().words.last;
    if (!to_the_end && words.size() > 1) --words.last;
    return words;
  }

  std::int16_t worth(int weight, std::uint32_t names, const Signs& all, WordRange dates) const {
    bool exact_date = false;
    for (std::uint32_t i = dates.first; i < dates.last; ++i)
      exact_date = exact_date || facts_.dates[i].grain == DateMention::Grain::day || facts_.dates[i].year_said;
    const int against =
        (all.future ? 1 : 0) + (all.first_person ? 2 : 0) + (all.opinion ? 3 : 0) + (all.question ? 4 : 0);
    return static_cast<std::int16_t>(weight + (exact_date ? 1 : 0) + static_cast<int>(std::min(names, 2u)) - against);
  }

  static void classify(Claim& c, const Clause& clause, const Signs& all) {
    const Signs& s = clause.signs;
    const auto kind = [&](Claim::Kind k, const std::optional<std::uint32_t>& sign = {}) {
      c.kind = k;
      c.sign = sign;
    };
    if (all.question) return kind(Claim::Kind::question);
    if (s.accusation) return kind(Claim::Kind::accusation, s.accusation);
    if (s.legal) return kind(Claim::Kind::legal_status, s.legal);
    if (s.motive) return kind(Claim::Kind::motive, s.motive);
    if (s.record) return kind(Claim::Kind::record, s.record);
    if (clause.amount >= count) return kind(s.change ? Claim::Kind::change : Claim::Kind::quantity, s.change);
    if (s.cause) return kind(Claim::Kind::causal, s.cause);
    if (s.change) return kind(Claim::Kind::change, s.change);
    if (s.absence) return kind(Claim::Kind::absence, s.absence);
    if (all.opinion) return kind(Claim::Kind::opinion);
    if (s.quantity) return kind(Claim::Kind::generalisation, s.quantity);
    if (s.state) return kind(Claim::Kind::generalisation, s.state);
    if (all.future) return kind(Claim::Kind::prediction);
    return kind(all.first_person ? Claim::Kind::observation : Claim::Kind::event);
  }

  Claim::Status status(Claim& c, const Clause& sentence) const {
    const Signs& s = sentence.signs;
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
      if (a.strength == 0 && a.cue && (c.words.contains(a.cue->first) || holds(a, c.words)))
        return Claim::Status::weasel;
    if (s.opinion && sentence.amount == no_amount) return Claim::Status::opinion;
    return Claim::Status::unsourced;
  }

  const Paragraph& p_;
  const Lexicon& lexicon_;
  const Phrases phrases_;
  const ParagraphFacts& facts_;
  std::size_t phrase_ = 0;  // read as far as this, and the two below
  std::uint32_t figure_ = 0, date_ = 0;
  std::vector<Clause> clauses_;  // of the sentence in hand
  std::vector<Claim> out_;
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
