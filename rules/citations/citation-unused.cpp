// Notes, definitions and entries of a bibliography that nothing in the draft leads to.
#include <algorithm>
#include <unordered_set>

#include "facts/citation_graph.h"
#include "lint/rule.h"
#include "lint/sources.h"

namespace stet::rules {

namespace {

using Kind = CitationTarget::Kind;

// A list is one of notes where something leads to most of them: others are cited by name, or not at all.
bool mostly_reached(const CitationGraph& graph, Kind kind) {
  std::size_t reached = 0, all = 0;
  for (const CitationTarget& t : graph.targets)
    if (t.kind == kind) ++all, reached += t.reached ? 1 : 0;
  return reached * 2 >= all;
}

std::string told(const Facts& facts, const CitationTarget& target) {
  const std::string label(facts.document->text.bytes(target.span));
  switch (target.kind) {
    case Kind::footnote: return "“[^" + label + "]”: nothing in the text refers to this footnote";
    case Kind::link_definition: return "“[" + label + "]”: no link uses this definition";
    default: return "note " + label + ": nothing in the text refers to it";
  }
}

// The definition with the end of its line.
Span with_line_end(std::string_view draft, Span whole) {
  while (whole.begin > 0 && draft[whole.begin - 1] == ' ') --whole.begin;
  if (whole.end < draft.size() && draft[whole.end] == '\r') ++whole.end;
  if (whole.end < draft.size() && draft[whole.end] == '\n') ++whole.end;
  return whole;
}

void notes_and_definitions(const Facts& facts, Report& report) {
  const CitationGraph graph = citation_graph(facts);
  const bool notes = mostly_reached(graph, Kind::note), html = mostly_reached(graph, Kind::html_note);
  const std::string_view draft = facts.document->text.bytes();
  bool asked = false;  // whether the draft includes files, which may refer to it
  for (const CitationTarget& target : graph.targets) {
    if (target.reached || target.first || target.further_reading) continue;
    if ((target.kind == Kind::note && !notes) || (target.kind == Kind::html_note && !html)) continue;
    if (!asked && includes_files(draft)) return;
    asked = true;
    const bool marked = target.kind == Kind::footnote || target.kind == Kind::link_definition;
    auto added = report.add_absolute(target.whole, told(facts, target));
    if (marked) added.fix_absolute("Delete it", {with_line_end(draft, target.whole), ""});
  }
}

// Keys that the draft names anywhere, in front matter too: "@ruiz2019" without brackets is Pandoc's way to cite in the
// sentence.
std::unordered_set<std::string_view> keys_named(std::string_view draft) {
  std::unordered_set<std::string_view> keys;
  for (auto at = draft.find('@'); at != draft.npos; at = draft.find('@', at + 1)) {
    std::size_t end = at + 1;
    while (end < draft.size() && std::string_view(" \t\r\n;,]})\"'").find(draft[end]) == std::string_view::npos) ++end;
    std::string_view key = draft.substr(at + 1, end - at - 1);
    if (key.starts_with('{')) key.remove_prefix(1);
    while (!key.empty()) {
      keys.insert(key);
      // What may stand behind a key and inside one.
      if (std::string_view(".:?!*_’").find(key.back()) == std::string_view::npos) break;
      key.remove_suffix(1);
    }
  }
  return keys;
}

// Where a finding about a bibliography stands: at its name in the front matter, else at the first key.
std::optional<Span> place_of(const Facts& facts) {
  if (const Meta::Entry* entry = facts.document->meta.find("bibliography")) return entry->span;
  for (std::size_t p = 0; p < facts.size(); ++p)
    for (const Citation& c : facts.local(p).citations)
      if (c.form == Citation::Form::cite_key) return facts.absolute(p, c.span);
  return std::nullopt;
}

void bibliographies(const Facts& facts, const Sources& sources, bool shared, Report& report) {
  if (std::none_of(sources.bibliographies.begin(), sources.bibliographies.end(),
                   [&](const Sources::Bib& bib) { return bib.own || shared; }))
    return;
  const auto place = place_of(facts);
  if (!place) return;
  const auto named = keys_named(facts.document->text.bytes());
  if (named.contains("*")) return;  // nocite: '@*'
  for (const Sources::Bib& bib : sources.bibliographies) {
    if (!bib.own && !shared) continue;
    std::vector<const BibEntry*> unused;
    for (const BibEntry& entry : bib.bibliography->entries())
      if (!named.contains(entry.key) && entry.type != "set" && entry.type != "xdata") unused.push_back(&entry);
    // Who cites nothing of it does not cite by keys.
    if (unused.empty() || unused.size() == bib.bibliography->entries().size()) continue;
    constexpr std::size_t most_named = 3;
    std::string list;
    for (std::size_t i = 0; i < std::min(unused.size(), most_named); ++i)
      list += (i > 0 ? ", @" : "@") + unused[i]->key;
    if (unused.size() > most_named) list += " and " + std::to_string(unused.size() - most_named) + " more";
    auto added = report.add_absolute(*place, bib.path + ": never cited: " + list);
    std::string all = "Never cited of `" + bib.path + "`:\n\n";
    constexpr std::size_t most_listed = 50;
    for (std::size_t i = 0; i < std::min(unused.size(), most_listed); ++i) all += "- `" + unused[i]->key + "`\n";
    added.detail(std::move(all));
  }
}

}  // namespace

Check citation_unused(const Options& options) {
  return [shared = options.text("shared_bib") == "report"](const Facts& facts, const Sources& sources, Report& report) {
    if (facts.document->definitions.empty() && facts.document->blocks.empty()) return;
    notes_and_definitions(facts, report);
    if (!sources.bibliographies.empty() && !includes_files(facts.document->text.bytes()))
      bibliographies(facts, sources, shared, report);
  };
}

}  // namespace stet::rules
