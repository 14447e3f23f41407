// Verbs of saying, thinking and showing: complements, postposed and inverted clauses, split quotations.
#include <algorithm>

#include "facts/attribution_read.h"
#include "facts/source.h"
#include "facts/verb_form.h"

namespace stet {

namespace {

constexpr std::uint32_t far_complement = 18;  // words between a verb and its that-clause or quotation
constexpr std::uint32_t shortest_clause = 6;  // words behind "said" that are surely no thing said

class Speech {
 public:
  Speech(const Phrases& ph, const QuoteMap& quotes, const Cue& cue)
      : ph_(ph),
        quotes_(quotes),
        cue_(cue),
        i_(cue.word),
        n_(cue.word + 1),
        from_(cue.bounds.first),
        to_(cue.bounds.last) {}

  std::optional<Attribution> read() {
    form_ = verb_form(ph_, i_);
    say_ = ph_.is(i_, WordClass::say_verb);
    label_ = ph_.is(i_, WordClass::label_verb);
    evidence_ = ph_.is(i_, WordClass::evidence_verb);
    mind_ = ph_.is(i_, WordClass::mind_verb);
    if (points_out(ph_, i_, to_) || puts_it(ph_, i_, to_)) {
      say_ = true;
      n_ = i_ + 2;
    } else if (ph_.word(i_, "put") || ph_.word(i_, "puts")) {
      return std::nullopt;
    }
    if (is_noun()) return std::nullopt;
    if (auto inverted = read_inverted()) return inverted;
    if (!find_subject()) return std::nullopt;
    // "as Ruiz wrote", but not "unlikely, as she said that"
    if (say_ && !participial_ && subject_->words.first > from_ && ph_.word(subject_->words.first - 1, "as") &&
        !(n_ < to_ && ph_.word(n_, "that"))) {
      // "As reforms continued": only who can speak makes a frame.
      const Source who = judge_source(ph_, subject_->words);
      if (who.type == SourceType::unknown && who.strength < 2) return std::nullopt;
      return read_as_wrote(ph_, quotes_, cue_, subject_->words);
    }
    if (auto postposed = read_postposed()) return postposed;
    return read_complement();
  }

 private:
  // "the claims", "his report", "a note": a noun, whatever it looks like.
  bool is_noun() const {
    if (i_ == from_ || form_ == VerbForm::past || form_ == VerbForm::participle) return false;
    const std::uint32_t before = i_ - 1;
    if (ph_.is(before, WordClass::subject_pronoun) && !ph_.is(before, WordClass::determiner)) return false;
    if (ph_.word(before, "'s") || ph_.mark(before, U'’') || ph_.mark(before, U'\'')) return true;
    if (form_ == VerbForm::third && has_before(ph_, i_)) return true;
    if (ph_.is(before, WordClass::crowd) || ph_.word(before, "to")) return false;
    // "This suggests that", "which means that"
    if (form_ == VerbForm::third && (ph_.word(before, "this") || ph_.word(before, "that")) && n_ < to_ &&
        ph_.word(n_, "that"))
      return false;
    return ph_.is(before, WordClass::determiner) || ph_.is(before, WordClass::preposition);
  }

