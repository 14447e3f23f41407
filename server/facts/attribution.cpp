#include "facts/attribution.h"

#include <algorithm>
#include <span>

#include "facts/attribution_read.h"
#include "facts/source.h"
#include "facts/verb_form.h"

namespace stet {

namespace {

bool marks_included(const Quote& q) { return q.form != Quote::Form::block && q.depth == 0; }

WordRange with_marks(const Quote& q) { return {q.words.first - 1, q.close != 0 ? q.words.last + 1 : q.words.last}; }

// What somebody is said to say, asked of many words: sorted once, so that a paragraph of nothing but quotations is not
// gone over for each of them.
class Contents {
 public:
  explicit Contents(const std::vector<Attribution>& all) {
    for (const Attribution& a : all) parts_.insert(parts_.end(), a.content.begin(), a.content.end());
    std::sort(parts_.begin(), parts_.end(), [](WordRange a, WordRange b) { return a.first < b.first; });
    std::uint32_t reach = 0;
    for (WordRange& part : parts_) part.last = reach = std::max(reach, part.last);
  }

  // Do the words lie within one part?
  bool cover(WordRange words) const {
    const auto after = std::upper_bound(parts_.begin(), parts_.end(), words.first,
                                        [](std::uint32_t first, WordRange part) { return first < part.first; });
    return after != parts_.begin() && words.last <= (after - 1)->last;
  }

 private:
  std::vector<WordRange> parts_;  // by first word; each reaches as far as any up to it
};

class Finder {
 public:
  Finder(const Paragraph& p, const Context& context, std::span<const Quote> quotes)
      : p_(p), lexicon_(*context.lexicon), phrases_(p, lexicon_), quotes_(quotes), map_(quotes) {}

  std::vector<Attribution> run() {
    for (std::uint32_t i = 0; i < p_.words.size(); ++i) {
      if (p_.words[i].kind != WordKind::word) continue;
      const ClassSet& classes = lexicon_.classes(p_.words[i].id);
      if ((classes & cues()).none()) continue;
      // "the Argentine State presents": a name inside a sentence says nothing.
      if (p_.words[i].has(Word::capital) && !opens(i)) continue;
      if (auto a = read_at(i)) found_.push_back(std::move(*a));
    }
    add_labelled();
    add_orphans();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Attribution& a, const Attribution& b) { return a.span.begin < b.span.begin; });
    return std::move(found_);
  }

 private:
  static const ClassSet& cues() {
    static const ClassSet set = [] {
      ClassSet s;
      for (const WordClass c :
           {WordClass::say_verb, WordClass::mind_verb, WordClass::evidence_verb, WordClass::label_verb,
            WordClass::reporting_noun, WordClass::holderless_noun, WordClass::epistemic_participle,
            WordClass::frame_word, WordClass::stance_verb, WordClass::estimate_verb, WordClass::hearsay_adverb})
        s.set(static_cast<std::size_t>(c));
      return s;
    }();
    return set;
  }

  bool opens(std::uint32_t i) const {
    return p_.words[i].has(Word::starts_sentence) || i == 0 || p_.words[i - 1].kind == WordKind::mark;
  }

  std::optional<Attribution> read_at(std::uint32_t i) {
    Cue cue;
    cue.word = i;
    cue.bounds = phrases_.sentence(i);
    if (p_.words[i].has(Word::in_quotation)) {
      if (const auto quote = map_.around(i)) {
        cue.bounds.first = std::max(cue.bounds.first, quote->first + 1);
        cue.bounds.last = std::min(cue.bounds.last, std::max(quote->last - 1, i + 1));
      }
    }
    for (std::size_t n = found_.size(); n > 0; --n) {
      const Attribution& before = found_[n - 1];
      if (!before.cue || before.cue->first < cue.bounds.first) break;
      if (before.source && p_.words[before.cue->first].has(Word::in_quotation) == p_.words[i].has(Word::in_quotation)) {
        cue.last_source = before.source;
        break;
      }
    }
    if (phrases_.is(i, WordClass::frame_word)) return read_according(phrases_, map_, cue);
    if (phrases_.is(i, WordClass::hearsay_adverb)) return read_hearsay(phrases_, cue);
    if (phrases_.is(i, WordClass::epistemic_participle))
      if (auto passive = read_passive(phrases_, cue)) return passive;
    if (phrases_.is(i, WordClass::say_verb) || phrases_.is(i, WordClass::mind_verb) ||
        phrases_.is(i, WordClass::evidence_verb) || phrases_.is(i, WordClass::label_verb) ||
        points_out(phrases_, i, cue.bounds.last))
      if (auto speech = read_speech(phrases_, map_, cue)) return speech;
    if (phrases_.is(i, WordClass::estimate_verb))
      if (auto estimate = read_estimate(phrases_, cue)) return estimate;
    if (phrases_.is(i, WordClass::stance_verb))
      if (auto stance = read_stance(phrases_, cue)) return stance;
    if (phrases_.word(i, "words") || phrases_.word(i, "view") || phrases_.word(i, "opinion"))
      if (auto frame = read_in_words(phrases_, map_, cue)) return frame;
    if (phrases_.is(i, WordClass::reporting_noun) || phrases_.is(i, WordClass::holderless_noun))
      return read_noun(phrases_, cue);
    return std::nullopt;
  }

  // Quotations that a name and a colon give to somebody, or words that are no cue by themselves.
  void add_labelled() {
    if (quotes_.empty()) return;
    const Contents told(found_);
    for (const Quote& q : quotes_) {
      if (!marks_included(q) || q.form == Quote::Form::scare) continue;
      const WordRange words = with_marks(q);
      if (told.cover(words)) continue;
      if (auto labelled = read_labelled(phrases_, words)) found_.push_back(std::move(*labelled));
    }
  }

