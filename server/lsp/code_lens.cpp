// textDocument/codeLens: over every section "7 claims · 2 unsourced"; it leads to the first that is unsourced.
#include <algorithm>

#include "lsp/command.h"
#include "lsp/feature.h"
#include "lsp/ranges.h"
#include "lsp/sections.h"

namespace stet {

namespace {

std::string counted(std::size_t n, std::string_view noun) {
  return std::to_string(n) + " " + std::string(noun) + (n == 1 ? "" : "s");
}

std::optional<json> answer(const Question& question) {
  json out = json::array();
  if (!question.reading.facts.document) return out;
  const Facts& facts = question.reading.facts;
  const auto range = [&](Span span) { return range_json(question.reading.text, span, question.client.encoding); };
  for (const Section& section : sections_of(facts)) {
    if (section.claims.empty()) continue;
    std::string title = counted(section.claims.size(), "claim");
    Span place = section.heading;
    if (section.level == 0) {
      const FactRef& first = section.claims.front();
      place = facts.absolute(first.paragraph, facts.local(first.paragraph).claims[first.index].span);
      place.end = place.begin;
    }
    std::optional<Span> target;
    std::size_t bare = 0;
    for (const FactRef& ref : section.claims) {
      const Claim& claim = facts.local(ref.paragraph).claims[ref.index];
      if (!unsourced(claim)) continue;
      if (++bare == 1) target = facts.absolute(ref.paragraph, claim.span);
    }
    if (bare > 0) title += " · " + std::to_string(bare) + " unsourced";
    json command = {{"title", std::move(title)},
                    {"command", show_command.name},
                    {"arguments", json::array({{{"uri", question.uri}, {"range", range(target.value_or(place))}}})}};
    out.push_back({{"range", range(place)}, {"command", std::move(command)}});
  }
  return out;
}

json capability(const Client&) { return {{"resolveProvider", false}}; }

}  // namespace

const Feature code_lens_feature{"textDocument/codeLens", "codeLensProvider", capability, answer};

}  // namespace stet