  // “…,” said Ruiz.   The fires will burn on, said Ruiz.
  std::optional<Attribution> read_inverted() {
    // told stands behind its subject: “…,” Ruiz, the minister, told the Herald. “Why?” asked Ruiz.
    if (!say_ || (tells() && !ph_.word(i_, "asked") && !ph_.word(i_, "asks")) || form_ == VerbForm::base ||
        form_ == VerbForm::participle || i_ == 0 || i_ == from_ || n_ >= to_)
      return std::nullopt;
    std::uint32_t before = i_ - 1;
    const bool comma = ph_.comma(before);
    if (comma && before > from_ && ph_.closes_quotation(before - 1)) --before;
    const auto quote = ph_.closes_quotation(before) ? quotes_.closing_at(before) : std::nullopt;
    // "The study, published in May, says that …" is no inversion.
    if (!quote && (!comma || tells() || ph_.word(n_, "that"))) return std::nullopt;
    const Word& next = ph_.paragraph().words[n_];
    const bool name_next = next.has(Word::capital) || ph_.is(n_, WordClass::determiner) ||
                           ph_.is(n_, WordClass::speaker_role) || ph_.is(n_, WordClass::crowd) ||
                           ph_.is(n_, WordClass::subject_pronoun) ||
                           (quote && next.kind == WordKind::word && !ph_.is(n_, WordClass::preposition) &&
                            !ph_.is(n_, WordClass::conjunction) && !ph_.adverb(n_));
    if (!name_next) return std::nullopt;
    const auto source = ph_.noun_phrase_at(n_, to_);
    if (!source) return std::nullopt;
    if (quote) return with_quotations(*source, *quote, source->last);
    if (i_ - 1 < from_ + 3 || !ends_clause(source->last)) return std::nullopt;
    // "The chief, at a news conference, confirmed the arrests"
    if (!says() && judge_source(ph_, *source).type == SourceType::unknown) return std::nullopt;
    if (!is_statement(ph_, {from_, i_ - 1})) return std::nullopt;
    return made(ph_, source, {i_, n_}, {{from_, i_ - 1}}, ScopeRule::postposed);
  }

  bool find_subject() {
    const bool auxiliary_before = i_ > from_ && ph_.is(i_ - 1, WordClass::auxiliary);
    if (form_ == VerbForm::participle && !auxiliary_before) {
      participial_ = true;
      if (i_ > from_ && (ph_.is(i_ - 1, WordClass::determiner) || ph_.is(i_ - 1, WordClass::preposition)) &&
          !ph_.word(i_ - 1, "by") && !ph_.word(i_ - 1, "in") && !ph_.word(i_ - 1, "without"))
        return false;
      // "a statement saying that"
      if (i_ > from_ && (ph_.is(i_ - 1, WordClass::document_noun) || ph_.is(i_ - 1, WordClass::study_noun)))
        subject_ = ph_.subject_before(i_, from_);
      if (!subject_ && cue_.last_source) subject_ = Subject{*cue_.last_source, i_, false};
      if (!subject_)
        if (const auto main = ph_.main_subject({from_, i_})) subject_ = Subject{*main, i_, false};
      return subject_.has_value();
    }
    if (i_ > from_ && ph_.word(i_ - 1, "to") && form_ == VerbForm::base) {
      infinitive_ = true;
      if (cue_.last_source) subject_ = Subject{*cue_.last_source, i_, false};
      else if (const auto main = ph_.main_subject({from_, i_})) subject_ = Subject{*main, i_, false};
      return subject_.has_value();
    }
    // "a faction known as", "lessons learned": without an auxiliary these forms are no finite verbs.
    if (form_ == VerbForm::past && !auxiliary_before && participle_only(ph_, i_, from_)) return false;
    subject_ = ph_.subject_before(i_, from_);
    // "There were fears that", "There's a common understanding": nobody fears there.
    if (subject_ && ph_.word(subject_->words.first, "there")) return false;
    // "a computer that can remember": a relative clause's subject is the thing, which says nothing.
    if (subject_ && subject_->words.size() > 1 && ph_.word(subject_->words.last - 1, "that")) return false;
    // Lena Ortiz, who runs the quay, which sank in May, said: “…”
    if (!subject_ && i_ > from_ && ph_.comma(i_ - 1) && n_ < to_ && say_ &&
        (ph_.mark(n_, U':') || ph_.opens_quotation(n_) || ph_.word(n_, "that")))
      if (const auto main = ph_.main_subject({from_, i_})) subject_ = Subject{*main, i_, false};
    // "wrote to Ruiz and said that"
    if (!subject_ && i_ > from_ && (ph_.word(i_ - 1, "and") || ph_.word(i_ - 1, "but")) &&
        (form_ != VerbForm::third || ph_.word(i_, "says"))) {
      if (cue_.last_source) subject_ = Subject{*cue_.last_source, i_};
      else if (const auto main = ph_.main_subject({from_, i_ - 1}); main && main->last + 1 < i_)
        subject_ = Subject{*main, i_};
    }
    // Passive: "was told", "is said to" are read elsewhere, except where somebody is told something.
    if (subject_ && form_ == VerbForm::past && be_before(ph_, i_, from_)) return false;
    return subject_.has_value() && can_speak();
  }

