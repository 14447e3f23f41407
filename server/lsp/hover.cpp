// textDocument/hover: what a finding says, why, with which numbers, where the other place is, and the rule's page.
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
#include <algorithm>

#include "lsp/feature.h"
#include "lsp/ranges.h"
#include "text/utf8.h"

namespace stet {

namespace {

constexpr std::size_t longest_quotation = 80;

// Prose of ours or of the draft, inside Markdown.
std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::string plain(std::string_view text) {
  std::string out(text);
  std::ranges::replace_if(out, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return out;
}

// The words at a place, in quotation marks, cut where they are long.
std::string quotation(const Text& text, Span span) {
  std::string_view words = text.bytes(span);
  if (words.size() <= longest_quotation) return "“" + valid_utf8(words) + "”";
  std::size_t end = longest_quotation;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
  return "“" + valid_utf8(words.substr(0, end)) + "…”";
}

// One of the two ways of writing a hover.
struct Style {
  std::string (*text)(std::string_view) = plain;
  std::string_view strong = "";
  bool links = false;
};
constexpr Style markdown{escaped, "**", true};
constexpr Style plaintext{};

std::string where(const Related& related, const Text& text) {
  const std::string line = "line " + std::to_string(text.position(related.span.begin, Encoding::utf8).line + 1);
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
  const std::uint32_t offset = question.reading.text.offset(*position, question.client.encoding);
  const auto findings = findings_at(question.reading, {offset, offset});
  if (findings.empty()) return json(nullptr);

  const bool rich = question.client.markdown_hovers;
  std::string value;
  for (const Finding* finding : findings) {
    if (!value.empty()) value += rich ? "\n---\n\n" : "\n";
    value += shown(*finding, question.reading, rich ? markdown : plaintext);
  }
  return json{{"contents", {{"kind", rich ? "markdown" : "plaintext"}, {"value", std::move(value)}}},
              {"range", range_json(question.reading.text, findings.front()->span, question.client.encoding)}};
}

json capability(const Client&) { return true; }

}  // namespace

const Feature hover_feature{"textDocument/hover", "hoverProvider", capability, answer};

}  // namespace stet
