#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "facts/phrase.h"
#include "facts/speaker.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

constexpr std::uint32_t longest_source = 5;  // words
constexpr std::uint32_t farthest = 10;       // words from the verb to the quotation: behind, others may speak
constexpr std::uint32_t nickname = 3;        // words: locals call it “the old lady”

struct Lists {
  std::vector<std::string> holders, joint;
};

class Reader {
 public:
  Reader(const Lists& lists, const Facts& facts, Report& report) : facts_(facts), report_(report) {
    for (const std::string& word : lists.holders) holders_.push_back(facts.lexicon().id(word));
    for (const std::string& word : lists.joint) joint_.push_back(facts.lexicon().id(word));
  }

  void paragraph(std::size_t p) {
    const ParagraphFacts& local = facts_.local(p);
    const Paragraph& paragraph = facts_.paragraph(p);
    for (std::size_t i = 0; i < local.quotes.size(); ++i) {
      const Quote& q = local.quotes[i];
      if (q.depth != 0 || q.close == 0 || !q.attribution || !collective(paragraph, local.attributions[*q.attribution]))
        continue;
      std::size_t last = i;
      while (last + 1 < local.quotes.size() && joined(paragraph, local.quotes[last], local.quotes[last + 1])) ++last;
      if (!together(p, local, q)) tell(p, q, local.quotes[last]);
      i = last;
    }
  }

 private:
  static bool has(const std::vector<WordId>& ids, WordId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  // “a land grab” and “a swindle”: only a comma, an "and" between.
  bool joined(const Paragraph& p, const Quote& a, const Quote& b) const {
    if (b.depth != 0 || b.close == 0 || b.words.first < a.words.last + 2 || b.words.first > a.words.last + 4)
      return false;
    for (std::uint32_t i = a.words.last + 1; i + 1 < b.words.first; ++i)
      if (p.words[i].kind == WordKind::word && !facts_.lexicon().is(p.words[i].id, WordClass::conjunction))
        return false;
    return true;
  }

  // A plural that stands for nobody: critics, the media, neighbouring towns, some Malians.
  bool collective(const Paragraph& p, const Attribution& a) const {
    if (!a.source || !a.cue || a.cue->empty() || a.source->size() > longest_source) return false;
    const Phrases phrases(p, facts_.lexicon());
    const WordRange s = *a.source;
    if (p.words[s.first].has(Word::in_quotation)) return false;
    for (std::uint32_t i = s.first; i < s.last; ++i)
      if (p.words[i].kind != WordKind::word || named_here(phrases, i) || counts(phrases, i)) return false;
    const std::uint32_t head = s.last - 1;
    if (has(holders_, p.words[head].id)) return true;
    // "some Malians"
    if (vague(phrases, s.first) && p.words[head].has(Word::capital) && p.text(head).ends_with("s")) return true;
    if (a.strength > 2) return false;
    // "the researchers": those of the study the draft speaks of.
    if (phrases.is(s.first, WordClass::determiner) && !phrases.word(s.first, "some")) return false;
    return phrases.is(head, WordClass::crowd) || phrases.listed_before(s.last, WordClass::crowd).has_value();
  }

  static bool vague(const Phrases& ph, std::uint32_t i) {
    return ph.word(i, "some") || ph.word(i, "many") || ph.word(i, "most") || ph.word(i, "several") || ph.word(i, "few");
  }

  static bool named_here(const Phrases& ph, std::uint32_t i) {
    const Word& w = ph.paragraph().words[i];
    return w.has(Word::capital) && !w.has(Word::starts_sentence) && !ph.lexicon().known(w.id) &&
           !ph.paragraph().text(i).ends_with("s") && !ph.paragraph().text(i).ends_with("n");
  }

  static bool counts(const Phrases& ph, std::uint32_t i) {
    for (const WordKey& word : std::initializer_list<WordKey>{"both", "two", "three", "four", "five", "six", "one",
                                                              "his", "her", "my", "our"})
      if (ph.word(i, word)) return true;
    return false;
  }

  // A joint statement, a chant, a document, a nickname, or one of them named beside it.
  bool together(std::size_t p, const ParagraphFacts& local, const Quote& q) const {
    const Paragraph& paragraph = facts_.paragraph(p);
    const Phrases phrases(paragraph, facts_.lexicon());
    const Attribution& a = local.attributions[*q.attribution];
    const WordRange sentence = sentences_around(paragraph, q.words);
    if (q.words.first > a.cue->last + farthest) return true;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (paragraph.words[i].has(Word::in_quotation)) continue;
      if (has(joint_, paragraph.words[i].id) || in_document(phrases, i, sentence.first)) return true;
    }
    const std::uint32_t cue = a.cue->first;
    const bool names = phrases.word(cue, "call") || phrases.word(cue, "calls") || phrases.word(cue, "dubbed") ||
                       phrases.word(cue, "dub") || phrases.word(cue, "refer") || phrases.word(cue, "termed") ||
                       phrases.word(cue, "term");
    // A word or two inside what they say may be anybody's: the “love hormone” helps, researchers claim.
    const bool labels = phrases.is(cue, WordClass::label_verb) || phrases.is(cue, WordClass::stance_verb);
    if ((names || !labels) && spoken_words(paragraph, q.words) <= nickname) return true;
    if (cited(local, paragraph, sentence)) return true;
    return std::any_of(local.attributions.begin(), local.attributions.end(), [&](const Attribution& other) {
      return &other != &a && other.source && other.named && other.source != a.source &&
             sentence.contains(other.source->first);
    });
  }