  // "strict rules of order", "species found nowhere else": a bare noun that is no speaker, before what may be a noun or
  // a participle. Plurals speak, in a finite verb: "locals say".
  bool can_speak() const {
    const Source who = judge_source(ph_, subject_->words);
    if (who.type != SourceType::unknown || who.strength >= 2 || auxiliary_verb()) return true;
    if (ph_.is(subject_->words.first, WordClass::determiner)) return true;
    return form_ != VerbForm::third && ph_.paragraph().text(subject_->words.last - 1).ends_with("s");
  }

  bool auxiliary_verb() const { return subject_->verb < i_ && ph_.is(subject_->verb, WordClass::auxiliary); }

  // Is the clause over at i: only adverbials up to the next stop, comma or quotation?
  bool ends_clause(std::uint32_t i) const {
    for (std::uint32_t k = i; k < to_ && k < i + 12; ++k) {
      if (ph_.stop(k) || ph_.comma(k) || ph_.opens_quotation(k) || ph_.dash(k) || ph_.mark(k, U':')) return true;
      if (ph_.word(k, "that") || ph_.is(k, WordClass::auxiliary)) return false;
      if (k == i && !ph_.is(k, WordClass::preposition) && !ph_.adverb(k) && !ph_.is(k, WordClass::weekday) &&
          !ph_.word(k, "last") && !ph_.word(k, "this") && !ph_.word(k, "who") && !ph_.word(k, "reporters") &&
          !ph_.word(k, "when") && !ph_.word(k, "as") && !tells())
        return false;
    }
    return true;
  }

  bool tells() const { return ph_.is(i_, WordClass::tell_verb); }

  // Postposed: “…,” Ruiz said.   It will burn on, Ruiz said on Monday.   It will, Ruiz said, burn on.
  // The strike began, the board found, because …: a verb of finding is a frame only as an aside inside a sentence whose
  // subject stands before it.
  bool between_commas() const {
    return evidence_ && n_ < to_ && ph_.comma(n_) && subject_->words.first > from_ + 2 &&
           ph_.comma(subject_->words.first - 1) && !ph_.is(from_, WordClass::preposition) &&
           !ph_.is(from_, WordClass::conjunction);
  }

  // Holm, prosecutors say, took cash.   The city, the mayor said in May, will pay.
  bool between_subject_and_verb() const {
    if (!say_ || ph_.is(from_, WordClass::preposition) || ph_.is(from_, WordClass::conjunction) || ph_.adverb(from_))
      return false;
    std::uint32_t comma = n_;  // behind the verb, or a few words of when and where
    if (n_ < to_ && ph_.is(n_, WordClass::preposition))
      while (comma < to_ && comma < n_ + 6 && !ph_.comma(comma) && !ph_.stop(comma)) ++comma;
    const std::uint32_t verb = comma + 1;
    if (verb >= to_ || !ph_.comma(comma)) return false;
    return ph_.is(verb, WordClass::auxiliary) || ph_.is(verb, WordClass::irregular_past) ||
           ph_.paragraph().text(verb).ends_with("ed");
  }

