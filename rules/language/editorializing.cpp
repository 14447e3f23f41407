#include <fmt/format.h>

#include <algorithm>

#include "facts/voice.h"
#include "facts/word_view.h"
#include "lint/deletion.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

// Adverbs that also tell how a thing is done or how much of it there is: "spoke clearly", "surprisingly low". They
// comment only where they stand apart from the clause.
constexpr WordKeySet of_manner{{"clearly", "naturally", "notably", "importantly", "interestingly", "surprisingly",
                                "unsurprisingly", "remarkably", "ironically", "predictably", "sadly", "tragically",
                                "fortunately", "unfortunately", "thankfully", "curiously", "tellingly", "indeed"}};
constexpr WordKeySet degrees{{"so", "too", "as", "less", "more", "most", "very", "how", "not", "quite", "that"}};

class Comments {
 public:
  Comments(bool manner_filter, const Facts& facts, std::size_t p)
      : manner_filter_(manner_filter), facts_(facts), p_(p), w_(facts.paragraph(p), facts.context()) {}

  bool comments(WordRange words) const {
    if (!apart(words)) return false;
    const Voice voice = voice_of(facts_, p_, words);
    // Whose doubt is it in "as Ruiz said, the so-called reform failed"? And whose conclusion is ", clearly showing"?
    const bool own = w_.is(words.last - 1, "called") || reads_off(words);
    return voice == Voice::writer || (own && voice == Voice::attributed);
  }

  // Do they stand as a comment does? That is told without the paragraphs around.
  bool apart(WordRange words) const {
    const std::uint32_t last = words.last - 1;
    if (words.size() == 1 && w_.any(words.first, {"indeed"})) return opens(words.first);
    if (words.size() == 1 && before(words.first, degrees)) return false;
    // "as a matter of course"
    if (w_.is(last, "course") && w_.is(words.first - 1, "matter")) return false;
    if (manner_filter_ && w_.word(last) && of_manner.contains(w_.key(last)))
      return reads_off(words) || ((opens(words.first) || parts(words.first - 1)) && parts(words.last));
    return true;
  }

 private:
  // ", clearly showing little concern": read off the deed.
  bool reads_off(WordRange words) const {
    return w_.any(words.first, {"clearly", "obviously"}) && parts(words.first - 1) && w_.word(words.last) &&
           w_.text(words.last).ends_with("ing");
  }
  bool before(std::uint32_t i, const auto& list) const { return w_.word(i - 1) && list.contains(w_.key(i - 1)); }
  bool opens(std::uint32_t i) const { return w_.starts_sentence(i); }
  bool parts(std::uint32_t i) const { return w_.mark(i, ',') || w_.mark(i, 0x2014) || w_.mark(i, 0x2013); }

  bool manner_filter_;
  const Facts& facts_;
  std::size_t p_;
  WordView w_;
};

void offer(Report::Added& added, const Facts& facts, std::size_t p, WordRange words) {
  const Paragraph& paragraph = facts.paragraph(p);
  const WordRange sentence = paragraph.sentences[paragraph.sentence_of(words.first)].words;
  if (auto edit = deletion(facts, p, words))
    added.fix(fmt::format("Delete “{}”", paragraph.text(words)), {std::move(*edit)});
  if (facts.lexicon().key(paragraph.words[words.last - 1].id) != WordKey("that")) return;
  std::uint32_t end = sentence.last;
  while (end > words.last && paragraph.words[end - 1].kind == WordKind::mark) --end;
  auto edit = deletion(facts, p, words);
  if (!edit || end <= words.last) return;
  const std::uint32_t at = paragraph.words[end - 1].end;
  added.fix("Say to whom it was: “…, according to TK”", {std::move(*edit), {p, {at, at}, ", according to TK"}});
}

}  // namespace

Check editorializing(const Options& options) {
  const bool manner_filter = options.flag("manner_filter");
  return [manner_filter, off = options.list("genre_off"), own = OwnPhrases("editorializing")](
             const Facts& facts, const Sources&, Report& report) {
    if (std::find(off.begin(), off.end(), genre_name(facts.context().genre)) != off.end()) return Pass{};
    return Pass{[&, manner_filter](std::size_t p) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.zone != Zone::body || paragraph.foreign || paragraph.phrases.empty()) return Holds::nothing;
      Holds holds = Holds::nothing;
      const Comments comments(manner_filter, facts, p);
      for (const WordRange words : own.in(facts, p)) {
        if (!comments.apart(words)) continue;
        holds = Holds::something;
        if (!comments.comments(words)) continue;
        auto added = report.add(p, paragraph.span(words),
                                fmt::format("“{}” tells readers what to think of it", paragraph.text(words)));
        added.detail(
            "The writer's comment on a fact, in the writer's own voice. If the facts show it, the word adds nothing; "
            "if they do not, it needs somebody who says so.");
        offer(added, facts, p, words);
      }
      return holds;
    }};
  };
}

}  // namespace stet::rules
