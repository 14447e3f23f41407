#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "facts/plain_number.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Pair {
  const Figure *part, *whole;
};

constexpr At longest_look = 6;  // words between a whole and the cue of its part

At begin_of(const Figure& f) {
  return f.approximator.empty() ? f.words.first : std::min(f.words.first, f.approximator.first);
}

bool the(const WordView& w, At i) {
  return w.any(i, {"the", "those", "these", "its", "their", "our", "his", "her", "all"});
}

bool people(std::string_view unit) {
  for (const std::string_view noun : {"person", "resident", "passenger", "employee", "worker", "civilian", "refugee",
                                      "migrant", "victim", "patient", "inmate", "prisoner", "casualty"})
    if (unit == noun) return true;
  return false;
}

bool of_people(std::string_view unit) {
  for (const std::string_view noun : {"child", "woman", "man", "girl", "boy", "minor", "infant", "baby", "adult",
                                      "student", "pupil", "civilian", "officer", "soldier"})
    if (unit == noun) return true;
  return people(unit);
}

// Can the one be a part of the other: the same noun or currency, or a number whose noun is left out?
bool same_kind(const Figure& part, const Figure& whole, bool noun_left_out) {
  if (whole.dimension != Dimension::count && whole.dimension != Dimension::money) return false;
  if (noun_left_out && part.dimension == Dimension::number) return true;
  if (part.dimension != whole.dimension) return false;
  return part.unit == whole.unit || (people(whole.unit) && of_people(part.unit));
}

// "Of the 340 flats, 362": the whole stands first.
bool of_the_whole(const WordView& w, const Figure& whole, const Figure& part) {
  const At first = begin_of(whole);
  if (!the(w, first - 1) || !w.is(first - 2, "of")) return false;
  const At of = first - 2;
  if (!w.starts_sentence(of) && !w.clause_end(of - 1) && !w.any(of - 1, {"and", "but", "that"})) return false;
  At i = whole.words.last;
  for (At n = 0; n < longest_look && w.word(i); ++n) ++i;
  if (!w.mark(i, ',')) return false;
  const At from = begin_of(part);
  return from == i + 1 || (from == i + 2 && w.any(i + 1, {"only", "just", "all"}));
}

// "362 of the 340 flats", "362 out of the 340 flats"
bool of_the_part(const WordView& w, const Figure& part, const Figure& whole) {
  At i = part.words.last;
  if (w.is(i, "out")) ++i;
  return w.is(i, "of") && (the(w, i + 1) || w.is(i - 1, "out")) && begin_of(whole) <= i + 2 && begin_of(whole) > i;
}

// "340 flats, of which 362", "340 flats, 362 of which", "340 flats, including 362"
bool in_the_whole(const WordView& w, const Figure& whole, const Figure& part) {
  const At from = begin_of(part);
  At i = whole.words.last;
  At cue = 0;
  for (At n = 0; n <= longest_look && i < from; ++n, ++i) {
    if (w.is(i, "of") && w.any(i + 1, {"which", "whom"})) cue = i + 2;
    else if (w.is(i, "including")) cue = i + 1;
    else if (w.is(i, "among") && w.any(i + 1, {"them", "which", "whom"})) cue = i + 2;
    else if (!w.word(i) && !w.mark(i, ',') && !w.mark(i, '(')) return false;
    if (cue != 0) break;
  }
  if (cue != 0) return from == cue || (from == cue + 1 && w.any(cue, {"only", "just", "all"}));
  const At end = part.words.last;
  return w.is(end, "of") && w.any(end + 1, {"which", "whom"}) && (w.mark(from - 1, ',') || w.is(from - 1, "and"));
}

// "155 million of the six countries' people": what is counted is another's.
bool possessive(const WordView& w, const Figure& f) {
  const At i = f.head ? *f.head : f.words.last - 1;
  const std::string_view next = w.text(i + 1);
  return w.glued(i + 1) && (next == "'s" || next == "’s" || next == "'" || next == "’");
}

bool growing(const Figure& f) {
  return f.hedge == Figure::Hedge::over || f.hedge == Figure::Hedge::at_least || f.hedge == Figure::Hedge::about;
}

std::optional<Pair> pair_at(const WordView& w, const Figure& a, const Figure& b) {
  if (same_kind(b, a, true) && (of_the_whole(w, a, b) || in_the_whole(w, a, b))) return Pair{&b, &a};
  if (same_kind(a, b, true) && of_the_part(w, a, b)) return Pair{&a, &b};
  return std::nullopt;
}

}  // namespace

Check part_exceeds_whole(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    for (const std::size_t p : facts.with<Figure>()) {
      const std::span<const Figure> figures = facts.local(p).figures;
      const Paragraph& paragraph = facts.paragraph(p);
      const WordView w(paragraph, facts.context());
      for (std::size_t k = 0; k + 1 < figures.size(); ++k) {
        const Figure &a = figures[k], &b = figures[k + 1];
        if (!a.value || !b.value || paragraph.sentence_of(a.words.first) != paragraph.sentence_of(b.words.first))
          continue;
        const auto pair = pair_at(w, a, b);
        if (!pair) continue;
        const Figure &part = *pair->part, &whole = *pair->whole;
        const bool above = part.low >= whole.high && *part.value > *whole.value;
        if (!above || growing(whole) || possessive(w, whole)) continue;
        // "11 out of 10" and "the second of the two" say something else.
        if (part.dimension == Dimension::ordinal || (*whole.value <= 10 && *part.value <= 11)) continue;
        const std::string more = paragraph.text(part.words), all = paragraph.text(whole.words);
        auto added = report.add(p, part.span,
                                fmt::format("{} is a part of {}, and more: {} of {} would be {} %", more, all, more,
                                            all, plain_number(100 * *part.value / *whole.value, 0)));
        added.related(p, whole.span, fmt::format("the whole: {}", all));
        added.fix("Swap the two numbers", {{p, part.span, all}, {p, whole.span, more}});
        if (part.quoted || whole.quoted) added.at_most(Severity::information);
      }
    }
  };
}

}  // namespace stet::rules
