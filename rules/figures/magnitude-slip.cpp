#include <fmt/format.h>

#include <set>
#include <string>

#include "facts/cluster.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

const Figure& figure(const Facts& facts, FigurePair::Place at) { return facts.local(at.paragraph).figures[at.index]; }

std::string words(const Facts& facts, FigurePair::Place at) {
  return facts.paragraph(at.paragraph).text(figure(facts, at).words);
}

std::string_view times(double ratio) {
  return ratio == 10 ? "ten" : ratio == 100 ? "a hundred" : ratio == 1000 ? "a thousand" : "a million";
}

// 1600000000 as 1,600,000,000
std::string in_full(double value) {
  std::string s = fmt::format("{:.0f}", value);
  for (std::size_t i = s.size(); i > 3;) {
    i -= 3;
    if (s[i - 1] != '-') s.insert(i, 1, ',');
  }
  return s;
}

}  // namespace

Check magnitude_slip(const Options& options) {
  const double threshold = options.number("identity_threshold");
  return [=](const Facts& facts, const Sources&, Report& report) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const FigurePair& pair : facts.figure_pairs) {
      if (pair.kind != FigurePair::Kind::magnitude || pair.score.total() < threshold) continue;
      if (!seen.emplace(pair.second.paragraph, pair.second.index).second) continue;
      const Figure &first = figure(facts, pair.first), &second = figure(facts, pair.second);
      const std::string there = words(facts, pair.first), here = words(facts, pair.second);
      const bool less = *second.value < *first.value;
      auto added = report.add(
          pair.second.paragraph, second.span,
          fmt::format("{} here, {} in paragraph {}: {} times as {} for what seems the same thing", here, there,
                      pair.first.paragraph + 1, times(pair.ratio), less ? "much there" : "much here"));
      added.related(pair.first.paragraph, first.span, there);
      added.fix(fmt::format("Replace with {}", there), {{pair.second.paragraph, second.span, there}});
      added.fix(fmt::format("Replace the other with {}", here), {{pair.first.paragraph, first.span, here}});
      added.detail(fmt::format("{} is {}; {} is {}. The one is {} times the other.", there, in_full(*first.value), here,
                               in_full(*second.value), times(pair.ratio)));
      if (first.quoted || second.quoted) added.at_most(Severity::information);
    }
  };
}

}  // namespace stet::rules
