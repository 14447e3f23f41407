#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "lint/rule.h"

namespace stet::rules {

namespace {

enum class House { automatic, us, uk };

struct Stop {
  std::size_t paragraph;
  std::uint32_t close;  // word index of the closing mark
  bool inside;          // the comma or full stop stands before it
};

// A fragment runs on in the writer's sentence. Only there do the two ways differ: in a whole sentence of speech both
// put the stop inside.
bool fragment(const Paragraph& p, const Quote& q) {
  if (q.depth != 0 || q.form == Quote::Form::block || q.close == 0 || q.words.empty() || q.words.first < 2)
    return false;
  const Word &first = p.words[q.words.first], &open = p.words[q.words.first - 1];
  if (first.kind != WordKind::word || first.has(Word::capital) || open.has(Word::starts_sentence)) return false;
  if (p.sentence_of(q.words.first) != p.sentence_of(q.words.last - 1)) return false;
  const Word& before = p.words[q.words.first - 2];
  return before.kind == WordKind::word || before.kind == WordKind::number;
}

bool stop(const Word& w) { return w.is_mark(U'.') || w.is_mark(U','); }

std::vector<Stop> stops(const Facts& facts) {
  std::vector<Stop> out;
  for (const std::size_t p : facts.with<Quote>()) {
    const Paragraph& paragraph = facts.paragraph(p);
    if (paragraph.zone != Zone::body && paragraph.zone != Zone::list) continue;
    for (const Quote& q : facts.local(p).quotes) {
      if (!fragment(paragraph, q)) continue;
      const std::uint32_t close = q.words.last;
      if (stop(paragraph.words[close - 1])) out.push_back({p, close, true});
      else if (close + 1 < paragraph.words.size() && stop(paragraph.words[close + 1]) &&
               !paragraph.words[close + 1].has(Word::space_before))
        out.push_back({p, close, false});
    }
  }
  return out;
}

Span place(const Paragraph& p, const Stop& s) {
  return p.span(s.inside ? WordRange{s.close - 1, s.close + 1} : WordRange{s.close, s.close + 2});
}

}  // namespace

Check quote_punctuation_mixed(const Options& options) {
  const std::string& house = options.text("house");
  const House way = house == "us" ? House::us : house == "uk" ? House::uk : House::automatic;
  const double threshold = options.number("threshold");
  return [=](const Facts& facts, const Sources&, Report& report) {
    const std::vector<Stop> all = stops(facts);
    const auto inside =
        static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Stop& s) { return s.inside; }));
    const std::size_t outside = all.size() - inside;
    if (way == House::automatic && (inside == 0 || outside == 0)) return;
    // Even: the first one's way is the draft's.
    const bool wanted = way != House::automatic ? way == House::us
                        : inside != outside     ? inside > outside
                                                : all.front().inside;
    const std::size_t odd = wanted ? outside : inside;
    if (way == House::automatic && odd > 1 &&
        static_cast<double>(all.size() - odd) < threshold * static_cast<double>(all.size()))
      return;
    const auto example = std::find_if(all.begin(), all.end(), [&](const Stop& s) { return s.inside == wanted; });
    for (const Stop& s : all) {
      if (s.inside == wanted) continue;
      const Paragraph& p = facts.paragraph(s.paragraph);
      const Span here = place(p, s);
      auto added = report.add(s.paragraph, here,
                              fmt::format("The stop stands {} the closing mark here, {} it elsewhere",
                                          s.inside ? "inside" : "outside", s.inside ? "outside" : "inside"));
      const std::string mark(p.text(s.close)), point(p.text(s.inside ? s.close - 1 : s.close + 1));
      added.fix(wanted ? "Move it inside" : "Move it outside",
                {{s.paragraph, here, wanted ? point + mark : mark + point}}, true);
      if (example != all.end())
        added.related(example->paragraph, place(facts.paragraph(example->paragraph), *example), "the other way");
      added.detail(fmt::format("Behind quoted fragments: {} inside, {} outside.", inside, outside));
    }
  };
}

}  // namespace stet::rules
