#include "facts/citation_graph.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

#include "prose/fold.h"
#include "text/superscript.h"

namespace stet {

namespace {

using Kind = CitationTarget::Kind;
using Form = Citation::Form;

// fn3, footnote-3, cite_note-7: not fnref3, which leads back to the text.
bool names_note(std::string_view id) {
  for (const std::string_view start : {"footnote", "endnote", "cite_note", "note", "fn", "en"}) {
    if (!id.starts_with(start)) continue;
    std::string_view rest = id.substr(start.size());
    while (!rest.empty() && (rest[0] == '-' || rest[0] == '_' || rest[0] == ':')) rest.remove_prefix(1);
    return !rest.empty() && rest.find_first_not_of("0123456789") == rest.npos;
  }
  return false;
}

// The number of a list item, before its words: "12. ", "3) ". Markdown's lists keep it out of the paragraph.
std::optional<Span> item_number(std::string_view draft, std::uint32_t begin) {
  std::uint32_t end = begin;
  while (end > 0 && (draft[end - 1] == ' ' || draft[end - 1] == '\t')) --end;
  if (end == 0 || (draft[end - 1] != '.' && draft[end - 1] != ')')) return std::nullopt;
  --end;
  std::uint32_t from = end;
  while (from > 0 && end - from < 4 && draft[from - 1] >= '0' && draft[from - 1] <= '9') --from;
  if (from == end) return std::nullopt;
  std::uint32_t line = from;
  while (line > 0 && (draft[line - 1] == ' ' || draft[line - 1] == '\t')) --line;
  if (line > 0 && draft[line - 1] != '\n' && draft[line - 1] != '\r') return std::nullopt;
  return Span{from, end};
}

class Builder {
 public:
  explicit Builder(const Facts& facts) : facts_(facts), draft_(facts.document->text.bytes()) {}

  CitationGraph run() {
    definitions();
    notes();
    std::stable_sort(graph_.targets.begin(), graph_.targets.end(),
                     [](const CitationTarget& a, const CitationTarget& b) { return a.span < b.span; });
    for (std::uint32_t t = 0; t < graph_.targets.size(); ++t) {
      CitationTarget& target = graph_.targets[t];
      const auto [it, fresh] = by_label_.emplace(key(target.kind, target.label), t);
      if (!fresh) target.first = it->second;
    }
    for (std::uint32_t p = 0; p < facts_.size(); ++p) paragraph(p);
    reach();
    seek_bracketed();
    return std::move(graph_);
  }

 private:
  static std::string key(Kind kind, std::string_view label) {
    std::string out(1, static_cast<char>('0' + static_cast<int>(kind)));
    return out.append(label);
  }

  void definitions() {
    const auto& definitions = facts_.document->definitions;
    for (const Definition& d : definitions) {
      if (d.kind == Definition::Kind::footnote) {
        graph_.targets.push_back(
            {Kind::footnote, citation_label(d.label), d.span, footnote_from(d.span), false, false, {}});
      } else if (d.kind == Definition::Kind::link_reference) {
        const auto end = std::min(draft_.find_first_of("\r\n", d.span.end), draft_.size());
        const Span whole{d.span.begin - 1, static_cast<std::uint32_t>(end)};
        if (!no_address(draft_.substr(d.span.end, end - d.span.end)))
          graph_.targets.push_back({Kind::link_definition, citation_label(d.label), d.span, whole, false, false, {}});
      } else if (d.kind == Definition::Kind::html_id && names_note(d.label)) {
        graph_.targets.push_back({Kind::html_note, d.label, d.span, block_after(d.span), false, false, {}});
      }
    }
    footnote_ends();
  }

  // "]: #" and "]: <>": ways to write a comment.
  static bool no_address(std::string_view after) {
    const auto first = after.find_first_not_of(" \t", 2);
    if (first == after.npos) return true;
    after.remove_prefix(first);
    return after.starts_with("<>") || after == "#" || after.starts_with("# ");
  }

  static Span footnote_from(Span label) { return {label.begin - 2, label.end + 2}; }

  Span block_after(Span id) const {
    const std::size_t p = facts_.document->block_at(id.end);
    return p < facts_.size() ? facts_.document->blocks[p].span() : id;
  }

  // A footnote ends with the last of its paragraphs; which are its own is also kept for markers that stand in them.
  void footnote_ends() {
    std::vector<std::uint32_t> notes;
    for (std::uint32_t t = 0; t < graph_.targets.size(); ++t)
      if (graph_.targets[t].kind == Kind::footnote) notes.push_back(t);
    if (notes.empty()) return;
    std::stable_sort(notes.begin(), notes.end(), [&](std::uint32_t a, std::uint32_t b) {
      return graph_.targets[a].span.begin < graph_.targets[b].span.begin;
    });
    std::size_t n = 0;
    for (const Block& block : facts_.document->blocks) {
      if (block.paragraph->zone != Zone::footnote) continue;
      while (n < notes.size() && graph_.targets[notes[n]].whole.begin <= block.begin) ++n;
      if (n > 0) graph_.targets[notes[n - 1]].whole.end = block.span().end;
    }
  }

