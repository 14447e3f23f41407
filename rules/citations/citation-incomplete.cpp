// A note or an entry that says too little of its source for a reader to find it.
#include <algorithm>
#include <set>

#include "facts/citation_graph.h"
#include "facts/url.h"
#include "facts/word_view.h"
#include "lint/rule.h"
#include "lint/sources.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Settings {
  bool academic_always = false, academic_never = false;
  bool author = true, title = true, date = true, locator = true;
};

bool lists_sources(Zone zone) { return zone == Zone::footnote || zone == Zone::references; }

// The address that is all a note says: numbers, marks and "see", "source", "link", "via" before it do not count.
const Inline* bare_address(const Paragraph& paragraph, const Context& context) {
  const Inline* only = nullptr;
  for (const Inline& in : paragraph.inlines) {
    if (in.kind != Inline::Kind::url) continue;
    if (only != nullptr) return nullptr;
    only = &in;
  }
  if (only == nullptr || paragraph.words.size() > 12) return nullptr;
  const WordView w(paragraph, context);
  for (At i = 0; i < w.size(); ++i)
    if (w.word(i) && !w.any(i, {"see", "source", "sources", "link", "via", "at", "from", "url", "available", "online",
                                "accessed", "here", "website", "web", "also"}))
      return nullptr;
  return only;
}

void bare(const Facts& facts, std::size_t p, Report& report) {
  const Inline* address = bare_address(facts.paragraph(p), facts.context());
  if (address == nullptr) return;
  const std::string_view written = facts.document->text.bytes(facts.absolute(p, address->target));
  const Url url = read_url(written);
  // A DOI leads to all that is missing.
  if (url.host.empty() || within_domain(url.host, "doi.org")) return;
  auto added = report.add(p, address->target, "an address alone: whose, called what, of when?");
  added.detail("Missing: author or organisation, title, date.");
  const Span before{address->span.begin, address->span.begin};
  added.fix("Insert what is missing as TK", {{p, before, "TK, “TK”, TK. "}});
  if (facts.document->format == Format::plain) added.at_most(Severity::hint);
}

bool any_year(const WordView& w) {
  for (At i = 0; i < w.size(); ++i) {
    const std::string_view text = w.text(i);
    if (w.number(i) && text.size() >= 4 && (text.starts_with("1") || text.starts_with("20"))) return true;
    if (w.any(i, {"n.d.", "n.d", "undated", "forthcoming", "ibid", "ibid.", "cit", "cit.", "v", "v.", "date",
                  "interview", "accepted", "personal"}))
      return true;
    if (w.is(i, "n") && w.mark(i + 1, '.') && w.is(i + 2, "d")) return true;
    if (w.is(i, "in") && w.is(i + 1, "press")) return true;
  }
  return false;
}

// "Ruiz, A. Piers. Holmvik Press.": a surname, a comma and more, and nowhere a year.
void undated(const Facts& facts, std::size_t p, Report& report) {
  const Paragraph& paragraph = facts.paragraph(p);
  const WordView w(paragraph, facts.context());
  At i = 0;
  while (w.inside(i) && !w.word(i)) ++i;
  if (!w.capital(i) || !w.mark(i + 1, ',') || !w.capital(i + 2) || w.size() < i + 6) return;
  if (!any_year(w)) report.add(p, paragraph.span(WordRange{i, w.size()}), "the entry has no date");
}

// A quotation whose marker names a book and no page.
void unpaged(const Facts& facts, std::size_t p, Report& report) {
  const ParagraphFacts& local = facts.local(p);
  constexpr std::uint32_t short_quotation = 5;
  for (const Citation& c : local.citations) {
    const bool key = c.form == Citation::Form::cite_key;
    if (!key && c.form != Citation::Form::parenthetical) continue;
    const bool quotes = std::any_of(local.quotes.begin(), local.quotes.end(), [&](const Quote& q) {
      return q.form == Quote::Form::inline_quote && q.words.size() >= short_quotation && q.words.overlaps(c.covers) &&
             q.span.end <= c.span.begin && c.span.begin - q.span.end < 40;
    });
    if (!quotes) continue;
    const std::string_view after =
        facts.document->text.bytes(facts.absolute(p, {c.target.end, std::max(c.target.end, c.span.end)}));
    if (after.find_first_of("0123456789") == after.npos && after.find("para") == after.npos)
      report.add(p, c.span, "quoted without a page");
  }
}

// What an entry of a bibliography must have: not all kinds have an author.
std::string missing_of(const BibEntry& entry, const Settings& settings) {
  std::string out;
  const auto lacks = [&](bool asked, const std::string& value, std::string_view name) {
    if (asked && value.empty()) out += (out.empty() ? "" : ", no ") + std::string(name);
  };
  const bool authored = entry.type == "book" || entry.type == "article" || entry.type == "inbook" ||
                        entry.type == "incollection" || entry.type == "inproceedings" || entry.type.ends_with("thesis");
  lacks(settings.author && authored, entry.author, "author");
  lacks(settings.title, entry.title, "title");
  lacks(settings.date, entry.date, "date");
  return out;
}

void entries(const Facts& facts, std::size_t p, const Sources& sources, const Settings& settings,
             std::set<std::string_view>& seen, Report& report) {
  for (const Citation& c : facts.local(p).citations) {
    if (c.form != Citation::Form::cite_key) continue;
    const std::string_view key = facts.document->text.bytes(facts.absolute(p, c.target));
    if (!seen.insert(key).second) continue;
    for (const Sources::Bib& bib : sources.bibliographies) {
      const BibEntry* entry = bib.bibliography->find(key);
      if (entry == nullptr) continue;
      if (entry->inherits || entry->type == "set") break;
      if (const std::string missing = missing_of(*entry, settings); !missing.empty())
        report.add(p, c.target, "“@" + std::string(key) + "” in " + bib.path + " has no " + missing);
      break;
    }
  }
}

}  // namespace

Check citation_incomplete(const Options& options) {
  Settings settings;
  settings.academic_always = options.text("profile") == "academic";
  settings.academic_never = options.text("profile") == "news";
  const auto& fields = options.list("fields");
  const auto asked = [&](std::string_view field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  settings.author = asked("author");
  settings.title = asked("title");
  settings.date = asked("date");
  settings.locator = asked("locator");
  return [settings](const Facts& facts, const Sources& sources, Report& report) {
    const bool academic =
        settings.academic_always || (!settings.academic_never && facts.context().genre == Genre::academic);
    std::set<std::string_view> seen;
    for (std::size_t p = 0; p < facts.size(); ++p) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.foreign) continue;
      if (lists_sources(paragraph.zone)) {
        bare(facts, p, report);
        if (academic && settings.date && paragraph.zone == Zone::references) undated(facts, p, report);
      }
      if (facts.local(p).citations.empty()) continue;
      if (!sources.bibliographies.empty()) entries(facts, p, sources, settings, seen, report);
      if (academic && settings.locator) unpaged(facts, p, report);
    }
  };
}

}  // namespace stet::rules
