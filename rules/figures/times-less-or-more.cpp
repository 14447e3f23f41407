#include <fmt/format.h>

#include <array>
#include <span>
#include <utility>

#include "facts/plain_number.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Degree {
  WordKey word;
  std::string_view as;
};

// What falls, and how the same is said of a share: "five times cheaper", "a fifth of the price".
constexpr std::array falling = std::to_array<Degree>({{"less", "as much"},
                                                      {"fewer", "as many"},
                                                      {"lower", "as high"},
                                                      {"cheaper", "as expensive"},
                                                      {"smaller", "as large"},
                                                      {"slower", "as fast"},
                                                      {"shorter", "as long"},
                                                      {"lighter", "as heavy"},
                                                      {"weaker", "as strong"},
                                                      {"rarer", "as common"},
                                                      {"thinner", "as thick"},
                                                      {"narrower", "as wide"},
                                                      {"poorer", "as rich"},
                                                      {"younger", "as old"},
                                                      {"quieter", "as loud"},
                                                      {"softer", "as hard"},
                                                      {"nearer", "as far"}});

constexpr std::array rising = std::to_array<Degree>({{"more", "as many"},
                                                     {"higher", "as high"},
                                                     {"larger", "as large"},
                                                     {"bigger", "as big"},
                                                     {"greater", "as great"},
                                                     {"faster", "as fast"},
                                                     {"longer", "as long"},
                                                     {"heavier", "as heavy"}});

std::string_view as_much(const WordView& w, At i, std::span<const Degree> table) {
  for (const Degree& degree : table)
    if (w.is(i, degree.word)) return degree.as;
  return {};
}

std::string_view share(double n) {
  constexpr std::array<std::pair<double, std::string_view>, 14> names{{{2, "half"},
                                                                       {3, "a third"},
                                                                       {4, "a quarter"},
                                                                       {5, "a fifth"},
                                                                       {6, "a sixth"},
                                                                       {7, "a seventh"},
                                                                       {8, "an eighth"},
                                                                       {9, "a ninth"},
                                                                       {10, "a tenth"},
                                                                       {12, "a twelfth"},
                                                                       {20, "a twentieth"},
                                                                       {50, "a fiftieth"},
                                                                       {100, "a hundredth"},
                                                                       {1000, "a thousandth"}}};
  for (const auto& [value, name] : names)
    if (value == n) return name;
  return {};
}

bool adjective(const WordView& w, At i) {
  const std::string_view t = w.text(i);
  for (const std::string_view end : {"ive", "ent", "ant", "ful", "ous", "able", "ible", "ely", "tly", "ic", "al", "ed"})
    if (t.size() > 4 && t.ends_with(end)) return true;
  return w.any(i, {"often", "likely", "costly", "deadly"});
}

void less(const WordView& w, std::size_t p, const Figure& f, Report& report) {
  const At times = *f.head, fall = times + 1;
  const std::string_view as = as_much(w, fall, falling);
  const Paragraph& paragraph = w.paragraph();
  const WordRange words{f.words.first, fall + 1};
  const double n = *f.value;
  auto added = report.add(p, paragraph.span(words),
                          fmt::format("“{}”: a quantity can fall only once before it is gone", paragraph.text(words)));
  added.detail(
      fmt::format("Readings: 1/{} of it ({} % less), or {} times it taken away, which leaves less than nothing.",
                  plain_number(n, 2), plain_number(100 - 100 / n, 1), plain_number(n, 2)));
  const std::string_view part = share(n);
  if (part.empty()) return;
  std::string text;
  WordRange place = words;
  const At next = fall + 1;
  if (w.is(fall, "less") && adjective(w, next)) {
    text = fmt::format("{} as {}", part, w.text(next));
    ++place.last;
  } else {
    text = fmt::format("{} {}", part, as);
  }
  if (w.is(place.last, "than")) {
    text += " as";
    ++place.last;
  }
  added.fix(fmt::format("Say “{}”", text), {{p, paragraph.span(place), text}});
}

void more(const WordView& w, std::size_t p, const Figure& f, Report& report) {
  const At rise = *f.head + 1;
  const std::string_view as = as_much(w, rise, rising);
  At than = rise + 1;
  while (than < rise + 4 && w.word(than) && !w.is(than, "than")) ++than;
  if (!w.is(than, "than")) return;
  const Paragraph& paragraph = w.paragraph();
  const WordRange words{f.words.first, rise + 1};
  const double n = *f.value;
  auto added = report.add(
      p, paragraph.span(words),
      fmt::format("“{}”: {} times as much, or {}?", paragraph.text(words), plain_number(n, 2), plain_number(n + 1, 2)));
  const std::string text = fmt::format("{} {}", paragraph.text(WordRange{f.words.first, rise}), as);
  added.fix(fmt::format("Say “{} … as”", text), {{p, paragraph.span(words), text}, {p, w[than].span(), "as"}});
}

}  // namespace

Check times_less_or_more(const Options& options) {
  const bool flag_less = options.flag("flag_times_less"), flag_more = options.flag("flag_times_more");
  return [=](const Facts& facts, const Sources&, Report& report) {
    for (const std::size_t p : facts.with<Figure>()) {
      for (const Figure& f : facts.local(p).figures) {
        if (f.quoted || !f.value || *f.value <= 1) continue;
        const WordView w(facts.paragraph(p), facts.context());
        if (f.dimension == Dimension::percent && w.is(f.words.last, "times")) {
          const WordRange words{f.words.first, f.words.last + 1};
          report.add(p, facts.paragraph(p).span(words),
                     fmt::format("“{}”: percent or times?", facts.paragraph(p).text(words)));
        }
        if (!f.head || !w.is(*f.head, "times") || *f.head > f.words.last + 1) continue;
        if (flag_less && !as_much(w, *f.head + 1, falling).empty()) less(w, p, f, report);
        else if (flag_more && !as_much(w, *f.head + 1, rising).empty()) more(w, p, f, report);
      }
    }
  };
}

}  // namespace stet::rules
