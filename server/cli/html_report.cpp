#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/check_report.h"
#include "cli/excerpt.h"
#include "cli/html_page.h"
#include "cli/markup.h"
#include "cli/not_assessed.h"

namespace stet {

namespace {

constexpr std::size_t excerpt_width = 260, related_shown = 5;

std::string linked(std::string_view url, std::string_view text) {
  if (!url.starts_with("https://")) return fmt::format("<code>{}</code>", escaped_markup(text));
  return fmt::format("<a href=\"{}\"><code>{}</code></a>", escaped_markup(url), escaped_markup(text));
}

std::string quoted_line(const Text& text, Span span, std::string_view kind) {
  const Excerpt e = excerpt(text, span, excerpt_width);
  return fmt::format(
      "<p class=\"line\" dir=\"auto\"><span class=\"number\">{}</span>{}<mark class=\"{}\">{}</mark>{}</p>\n",
      place_of(text, span.begin).line, escaped_markup(e.before), kind, escaped_markup(e.marked),
      escaped_markup(e.after));
}

// One page that needs nothing else: no script, no font, no picture. Drafts are printed as they come; the summary is
// written last and shown first.
class HtmlReport : public CheckReport {
 public:
  std::string opening() override { return std::string(html_page_head()); }

  std::string draft(const Checked& draft) override {
    const auto& findings = draft.linted.findings;
    for (const NotAssessed& n : draft.linted.not_assessed) not_assessed_.add(n, draft);
    if (findings.empty()) {
      clean_ += fmt::format("<li>{}</li>\n", escaped_markup(draft.path));
      ++clean_count_;
      return {};
    }
    ++number_;
    contents_ += fmt::format("<li><a href=\"#d{}\">{}</a> <span class=\"count\">{}</span></li>\n", number_,
                             escaped_markup(draft.path), with_commas(findings.size()));
    std::string out =
        fmt::format("<section class=\"draft\" id=\"d{}\">\n<h2>{}</h2>\n", number_, escaped_markup(draft.path));
    for (const Finding& f : findings) out += finding(f, draft);
    return out + "</section>\n";
  }

  std::string closing(const Tally& tally) override {
    std::string out = "</div>\n<header>\n<h1>stet</h1>\n<p class=\"tally\">";
    out += fmt::format("{} {}, {} {}: ", with_commas(tally.files), tally.files == 1 ? "draft" : "drafts",
                       with_commas(tally.words), tally.words == 1 ? "word" : "words");
    std::string found;
    for (const Severity s : {Severity::error, Severity::warning, Severity::information, Severity::hint})
      if (const std::size_t n = tally.count(s); n > 0)
        found += fmt::format("<label class=\"{0}\"><input type=\"checkbox\" id=\"show-{0}\" checked> {1} {2}</label> ",
                             severity_name(s), with_commas(n), noun(s, n));
    out += found.empty() ? "no findings" : found;
    if (tally.suppressed > 0) out += fmt::format("<span>{} waived</span>", with_commas(tally.suppressed));
    out += "</p>\n";
    if (!contents_.empty()) out += "<ul class=\"contents\">\n" + contents_ + "</ul>\n";
    return out + "</header>\n<footer>\n" + rules(tally) + coverage() +
           fmt::format("<p>stet {}. It never says what is true.</p>\n</footer>\n</main>\n</body>\n</html>\n",
                       STET_VERSION);
  }

 private:
  static std::string_view noun(Severity severity, std::size_t n) {
    switch (severity) {
      case Severity::error: return n == 1 ? "error" : "errors";
      case Severity::warning: return n == 1 ? "warning" : "warnings";
      case Severity::information: return "information";
      case Severity::hint: return n == 1 ? "hint" : "hints";
    }
    return "";
  }

