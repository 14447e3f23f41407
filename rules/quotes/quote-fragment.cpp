#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/phrase.h"
#include "facts/speaker.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

class Reader {
 public:
  Reader(std::uint32_t max_words, const std::vector<std::string>& cues, const Facts& facts, Report& report)
      : max_words_(max_words), facts_(facts), report_(report) {
    for (const std::string& cue : cues) cues_.push_back(facts.lexicon().id(cue));
  }

  void paragraph(std::size_t p) {
    const ParagraphFacts& local = facts_.local(p);
    const Paragraph& paragraph = facts_.paragraph(p);
    for (const Quote& q : local.quotes) {
      if (!asks(paragraph, q)) continue;
      if (spoken_beside(paragraph, local, q)) continue;
      if (quoted_beside(paragraph, local, q) || spoken_of(paragraph, q) || word_as_word(paragraph, q) ||
          !first(paragraph, q))
        continue;
      auto added = report_.add(p, q.span,
                               fmt::format("“{}”: whose word? Name who uses it, or drop the marks",
                                           paragraph.text(without_stop(paragraph, q.words))));
      const Span open = paragraph.words[q.words.first - 1].span(), close = paragraph.words[q.words.last].span();
      added.fix("Remove the quotation marks", {{p, open, ""}, {p, close, ""}});
      added.detail(
          "**Speaker.** None in the sentence. Marks round a word or two that nobody is said to have used read as "
          "doubt.");
    }
  }

 private:
  // Lower case, a word or two, inside the writer's sentence.
  bool asks(const Paragraph& p, const Quote& q) const {
    if (q.depth != 0 || q.close == 0 || q.form == Quote::Form::block || q.words.empty() || q.words.first < 2)
      return false;
    const WordRange words = without_stop(p, q.words);
    if (words.empty() || words.size() > max_words_) return false;
    // A title ends in a capital; “Corvane smugglers” does not.
    if (p.words[words.last - 1].has(Word::capital)) return false;
    for (std::uint32_t i = words.first; i < words.last; ++i)
      if (p.words[i].kind != WordKind::word) return false;
    if (p.words[q.words.first - 1].has(Word::starts_sentence) || q.open == U'‘' || q.open == U'\'') return false;
    // "a “cat café”", "the “client”", "a rare “ice tsunami”": a thing is named. It is behind a verb, a preposition, or
    // whose it is that the marks say more.
    const std::uint32_t before = q.words.first - 2;
    const Phrases phrases(p, facts_.lexicon());
    const WordView view(p, facts_.context());
    return view.any(before, {"their", "his", "her", "its", "our"}) || phrases.is(before, WordClass::preposition) ||
           phrases.is(before, WordClass::mind_verb) || phrases.is(before, WordClass::stance_verb) ||
           (view.capital(before) && people(p, words));
  }

  // Vella “volunteers”, Corvane “advisers”: the marks doubt that they are.
  static bool people(const Paragraph& p, WordRange words) {
    const std::string_view last = p.text(words.last - 1);
    return last.ends_with("ers") || last.ends_with("ors") || last.ends_with("ists");
  }

  // “smugglers,” with the writer's comma inside, as American houses set it.
  static WordRange without_stop(const Paragraph& p, WordRange words) {
    if (words.size() > 1 && (p.words[words.last - 1].is_mark(U',') || p.words[words.last - 1].is_mark(U'.')))
      --words.last;
    return words;
  }

  // Says something, and does not only think or fear it.
  bool speaks(const Paragraph& p, const Attribution& a) const {
    // “Critics”, “the media”: whose word it is cannot be asked.
    if (!a.source || a.type == SourceType::collective) return false;
    if (!a.cue || a.cue->empty()) return true;
    const WordId cue = p.words[a.cue->first].id;
    return facts_.lexicon().is(cue, WordClass::say_verb) || facts_.lexicon().is(cue, WordClass::label_verb) ||
           facts_.lexicon().is(cue, WordClass::evidence_verb) || facts_.lexicon().is(cue, WordClass::frame_word);
  }

  // In the sentence or in the next, somebody speaks: it may be his word.
  bool spoken_beside(const Paragraph& p, const ParagraphFacts& local, const Quote& q) const {
    const std::uint32_t here = p.sentence_of(q.words.first);
    return std::any_of(local.attributions.begin(), local.attributions.end(), [&](const Attribution& a) {
      if (!speaks(p, a)) return false;
      const std::uint32_t there = p.sentence_of(a.source->first);
      return there == here || there == here + 1;
    });
  }

