#include <fmt/format.h>

#include <algorithm>

#include "facts/within.h"
#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

constexpr WordKeySet changes{{"cut",        "cuts",   "cutting", "reduce",   "reduces",   "reduced",
                              "reducing",   "lower",  "lowers",  "lowered",  "lowering",  "raise",
                              "raises",     "raised", "raising", "increase", "increases", "increased",
                              "increasing", "slash",  "slashes", "slashed"}};
constexpr WordKeySet multiples{{"double", "doubles", "doubled", "doubling", "halve", "halves", "halved", "halving",
                                "triple", "triples", "tripled", "tripling", "quadruple", "quadruples", "quadrupled"}};

bool any_between(const WordView& w, WordRange words) {
  for (At i = words.first; i < words.last; ++i)
    if (w.any(i, {"in", "out", "per", "to"})) return true;
  return false;
}

// "5 in 1,000", "3 out of 100", "12 per 100,000", "one in ten"; or two percents that a change runs between.
bool gives_rate(const Facts& facts) {
  for (std::size_t p = 0; p < facts.size(); ++p) {
    const WordView w(facts.paragraph(p), facts.context());
    std::size_t ends = 0;
    for (const Figure& f : facts.local(p).figures) {
      // A third is a share like any percent; 1 in 3 is a rate.
      const bool fraction = f.dimension == Dimension::ratio && !any_between(w, f.words);
      if (fraction) continue;
      if (f.dimension == Dimension::ratio || f.dimension == Dimension::rate) return true;
      if (f.dimension == Dimension::percent && (f.change_end || w.any(f.words.first - 1, {"from", "to"}))) ++ends;
      At next = f.words.last;
      const bool out_of = w.is(next, "out") && w.is(next + 1, "of");
      if (out_of) ++next;
      if (out_of || w.any(next, {"in", "per"})) {
        if (w.any(next + 1, {"a", "every", "each"})) ++next;
        if (w.number(next + 1) || w.any(next + 1, {"hundred", "thousand", "million", "ten", "five", "four", "three",
                                                   "six", "eight", "twenty"}))
          if (!w.number(next + 1) || w.text(next + 1).size() != 4 || w.text(next + 1) == "1000") return true;
      }
    }
    if (ends >= 2) return true;
  }
  return false;
}

class Reader {
 public:
  Reader(const std::vector<std::string>& diseases, const Facts& facts, std::size_t p)
      : diseases_(diseases), facts_(facts), p_(p), w_(facts.paragraph(p), facts.context()) {}

  // The words that tell the share, from it to what the risk is of.
  std::optional<WordRange> share(WordRange words) const {
    const Paragraph& paragraph = facts_.paragraph(p_);
    const WordRange sentence = paragraph.sentences[paragraph.sentence_of(words.first)].words;
    if (w_[words.first].has(Word::in_quotation)) return std::nullopt;
    for (At i = sentence.first; i < sentence.last; ++i)
      if (w_.any(i, {"mice", "mouse", "rats", "rat", "monkeys", "animals", "worms", "flies", "if"}))
        return std::nullopt;
    if (w_.is(words.last - 1, "by")) return risk_by(words, sentence);
    const auto disease = disease_after(words.last, sentence);
    if (!disease) return std::nullopt;
    const bool likely = w_.is(words.first + 1, "likely");
    if (const auto first = likely ? before_likely(words) : before_risk(words)) return WordRange{*first, *disease + 1};
    if (likely) return std::nullopt;
    return by_percent(words, sentence);
  }

  std::string question(WordRange words) const {
    for (const Figure& f : facts_.local(p_).figures)
      if (f.words.first >= words.first && f.words.first < words.last && f.dimension == Dimension::percent)
        return facts_.paragraph(p_).text(f.words) + " of what?";
    return "“" + std::string(w_.text(words.first)) + "” from what?";
  }

 private:
  std::optional<At> disease_after(At from, WordRange sentence) const {
    for (At i = from; i < from + 8 && i < sentence.last && !w_.clause_end(i); ++i)
      if (w_.word(i) && std::find(diseases_.begin(), diseases_.end(), w_.lower(i)) != diseases_.end()) return i;
    return std::nullopt;
  }

  const Figure* percent_ending(At end) const {
    for (const Figure& f : facts_.local(p_).figures)
      if (f.dimension == Dimension::percent && f.words.last == end && !f.quoted) return &f;
    return nullptr;
  }