  std::optional<Attribution> read_postposed() {
    const bool aside = between_commas();
    const bool or_so = or_so_before(ph_, subject_->words.first, from_);
    if (participial_ || infinitive_ || !(subject_->comma_before || or_so) || !(say_ || mind_ || label_ || aside))
      return std::nullopt;
    std::uint32_t before = subject_->words.first - (or_so ? 3 : 1);
    if (before > from_ && ph_.comma(before) && ph_.closes_quotation(before - 1)) --before;
    if (ph_.closes_quotation(before) && say_) {
      if (const auto quote = quotes_.closing_at(before)) {
        // “…,” and he said that …: a complement follows, the quotation is somebody else's.
        if (!(n_ < to_ && ph_.word(n_, "that"))) return with_quotations(subject_->words, *quote, n_);
      }
    }
    if (!(say_ || mind_ || aside) || form_ == VerbForm::participle) return std::nullopt;
    // "In May, he decided to flee": what is thought stands behind the verb.
    if (mind_ && !say_ && n_ < to_ && ph_.is(n_, WordClass::preposition)) return std::nullopt;
    if (!ends_clause(n_) || !(aside || between_subject_and_verb() || is_told(ph_, {from_, before})))
      return std::nullopt;
    if (n_ < to_ && (ph_.opens_quotation(n_) || ph_.mark(n_, U':'))) return std::nullopt;
    if (n_ + 1 < to_ && ph_.comma(n_) && ph_.opens_quotation(n_ + 1)) return std::nullopt;
    std::vector<WordRange> content = {{from_, before}};
    // It will, Ruiz said, burn on.
    std::uint32_t after = n_;
    while (after < to_ && !ph_.comma(after) && !ph_.stop(after)) ++after;
    if (after + 2 < to_ && ph_.comma(after) && ph_.comma(before)) {
      const std::uint32_t end = ph_.clause_end(after + 1, to_);
      if (end > after + 2 && !ph_.word(after + 1, "but") && !ph_.word(after + 1, "while"))
        content.push_back({after + 1, end});
    }
    return made(ph_, subject_->words, {i_, n_}, std::move(content), ScopeRule::postposed);
  }

  // The quotation before the cue, and the one that goes on behind it in the same sentence.
  Attribution with_quotations(WordRange source, WordRange quote, std::uint32_t after) const {
    std::vector<WordRange> content = {quote};
    const std::uint32_t end = std::min(to_, after + far_complement + 6);
    for (std::uint32_t k = after; k < end; ++k) {
      if (ph_.stop(k)) break;
      if (k > after && ph_.is(k, WordClass::say_verb)) break;
      if (ph_.opens_quotation(k)) {
        if (const auto next = quotes_.opening_at(k)) content.push_back(*next);
        break;
      }
    }
    return made(ph_, source, {i_, n_}, std::move(content), ScopeRule::postposed);
  }

  std::optional<Attribution> complement(WordRange content) const {
    if (content.size() < 2) return std::nullopt;
    return made(ph_, subject_->words, {i_, n_}, {content}, ScopeRule::complement);
  }

  // A clause from k on, with any quotation it runs into taken whole.
  std::optional<Attribution> clause(std::uint32_t k) const {
    std::uint32_t end = ph_.clause_end(k, concedes(ph_, from_) ? ph_.conceded_end(k, to_) : to_);
    if (end < ph_.paragraph().words.size() && end > k)
      if (const auto quote = quotes_.around(end - 1); quote && quote->first >= k && quote->last > end)
        end = quote->last;
    return complement({k, end});
  }

  std::optional<Attribution> quotation(std::uint32_t mark) const {
    const auto quote = quotes_.opening_at(mark);
    return quote ? complement(*quote) : std::nullopt;
  }