  // Items of numbered lists under a heading of notes.
  void notes() {
    bool further = false;
    unsigned count = 0;  // Markdown numbers an ordered list by its first item
    for (std::uint32_t p = 0; p < facts_.size(); ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      if (paragraph.zone == Zone::subhead) {
        further = fold(paragraph.text(WordRange{
                      0, std::min<std::uint32_t>(1, static_cast<std::uint32_t>(paragraph.words.size()))})) == "further";
        count = 0;
      }
      if (paragraph.zone != Zone::references || paragraph.words.empty()) continue;
      const Block& block = facts_.document->blocks[p];
      std::optional<Span> number = item_number(draft_, block.begin);
      Span whole = block.span();
      if (number) {
        whole.begin = number->begin;
        ++count;
      } else {
        const std::uint32_t first = paragraph.words[0].is_mark('[') ? 1 : 0;
        if (first >= paragraph.words.size() || paragraph.words[first].kind != WordKind::number) continue;
        number = paragraph.words[first].span().moved(block.begin);
        const char after = number->end < draft_.size() ? draft_[number->end] : ' ';
        if (after != '.' && after != ')' && after != ']' && after != ' ' && after != '\t') continue;
      }
      unsigned value = 0;
      const std::string_view digits = draft_.substr(number->begin, number->size());
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
      if (error != std::errc() || end != digits.data() + digits.size() || value == 0 || value > 999) continue;
      if (count > 1) value = std::max(value, first_ + count - 1);
      else first_ = value;
      graph_.targets.push_back({Kind::note, std::to_string(value), *number, whole, false, further, {}});
    }
  }

  std::optional<std::uint32_t> find(Kind kind, std::string_view label) const {
    const auto it = by_label_.find(key(kind, label));
    return it == by_label_.end() ? std::nullopt : std::optional(it->second);
  }

  void add(std::uint32_t p, Form form, Span span, Span label, std::optional<std::uint32_t> target) {
    graph_.markers.push_back({p, form, span, label, target});
  }

  void paragraph(std::uint32_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::size_t before = graph_.markers.size();
    for (const Inline& in : paragraph.inlines) {
      const Span target = facts_.absolute(p, in.target);
      const std::string_view written = facts_.document->text.bytes(target);
      switch (in.kind) {
        case Inline::Kind::footnote:
          add(p, Form::footnote, in.span, in.target, find(Kind::footnote, citation_label(written)));
          break;
        case Inline::Kind::reference:
          add(p, Form::reference, in.span, in.target, find(Kind::link_definition, citation_label(written)));
          break;
        case Inline::Kind::anchor: add(p, Form::anchor, in.span, in.target, find(Kind::html_note, written)); break;
        case Inline::Kind::link:
        case Inline::Kind::image:
          if (const auto t = definition_around(target)) add(p, Form::reference, in.span, in.target, t);
          break;
        default: break;
      }
    }
    for (const Citation& c : facts_.local(p).citations)
      if (c.form == Form::numbered)
        add(p, c.form, c.span, c.target,
            find(Kind::note, plain_digits(facts_.document->text.bytes(facts_.absolute(p, c.target)))));
    std::stable_sort(graph_.markers.begin() + static_cast<std::ptrdiff_t>(before), graph_.markers.end(),
                     [](const CitationMarker& a, const CitationMarker& b) { return a.span.begin < b.span.begin; });
  }

  // The address of a link that was written with a label stands in the label's definition.
  std::optional<std::uint32_t> definition_around(Span address) const {
    const auto& targets = graph_.targets;
    if (address.empty()) return std::nullopt;
    const auto after = std::partition_point(targets.begin(), targets.end(),
                                            [&](const CitationTarget& t) { return t.span.begin <= address.begin; });
    if (after == targets.begin()) return std::nullopt;
    const auto& last = *(after - 1);
    if (last.kind != Kind::link_definition || !last.whole.contains(address)) return std::nullopt;
    return static_cast<std::uint32_t>(after - 1 - targets.begin());
  }