  // "50 percent more likely to", "twice as likely to", "three times more likely to"
  std::optional<At> before_likely(WordRange words) const {
    if (const Figure* f = percent_ending(words.first)) return f->words.first;
    if (w_.is(words.first - 1, "twice")) return words.first - 1;
    if (w_.is(words.first - 1, "times") && (w_.number(words.first - 2) || w_.word(words.first - 2)))
      return words.first - 2;
    return std::nullopt;
  }

  // "a 30 percent higher risk of", "doubles the risk of"
  std::optional<At> before_risk(WordRange words) const {
    if (w_.any(words.first - 1, {"higher", "lower", "greater", "increased", "reduced", "smaller", "lesser"}))
      if (const Figure* f = percent_ending(words.first - 1)) return f->words.first;
    At i = words.first;
    while (i + 3 > words.first &&
           w_.any(i - 1, {"the", "their", "your", "his", "her", "its", "a", "person's", "relative"}))
      --i;
    if (w_.word(i - 1) && multiples.contains(w_.key(i - 1))) return i - 1;
    return std::nullopt;
  }

  // "cuts the risk of stroke by 40 percent"
  std::optional<WordRange> by_percent(WordRange words, WordRange sentence) const {
    At i = words.first;
    while (i + 4 > words.first && i > sentence.first && !(w_.word(i - 1) && changes.contains(w_.key(i - 1)))) --i;
    if (i == sentence.first || !w_.word(i - 1) || !changes.contains(w_.key(i - 1))) return std::nullopt;
    for (const Figure& f : within(facts_.local(p_).figures, {words.last, sentence.last}))
      if (f.dimension == Dimension::percent && f.words.first < words.last + 12 && !f.quoted &&
          (w_.is(f.words.first - 1, "by") || w_.is(f.approximator.first - 1, "by")))
        return WordRange{i - 1, f.words.last};
    for (At k = words.last; k + 2 < sentence.last && k < words.last + 12; ++k)
      if (w_.is(k, "by") && w_.any(k + 1, {"a", "one"}) &&
          w_.any(k + 2, {"third", "quarter", "half", "fifth", "tenth"}))
        return WordRange{i - 1, k + 3};
    return std::nullopt;
  }

  // "raises bowel cancer risk by 18%"
  std::optional<WordRange> risk_by(WordRange words, WordRange sentence) const {
    bool disease = false;
    for (At i = words.first; i > sentence.first && i + 6 > words.first; --i) {
      disease = disease ||
                (w_.word(i - 1) && std::find(diseases_.begin(), diseases_.end(), w_.lower(i - 1)) != diseases_.end());
      if (!w_.word(i - 1) || !changes.contains(w_.key(i - 1))) continue;
      for (const Figure& f : within(facts_.local(p_).figures, {words.last, std::min(words.last + 3, sentence.last)}))
        if (disease && f.dimension == Dimension::percent && !f.quoted) return WordRange{i - 1, f.words.last};
      return std::nullopt;
    }
    return std::nullopt;
  }

  const std::vector<std::string>& diseases_;
  const Facts& facts_;
  std::size_t p_;
  WordView w_;
};

}  // namespace

Check relative_risk_only(const Options& options) {
  return [diseases = options.list("diseases"), own = OwnPhrases("relative-risk-only")](const Facts& facts,
                                                                                       const Sources&, Report& report) {
    if (facts.context().genre == Genre::academic || facts.context().genre == Genre::fiction) return Pass{};
    return own.pass(
        facts, OwnPhrases::Where::body, [&, rate = std::optional<bool>()](std::size_t p, WordRange own_words) mutable {
          const Paragraph& paragraph = facts.paragraph(p);
          const Reader reader(diseases, facts, p);
          const auto words = reader.share(own_words);
          if (!words) return;
          if (!rate) rate = gives_rate(facts);
          if (*rate) return;
          auto added = report.add(p, paragraph.span(*words),
                                  fmt::format("{} Give the rate before and after", reader.question(*words)));
          const std::uint32_t end = paragraph.words[words->last - 1].end;
          added.fix("Insert “[TK from how many in 1,000 to how many?]”",
                    {{p, {end, end}, " [TK from how many in 1,000 to how many?]"}});
          added.detail(
              "A change told as a share of itself. Ask for the two rates, or for how many have to be treated for one "
              "to be helped.");
        });
  };
}

}  // namespace stet::rules
