// textDocument/completion: labels of footnotes after [^, keys of the bibliography after @, rules in a waiver; in a file
// of settings its keys, rules and values.
#include <set>

#include "lsp/feature.h"
#include "lsp/ranges.h"
#include "lsp/setting_place.h"

namespace stet {

namespace {

enum ItemKind { reference = 18, property = 10, value = 12, constant = 21 };

class Items {
 public:
  Items(const Question& question, Span replaced)
      : client_(question.client), range_(range_json(question.reading.text, replaced, question.client.encoding)) {}

  void add(const std::string& label, int kind, const std::string& detail = {}, const std::string& about = {},
           const std::string& text = {}) {
    json item = {
        {"label", label}, {"kind", kind}, {"textEdit", {{"range", range_}, {"newText", text.empty() ? label : text}}}};
    if (!detail.empty()) item["detail"] = detail;
    if (!about.empty()) {
      item["documentation"] = client_.markdown_completions ? json{{"kind", "markdown"}, {"value", about}} : json(about);
    }
    items_.push_back(std::move(item));
  }
  json take() { return std::move(items_); }

 private:
  const Client& client_;
  json range_;
  json items_ = json::array();
};

// The characters before `offset`, back to the first that no label, key or rule has.
Span word_before(const Text& text, std::uint32_t offset, std::string_view stops) {
  const Span line = text.line(text.position(offset, Encoding::utf8).line);
  const std::string_view before = text.bytes({line.begin, offset});
  const std::size_t stop = before.find_last_of(stops);
  return {line.begin + static_cast<std::uint32_t>(stop == before.npos ? 0 : stop + 1), offset};
}

bool follows(const Text& text, std::uint32_t offset, std::string_view mark) {
  return offset >= mark.size() && text.bytes({offset - static_cast<std::uint32_t>(mark.size()), offset}) == mark;
}

json footnotes(const Question& question, Span word) {
  Items items(question, word);
  std::set<std::string> labels;
  const Document& document = *question.reading.facts.document;
  for (const Definition& definition : document.definitions) {
    if (definition.kind != Definition::Kind::footnote) continue;
    const std::string label(document.text.bytes(definition.span));
    const Span line = document.text.line(document.text.position(definition.span.begin, Encoding::utf8).line);
    if (labels.insert(label).second)
      items.add(label, reference, "footnote", std::string(document.text.bytes({definition.span.end, line.end})));
  }
  return items.take();
}

json cite_keys(const Question& question, Span word) {
  Items items(question, word);
  if (question.reading.sources == nullptr) return items.take();
  for (const Sources::Bib& bib : question.reading.sources->bibliographies)
    for (const BibEntry& entry : bib.bibliography->entries()) items.add(entry.key, reference, bib.path, entry.title);
  return items.take();
}

json rules(const Question& question, Span word) {
  Items items(question, word);
  std::set<std::string> families;
  for (const Rule& rule : question.reading.settings->catalog()->rules()) {
    if (families.insert(rule.page.family).second) items.add(rule.page.family, constant, "family");
    items.add(rule.page.name, constant, rule.page.family, rule.page.summary);
  }
  return items.take();
}

// Where a rule is to be named in a waiver: <!-- stet: here, <!-- stet off: here, [stet: here.
bool in_waiver(const Text& text, std::uint32_t offset) {
  const Span line = text.line(text.position(offset, Encoding::utf8).line);
  const std::string_view before = text.bytes({line.begin, offset});
  for (const std::string_view mark : {"<!-- stet: ", "<!-- stet off: ", "[stet: ", "[stet off: ", "<!-- stet:",
                                      "<!-- stet off:", "[stet:", "[stet off:"})
    if (before.ends_with(mark)) return true;
  return false;
}

json settings_items(const Question& question, std::uint32_t offset) {
  const auto choices = setting_choices(question.reading, offset);
  Items items(question, choices.replaced);
  for (const SettingChoice& choice : choices.all)
    items.add(choice.label, choice.is_key ? property : value, choice.detail, choice.about, choice.text);
  return items.take();
}

std::optional<json> answer(const Question& question) {
  const auto position = position_from_json(question.params["position"]);
  if (!position) return std::nullopt;
  const Reading& reading = question.reading;
  const std::uint32_t offset = reading.text.offset(*position, question.client.encoding);
  if (reading.holds_settings) return settings_items(question, offset);
  if (!reading.facts.document) return json::array();
  const Span label = word_before(reading.text, offset, "^[] \t");
  if (follows(reading.text, label.begin, "[^")) return footnotes(question, label);
  const Span key = word_before(reading.text, offset, "@[]; \t(");
  if (follows(reading.text, key.begin, "@")) return cite_keys(question, key);
  const Span rule = word_before(reading.text, offset, ": \t");
  if (in_waiver(reading.text, rule.begin)) return rules(question, rule);
  return json::array();
}

json capability(const Client&) {
  return {{"triggerCharacters", {"^", "@", ":", "\"", "=", "["}}, {"resolveProvider", false}};
}

}  // namespace

const Feature completion_feature{"textDocument/completion", "completionProvider", capability, answer};

}  // namespace stet
