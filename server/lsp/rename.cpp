// textDocument/rename and prepareRename: a name, an acronym, or the label of a note or link, everywhere in the draft.
//
// Of a person, "Piet Osterman" to "Piet Oosterman" also makes "Mr Osterman" "Mr Oosterman": a mention by the last name
// gets the new last name. An acronym keeps its plural s.
#include <algorithm>

#include "lsp/edits.h"
#include "lsp/mentions.h"
#include "lsp/ranges.h"

namespace stet {

namespace {

using Kind = Mentions::Kind;

std::optional<Mentions> renamed_at(const Question& question) {
  const auto position = position_from_json(question.params["position"]);
  if (!position) return std::nullopt;
  auto mentions = mentions_at(question.reading, question.reading.text.offset(*position, question.client.encoding));
  if (!mentions || mentions->kind == Kind::figure || mentions->kind == Kind::cite_key) return std::nullopt;
  return mentions;
}

// Can it stand where a name, or a label in brackets, does?
bool can_stand(std::string_view name, Kind kind) {
  const bool label = kind == Kind::footnote || kind == Kind::reference;
  return !name.empty() && name.front() != ' ' && name.back() != ' ' &&
         name.find_first_of(label ? "\r\n[]^ \t" : "\r\n\t") == std::string_view::npos;
}

struct NamePlace {
  const Paragraph* paragraph;
  std::uint32_t begin;  // of the paragraph
  WordRange words;
  std::string_view last() const { return paragraph->text(words.last - 1); }
  Span span(WordRange range) const { return paragraph->span(range).moved(begin); }
};

NamePlace name_place(const Facts& facts, Span mention) {
  const std::size_t p = *paragraph_at(facts, mention.begin);
  const auto& names = facts.local(p).names;
  const auto at =
      std::ranges::find_if(names, [&](const Name& name) { return facts.absolute(p, name.span) == mention; });
  return {&facts.paragraph(p), facts.document->blocks[p].begin, at->words};
}

std::vector<Edit> name_edits(const Facts& facts, const Mentions& mentions, const std::string& name) {
  const NamePlace here = name_place(facts, mentions.here);
  const std::string last = here.words.size() == 1 ? name : name.substr(name.rfind(' ') + 1);
  std::vector<Edit> out;
  for (const Span& span : mentions.all) {
    const NamePlace place = name_place(facts, span);
    if (place.paragraph->text(place.words) == here.paragraph->text(here.words))
      out.push_back({place.span(place.words), name});
    else if (place.last() == here.last()) out.push_back({place.span({place.words.last - 1, place.words.last}), last});
  }
  return out;
}

std::vector<Edit> label_edits(const Text& text, const Mentions& mentions, const std::string& name) {
  std::vector<Edit> out;
  for (const Span& span : mentions.all) {
    const bool plural = mentions.kind == Kind::acronym && text.bytes(span).ends_with('s');
    out.push_back({span, plural ? name + "s" : name});
  }
  return out;
}

std::optional<json> answer(const Question& question) {
  const auto name = question.params["newName"].text();
  if (!name || question.params["position"].missing()) return std::nullopt;
  const auto mentions = renamed_at(question);
  if (!mentions) return json(nullptr);
  if (!can_stand(*name, mentions->kind)) return std::nullopt;
  const std::string wanted(*name);
  return workspace_edit(question, mentions->kind == Kind::name ? name_edits(question.reading.facts, *mentions, wanted)
                                                               : label_edits(question.reading.text, *mentions, wanted));
}

std::optional<json> prepare(const Question& question) {
  if (question.params["position"].missing()) return std::nullopt;
  const auto mentions = renamed_at(question);
  if (!mentions) return json(nullptr);
  return json{{"range", range_json(question.reading.text, mentions->here, question.client.encoding)},
              {"placeholder", std::string(question.reading.text.bytes(mentions->here))}};
}

json capability(const Client& client) {
  if (!client.prepares_renames) return true;
  return {{"prepareProvider", true}};
}

}  // namespace

const Feature rename_feature{"textDocument/rename", "renameProvider", capability, answer};
const Feature prepare_rename_feature{"textDocument/prepareRename", "", unsaid, prepare};

}  // namespace stet
