#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "facts/cluster.h"
#include "facts/plain_number.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using Place = std::pair<std::uint32_t, std::uint32_t>;

Place place(FigurePair::Place p) { return {p.paragraph, p.index}; }

const Figure& figure(const Facts& facts, Place at) { return facts.local(at.first).figures[at.second]; }

std::string words(const Facts& facts, Place at) {
  const Figure& f = figure(facts, at);
  return facts.paragraph(at.first).text(f.words);
}

std::string noun(const Facts& facts, Place at) {
  const Figure& f = figure(facts, at);
  return f.head ? std::string(facts.paragraph(at.first).text(*f.head)) : std::string();
}

// What a typist did: two neighbours swapped, or one digit changed.
std::string slip(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return {};
  std::vector<std::size_t> differ;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] != b[i]) differ.push_back(i);
  if (differ.size() == 1) return "; one digit differs";
  if (differ.size() == 2 && differ[1] == differ[0] + 1 && a[differ[0]] == b[differ[1]] && a[differ[1]] == b[differ[0]])
    return "; two digits are swapped";
  return {};
}

std::string digits(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c >= '0' && c <= '9') out += c;
  return out;
}

// Who says a figure, as far as an attribution reaches it. A paragraph's attributions are gone over once, however many
// of its figures are asked about.
class Speakers {
 public:
  explicit Speakers(const Facts& facts) : facts_(facts) {}

  std::string of(Place at) {
    const auto [known, fresh] = read_.try_emplace(at.first);
    if (fresh) known->second = read(facts_.local(at.first));
    const Attribution* const a = known->second[at.second];
    return a == nullptr ? "–" : facts_.paragraph(at.first).text(*a->source);
  }

 private:
  static std::vector<const Attribution*> read(const ParagraphFacts& local) {
    const std::span<const Figure> figures = local.figures;
    std::vector<const Attribution*> out(figures.size());
    for (const Attribution& a : local.attributions)
      for (const WordRange part : a.source ? std::span(a.content) : std::span<const WordRange>()) {
        auto f = std::partition_point(figures.begin(), figures.end(),
                                      [&](const Figure& figure) { return figure.words.last <= part.first; });
        for (; f != figures.end() && f->words.first < part.last; ++f)
          if (auto& who = out[static_cast<std::size_t>(f - figures.begin())]; who == nullptr) who = &a;
      }
    return out;
  }

  const Facts& facts_;
  std::map<std::uint32_t, std::vector<const Attribution*>> read_;  // by paragraph, of each figure
};

// The dates of its sentence.
std::string window(const Facts& facts, Place at) {
  const Paragraph& p = facts.paragraph(at.first);
  const WordRange sentence = p.sentences[p.sentence_of(figure(facts, at).words.first)].words;
  const std::span<const DateMention> dates = facts.local(at.first).dates;
  auto d = std::partition_point(dates.begin(), dates.end(),
                                [&](const DateMention& date) { return date.words.first < sentence.first; });
  std::string out;
  for (; d != dates.end() && sentence.contains(d->words.first); ++d)
    out += (out.empty() ? "" : ", ") + p.text(d->words);
  return out.empty() ? "–" : out;
}

// 1.75 million, 12,400, 0.5; an end that is open is "any".
std::string bound(double value) {
  if (!std::isfinite(value)) return "any";
  for (const auto& [scale, name] : {std::pair{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}})
    if (std::abs(value) >= scale) return fmt::format("{:.4g} {}", value / scale, name);
  return plain_number(value, 2);
}

std::string meaning(const Figure& f) {
  return f.low == f.high ? bound(f.low) : fmt::format("{} to {}", bound(f.low), bound(f.high));
}

std::string row(const Facts& facts, Speakers& speakers, Place at) {
  const Figure& f = figure(facts, at);
  const std::uint32_t line = facts.document->text.position(facts.absolute(at.first, f.span).begin, Encoding::utf8).line;
  const std::string what = noun(facts, at);
  return fmt::format("| {} | {} | {} | {} | {} | {} |\n", line + 1, words(facts, at), meaning(f),
                     what.empty() ? "–" : what, window(facts, at), speakers.of(at));
}

// Which figures may be one quantity with which: each pair from both its ends, in order.
using Others = std::vector<std::pair<Place, Place>>;

