#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "facts/speaker.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Mark {
  WordRange words;        // the ellipsis, or the brackets and what is between
  bool ellipsis = false;  // something is cut here
};

bool dots(const Paragraph& p, std::uint32_t i) {
  return p.words[i].is_mark(U'…') || (p.words[i].kind == WordKind::mark && p.text(i).starts_with("..."));
}

// “[T]he”, “[sic]” and the like are no edits of what was said.
bool letter_or_sic(const Paragraph& p, WordRange inner) {
  if (inner.empty()) return true;
  if (inner.size() == 1 && p.text(inner.first).size() == 1) return true;
  return inner.size() == 1 &&
         (p.text(inner.first) == "sic" || p.text(inner.first) == "laughs" || p.text(inner.first) == "pauses");
}

std::vector<Mark> marks(const Paragraph& p, WordRange quoted) {
  std::vector<Mark> out;  // a voice that trails off at the end is no edit
  for (std::uint32_t i = quoted.first; i < quoted.last; ++i) {
    if (dots(p, i)) {
      if (i + 1 < quoted.last) out.push_back({{i, i + 1}, true});
    } else if (p.words[i].is_mark(U'[')) {
      std::uint32_t close = i + 1;
      while (close < quoted.last && !p.words[close].is_mark(U']')) ++close;
      if (close == quoted.last) break;
      const WordRange inner{i + 1, close};
      const bool cut = inner.size() == 1 && dots(p, inner.first);
      if (cut || !letter_or_sic(p, inner)) out.push_back({{i, close + 1}, cut});
      i = close;
    }
  }
  return out;
}

class Reader {
 public:
  Reader(std::uint32_t window, bool leading, const Facts& facts, Report& report)
      : window_(window), leading_(leading), facts_(facts), report_(report) {}

  void quote(std::size_t p, const Quote& q) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::vector<Mark> all = marks(paragraph, q.words);
    bool told = false;  // an edit of this run is
    for (std::size_t i = 0, run = 0; i < all.size(); ++i) {
      const Mark& m = all[i];
      const bool goes_on = i + 1 < all.size() && near(paragraph, m, all[i + 1]);
      if (opens(q, m)) {
        told = true;
        auto added = report_.add(p, paragraph.span(m.words), "The quotation opens with an ellipsis: what was cut?");
        added.fix("Remove the ellipsis",
                  {{p, {paragraph.span(m.words).begin, paragraph.words[m.words.last].begin}, ""}});
      } else if (joins(paragraph, q, m)) {
        told = true;
        report_.add(p, paragraph.span(m.words), "An ellipsis joins two sentences: were they said one after the other?");
      } else if (i > run && !goes_on && !told) {
        report_.add(p, paragraph.span(WordRange{all[run].words.first, m.words.last}),
                    fmt::format("The quotation is edited {} times within a few words: a paraphrase may be fairer",
                                i + 1 - run));
      }
      if (replaces(paragraph, q, m)) {
        told = true;
        report_.add(p, paragraph.span(m.words), "Brackets stand for words of the speaker’s: which?");
      }
      if (!goes_on) {
        run = i + 1;
        told = false;
      }
    }
  }

 private:
  bool opens(const Quote& q, const Mark& m) const {
    return leading_ && m.ellipsis && m.words.first == q.words.first && m.words.last < q.words.last;
  }

  bool near(const Paragraph& p, const Mark& a, const Mark& b) const {
    return spoken_words(p, {a.words.last, b.words.first}) < window_;
  }

  // “a token involvement … You throw”: a new sentence begins behind what is cut. A name may stand there, too, and “I”.
  bool joins(const Paragraph& p, const Quote& q, const Mark& m) const {
    if (!m.ellipsis || m.words.first == q.words.first || m.words.last >= q.words.last) return false;
    const Word &before = p.words[m.words.first - 1], &next = p.words[m.words.last];
    if (before.kind != WordKind::word && before.kind != WordKind::number) return false;
    if (next.kind != WordKind::word || !next.has(Word::capital) || !facts_.lexicon().known(next.id)) return false;
    return p.text(next).size() > 1 && !p.text(next).starts_with("I’") && !p.text(next).starts_with("I'");
  }

  // "support to [the Institute] for it": behind a preposition the brackets are no addition. A name that is only filled
  // up goes on behind them.
  bool replaces(const Paragraph& p, const Quote& q, const Mark& m) const {
    if (m.ellipsis || m.words.first == q.words.first || m.words.size() < 5) return false;
    if (m.words.last < q.words.last && p.words[m.words.last].has(Word::capital)) return false;
    return facts_.lexicon().is(p.words[m.words.first - 1].id, WordClass::preposition);
  }

  std::uint32_t window_;
  bool leading_;
  const Facts& facts_;
  Report& report_;
};

}  // namespace

Check quote_edited(const Options& options) {
  const auto window = static_cast<std::uint32_t>(std::clamp(options.number("window"), 1.0, 1000.0));
  const bool leading = options.flag("forbid_leading");
  return [=](const Facts& facts, const Sources&, Report& report) {
    Reader reader(window, leading, facts, report);
    for (const std::size_t p : facts.with<Quote>()) {
      const Zone zone = facts.paragraph(p).zone;
      if (zone != Zone::body && zone != Zone::list && zone != Zone::block_quote && zone != Zone::pull_quote) continue;
      for (const Quote& q : facts.local(p).quotes)
        if (q.depth == 0) reader.quote(p, q);
    }
  };
}

}  // namespace stet::rules