  std::optional<Attribution> read_complement() {
    std::uint32_t k = n_;
    if (k >= to_) return std::nullopt;
    while (k < to_ && ((ph_.adverb(k) && !ph_.word(k, "all")) || ph_.is(k, WordClass::weekday))) ++k;
    if (k >= to_) return std::nullopt;
    if (auto direct = read_direct(k)) return direct;
    if (ph_.word(k, "that") && (say_ || mind_ || evidence_)) return clause(k);
    if (ph_.word(k, "out") && k + 1 < to_ && ph_.word(k + 1, "that")) return clause(k + 1);
    if (infinitive_ && !mind_ && !say_) return std::nullopt;
    if (asks(k)) return clause(k);
    if (ph_.is(i_, WordClass::denial_verb) && k < to_) {
      const std::string_view t = ph_.paragraph().text(k);
      if (ph_.paragraph().words[k].kind == WordKind::word && t.size() > 5 && t.ends_with("ing")) return clause(k);
    }
    if (tells() && !ph_.is(k, WordClass::preposition))
      if (const auto whom = ph_.noun_phrase_at(k, to_)) {
        if (auto told = read_told(whom->last)) return told;
      }
    if (zero_that() && ph_.clause_at(k, to_) && (!infinitive_ || opens_noun_phrase(k))) return clause(k);
    if (study() && ph_.clause_end(k, to_) >= k + 3) return clause(k);
    if (says() && opens_noun_phrase(k) && ph_.clause_end(k, to_) >= k + shortest_clause) return clause(k);
    if (auto far = read_far(k)) return far;
    return label_ ? read_label(k) : std::nullopt;
  }

  // said “…”, said: “…”, said, “…”
  std::optional<Attribution> read_direct(std::uint32_t k) const {
    if (!(say_ || label_)) return std::nullopt;
    if (ph_.mark(k, U':') || ph_.comma(k)) {
      if (k + 1 < to_ && ph_.opens_quotation(k + 1)) return quotation(k + 1);
      if (ph_.mark(k, U':') && say_) {
        if (k + 1 < to_) return clause(k + 1);
        // The next paragraph may be what is said: see Facts::carried.
        return made(ph_, subject_->words, {i_, n_}, {}, ScopeRule::block_after_colon);
      }
      return std::nullopt;
    }
    if (!ph_.opens_quotation(k) || !say_) return std::nullopt;
    const auto quote = quotes_.opening_at(k);
    if (!quote) return std::nullopt;
    // said “…” would follow: the words go on as a clause.
    const std::uint32_t after = quote->last;
    const bool goes_on = after < to_ && ph_.paragraph().words[after].kind == WordKind::word &&
                         !ph_.is(after, WordClass::conjunction) && !ph_.is(after, WordClass::preposition);
    if (goes_on && ph_.clause_at(after - 1, to_)) return clause(k);
    return complement(*quote);
  }

  bool asks(std::uint32_t k) const {
    if (!(say_ || mind_) || label_) return false;
    return ph_.word(k, "whether") || ph_.word(k, "how") || ph_.word(k, "why") ||
           (ph_.word(k, "what") && !ph_.is(i_, WordClass::evidence_verb)) ||
           (ph_.word(k, "if") && (ph_.word(i_, "asked") || ph_.word(i_, "wondered") || ph_.word(i_, "know")));
  }

  std::optional<Attribution> read_told(std::uint32_t k) const {
    while (k < to_ && ph_.adverb(k)) ++k;
    if (k >= to_) return std::nullopt;
    if (auto direct = read_direct(k)) return direct;
    if (ph_.word(k, "that")) return clause(k);
    if (asks(k)) return clause(k);
    if (ph_.clause_at(k, to_)) return clause(k);
    return read_far(k);
  }

  // "to say the bridge is closed", not "opposition to state borders".
  bool opens_noun_phrase(std::uint32_t k) const {
    return ph_.is(k, WordClass::determiner) || ph_.is(k, WordClass::subject_pronoun) ||
           ph_.paragraph().words[k].has(Word::capital) || ph_.paragraph().words[k].kind == WordKind::number;
  }

