#pragma once
// The citation graph of a draft: notes and definitions, the markers that lead to them, and which markers share one.
//
//   CitationGraph graph = citation_graph(facts);
//   for (const CitationTarget& t : graph.targets) if (!t.reached) …            // never referred to
//
// An editor finds in it, for the marker or label under the cursor (marker_at, target_at):
//   definition   targets[*markers[m].target].span
//   references   every marker whose target is t, and the label itself
//   rename       the same places: each is the label alone, without its brackets
//   completion   after "[^" the labels of targets of kind footnote, after "][" those of link definitions, after "@" the
//                keys of Bibliography::entries (author, title and date beside them)
// Costs one pass over markers and targets; nothing where a draft has none.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facts/facts.h"

namespace stet {

struct CitationTarget {
  enum class Kind : std::uint8_t {
    footnote,         // [^label]: …
    link_definition,  // [label]: address
    note,             // an item of the numbered list under Notes, Sources or References
    html_note,        // an HTML id that is named like a note's: fn3, cite_note-3
  };
  Kind kind;
  std::string label;     // as compared; a note's number
  Span span;             // the label as written, in the draft
  Span whole;            // all of the definition, in the draft; a footnote's with its further paragraphs
  bool reached = false;  // from a marker outside the notes, or from a note that is reached; a definition from any
  bool further_reading = false;        // stands under such a heading: nothing need point to it
  std::optional<std::uint32_t> first;  // the target of the same kind and label that stands before it
};

struct CitationMarker {
  std::uint32_t paragraph = 0;
  Citation::Form form;
  Span span, label;                     // relative to the paragraph
  std::optional<std::uint32_t> target;  // the first of that label
};

struct CitationGraph {
  std::vector<CitationMarker> markers;  // of footnotes, definitions, notes and ids; in reading order
  std::vector<CitationTarget> targets;  // by place

  std::optional<std::uint32_t> marker_at(const Facts& facts, std::uint32_t offset) const;
  std::optional<std::uint32_t> target_at(std::uint32_t offset) const;
};

CitationGraph citation_graph(const Facts& facts);

// May the draft take in other files, in which markers or targets stand?
bool includes_files(std::string_view draft);

}  // namespace stet
