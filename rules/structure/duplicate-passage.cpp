#include <algorithm>
#include <cmath>
#include <memory>

#include "facts/restated.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

bool may_repeat(Genre genre) {
  return genre == Genre::opinion || genre == Genre::review || genre == Genre::magazine || genre == Genre::fiction;
}

// Does `b` go on where `a` ends, here and there?
bool follows(const Restated& a, const Restated& b) {
  return a.later.paragraph == b.later.paragraph && a.first.paragraph == b.first.paragraph &&
         a.later.sentence + 1 == b.later.sentence && a.first.sentence + 1 == b.first.sentence;
}

// Of a longer sentence the words that the other has too: a clause of it may be all that is said again.
Span shared_part(const Paragraph& q, const Sentence& longer, const Paragraph& p, const Sentence& shorter) {
  constexpr std::uint32_t widest_gap = 6;
  if (longer.words.size() < shorter.words.size() * 2) return q.span(longer);
  WordRange best{}, run{};
  std::uint32_t most = 0, hits = 0;
  for (std::uint32_t i = longer.words.first; i < longer.words.last; ++i) {
    if (q.words[i].kind != WordKind::word || q.text(i).size() < 4) continue;
    const bool shared = std::any_of(p.words.begin() + shorter.words.first, p.words.begin() + shorter.words.last,
                                    [&](const Word& w) { return w.id == q.words[i].id; });
    if (!shared) continue;
    if (hits == 0 || i - run.last > widest_gap) {
      run = {i, i};
      hits = 0;
    }
    run.last = i + 1;
    if (++hits > most) {
      most = hits;
      best = run;
    }
  }
  return most > 2 ? q.span(best) : q.span(longer);
}

void report_run(const Facts& facts, const std::vector<Restated>& found, std::size_t from, std::size_t to,
                Report& report) {
  const Restated &head = found[from], &tail = found[to - 1];
  const Paragraph &p = facts.paragraph(head.later.paragraph), &q = facts.paragraph(head.first.paragraph);
  const Span later = p.span(p.sentences[head.later.sentence]).joined(p.span(p.sentences[tail.later.sentence]));
  const Span first = from + 1 == to
                         ? shared_part(q, q.sentences[head.first.sentence], p, p.sentences[head.later.sentence])
                         : q.span(q.sentences[head.first.sentence]).joined(q.span(q.sentences[tail.first.sentence]));
  const bool same =
      std::all_of(found.begin() + static_cast<std::ptrdiff_t>(from), found.begin() + static_cast<std::ptrdiff_t>(to),
                  [](const Restated& r) { return r.same; });
  const bool whole = to - from == p.sentences.size();
  const std::string what = same ? (whole ? "this paragraph stands here twice" : "this stands in the draft twice")
                                : "said before, in nearly the same words";
  auto added = report.add(head.later.paragraph, later, what);
  added.related(head.first.paragraph, first, "the first time");
  added.detail("Shared: " + std::to_string(head.words) + " words that matter, " +
               std::to_string(std::lround(head.shared * 100)) + "% of the shorter sentence’s.");
  if (may_repeat(facts.context().genre)) added.at_most(Severity::hint);
  // Markup that begins in it may end elsewhere.
  if (p.letters.find(Paragraph::blank, later.begin) < later.end) return;
  Span gone = later;
  if (gone.begin > 0 && p.letters[gone.begin - 1] == ' ') --gone.begin;
  added.fix("Delete it here", {{head.later.paragraph, gone, ""}});
}

}  // namespace

Check duplicate_passage(const Options& options) {
  const double threshold = options.number("threshold");
  const auto least = static_cast<std::uint32_t>(std::clamp(options.number("min_words"), 3.0, 100.0));
  return [=](const Facts& facts, const Sources&, Report& report) {
    const auto restatements = std::make_shared<Restatements>(facts, threshold, least);
    return digesting<std::uint32_t>(
        [restatements](std::size_t p, Restatements::Contents& out) { restatements->contents(p, out); },
        [restatements](std::size_t p, std::span<const std::uint32_t> contents) { restatements->take(p, contents); },
        [&facts, &report, restatements] {
          const std::vector<Restated> found = restatements->find();
          for (std::size_t from = 0, to = 0; from < found.size(); from = to) {
            to = from + 1;
            while (to < found.size() && follows(found[to - 1], found[to])) ++to;
            report_run(facts, found, from, to, report);
          }
        });
  };
}

}  // namespace stet::rules