  std::uint32_t spoken(WordRange words) const {
    return static_cast<std::uint32_t>(std::count_if(p_.words.begin() + words.first, p_.words.begin() + words.last,
                                                    [](const Word& w) { return w.kind == WordKind::word; }));
  }

  // Of several speakers, by their cues, the one who spoke in the sentence that ends where the quotation opens.
  const Attribution* just_before(const std::vector<const Attribution*>& speakers, WordRange quote) const {
    if (quote.first == 0) return nullptr;
    const auto after = std::partition_point(speakers.begin(), speakers.end(),
                                            [&](const Attribution* a) { return a->cue->first < quote.first; });
    if (after == speakers.begin()) return nullptr;
    const Attribution* last = *(after - 1);
    return p_.sentence_of(last->cue->first) == p_.sentence_of(quote.first - 1) ? last : nullptr;
  }

  // Quotations that no cue took: one candidate speaker in the paragraph has them all (S8).
  void add_orphans() {
    bool several = false;
    const Attribution* speaker = nullptr;
    std::vector<const Attribution*> speakers;
    for (const Attribution& a : found_) {
      if (!a.source || !a.cue || p_.words[a.cue->first].has(Word::in_quotation)) continue;
      if (a.rule == ScopeRule::passive || a.rule == ScopeRule::holderless || a.rule == ScopeRule::stance) continue;
      speakers.push_back(&a);
      several = several ||
                (speaker != nullptr && speaker->named && a.named && p_.text(*speaker->source) != p_.text(*a.source));
      if (speaker == nullptr || (!speaker->named && a.named)) speaker = &a;
    }
    std::stable_sort(speakers.begin(), speakers.end(),
                     [](const Attribution* a, const Attribution* b) { return a->cue->first < b->cue->first; });
    const Contents told(found_);
    std::vector<Attribution> orphans;
    for (const Quote& q : quotes_) {
      if (!marks_included(q) || q.form == Quote::Form::scare || q.words.size() < 4) continue;
      const WordRange words = with_marks(q);
      if (told.cover(words)) continue;
      // One that is open must open the paragraph with a mark that cannot close.
      const bool goes_on = q.continues && words.first == 0 && q.open == U'“';
      if (!(q.complete && !q.continues) && !goes_on) continue;
      const Attribution* chosen = several ? just_before(speakers, words) : speaker;
      // "It was dark." behind a speaker is his; alone so few words may be a title.
      if (spoken(words) < (chosen != nullptr ? 3u : 4u)) continue;
      if (chosen == nullptr && !speakers.empty()) continue;
      // Without a speaker here the paragraphs before may have one: see said_by.
      Attribution a = made(phrases_, chosen != nullptr ? chosen->source : std::nullopt, {words.first, words.first},
                           {words}, chosen != nullptr ? ScopeRule::paragraph_speaker : ScopeRule::open_quotation);
      a.cue.reset();
      a.span = p_.span(words);
      orphans.push_back(std::move(a));
    }
    found_.insert(found_.end(), std::make_move_iterator(orphans.begin()), std::make_move_iterator(orphans.end()));
  }

  const Paragraph& p_;
  const Lexicon& lexicon_;
  Phrases phrases_;
  std::span<const Quote> quotes_;
  QuoteMap map_;
  std::vector<Attribution> found_;
};

}  // namespace

QuoteMap::QuoteMap(std::span<const Quote> quotes) {
  for (const Quote& q : quotes)
    if (marks_included(q)) ranges_.push_back(with_marks(q));
}

std::optional<WordRange> QuoteMap::opening_at(std::uint32_t mark) const {
  const auto it =
      std::lower_bound(ranges_.begin(), ranges_.end(), mark, [](WordRange r, std::uint32_t m) { return r.first < m; });
  return it != ranges_.end() && it->first == mark ? std::optional(*it) : std::nullopt;
}

std::optional<WordRange> QuoteMap::closing_at(std::uint32_t mark) const {
  const auto range = around(mark);
  return range && range->last == mark + 1 ? range : std::nullopt;
}

std::optional<WordRange> QuoteMap::around(std::uint32_t word) const {
  const auto it =
      std::upper_bound(ranges_.begin(), ranges_.end(), word, [](std::uint32_t w, WordRange r) { return w < r.first; });
  if (it == ranges_.begin() || !(it - 1)->contains(word)) return std::nullopt;
  return *(it - 1);
}

Attribution made(const Phrases& ph, std::optional<WordRange> source, WordRange cue, std::vector<WordRange> content,
                 ScopeRule rule) {
  Attribution a;
  a.source = source;
  a.cue = cue;
  std::erase_if(content, [](WordRange part) { return part.empty(); });
  a.content = std::move(content);
  a.rule = rule;
  if (source) {
    const Source judged = judge_source(ph, *source);
    a.type = judged.type;
    a.strength = judged.strength;
    a.named = judged.named;
  }
  a.endorsed = !cue.empty() && ph.is(cue.first, WordClass::factive_verb);
  a.denied = !cue.empty() && ph.is(cue.first, WordClass::denial_verb);
  const Paragraph& p = ph.paragraph();
  a.span = cue.empty() ? Span{~0u, 0} : p.span(cue);
  if (source) a.span = a.span.joined(p.span(*source));
  for (const WordRange part : a.content) a.span = a.span.joined(p.span(part));
  return a;
}

std::vector<Attribution> find_attributions(const Paragraph& paragraph, const Context& context,
                                           std::span<const Quote> quotes) {
  if (paragraph.zone == Zone::references || paragraph.zone == Zone::table) return {};
  return Finder(paragraph, context, quotes).run();
}

}  // namespace stet
