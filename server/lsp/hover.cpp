// textDocument/hover: what a finding says, why, with which numbers, where the other place is, and the rule's page; then
// what was read there (see fact_card.h). In a file of settings: what the key is.
//
//   **figure-inconsistent** · error
//
//   $1.8 billion here, $1.6 billion in paragraph 2: the same spending
//
//   - here: “$1.8 billion”
//   - line 3: “$1.6 billion”
//
//   Two figures for one thing.
//   [Page of the rule](https://…)
#include "lsp/fact_card.h"
#include "lsp/feature.h"
#include "lsp/markdown.h"
#include "lsp/ranges.h"
#include "lsp/setting_place.h"

namespace stet {

namespace {

std::string where(const Related& related, const Text& text) {
  const std::string line = line_of(text, related.span.begin);
  return related.path.empty() ? line : related.path + ", " + line;
}

void append_places(std::string& out, const Finding& finding, const Reading& reading, const Style& style) {
  if (finding.related.empty()) return;
  out += "\n- here: " + style.text(quotation(reading.text, finding.span));
  for (const Related& related : finding.related) {
    const auto other = reading.others.find(related.path);
    if (!related.path.empty() && other == reading.others.end()) continue;
    const Text& text = related.path.empty() ? reading.text : other->second;
    out += "\n- " + style.text(where(related, text) + ": " + quotation(text, related.span));
    if (!related.message.empty() && related.message != text.bytes(related.span))
      out += ": " + style.text(related.message);
  }
  out += '\n';
}

std::string shown(const Finding& finding, const Reading& reading, const Style& style) {
  std::string out(style.strong);
  out += finding.rule;
  out += style.strong;
  out += " · " + std::string(severity_name(finding.severity)) + "\n\n" + style.text(finding.message) + "\n";
  append_places(out, finding, reading, style);
  if (!finding.detail.empty()) out += "\n" + finding.detail + "\n";
  if (const Rule* rule = reading.settings->catalog()->find(finding.rule); rule != nullptr)
    out += "\n" + rule->page.summary + "\n";
  if (finding.url.empty()) return out;
  return out + (style.links ? "\n[Page of the rule](" + finding.url + ")\n" : "\n" + finding.url + "\n");
}

std::optional<json> answer(const Question& question) {
  const auto position = position_from_json(question.params["position"]);
  if (!position) return std::nullopt;
  const Reading& reading = question.reading;
  const std::uint32_t offset = reading.text.offset(*position, question.client.encoding);
  const bool rich = question.client.markdown_hovers;
  const Style& style = rich ? in_markdown : in_plain_text;

  std::string value;
  std::optional<Span> range;
  const auto add = [&](const std::string& part, Span span) {
    if (!value.empty()) value += rich ? "\n---\n\n" : "\n";
    value += part;
    if (!range) range = span;
  };
  if (reading.holds_settings) {
    if (const auto card = setting_card(reading, offset, style)) add(card->text, card->span);
  }
  for (const Finding* finding : findings_at(reading, {offset, offset}))
    add(shown(*finding, reading, style), finding->span);
  for (const FactCard& card : fact_cards(reading, offset, style)) add(card.text, card.span);
  if (!range) return json(nullptr);
  json contents = value;
  if (question.client.markup_hovers)
    contents = {{"kind", rich ? "markdown" : "plaintext"}, {"value", std::move(value)}};
  return json{{"contents", std::move(contents)}, {"range", range_json(reading.text, *range, question.client.encoding)}};
}

}  // namespace

const Feature hover_feature{"textDocument/hover", "hoverProvider", always, answer};

}  // namespace stet
