#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

#include "facts/phrase.h"
#include "facts/speaker.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

constexpr WordKeySet occasions{{"interview", "podcast", "broadcast", "documentary", "speech", "lecture", "talk",
                                "essay", "article", "column", "op-ed"}};

class Reader {
 public:
  Reader(const Facts& facts, Report& report) : facts_(facts), report_(report) {}

  void paragraph(std::size_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const Phrases phrases(paragraph, facts_.lexicon());
    for (const Sentence& sentence : paragraph.sentences) {
      if (!quotes(p, sentence.words)) continue;
      if (const auto then = at_the_time(p, phrases, sentence.words)) tell(p, *then, true);
      if (!dated(p, sentence.words)) continue;
      if (const auto missing = occasion(phrases, sentence.words)) tell(p, *missing, false);
      else if (const auto year = year_alone(p, phrases, sentence.words)) tell(p, *year, true);
    }
  }

 private:
  bool dated(std::size_t p, WordRange sentence) const {
    const std::span<const DateMention> dates = facts_.local(p).dates;
    return std::any_of(dates.begin(), dates.end(),
                       [&](const DateMention& d) { return sentence.contains(d.words.first); });
  }

  // Are a speaker's words quoted in the sentence, or led in by the colon at its end?
  bool quotes(std::size_t p, WordRange sentence) const {
    if (facts_.paragraph(p).words[sentence.last - 1].is_mark(U':')) return true;
    const std::span<const Quote> all = facts_.local(p).quotes;
    return std::any_of(all.begin(), all.end(), [&](const Quote& q) {
      return q.depth == 0 && q.form == Quote::Form::inline_quote && sentence.contains(q.words.first) &&
             q.words.size() > 2;
    });
  }

  // "in a 2017 interview", "in an interview in 2017": a year that is over, and no name of where.
  std::optional<WordRange> occasion(const Phrases& ph, WordRange sentence) const {
    const Paragraph& p = ph.paragraph();
    const WordView view(p, facts_.context());
    for (At i = sentence.first + 2; i < sentence.last; ++i) {
      if (!occasions.contains(view.key(i)) || p.words[i].has(Word::in_quotation)) continue;
      At begin = i;
      while (begin > sentence.first + 1 && i - begin < 3 && !view.any(begin, {"a", "an"})) --begin;
      if (!view.any(begin, {"a", "an"}) || !view.is(begin - 1, "in")) continue;
      for (At k = begin; k < i; ++k)
        if (view.capital(k)) return std::nullopt;
      if (view.in(i + 1, WordClass::preposition) && !view.number(i + 2)) return std::nullopt;  // to parliament
      std::optional<At> year;
      for (At k = begin; k < std::min<At>(sentence.last, i + 4); ++k)
        if (past_year(view, k)) year = k;
      if (!year || elsewhere(view, ph, sentence)) return std::nullopt;
      return WordRange{begin - 1, std::max(i, *year) + 1};
    }
    return std::nullopt;
  }

  // "wrote in 2018: “…”": where?
  std::optional<WordRange> year_alone(std::size_t p, const Phrases& ph, WordRange sentence) const {
    const WordView view(ph.paragraph(), facts_.context());
    At wrote = sentence.first;
    while (wrote < sentence.last && !(view.is(wrote, "wrote") && !view[wrote].has(Word::in_quotation))) ++wrote;
    if (wrote == sentence.last || !view.is(wrote + 1, "in") || !past_year(view, wrote + 2) ||
        elsewhere(view, ph, sentence))
      return std::nullopt;
    for (At i = sentence.first; i < sentence.last; ++i)
      if (!ph.paragraph().words[i].has(Word::in_quotation) &&
          (ph.is(i, WordClass::document_noun) || ph.is(i, WordClass::study_noun)))
        return std::nullopt;
    return facts_.local(p).citations.empty() ? std::optional(WordRange{wrote, wrote + 3}) : std::nullopt;
  }

  // "wrote at the time": printed then, and neither where nor when. Not where the paragraph tells of the piece.
  std::optional<WordRange> at_the_time(std::size_t p, const Phrases& ph, WordRange sentence) const {
    const WordView view(ph.paragraph(), facts_.context());
    for (At i = sentence.first; i + 3 < sentence.last; ++i) {
      if (!view.is(i, "wrote") || view[i].has(Word::in_quotation) || !view.is(i + 1, "at") ||
          !view.any(i + 2, {"the", "that"}) || !view.is(i + 3, "time"))
        continue;
      if (elsewhere(view, ph, sentence) || !facts_.local(p).citations.empty()) return std::nullopt;
      // "a letter", "her report"; "foreign policy" is not printed.
      for (At k = 0; k < sentence.last; ++k)
        if (!view[k].has(Word::in_quotation) &&
            (ph.is(k, WordClass::piece_noun) || ph.is(k, WordClass::outlet_word) ||
             (k > 0 && ph.is(k, WordClass::document_noun) && ph.is(k - 1, WordClass::determiner))))
          return std::nullopt;
      return WordRange{i, i + 4};
    }
    return std::nullopt;
  }

  bool past_year(const WordView& view, At i) const {
    if (!view.number(i) || view.text(i).size() != 4 ||
        !(view.text(i).starts_with("19") || view.text(i).starts_with("20")))
      return false;
    if (!facts_.context().date) return true;
    return std::stoi(std::string(view.text(i))) < static_cast<int>(facts_.context().date->year());
  }

  // "with the Herald", "for Harbour Radio", "told the BBC": a name behind a preposition or a verb of telling.
  static bool elsewhere(const WordView& view, const Phrases& ph, WordRange sentence) {
    for (At i = sentence.first + 1; i < sentence.last; ++i) {
      if (!view.capital(i) || view[i].has(Word::in_quotation) || ph.is(i, WordClass::month)) continue;
      At before = i - 1;
      if (view.any(before, {"the", "a", "an", "its", "'s"}) && before > sentence.first) --before;
      if (ph.is(before, WordClass::tell_verb) ||
          view.any(before, {"with", "for", "to", "on", "at", "by", "from", "in"}))
        return true;
      if (ph.is(i, WordClass::outlet_word) && !view.starts_sentence(i)) return true;
      if (view[i].has(Word::in_emphasis)) return true;
    }
    return false;
  }

  void tell(std::size_t p, WordRange words, bool wrote) {
    const Paragraph& paragraph = facts_.paragraph(p);
    auto added = report_.add(p, paragraph.span(words),
                             fmt::format("“{}”: {}", paragraph.text(words), wrote ? "where?" : "to whom, or where?"));
    const std::uint32_t end = paragraph.span(words).end;
    added.fix(wrote ? "Insert “for TK”" : "Insert “with TK”", {{p, {end, end}, wrote ? " for TK" : " with TK"}});
    added.detail(
        "**Missing.** The outlet. The words are older than this draft, as its year or “at the time” tells: a checker "
        "needs to find them.");
  }

  const Facts& facts_;
  Report& report_;
};

}  // namespace

Check quote_venue_missing(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    Reader reader(facts, report);
    for (std::size_t p = 0; p < facts.size(); ++p)
      if (facts.paragraph(p).zone == Zone::body && !(facts.local(p).dates.empty() && facts.local(p).quotes.empty()))
        reader.paragraph(p);
  };
}

}  // namespace stet::rules