  // Notes that point to one another, and nothing in the text to any of them, are not reached.
  void reach() {
    std::vector<std::uint32_t> front;
    std::unordered_multimap<std::uint32_t, std::uint32_t> inside;  // of a note: what its markers lead to
    for (const CitationMarker& marker : graph_.markers) {
      if (!marker.target) continue;
      const bool note = graph_.targets[*marker.target].kind != Kind::link_definition;
      const auto owner = note ? note_around(facts_.absolute(marker.paragraph, marker.span).begin) : std::nullopt;
      if (owner) {
        inside.emplace(*owner, *marker.target);
      } else if (!graph_.targets[*marker.target].reached) {
        graph_.targets[*marker.target].reached = true;
        front.push_back(*marker.target);
      }
    }
    while (!front.empty()) {
      const std::uint32_t t = front.back();
      front.pop_back();
      const auto [first, last] = inside.equal_range(t);
      for (auto it = first; it != last; ++it) {
        CitationTarget& next = graph_.targets[it->second];
        if (next.reached) continue;
        next.reached = true;
        front.push_back(it->second);
      }
    }
    for (CitationTarget& target : graph_.targets)
      if (target.first && graph_.targets[*target.first].reached) target.reached = true;
  }

  std::optional<std::uint32_t> note_around(std::uint32_t offset) const {
    const auto& targets = graph_.targets;
    const auto after = std::partition_point(targets.begin(), targets.end(),
                                            [&](const CitationTarget& t) { return t.whole.begin <= offset; });
    if (after == targets.begin()) return std::nullopt;
    const auto& last = *(after - 1);
    const bool note = last.kind == Kind::footnote || last.kind == Kind::note;
    if (!note || offset >= last.whole.end) return std::nullopt;
    return static_cast<std::uint32_t>(after - 1 - targets.begin());
  }

  // Markers that the reader does not keep (in a picture's caption, in raw HTML, around a picture) count as well: every
  // pair of brackets outside the notes.
  void seek_bracketed() {
    std::unordered_map<std::string, std::uint32_t> wanted;
    for (std::uint32_t t = 0; t < graph_.targets.size(); ++t) {
      const CitationTarget& target = graph_.targets[t];
      if (target.reached || target.first) continue;
      if (target.kind == Kind::footnote) wanted.emplace("^" + target.label, t);
      if (target.kind == Kind::link_definition) wanted.emplace(target.label, t);
    }
    if (wanted.empty()) return;
    constexpr std::size_t longest = 200;
    for (auto open = draft_.find('['); open != draft_.npos; open = draft_.find('[', open + 1)) {
      const auto close = draft_.substr(open + 1, longest).find_first_of("[]");
      if (close == draft_.npos || draft_[open + 1 + close] != ']') continue;
      const auto it = wanted.find(citation_label(draft_.substr(open + 1, close)));
      if (it == wanted.end()) continue;
      CitationTarget& target = graph_.targets[it->second];
      const auto at = static_cast<std::uint32_t>(open);
      const bool own = at + 2 >= target.span.begin && at <= target.span.end;
      if (!own && !note_around(at)) target.reached = true;
    }
  }

  const Facts& facts_;
  std::string_view draft_;
  CitationGraph graph_;
  std::unordered_map<std::string, std::uint32_t> by_label_;
  unsigned first_ = 0;
};

bool has_targets_or_markers(const Facts& facts) {
  if (!facts.document->definitions.empty()) return true;
  for (std::size_t p = 0; p < facts.size(); ++p) {
    if (facts.paragraph(p).zone == Zone::references) return true;
    for (const Citation& c : facts.local(p).citations)
      if (c.form != Form::link && c.form != Form::url) return true;
  }
  return false;
}

}  // namespace

std::optional<std::uint32_t> CitationGraph::marker_at(const Facts& facts, std::uint32_t offset) const {
  const std::size_t p = facts.document->block_at(offset);
  const auto begin =
      std::partition_point(markers.begin(), markers.end(), [&](const CitationMarker& m) { return m.paragraph < p; });
  for (auto it = begin; it != markers.end() && it->paragraph == p; ++it)
    if (const Span span = facts.absolute(p, it->span); span.begin <= offset && offset <= span.end)
      return static_cast<std::uint32_t>(it - markers.begin());
  return std::nullopt;
}

std::optional<std::uint32_t> CitationGraph::target_at(std::uint32_t offset) const {
  const auto after = std::partition_point(targets.begin(), targets.end(),
                                          [&](const CitationTarget& t) { return t.span.begin <= offset; });
  if (after == targets.begin() || offset > (after - 1)->span.end) return std::nullopt;
  return static_cast<std::uint32_t>(after - 1 - targets.begin());
}

CitationGraph citation_graph(const Facts& facts) {
  return has_targets_or_markers(facts) ? Builder(facts).run() : CitationGraph{};
}

bool includes_files(std::string_view draft) {
  const auto stands = [&](char first, std::initializer_list<std::string_view> directives) {
    for (auto at = draft.find(first); at != draft.npos; at = draft.find(first, at + 1))
      for (const std::string_view directive : directives)
        if (draft.substr(at).starts_with(directive)) return true;
    return false;
  };
  return stands('{', {"{{#include", "{{include", "{{< include", "{!"}) || stands('\\', {"\\input{", "\\include{"});
}

}  // namespace stet
