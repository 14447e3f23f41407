// A figure, table or section that is named and not there; labels that are left out or given twice.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "facts/citation_graph.h"
#include "facts/cross_reference.h"
#include "facts/table.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// Where a program numbers figures, tables and sections, their numbers do not stand in the draft.
bool numbered_by_program(std::string_view draft) {
  constexpr std::array<std::string_view, 9> signs{"fig.cap", "fig-cap",   "{#fig",    "{#tbl", "{#tab",
                                                  "{#sec",   "\\caption", "\\label{", "```{r"};
  return std::any_of(signs.begin(), signs.end(), [&](auto sign) { return draft.find(sign) != draft.npos; });
}

std::string named(LabelKind kind, std::string_view number) {
  return std::string(label_kind_name(kind)) + " " + std::string(number);
}

std::optional<unsigned> whole(std::string_view number) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
  return value;
}

class Objects {
 public:
  Objects(const Facts& facts, const CrossReferences& references, Report& report)
      : facts_(facts), references_(references), report_(report) {
    for (const ObjectLabel& label : references.labels) {
      known_[label.kind].insert(label.number);
      if (const auto n = whole(label.number)) highest_[label.kind] = std::max(highest_[label.kind], *n);
    }
    unlabelled();
  }

  void mentions() {
    for (const ObjectMention& m : references_.mentions)
      if (!m.elsewhere && missing(m)) tell(m);
  }

  void labels() {
    for (const auto& [kind, numbers] : known_)
      if (kind != LabelKind::section && kind != LabelKind::appendix) run_on(kind);
  }

 private:
  // Tables and pictures without labels are counted: of three there is no fourth.
  void unlabelled() {
    if (!known_.contains(LabelKind::table))
      counted_[LabelKind::table] = static_cast<unsigned>(find_tables(facts_).size());
    if (known_.contains(LabelKind::figure)) return;
    for (std::size_t p = 0; p < facts_.size(); ++p)
      for (const Inline& in : facts_.paragraph(p).inlines)
        counted_[LabelKind::figure] += in.kind == Inline::Kind::image ? 1u : 0u;
  }

  bool missing(const ObjectMention& m) const {
    const auto known = known_.find(m.kind);
    const auto n = whole(m.number);
    if (known == known_.end()) {
      const auto counted = counted_.find(m.kind);
      return counted != counted_.end() && counted->second > 0 && n && *n > counted->second;
    }
    if (known->second.contains(m.number)) return false;
    const bool letter = m.number[0] >= 'A';
    // "Table A3" of a draft that has no table A is its supplement's, "Section 702" a law's.
    if (letter)
      return std::any_of(known->second.begin(), known->second.end(),
                         [&](const std::string& k) { return k[0] >= 'A' && (k[0] == m.number[0] || k.size() == 1); });
    const auto highest = highest_.find(m.kind);
    if (m.kind == LabelKind::section && (highest == highest_.end() || !n || *n > 2 * highest->second)) return false;
    // Parts of sections, and of figures, are not always labelled.
    if (!n)
      return known->second.contains(m.number.substr(0, m.number.find('.')))
                 ? m.kind == LabelKind::section && has_parts()
                 : true;
    return true;
  }

  bool has_parts() const {
    const auto known = known_.find(LabelKind::section);
    return known != known_.end() && std::any_of(known->second.begin(), known->second.end(),
                                                [](const std::string& k) { return k.find('.') != k.npos; });
  }

  void tell(const ObjectMention& m) {
    std::string there;
    const auto known = known_.find(m.kind);
    if (known == known_.end()) there = "has " + std::to_string(counted_.at(m.kind));
    else if (known->second.size() == 1) there = "has only " + *known->second.begin();
    else there = "has " + *known->second.begin() + " to " + *known->second.rbegin();
    auto added = report_.add(m.paragraph, m.span, "there is no " + named(m.kind, m.number) + ": the draft " + there);
    std::string list = "Labels found:\n\n";
    constexpr std::size_t most = 3;
    std::size_t shown = 0;
    for (const ObjectLabel& label : references_.labels) {
      if (label.kind != m.kind || shown++ >= most) continue;
      added.related(label.paragraph, label.span, named(label.kind, label.number));
    }
    if (known != known_.end()) {
      for (const std::string& number : known->second) list += "- " + named(m.kind, number) + "\n";
      added.detail(std::move(list));
    }
  }

