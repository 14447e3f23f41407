#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "facts/speaker.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

class Reader {
 public:
  Reader(std::uint32_t max_words, std::uint32_t max_sentences, const Facts& facts, Report& report)
      : max_words_(max_words), max_sentences_(max_sentences), facts_(facts), report_(report) {}

  Holds read(std::size_t p) {
    const std::size_t before = found_.size();
    if (facts_.paragraph(p).zone == Zone::body) paragraph(p);
    return found_.size() == before ? Holds::nothing : Holds::something;
  }

  void conclude() {
    // Whom the draft has named before is known by his voice.
    for (const Late& late : found_)
      if (first_named(late)) tell(late);
  }

 private:
  struct Late {
    std::size_t paragraph;
    const Quote* quote;
    WordId name;
    std::uint32_t words, sentences;
  };

  void paragraph(std::size_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    for (const Quote& q : facts_.local(p).quotes) {
      if (q.depth != 0 || !q.attribution || q.close == 0 || q.words.first != 1) continue;
      const Attribution& a = facts_.local(p).attributions[*q.attribution];
      if (a.rule != ScopeRule::postposed || !a.named || a.source->first < q.words.last) return;
      const std::uint32_t words = spoken_words(paragraph, q.words), sentences = count_sentences(paragraph, q.words);
      if (words > max_words_ || sentences > max_sentences_)
        if (const auto name = surname(p, a)) found_.push_back({p, &q, *name, words, sentences});
      return;
    }
  }

  static std::uint32_t count_sentences(const Paragraph& p, WordRange words) {
    return p.sentence_of(words.last - 1) - p.sentence_of(words.first) + 1;
  }

  // The last word of a name: what a draft goes on with.
  std::optional<WordId> surname(std::size_t p, const Attribution& a) const {
    const Paragraph& paragraph = facts_.paragraph(p);
    for (std::uint32_t i = a.source->last; i > a.source->first; --i)
      if (paragraph.words[i - 1].has(Word::capital)) return paragraph.words[i - 1].id;
    return std::nullopt;
  }

  bool first_named(const Late& late) const {
    const auto places = facts_.vocabulary.capitals(late.name);
    return !places.empty() && places.front().paragraph == late.paragraph;
  }

  void tell(const Late& late) {
    const auto [p, quote, name, words, sentences] = late;
    const Quote& q = *quote;
    const Attribution& a = facts_.local(p).attributions[*q.attribution];
    const Paragraph& paragraph = facts_.paragraph(p);
    const WordRange both{std::min(a.source->first, a.cue->first), std::max(a.source->last, a.cue->last)};
    auto added = report_.add(p, paragraph.span(both),
                             sentences > max_sentences_
                                 ? fmt::format("{} sentences are quoted before a reader learns who speaks", sentences)
                                 : fmt::format("{} words are quoted before a reader learns who speaks", words));
    move_up(added, p, q, both);
    added.detail(fmt::format("{} words in {} sentence{} stand before “{}”. Name the speaker behind the first sentence.",
                             words, sentences, sentences == 1 ? "" : "s", paragraph.text(both)));
  }

  // “One. Two,” said Ruiz.   ->   “One,” said Ruiz. “Two.”
  void move_up(Report::Added& added, std::size_t p, const Quote& q, WordRange both) const {
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::uint32_t first_stop = paragraph.sentences[paragraph.sentence_of(q.words.first)].words.last - 1;
    const std::uint32_t comma = q.words.last - 1;
    if (both.first != q.words.last + 1 || both.last >= paragraph.words.size() || first_stop >= comma) return;
    if (!paragraph.words[first_stop].is_mark(U'.') || !paragraph.words[comma].is_mark(U',') ||
        !paragraph.words[both.last].is_mark(U'.'))
      return;
    const std::string open(paragraph.text(q.words.first - 1)), close(paragraph.text(q.words.last));
    const std::string early = fmt::format(",{} {}. {}", close, paragraph.text(both), open);
    const Span end = paragraph.span(WordRange{comma, both.last + 1});
    added.fix("Name the speaker behind the first sentence",
              {{p, {paragraph.words[first_stop].begin, paragraph.words[first_stop + 1].begin}, early},
               {p, end, "." + close}});
  }

  std::uint32_t max_words_, max_sentences_;
  const Facts& facts_;
  Report& report_;
  std::vector<Late> found_;
};

}  // namespace

Check quote_attribution_late(const Options& options) {
  const auto words = static_cast<std::uint32_t>(std::clamp(options.number("max_words"), 1.0, 10000.0));
  const auto sentences = static_cast<std::uint32_t>(std::clamp(options.number("max_sentences"), 1.0, 1000.0));
  return [=](const Facts& facts, const Sources&, Report& report) {
    const auto reader = std::make_shared<Reader>(words, sentences, facts, report);
    return Pass{[reader](std::size_t p) { return reader->read(p); }, [reader] { reader->conclude(); }};
  };
}

}  // namespace stet::rules
