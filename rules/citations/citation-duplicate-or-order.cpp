// A label that is defined twice; numbers of notes that were set by hand and do not run on.
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "facts/citation_graph.h"
#include "lint/rule.h"
#include "lint/sources.h"

namespace stet::rules {

namespace {

using Kind = CitationTarget::Kind;

std::string_view text_of(const Facts& facts, Span span) { return facts.document->text.bytes(span); }

// What a definition says, its label left out.
std::string_view content(const Facts& facts, const CitationTarget& target) {
  return text_of(facts, {target.span.end, std::max(target.span.end, target.whole.end)});
}

void duplicates(const Facts& facts, const CitationGraph& graph, Report& report) {
  for (const CitationTarget& target : graph.targets) {
    if (!target.first || target.kind == Kind::html_note) continue;
    const CitationTarget& first = graph.targets[*target.first];
    // Each part of a draft may number its notes anew; the same address said twice does no harm.
    if (target.kind == Kind::note) continue;
    const bool same = content(facts, target) == content(facts, first);
    if (same && target.kind == Kind::link_definition) continue;
    const std::string label(text_of(facts, target.span));
    const std::string written = target.kind == Kind::footnote ? "[^" + label + "]" : "[" + label + "]";
    auto added = report.add_absolute(target.whole, "“" + written + "” is defined twice" + (same ? ", alike" : ""));
    const std::size_t p = facts.document->block_at(first.span.end);
    if (p < facts.size()) added.related(p, first.whole.moved(0 - facts.document->blocks[p].begin), "the first");
    if (same) added.fix_absolute("Delete it", {target.whole, ""});
  }
}

// A marker with a number, the first of that number.
struct Numbered {
  unsigned number;
  std::uint32_t paragraph;
  Span span, digits;  // relative
};

// Numbers that the writer set by hand, in order of first use: [3], and HTML's <a href="#fn3">3</a>.
std::vector<Numbered> numbered(const Facts& facts, const CitationGraph& graph) {
  std::vector<Numbered> out;
  std::set<unsigned> seen;
  for (const CitationMarker& m : graph.markers) {
    if (m.form != Citation::Form::numbered && (m.form != Citation::Form::anchor || !m.target)) continue;
    const Zone zone = facts.paragraph(m.paragraph).zone;
    if (zone == Zone::references || zone == Zone::footnote || zone == Zone::caption || zone == Zone::table) continue;
    const Span where = m.form == Citation::Form::numbered ? m.label : m.span;
    std::string_view digits = text_of(facts, facts.absolute(m.paragraph, where));
    Span place = where;
    if (m.form == Citation::Form::anchor && digits.starts_with('[')) {
      digits.remove_prefix(1);
      ++place.begin;
    }
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || value == 0) continue;
    place.end = place.begin + static_cast<std::uint32_t>(end - digits.data());
    if (seen.insert(value).second) out.push_back({value, m.paragraph, m.span, place});
  }
  return out;
}

void order(const Facts& facts, const CitationGraph& graph, bool always, Report& report) {
  const std::vector<Numbered> markers = numbered(facts, graph);
  if (markers.size() < 2) return;
  std::set<unsigned> used;
  for (const Numbered& m : markers) used.insert(m.number);
  // A list in the order of names makes its numbers stand in any order in the text: then nearly all are out of it.
  std::size_t rising = 1;
  for (std::size_t i = 1; i < markers.size(); ++i) rising += markers[i].number > markers[i - 1].number ? 1 : 0;
  const bool runs = markers.front().number == 1 && rising * 4 >= markers.size() * 3;
  if (!always && !runs) return;
  std::set<unsigned> listed;
  for (const CitationTarget& target : graph.targets)
    if (target.kind == Kind::note) {
      unsigned value = 0;
      std::from_chars(target.label.data(), target.label.data() + target.label.size(), value);
      listed.insert(value);
    }
  unsigned highest = 0;
  const Numbered* last = nullptr;
  for (const Numbered& m : markers) {
    const std::string here = std::to_string(m.number);
    if (m.number < highest) {
      auto added = report.add(m.paragraph, m.span, "[" + here + "] comes after [" + std::to_string(highest) + "]");
      added.related(last->paragraph, last->span, "[" + std::to_string(highest) + "]");
      continue;
    }
    // A number that comes later is out of order there; one that the list has is a note that nothing refers to.
    const unsigned missing = highest + 1;
    if (m.number > missing && !used.contains(missing) && !listed.contains(missing)) {
      const std::string skipped = std::to_string(missing);
      auto added = report.add(
          m.paragraph, m.span,
          highest == 0 ? "the first number is " + here
                       : "[" + here + "] follows [" + std::to_string(highest) + "]: [" + skipped + "] is left out");
      if (last != nullptr) added.related(last->paragraph, last->span, "[" + std::to_string(highest) + "]");
    }
    highest = m.number;
    last = &m;
  }
}

// Keys that a bibliography has twice, at the first marker of each.
void keys(const Facts& facts, const Sources& sources, Report& report) {
  if (sources.bibliographies.empty()) return;
  std::set<std::string_view> seen;
  for (std::size_t p = 0; p < facts.size(); ++p)
    for (const Citation& c : facts.local(p).citations) {
      if (c.form != Citation::Form::cite_key) continue;
      const std::string_view key = text_of(facts, facts.absolute(p, c.target));
      if (!seen.insert(key).second) continue;
      for (const Sources::Bib& bib : sources.bibliographies)
        if (const auto entries = bib.bibliography->all(key); entries.size() > 1)
          report.add(p, c.target,
                     "“@" + std::string(key) + "”: " + bib.path + " has " + std::to_string(entries.size()) +
                         " entries of this key");
    }
}

}  // namespace

Check citation_duplicate_or_order(const Options& options) {
  return [numbering = options.text("manual_numbering")](const Facts& facts, const Sources& sources, Report& report) {
    const CitationGraph graph = citation_graph(facts);
    duplicates(facts, graph, report);
    if (numbering != "no") order(facts, graph, numbering == "yes", report);
    keys(facts, sources, report);
  };
}

}  // namespace stet::rules
