// textDocument/documentSymbol: the headings, as a tree, and under each the claims of its text with their status.
#include "lsp/fact_words.h"
#include "lsp/feature.h"
#include "lsp/ranges.h"
#include "lsp/sections.h"
#include "text/utf8.h"

namespace stet {

namespace {

constexpr int heading_kind = 15, claim_kind = 17;  // SymbolKind: String, as Markdown's; Boolean
constexpr std::size_t longest_name = 100;

std::string name_of(const std::string& words) {
  std::string name = valid_utf8(words);
  if (name.size() > longest_name) {
    std::size_t end = longest_name;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    name = name.substr(0, end) + "…";
  }
  return name.find_first_not_of(" \t\r\n") == name.npos ? "(no words)" : name;
}

class Symbols {
 public:
  Symbols(const Question& question, const std::vector<Section>& sections)
      : question_(question), facts_(question.reading.facts), sections_(sections) {}

  // Sections from the next one on that lie below `level`.
  json tree(int level) {
    json out = json::array();
    while (next_ < sections_.size() && sections_[next_].level > level) {
      const Section& section = sections_[next_++];
      json node = {{"name", name_of(section.title)},
                   {"kind", heading_kind},
                   {"range", range(section.span.joined(section.heading))},
                   {"selectionRange", range(section.heading)}};
      json below = claims(section);
      for (json& inner : tree(section.level)) below.push_back(std::move(inner));
      if (!below.empty()) node["children"] = std::move(below);
      out.push_back(std::move(node));
    }
    return out;
  }

  json whole_tree() {
    json out = json::array();
    if (!sections_.empty() && sections_.front().level == 0) out = claims(sections_[next_++]);
    for (json& node : tree(0)) out.push_back(std::move(node));
    return out;
  }

  json list() const {
    json out = json::array();
    for (const Section& section : sections_) {
      if (section.level > 0)
        out.push_back({{"name", name_of(section.title)}, {"kind", heading_kind}, {"location", at(section.span)}});
      for (const FactRef& ref : section.claims) {
        json one = {{"name", name_of(words(ref))}, {"kind", claim_kind}, {"location", at(span(ref))}};
        if (section.level > 0) one["containerName"] = name_of(section.title);
        out.push_back(std::move(one));
      }
    }
    return out;
  }

 private:
  const Claim& claim(FactRef ref) const { return facts_.local(ref.paragraph).claims[ref.index]; }
  Span span(FactRef ref) const { return facts_.absolute(ref.paragraph, claim(ref).span); }
  std::string words(FactRef ref) const { return facts_.paragraph(ref.paragraph).text(claim(ref).words); }
  json range(Span span) const { return range_json(question_.reading.text, span, question_.client.encoding); }
  json at(Span span) const { return {{"uri", question_.uri}, {"range", range(span)}}; }

  json claims(const Section& section) const {
    json out = json::array();
    for (const FactRef& ref : section.claims)
      out.push_back({{"name", name_of(words(ref))},
                     {"detail", status_in_words(claim(ref).status)},
                     {"kind", claim_kind},
                     {"range", range(span(ref))},
                     {"selectionRange", range(span(ref))}});
    return out;
  }

  const Question& question_;
  const Facts& facts_;
  const std::vector<Section>& sections_;
  std::size_t next_ = 0;
};

std::optional<json> answer(const Question& question) {
  if (!question.reading.facts.document) return json::array();
  const auto sections = sections_of(question.reading.facts);
  Symbols symbols(question, sections);
  return question.client.nested_symbols ? symbols.whole_tree() : symbols.list();
}

}  // namespace

const Feature document_symbol_feature{"textDocument/documentSymbol", "documentSymbolProvider", always, answer};

}  // namespace stet
