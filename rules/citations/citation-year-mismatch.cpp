// A year in the text that is not that of the entry in the list, or of the address.
#include <algorithm>
#include <span>
#include <unordered_map>

#include "facts/author_year.h"
#include "facts/date_text.h"
#include "facts/url.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// (Ortiz, 2014) where the list has Ortiz of 2015 and no other.
void author_and_list(const Facts& facts, Report& report) {
  const std::vector<ReferenceEntry> entries = reference_entries(facts);
  if (entries.empty()) return;
  constexpr std::size_t most_of_a_name = 20;
  std::unordered_map<WordId, std::vector<std::size_t>> by_name;
  for (std::size_t e = 0; e < entries.size(); ++e)
    for (const WordId name : entries[e].names)
      if (auto& of = by_name[name]; of.size() <= most_of_a_name) of.push_back(e);
  for (const AuthorYear& mention : author_years(facts)) {
    const Paragraph& paragraph = facts.paragraph(mention.paragraph);
    const auto of = by_name.find(paragraph.words[mention.name].id);
    if (of == by_name.end() || of->second.size() > most_of_a_name) continue;
    // An entry without a year, or of the year that is meant: nothing to say.
    const bool fits = std::any_of(of->second.begin(), of->second.end(), [&](std::size_t e) {
      const auto& years = entries[e].years;
      return years.empty() || std::find(years.begin(), years.end(), mention.year) != years.end();
    });
    if (fits) continue;
    const ReferenceEntry& entry = entries[of->second.front()];
    const std::string here = std::to_string(mention.year), there = std::to_string(entry.years.front());
    const std::string who(paragraph.text(mention.name));
    auto added = report.add(mention.paragraph, mention.year_span,
                            who + " is of " + here + " here, of " + there + " in the list");
    added.related(entry.paragraph, entry.year_span, there);
    if (of->second.size() == 1) {
      added.fix("Replace with " + there, {{mention.paragraph, mention.year_span, there}});
      added.fix("Replace the list’s " + there + " with " + here, {{entry.paragraph, entry.year_span, here}});
    }
  }
}

bool tells_of_source(const WordView& w, At i) {
  return w.any(i, {"reported", "wrote", "published", "article", "story", "interview", "column", "report", "editorial",
                   "essay", "review", "post", "told", "piece"});
}

// Months between the address's date and the year, 0 where it lies in it.
int months_apart(const PathDate& there, int year) {
  const int first = there.year * 12 + static_cast<int>(there.month.value_or(1)) - 1;
  const int last = there.year * 12 + static_cast<int>(there.month.value_or(12)) - 1;
  const int begin = year * 12, end = year * 12 + 11;
  return last < begin ? begin - last : first > end ? first - end : 0;
}

class Addresses {
 public:
  Addresses(const Facts& facts, int tolerance, Report& report)
      : facts_(facts), tolerance_(tolerance), report_(report) {}

  void paragraph(std::size_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::span<const DateMention> dates = facts_.local(p).dates;
    const DateMention* told = nullptr;
    for (const Citation& c : facts_.local(p).citations) {
      if (c.form != Citation::Form::link && c.form != Citation::Form::url) continue;
      const std::string_view written = facts_.document->text.bytes(facts_.absolute(p, c.target));
      const auto there = date_in_path(read_url(written));
      if (!there) continue;
      const bool note = paragraph.zone == Zone::footnote || paragraph.zone == Zone::references;
      const DateMention* said = note ? only_year(paragraph, dates) : year_of_source(p, c, dates);
      if (said == nullptr || said == told || months_apart(*there, *said->year) <= tolerance_) continue;
      told = said;
      auto added =
          report_.add(p, said->span, written_days(*said) + " here, " + std::to_string(there->year) + " in the address");
      added.related(p, c.target.empty() ? c.span : c.target, std::to_string(there->year));
      if (paragraph.zone == Zone::body && paragraph.words[said->words.first].has(Word::in_quotation)) added.quoted();
    }
  }

 private:
  static bool exact(const DateMention& d) { return d.year_said && d.year && *d.year > 0 && !d.approximate; }

  // A note that names one year names that of its source; the day it was read does not count.
  const DateMention* only_year(const Paragraph& paragraph, std::span<const DateMention> dates) const {
    const WordView w(paragraph, facts_.context());
    std::size_t links = 0;
    for (const Inline& in : paragraph.inlines)
      links += in.kind == Inline::Kind::link || in.kind == Inline::Kind::url ? 1 : 0;
    const DateMention* only = nullptr;
    for (const DateMention& d : dates) {
      const At i = d.words.first;
      if (w.any(i - 1, {"accessed", "retrieved", "updated", "read", "visited", "seen"}) ||
          w.any(i - 2, {"accessed", "retrieved", "updated", "visited"}) || w[i].has(Word::in_quotation) ||
          w[i].has(Word::in_emphasis) || w[i].has(Word::in_link))
        continue;
      if (!exact(d) || only != nullptr || d.until) return nullptr;
      only = &d;
    }
    return links == 1 ? only : nullptr;
  }

  // In the text only a year that is said of the source: "in a 2016 article", "reported in March 2016".
  const DateMention* year_of_source(std::size_t p, const Citation& c, std::span<const DateMention> dates) const {
    const WordView w(facts_.paragraph(p), facts_.context());
    if (c.covers.size() > longest_sentence || w.paragraph().zone != Zone::body) return nullptr;
    const DateMention* only = nullptr;
    for (const DateMention& d : dates) {
      if (!c.covers.contains(d.words.first)) continue;
      if (!exact(d) || only != nullptr || d.until || d.bound != DateMention::Bound::at) return nullptr;
      only = &d;
    }
    if (only == nullptr) return nullptr;
    const At first = only->words.first, last = only->words.last;
    const bool before = tells_of_source(w, last);                               // a 2016 article
    const bool after = w.is(first - 1, "in") && tells_of_source(w, first - 2);  // reported in 2016
    return before || after ? only : nullptr;
  }

  const Facts& facts_;
  int tolerance_;
  Report& report_;
};

}  // namespace

Check citation_year_mismatch(const Options& options) {
  const bool url_date = options.flag("url_date");
  const int tolerance = static_cast<int>(options.number("tolerance"));
  return [=](const Facts& facts, const Sources&, Report& report) {
    author_and_list(facts, report);
    if (!url_date) return;
    Addresses addresses(facts, tolerance, report);
    for (const std::size_t p : facts.with<Citation>())
      if (!facts.local(p).citations.empty() && !facts.local(p).dates.empty()) addresses.paragraph(p);
  };
}

}  // namespace stet::rules