  // say, says, said: many words behind it are a clause, whatever its verb: one says a word, but not a long thing.
  bool says() const { return ph_.word(i_, "said") || ph_.word(i_, "says") || ph_.word(i_, "say"); }

  // "Studies show cats prefer boxes": what a study shows is a clause, though no word of it is surely its verb.
  bool study() const {
    return evidence_ && ph_.is(subject_->words.last - 1, WordClass::study_noun) &&
           (ph_.word(i_, "show") || ph_.word(i_, "shows") || ph_.word(i_, "found") || ph_.word(i_, "suggest") ||
            ph_.word(i_, "suggests")) &&
           !ph_.is(i_ + 1, WordClass::preposition) && !ph_.is(i_ + 1, WordClass::determiner);
  }

  // Verbs that take a clause without "that".
  bool zero_that() const {
    if (form_ == VerbForm::participle &&
        !(ph_.word(i_, "saying") || ph_.word(i_, "adding") || ph_.word(i_, "thinking")))
      return false;
    return ph_.is(i_, WordClass::clause_verb);
  }

  // said in a statement that …, reported from Bamako on Monday that …, wrote in an email: “…”
  std::optional<Attribution> read_far(std::uint32_t k) const {
    if (!(say_ || evidence_) || !(ph_.is(k, WordClass::preposition) || ph_.is(k, WordClass::weekday) || ph_.comma(k) ||
                                  ph_.word(k, "last") || ph_.word(k, "this") || tells()))
      return std::nullopt;
    const std::uint32_t end = std::min(to_, k + far_complement);
    for (std::uint32_t n = k + 1; n < end; ++n) {
      if (ph_.stop(n)) return std::nullopt;
      // "wrote my poems, that was hard": the comma ends what was written.
      const bool object = ph_.comma(n - 1) && ph_.is(k, WordClass::determiner);
      if (ph_.word(n, "that") && !ph_.word(n - 1, "of") && !object) return clause(n);
      if (ph_.mark(n, U':')) return read_direct(n);
      if (ph_.opens_quotation(n)) return quotation(n);
      if (ph_.is(n, WordClass::say_verb) && n > k + 1 && !ph_.is(n, WordClass::document_noun)) return std::nullopt;
      if (say_ && ph_.is(n, WordClass::auxiliary)) {
        // said on Monday the bridge was closed: the clause begins at its determiner or capital.
        for (std::uint32_t b = k + 1; b < n; ++b)
          if ((ph_.is(b, WordClass::determiner) || ph_.is(b, WordClass::subject_pronoun)) &&
              !ph_.is(b - 1, WordClass::preposition) && !ph_.comma(b - 1))
            return clause(b);
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  // called it “a disgrace”, described “double standards”
  std::optional<Attribution> read_label(std::uint32_t k) const {
    const std::uint32_t end = std::min(to_, k + far_complement + 6);
    for (std::uint32_t n = k; n < end; ++n) {
      if (ph_.stop(n) || (n > k && ph_.is(n, WordClass::say_verb))) return std::nullopt;
      if (!ph_.opens_quotation(n)) continue;
      const auto quote = quotes_.opening_at(n);
      if (!quote) return std::nullopt;
      return made(ph_, subject_->words, {i_, n_}, {{k, quote->last}}, ScopeRule::partial_quote);
    }
    return std::nullopt;
  }

  const Phrases& ph_;
  const QuoteMap& quotes_;
  const Cue& cue_;
  std::uint32_t i_, n_, from_, to_;  // the verb, what stands behind it and its particle, the bounds
  VerbForm form_ = VerbForm::base;
  bool say_ = false, label_ = false, evidence_ = false, mind_ = false, participial_ = false, infinitive_ = false;
  std::optional<Subject> subject_;
};

}  // namespace

std::optional<Attribution> read_speech(const Phrases& phrases, const QuoteMap& quotes, const Cue& cue) {
  return Speech(phrases, quotes, cue).read();
}

}  // namespace stet