  // A link or a note covers it, or a year in brackets.
  static bool cited(const ParagraphFacts& local, const Paragraph& p, WordRange sentence) {
    for (const Citation& c : local.citations)
      if (c.covers.overlaps(sentence)) return true;
    bool bracket = false;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      bracket = (bracket || p.words[i].is_mark(U'(')) && !p.words[i].is_mark(U')');
      if (bracket && p.words[i].kind == WordKind::number && p.text(i).size() == 4) return true;
    }
    return false;
  }

  // "in a letter", "on their website": what they wrote together; not "the law" they speak of.
  static bool in_document(const Phrases& ph, std::uint32_t i, std::uint32_t from) {
    if (!ph.is(i, WordClass::document_noun) && !ph.is(i, WordClass::study_noun)) return false;
    for (std::uint32_t k = i; k > from && k + 4 > i; --k)
      if (ph.word(k - 1, "in") || ph.word(k - 1, "on") || ph.word(k - 1, "by") || ph.word(k - 1, "from")) return true;
    return false;
  }

  void tell(std::size_t p, const Quote& first, const Quote& last) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const Attribution& a = facts_.local(p).attributions[*first.attribution];
    const std::string who = paragraph.text(*a.source);
    auto added = report_.add(p, first.span.joined(last.span),
                             fmt::format("“{}” cannot have said this word for word: who did?", who));
    const std::uint32_t behind = last.span.end;
    const bool goes_on = last.words.last + 1 < paragraph.words.size() &&
                         paragraph.words[last.words.last + 1].kind == WordKind::word &&
                         !paragraph.words[last.words.last + 1].has(Word::starts_sentence);
    added.fix("Insert “in the words of TK”",
              {{p, {behind, behind}, goes_on ? ", in the words of TK," : ", in the words of TK"}});
    added.detail(fmt::format(
        "**Source.** “{}”: several who do not speak with one voice. No joint statement, document or chant is "
        "named in the sentence, nor one of them.",
        who));
    for (const Attribution& other : facts_.local(p).attributions)
      if (other.source && other.named) {
        added.related(p, paragraph.span(*other.source), "the nearest source with a name");
        break;
      }
  }

  const Facts& facts_;
  Report& report_;
  std::vector<WordId> holders_, joint_;
};

}  // namespace

Check quote_collective_source(const Options& options) {
  Lists lists{options.list("holders"), options.list("joint")};
  return [lists = std::move(lists)](const Facts& facts, const Sources&, Report& report) {
    Reader reader(lists, facts, report);
    for (const std::size_t p : facts.with<Quote>()) {
      const Zone zone = facts.paragraph(p).zone;
      if ((zone == Zone::body || zone == Zone::list) && !facts.local(p).quotes.empty()) reader.paragraph(p);
    }
  };
}

}  // namespace stet::rules
