#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "facts/phrase.h"
#include "facts/speaker.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

constexpr std::uint32_t enough_with_i = 8;  // words, where the paragraph says "we" or "I"

class Reader {
 public:
  Reader(std::uint32_t min_words, const std::vector<std::string>& cues, const Facts& facts, Report& report)
      : min_words_(min_words), facts_(facts), report_(report) {
    for (const std::string& cue : cues) cues_.push_back(facts.lexicon().id(cue));
  }

  void paragraph(std::size_t p) {
    const Paragraph& lead = facts_.paragraph(p);
    if (lead.zone != Zone::body || lead.words.empty() || !lead.words.back().is_mark(U':')) return;
    const Paragraph& said = facts_.paragraph(p + 1);
    if (said.zone != Zone::body || said.words.empty() || !reads_as_speech(said)) return;
    const WordRange sentence = lead.sentences.back().words;
    const auto cue = lead_in(lead, sentence);
    if (!cue) return;
    const WordRange all{0, static_cast<std::uint32_t>(said.words.size())};
    auto added =
        report_.add(p + 1, said.span(all), "The paragraph before leads in a quotation, and nothing marks this as one");
    added.related(p, lead.span(WordRange{*cue, sentence.last}), "the lead-in");
    const Span span = said.span(all);
    if (facts_.document->format != Format::html)
      added.fix("Mark it as a block quotation", {{p + 1, {span.begin, span.begin}, "> "}});
    added.fix("Put it between quotation marks",
              {{p + 1, {span.begin, span.begin}, "“"}, {p + 1, {span.end, span.end}, "”"}});
  }

 private:
  // A sentence or more without marks at its head or its end; with "we" or "I" fewer words will do.
  bool reads_as_speech(const Paragraph& p) const {
    const Word& first = p.words.front();
    if (first.kind != WordKind::word || first.has(Word::in_quotation) || p.words.back().is_mark(U':')) return false;
    if (!first.has(Word::capital)) return false;
    const WordView view(p, facts_.context());
    bool ours = false;
    for (std::uint32_t i = 0; i < p.words.size() && !ours; ++i)
      ours = !p.words[i].has(Word::in_quotation) &&
             view.any(i, {"we", "i", "our", "my", "us", "me", "i'm", "we're", "we've", "i've"});
    const std::uint32_t count = spoken_words(p, {0, static_cast<std::uint32_t>(p.words.size())});
    return count >= (ours ? std::min(enough_with_i, min_words_) : min_words_);
  }

  // The lead-in's last words hold a verb of saying, or an interview, a statement, a letter.
  std::optional<std::uint32_t> lead_in(const Paragraph& p, WordRange sentence) const {
    const Phrases phrases(p, facts_.lexicon());
    std::optional<std::uint32_t> cue;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (p.words[i].has(Word::in_quotation)) return std::nullopt;
      if (std::find(cues_.begin(), cues_.end(), p.words[i].id) != cues_.end()) cue = i;
      for (const WordKey& summary :
           std::initializer_list<WordKey>{"here", "following", "follows", "these", "list", "points", "below",
                                          "questions", "things", "reasons", "steps"})
        if (phrases.word(i, summary)) return std::nullopt;
    }
    return cue;
  }

  std::uint32_t min_words_;
  const Facts& facts_;
  Report& report_;
  std::vector<WordId> cues_;
};

}  // namespace

Check block_quote_unmarked(const Options& options) {
  const auto min_words = static_cast<std::uint32_t>(std::clamp(options.number("min_words"), 1.0, 10000.0));
  return [min_words, cues = options.list("lead_cues")](const Facts& facts, const Sources&, Report& report) {
    Reader reader(min_words, cues, facts, report);
    for (std::size_t p = 0; p + 1 < facts.size(); ++p) reader.paragraph(p);
  };
}

}  // namespace stet::rules