  // A longer quotation in the sentence: the two have one speaker.
  bool quoted_beside(const Paragraph& p, const ParagraphFacts& local, const Quote& q) const {
    const auto n = static_cast<std::size_t>(&q - local.quotes.data());
    const std::uint32_t sentence = p.sentence_of(q.words.first);
    const auto here = [&](const Quote& other) {
      return p.sentence_of(other.words.first) == sentence && without_stop(p, other.words).size() > max_words_;
    };
    return (n > 0 && here(local.quotes[n - 1])) || (n + 1 < local.quotes.size() && here(local.quotes[n + 1]));
  }

  // A word of saying, a document in the sentence.
  bool spoken_of(const Paragraph& p, const Quote& q) const {
    const Phrases phrases(p, facts_.lexicon());
    const WordRange words = phrases.sentence(q.words.first);
    for (std::uint32_t i = words.first; i < words.last; ++i)
      if (!p.words[i].has(Word::in_quotation) &&
          (phrases.is(i, WordClass::label_verb) || document(phrases, i) || phrases.is(i, WordClass::study_noun) ||
           phrases.is(i, WordClass::frame_word) || says(phrases, i)))
        return true;
    return false;
  }

  // "the rules", "her last letter", "Vella’s charter"; "to enforce policy" is no paper.
  static bool document(const Phrases& ph, std::uint32_t i) {
    if (!ph.is(i, WordClass::document_noun)) return false;
    for (std::uint32_t k = i; k > 0 && k + 4 > i; --k) {
      const Word& w = ph.paragraph().words[k - 1];
      if (ph.is(k - 1, WordClass::determiner) || w.has(Word::capital) || w.kind == WordKind::number) return true;
      if (w.kind != WordKind::word || ph.is(k - 1, WordClass::preposition)) return false;
    }
    return false;
  }

  // said, claims, claimed; not "reasons to fear", and what is repeated was another's word.
  static bool says(const Phrases& ph, std::uint32_t i) {
    const std::string_view word = ph.paragraph().text(i);
    if (word == "spoke" || word == "spoken" || word == "talked") return true;
    if (!ph.is(i, WordClass::say_verb)) return false;
    const std::string_view lemma = ph.lexicon().word(ph.lexicon().lemma(ph.paragraph().words[i].id));
    return !ph.word(i, "reasons") && !ph.word(i, "reason") && lemma != "repeat";
  }

  // Terms, translations, names: the sentence says that the word is a word.
  bool word_as_word(const Paragraph& p, const Quote& q) const {
    const WordRange words = sentences_around(p, q.words);
    for (std::uint32_t i = words.first; i < words.last; ++i)
      if (!p.words[i].has(Word::in_quotation) && std::find(cues_.begin(), cues_.end(), p.words[i].id) != cues_.end())
        return true;
    const std::uint32_t behind = q.words.last + 1;
    return behind < p.words.size() && (p.words[behind].is_mark(U'(') || p.words[behind].is_mark(U'-'));
  }

  // A word that the draft quotes again is a term of its own.
  bool first(const Paragraph& here, const Quote& q) {
    if (quoted_.empty())
      for (std::size_t p = 0; p < facts_.size(); ++p)
        for (const Quote& other : facts_.local(p).quotes)
          if (other.depth == 0)
            for (std::uint32_t i = other.words.first; i < other.words.last; ++i)
              ++quoted_[facts_.paragraph(p).words[i].id];
    return q.words.size() > 1 || quoted_[here.words[q.words.first].id] < 2;
  }

  std::uint32_t max_words_;
  const Facts& facts_;
  Report& report_;
  std::vector<WordId> cues_;
  std::unordered_map<WordId, std::uint32_t> quoted_;  // how often; filled where it is asked for
};

}  // namespace

Check quote_fragment(const Options& options) {
  const auto max_words = static_cast<std::uint32_t>(std::clamp(options.number("max_words"), 1.0, 10.0));
  return [max_words, cues = options.list("word_cues"), off = options.list("genre_off")](
             const Facts& facts, const Sources&, Report& report) {
    if (std::find(off.begin(), off.end(), genre_name(facts.context().genre)) != off.end()) return;
    Reader reader(max_words, cues, facts, report);
    for (const std::size_t p : facts.with<Quote>())
      if (facts.paragraph(p).zone == Zone::body && !facts.local(p).quotes.empty()) reader.paragraph(p);
  };
}

}  // namespace stet::rules
