#include <algorithm>
#include <array>
#include <set>

#include "facts/citation_graph.h"
#include "lint/rule.h"
#include "lint/sources.h"
#include "text/nearest.h"
#include "text/superscript.h"

namespace stet::rules {

namespace {

using Form = Citation::Form;
using Labels = std::set<std::string, std::less<>>;

// Keys that Pandoc's and Quarto's cross-references use: figures, tables, equations, sections.
bool cross_reference(std::string_view key) {
  const auto end = key.find_first_of(":-");
  if (end == std::string_view::npos) return false;
  constexpr std::array<std::string_view, 13> kinds{"fig", "tbl", "tab", "eq",  "sec", "lst", "thm",
                                                   "lem", "cor", "def", "exm", "exr", "prp"};
  return std::find(kinds.begin(), kinds.end(), key.substr(0, end)) != kinds.end();
}

// Of numbers and single letters none is nearer than another.
bool has_near_ones(std::string_view label) {
  return label.size() >= 3 && label.find_first_not_of("0123456789") != std::string_view::npos;
}

// Every candidate is compared, and where very many labels are missing it is not a slip of the keyboard.
constexpr std::size_t most_looked_for = 32;

class Run {
 public:
  Run(const std::vector<std::string>& allow, const Facts& facts, const Sources& sources, Report& report)
      : allow_(allow), facts_(facts), sources_(sources), report_(report), targets_(citation_targets(*facts.document)) {}

  void citation(std::size_t p, const Citation& c) {
    const std::string_view target = facts_.document->text.bytes(facts_.absolute(p, c.target));
    if (std::find(allow_.begin(), allow_.end(), target) != allow_.end()) return;
    if (c.form == Form::cite_key) return key(p, c, target);
    if (resolved(c.form, target, targets_).value_or(true) || included()) return;
    // "a[i][j]": an index, not a reference.
    if (c.form == Form::reference && glued(p, c.span.begin)) return;
    if (c.form == Form::numbered && glued(p, c.span.begin) && quoted(p, c.span)) return;
    report(p, c, target);
  }

  void finish() {
    if (keys_unknown_ && !included())
      report_.not_assessed(
          sources_.bibliographies.empty()
              ? "no bibliography found: add bibliography: to the front matter or a .bib file beside the "
                "draft"
              : "a bibliography that is named could not be read");
  }

 private:
  // Are there files that belong to the draft, and may define what is missing in it?
  bool included() {
    if (!included_) included_ = includes_files(facts_.document->text.bytes());
    return *included_;
  }

  void key(std::size_t p, const Citation& c, std::string_view key) {
    if (cross_reference(key) || sources_.has_key(key)) return;
    if (sources_.bibliographies.empty() || !sources_.bibliography_complete) {
      keys_unknown_ = true;
      return;
    }
    if (included()) return;
    std::string files;
    std::vector<std::string_view> keys;
    for (const Sources::Bib& bib : sources_.bibliographies) {
      files += (files.empty() ? "" : ", ") + bib.path;
      if (has_near_ones(key) && looked_for_ < most_looked_for)
        for (const BibEntry& entry : bib.bibliography->entries()) keys.push_back(entry.key);
    }
    ++looked_for_;
    const std::string meant = nearest(keys, key);
    auto added = report_.add(
        p, c.span,
        "“@" + std::string(key) + "”: not in " + files + (meant.empty() ? "" : "; “@" + meant + "” is meant?"));
    added.detail("Searched for `@" + std::string(key) + "` in " + files + ".");
    if (!meant.empty()) added.fix("Replace with @" + meant, {{p, c.target, meant}});
  }

  static std::string numbered(const std::string& label) {
    return plain_digits(label) == label ? "[" + label + "]" : label;
  }

  void report(std::size_t p, const Citation& c, std::string_view target) {
    const std::string label(target);
    const Labels& labels = c.form == Form::footnote    ? targets_.footnotes
                           : c.form == Form::reference ? targets_.references
                                                       : targets_.ids;
    const std::string meant = c.form == Form::numbered ? "" : near(labels, citation_label(target));
    const std::string hint = meant.empty() ? "" : "; “" + meant + "” is meant?";
    const std::string what = c.form == Form::footnote    ? "“[^" + label + "]”: no footnote has that label"
                             : c.form == Form::reference ? "“" + label + "”: no reference has that label"
                             : c.form == Form::numbered
                                 ? "“" + numbered(label) + "”: the list of notes has no such number"
                                 : "“#" + label + "”: nothing on the page has that id";
    auto added = report_.add(p, c.span, what + hint);
    if (!meant.empty()) added.fix("Replace with " + meant, {{p, c.target, meant}});
    const std::uint32_t end = facts_.document->text.size();
    const std::string line = facts_.document->text.bytes().ends_with('\n') ? "\n" : "\n\n";
    if (c.form == Form::footnote) added.fix_absolute("Add the footnote", {{end, end}, line + "[^" + label + "]: TK\n"});
    if (c.form == Form::reference)
      added.fix_absolute("Add the reference", {{end, end}, line + "[" + label + "]: TK\n"});
  }

  std::string near(const Labels& labels, std::string_view label) {
    if (!has_near_ones(label) || looked_for_++ >= most_looked_for) return {};
    const std::vector<std::string_view> candidates(labels.begin(), labels.end());
    return nearest(candidates, label);
  }

  bool glued(std::size_t p, std::uint32_t at) const {
    const Block& block = facts_.document->blocks[p];
    const std::uint32_t place = block.begin + at;
    if (place == 0) return false;
    const char before = facts_.document->text.bytes()[place - 1];
    return (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') || before == ']';
  }

  bool quoted(std::size_t p, Span span) const {
    const auto& quotes = facts_.local(p).quotes;
    return std::any_of(quotes.begin(), quotes.end(), [&](const Quote& q) { return q.span.overlaps(span); });
  }

  const std::vector<std::string>& allow_;
  const Facts& facts_;
  const Sources& sources_;
  Report& report_;
  CitationTargets targets_;
  bool keys_unknown_ = false;
  std::optional<bool> included_;
  std::size_t looked_for_ = 0;
};

// Are there markers at all that could lack a target? Most drafts have none.
bool has_markers(const Facts& facts) {
  for (const std::size_t p : facts.with<Citation>())
    for (const Citation& c : facts.local(p).citations)
      if (c.form != Form::link && c.form != Form::url && c.form != Form::inline_note && c.form != Form::parenthetical)
        return true;
  return false;
}

}  // namespace

Check citation_undefined(const Options& options) {
  return [allow = options.list("allow")](const Facts& facts, const Sources& sources, Report& report) {
    if (!has_markers(facts)) return;
    Run run(allow, facts, sources, report);
    for (const std::size_t p : facts.with<Citation>())
      for (const Citation& citation : facts.local(p).citations) run.citation(p, citation);
    run.finish();
  };
}

}  // namespace stet::rules