  std::string finding(const Finding& f, const Checked& draft) {
    note_rule(f, draft);
    const Place at = place_of(draft.text, f.span.begin);
    const std::string_view severity = severity_name(f.severity);
    std::string out = fmt::format(
        "<article class=\"{0}\">\n<h3><span class=\"severity\">{0}</span> {1}</h3>\n"
        "<p class=\"where\">line {2}, column {3} · {4}</p>\n",
        severity, escaped_markup(f.message), at.line, at.column, linked(f.url, f.rule));
    out += quoted_line(draft.text, f.span, severity);
    out += others(f, draft);
    if (!f.fixes.empty()) {
      out += "<ul class=\"fixes\">\n";
      for (const Fix& fix : f.fixes) out += fmt::format("<li>{}</li>\n", escaped_markup(fix.title));
      out += "</ul>\n";
    }
    return out + "</article>\n";
  }

  // Places on the line that is shown already are named alone.
  static std::string others(const Finding& f, const Checked& draft) {
    std::string here, out;
    std::size_t shown = 0;
    const auto line = place_of(draft.text, f.span.begin).line;
    for (const Related& r : f.related) {
      if (r.path.empty() && place_of(draft.text, r.span.begin).line == line) {
        here += (here.empty() ? "with " : ", ") + escaped_markup(r.message);
      } else if (++shown <= related_shown) {
        out += related(r, draft);
      }
    }
    if (!here.empty()) out = other(here) + out;
    if (shown > related_shown) out += other(fmt::format("and {} more", with_commas(shown - related_shown)));
    return out;
  }

  static std::string other(const std::string& markup) { return "<p class=\"other\">" + markup + "</p>\n"; }

  // What stands in another file is named by its place alone: a report is handed on, and the words may be confidential.
  static std::string related(const Related& r, const Checked& draft) {
    if (r.path.empty()) return other(escaped_markup(r.message)) + quoted_line(draft.text, r.span, "other");
    std::string place = escaped_markup(r.path);
    if (const auto text = draft.others.find(r.path); text != draft.others.end())
      place += fmt::format(", line {}", place_of(text->second, r.span.begin).line);
    return other(place);
  }

  void note_rule(const Finding& f, const Checked& draft) {
    const auto [at, added] = rules_.try_emplace(f.rule);
    if (!added) return;
    at->second = linked(f.url, f.rule);
    const Rule* known = draft.catalog ? draft.catalog->find(f.rule) : nullptr;
    if (known != nullptr) at->second += " " + escaped_markup(known->page.summary);
  }

  std::string rules(const Tally& tally) const {
    if (rules_.empty()) return {};
    std::vector<std::pair<std::size_t, const std::string*>> rows;
    for (const auto& [rule, said] : rules_) {
      const auto count = tally.by_rule.find(rule);
      rows.emplace_back(count == tally.by_rule.end() ? 0 : count->second, &said);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::string out = "<h2>Rules</h2>\n<table>\n";
    for (const auto& [count, said] : rows)
      out += fmt::format("<tr><td class=\"count\">{}</td><td>{}</td></tr>\n", with_commas(count), *said);
    return out + "</table>\n";
  }

  std::string coverage() const {
    std::string out;
    if (const std::string said = not_assessed_.shown({}); !said.empty())
      out += "<h2>Not assessed</h2>\n<pre>" + escaped_markup(said.substr(said.find('\n') + 1)) + "</pre>\n";
    if (clean_count_ > 0)
      out += fmt::format("<details><summary>{} without findings</summary>\n<ul>\n{}</ul>\n</details>\n",
                         with_commas(clean_count_), clean_);
    return out;
  }

  std::size_t number_ = 0, clean_count_ = 0;
  std::string contents_, clean_;
  std::map<std::string, std::string, std::less<>> rules_;  // rule -> its row
  NotAssessedList not_assessed_;
};

}  // namespace

std::unique_ptr<CheckReport> html_report(const Look&) { return std::make_unique<HtmlReport>(); }

}  // namespace stet
