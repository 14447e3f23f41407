// textDocument/inlayHint, for those who switch it on: which day "last Friday" is, and a measure in the other system.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "facts/date_carried.h"
#include "lsp/conversion.h"
#include "lsp/fact_words.h"
#include "lsp/feature.h"
#include "lsp/ranges.h"

namespace stet {

namespace {

std::optional<std::string> days_of(const DateMention& date) {
  if (!date.relative || !date.first || !date.last) return std::nullopt;
  if (*date.first == *date.last) return iso_date(*date.first);
  return iso_date(*date.first) + " – " + iso_date(*date.last);
}

std::optional<json> answer(const Question& question) {
  const auto range = range_from_json(question.params["range"]);
  if (!range) return std::nullopt;
  json out = json::array();
  if (!question.client.inlay_hints || !question.reading.facts.document) return out;
  const Text& text = question.reading.text;
  const Facts& facts = question.reading.facts;
  const Span span = span_of(text, *range, question.client.encoding);
  const auto add = [&](std::size_t p, Span relative, const std::string& label) {
    const std::uint32_t place = facts.absolute(p, relative).end;
    if (span.begin <= place && place <= span.end)
      out.push_back({{"position", position_json(text, place, question.client.encoding)},
                     {"label", label},
                     {"paddingLeft", true}});
  };
  const CarriedDates dates(facts);
  for (std::size_t p = facts.document->block_at(span.begin); p < facts.size(); ++p) {
    if (facts.document->blocks[p].begin > span.end) break;
    for (const DateMention& date : dates.of(p))
      if (const auto days = days_of(date)) add(p, date.span, "= " + *days);
    for (const Figure& figure : facts.local(p).figures)
      if (const auto other = in_the_other_system(figure)) add(p, figure.span, "≈ " + *other);
  }
  std::ranges::stable_sort(out.get_ref<json::array_t&>(), {}, [](const json& hint) {
    return std::pair(hint["position"]["line"].get<std::uint32_t>(), hint["position"]["character"].get<std::uint32_t>());
  });
  return out;
}

json capability(const Client& client) {
  if (!client.takes_hints) return nullptr;
  return {{"resolveProvider", false}};
}

}  // namespace

const Feature inlay_hint_feature{"textDocument/inlayHint", "inlayHintProvider", capability, answer};

}  // namespace stet