  // 1, 2, 4, and 2 twice.
  void run_on(LabelKind kind) {
    unsigned highest = 0;
    const ObjectLabel* last = nullptr;
    for (const ObjectLabel& label : references_.labels) {
      if (label.kind != kind) continue;
      const auto n = whole(label.number);
      if (!n || (last == nullptr && *n != 1)) return;
      if (last != nullptr && *n == highest && !label.part && !last->part && !label.continued) {
        report_.add(label.paragraph, label.span, named(kind, label.number) + " is there twice")
            .at_most(Severity::warning)
            .related(last->paragraph, last->span, "the first");
      } else if (last != nullptr && *n > highest + 1 && !known_[kind].contains(std::to_string(highest + 1))) {
        report_
            .add(label.paragraph, label.span,
                 named(kind, label.number) + " follows " + named(kind, last->number) + ": " +
                     named(kind, std::to_string(highest + 1)) + " is left out")
            .at_most(Severity::warning)
            .related(last->paragraph, last->span, named(kind, last->number));
      }
      highest = std::max(highest, *n);
      last = &label;
    }
  }

  struct Shorter {
    bool operator()(const std::string& a, const std::string& b) const {
      return a.size() != b.size() ? a.size() < b.size() : a < b;
    }
  };

  const Facts& facts_;
  const CrossReferences& references_;
  Report& report_;
  std::map<LabelKind, std::set<std::string, Shorter>> known_;
  std::map<LabelKind, unsigned> highest_, counted_;
};

// "(see chart below)", "the table above": is there one that near?
class Pointers {
 public:
  Pointers(const Facts& facts, std::size_t distance, Report& report)
      : facts_(facts), distance_(distance), report_(report) {}

  void run() {
    const WordId below = facts_.lexicon().id("below"), above = facts_.lexicon().id("above");
    if (!facts_.vocabulary.holds(below) && !facts_.vocabulary.holds(above)) return;
    if (facts_.document->format == Format::plain || embeds()) return;
    see();
    if (seen_.empty()) return;
    for (std::size_t p = 0; p < facts_.size(); ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      if (paragraph.zone != Zone::body || paragraph.foreign) continue;
      const WordView w(paragraph, facts_.context());
      const Word* const first = paragraph.words.data();
      const Word* const last = first + paragraph.words.size();
      for (const Word* word = first; word != last; ++word)
        if ((word->id == below || word->id == above) && word - first > 1) look(p, w, static_cast<At>(word - first) - 1);
    }
  }

 private:
  void see() {
    for (std::size_t p = 0; p < facts_.size(); ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      const bool picture = std::any_of(paragraph.inlines.begin(), paragraph.inlines.end(),
                                       [](const Inline& in) { return in.kind == Inline::Kind::image; });
      if (picture || paragraph.zone == Zone::table || paragraph.zone == Zone::caption) seen_.push_back(p);
    }
  }

  // What else may show something, and is not read.
  bool embeds() const {
    const std::string_view bytes = facts_.document->text.bytes();
    for (auto at = bytes.find('<'); at != bytes.npos; at = bytes.find('<', at + 1))
      if (std::ranges::any_of(tags, [&](auto tag) { return bytes.substr(at).starts_with(tag); }) ||
          (at > 1 && bytes.substr(at - 2, 2) == "{{"))
        return true;
    return false;
  }

  void look(std::size_t p, const WordView& w, At i) {
    if (!w.any(i, {"chart", "table", "graph", "map", "photo", "photograph", "diagram", "graphic"})) return;
    if (!w.any(i - 1, {"see", "the", "this"}) || w[i].has(Word::in_quotation)) return;
    // "The table below the window" is furniture.
    const bool done = !w.inside(i + 2) || w.kind(i + 2, WordKind::mark) ||
                      w.any(i + 2, {"shows", "show", "lists", "gives", "sets", "compares", "and"});
    if (!done) return;
    const bool below = w.is(i + 1, "below");
    const auto next = std::lower_bound(seen_.begin(), seen_.end(), p);
    const bool there =
        below ? next != seen_.end() && *next <= p + distance_ : next != seen_.begin() && *(next - 1) + distance_ >= p;
    const bool here = next != seen_.end() && *next == p;
    if (there || here) return;
    report_.add(p, {w[i].begin, w[i + 1].end},
                std::string("there is no ") + std::string(w.text(i)) + " near " + (below ? "below" : "above"));
  }

  static constexpr std::array<std::string_view, 5> tags{"<img", "<svg", "<iframe", "<canvas", "<script"};
  const Facts& facts_;
  std::size_t distance_;
  Report& report_;
  std::vector<std::size_t> seen_;  // paragraphs that show something
};

}  // namespace

Check crossref_missing(const Options& options) {
  const bool here = options.text("layout") != "elsewhere";
  const auto distance = static_cast<std::size_t>(std::max(0.0, options.number("deictic_distance")));
  return [here, distance](const Facts& facts, const Sources&, Report& report) {
    if (!here) return;
    const CrossReferences references = cross_references(facts);
    const bool any = !references.labels.empty() || !references.mentions.empty();
    const std::string_view draft = facts.document->text.bytes();
    if (any && (includes_files(draft) || numbered_by_program(draft))) return;
    if (any) {
      Objects objects(facts, references, report);
      objects.mentions();
      objects.labels();
    }
    Pointers(facts, distance, report).run();
  };
}

}  // namespace stet::rules