Others others_of(const Facts& facts, double possible) {
  Others out;
  for (const FigurePair& pair : facts.figure_pairs) {
    if (pair.score.total() < possible) continue;
    out.emplace_back(place(pair.first), place(pair.second));
    out.emplace_back(place(pair.second), place(pair.first));
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The mentions that these two lead to, from pair to pair, in order; twenty tell enough.
std::set<Place> mentions_of(const FigurePair& pair, const Others& others) {
  constexpr std::size_t most = 20;
  std::vector<Place> ways{place(pair.first), place(pair.second)};
  std::set<Place> out(ways.begin(), ways.end());
  for (std::size_t k = 0; k < ways.size() && out.size() < most; ++k) {
    auto other = std::lower_bound(others.begin(), others.end(), std::pair{ways[k], Place{}});
    for (; other != others.end() && other->first == ways[k] && out.size() < most; ++other)
      if (out.insert(other->second).second) ways.push_back(other->second);
  }
  return out;
}

// Every mention that may be the quantity, and why these two are held to be one.
std::string detail(const Facts& facts, Speakers& speakers, const FigurePair& pair, const Others& others) {
  const std::set<Place> mentions = mentions_of(pair, others);
  std::string out = "| line | figure | means | of what | when | who says |\n| --- | --- | --- | --- | --- | --- |\n";
  for (const Place& mention : mentions) out += row(facts, speakers, mention);
  const IdentityScore& s = pair.score;
  return out +
         fmt::format(
             "\nHeld to be one quantity with a score of {} (6 is enough): the noun {}, words of the clause {}, names "
             "{}, time {}, a rare noun {}, told of before {}, a slip of digits {}.",
             s.total(), s.head, s.content, s.entities, s.window, s.rare, s.definite, s.slip);
}

}  // namespace

Check figure_inconsistent(const Options& options) {
  const double possible = options.number("possible_threshold"), likely = options.number("identity_threshold");
  return [=](const Facts& facts, const Sources&, Report& report) {
    std::map<Place, int> backing;
    for (const FigurePair& pair : facts.figure_pairs)
      if (pair.kind == FigurePair::Kind::same && pair.score.total() >= possible) {
        ++backing[place(pair.first)];
        ++backing[place(pair.second)];
      }
    std::map<Place, const FigurePair*> flagged;
    for (const FigurePair& pair : facts.figure_pairs) {
      const bool conflict = pair.kind == FigurePair::Kind::conflict || pair.kind == FigurePair::Kind::disputed;
      if (!conflict || pair.score.total() < (pair.kind == FigurePair::Kind::disputed ? likely : possible)) continue;
      const bool first_alone = backing[place(pair.second)] > 0 && backing[place(pair.first)] == 0;
      const Place here = place(first_alone ? pair.first : pair.second);
      const FigurePair*& best = flagged[here];
      if (best == nullptr || best->score.total() < pair.score.total()) best = &pair;
    }
    const Others others = flagged.empty() ? Others() : others_of(facts, possible);
    Speakers speakers(facts);
    for (const auto& [here, pair] : flagged) {
      const Place there = place(pair->first) == here ? place(pair->second) : place(pair->first);
      const std::string mine = words(facts, here), theirs = words(facts, there);
      const std::string what = !noun(facts, here).empty() ? noun(facts, here) : noun(facts, there);
      const int total = pair->score.total();
      const bool disputed = pair->kind == FigurePair::Kind::disputed;
      const std::string verdict = disputed ? "two sources that disagree"
                                  : total >= likely
                                      ? fmt::format("the same {}", what.empty() ? "quantity" : what)
                                      : fmt::format("possibly the same {}", what.empty() ? "quantity" : what);
      auto added = report.add(here.first, figure(facts, here).span,
                              fmt::format("{} here, {} in paragraph {}: {}{}", mine, theirs, there.first + 1, verdict,
                                          slip(digits(mine), digits(theirs))));
      added.related(there.first, figure(facts, there).span, theirs).detail(detail(facts, speakers, *pair, others));
      added.fix(fmt::format("Replace with {}", theirs), {{here.first, figure(facts, here).span, theirs}});
      added.fix(fmt::format("Replace the other with {}", mine), {{there.first, figure(facts, there).span, mine}});
      const bool quoted = figure(facts, here).quoted || figure(facts, there).quoted;
      if (disputed || quoted || total < likely) added.at_most(Severity::information);
      else if (total == likely) added.at_most(Severity::warning);
    }
  };
}

}  // namespace stet::rules
