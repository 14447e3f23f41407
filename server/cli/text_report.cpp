#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/check_report.h"
#include "cli/excerpt.h"
#include "cli/not_assessed.h"
#include "cli/terminal.h"

namespace stet {

namespace {

std::string counted(std::size_t n, std::string_view noun) {
  return fmt::format("{} {}{}", with_commas(n), noun, n == 1 ? "" : "s");
}

// A rule that folds many places into one finding would fill the screen with them; the JSON has them all.
constexpr std::size_t related_shown = 5;
// --statistics names the files with most findings; the JSON counts all.
constexpr std::size_t files_shown = 20;

class TextReport : public CheckReport {
 public:
  explicit TextReport(const Look& look) : look_(look) {}

  std::string draft(const Checked& draft) override {
    std::string out;
    for (const Finding& f : draft.linted.findings) out += finding(f, draft);
    for (const NotAssessed& n : draft.linted.not_assessed) not_assessed_.add(n, draft);
    return out;
  }

  std::string closing(const Tally& tally) override {
    if (look_.quiet) return {};
    std::string out = summary(tally);
    if (look_.statistics) out += statistics(tally);
    return out + stale(tally) + not_assessed_.shown(look_);
  }

 private:
  std::string ink(std::string_view text, Ink ink) const { return inked(text, ink, look_.colour); }

  std::string finding(const Finding& f, const Checked& draft) {
    const Place at = place_of(draft.text, f.span.begin);
    std::size_t digits = std::to_string(at.line).size();
    for (const Related& r : f.related)
      if (const Text* text = text_of(r, draft))
        digits = std::max(digits, std::to_string(place_of(*text, r.span.begin).line).size());

    std::string out = ink(fmt::format("{}:{}:{}:", printable(draft.path), at.line, at.column), Ink::strong) + " " +
                      ink(fmt::format("{}:", severity_name(f.severity)), ink_of(f.severity)) + " " +
                      printable(f.message) + " " + ink("[" + f.rule + "]", Ink::faint) + "\n";
    out += marked_line(draft.text, f.span, {}, '^', ink_of(f.severity), digits);
    const std::size_t shown = std::min(f.related.size(), related_shown);
    for (std::size_t i = 0; i < shown; ++i) out += related(f.related[i], draft, digits);
    if (shown < f.related.size())
      out += note("and", counted(f.related.size() - shown, "more place"), digits, Ink::faint);
    if (!f.confided.empty()) out += note("words", f.confided, digits, Ink::strong);
    for (const Fix& fix : f.fixes) out += note("fix", fix.title, digits, Ink::good);
    if (explained_.insert(f.rule).second)
      out += note("why", f.url.empty() ? "stet rules " + f.rule : f.url, digits, Ink::faint);
    return out + "\n";
  }

  static const Text* text_of(const Related& r, const Checked& draft) {
    if (r.path.empty()) return &draft.text;
    const auto other = draft.others.find(r.path);
    return other != draft.others.end() ? &other->second : nullptr;
  }

  std::string related(const Related& r, const Checked& draft, std::size_t digits) const {
    const Text* text = text_of(r, draft);
    if (text == nullptr) return note(r.path, r.message, digits, Ink::faint);
    std::string out;
    if (!r.path.empty()) {
      const Place at = place_of(*text, r.span.begin);
      out = note("in", fmt::format("{}:{}:{}", r.path, at.line, at.column), digits, Ink::faint);
    }
    return out + marked_line(*text, r.span, r.message, '-', Ink::hint, digits);
  }

  // "  12 │ …line…" and the underline below it, with `label` at its end.
  std::string marked_line(const Text& text, Span span, std::string_view label, char mark, Ink colour,
                          std::size_t digits) const {
    const std::size_t gutter = digits + 5;
    const Excerpt e = excerpt(text, span, look_.width > gutter + 20 ? look_.width - gutter : 20);
    const std::string number = std::to_string(place_of(text, span.begin).line);
    std::string under = std::string(e.length, mark);
    if (!label.empty()) under.append(1, ' ').append(printable(label));
    return ink(fmt::format("  {:>{}} │ ", number, digits), Ink::faint) + e.before + ink(e.marked, colour) + e.after +
           "\n" + ink(fmt::format("  {:>{}} │ ", "", digits), Ink::faint) + std::string(e.indent, ' ') +
           ink(under, colour) + "\n";
  }

  std::string note(std::string_view what, std::string_view said, std::size_t digits, Ink colour) const {
    return ink(fmt::format("  {:>{}} = ", "", digits), Ink::faint) + ink(fmt::format("{}:", printable(what)), colour) +
           " " + printable(said) + "\n";
  }

  std::string summary(const Tally& tally) const {
    std::string found;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::information, Severity::hint}) {
      const std::size_t n = tally.count(severity);
      if (n == 0) continue;
      const std::string said =
          severity == Severity::information ? with_commas(n) + " information" : counted(n, severity_name(severity));
      found += fmt::format("{}{}", found.empty() ? "" : ", ", ink(said, ink_of(severity)));
    }
    if (found.empty()) found = ink("no findings", Ink::good);
    std::string out = fmt::format("{}, {}: {}", counted(tally.files, "file"), counted(tally.words, "word"), found);
    if (tally.suppressed > 0) out += fmt::format("; {} waived", with_commas(tally.suppressed));
    if (tally.fixed > 0) out += fmt::format("; {} fixed", with_commas(tally.fixed));
    if (tally.known > 0) out += fmt::format("; {} in the baseline", with_commas(tally.known));
    if (tally.elsewhere > 0) out += fmt::format("; {} on unchanged lines", with_commas(tally.elsewhere));
    if (tally.unchanged > 0) out += fmt::format("; {} did not change", counted(tally.unchanged, "file"));
    return out + "\n";
  }

  std::string stale(const Tally& tally) const {
    if (tally.stale.empty()) return {};
    std::string out = ink("In the baseline and found no more (--write-baseline leaves them out):", Ink::strong) + "\n";
    for (const KnownFinding& known : tally.stale)
      out += fmt::format("  {}: {} {}\n", printable(known.path), printable(known.message),
                         ink("[" + printable(known.rule) + "]", Ink::faint));
    return out;
  }

  std::string statistics(const Tally& tally) const {
    std::string out;
    for (const auto& [count, rule] : most_first(tally.by_rule)) {
      const double share =
          tally.words == 0 ? 0 : 1000.0 * static_cast<double>(count) / static_cast<double>(tally.words);
      out += fmt::format("{:>7}  {:<28} {:.2f} in 1,000 words\n", with_commas(count), rule, share);
    }
    if (tally.by_file.size() < 2) return out;
    const auto files = most_first(tally.by_file);
    out += "\n";
    for (std::size_t i = 0; i < std::min(files.size(), files_shown); ++i)
      out += fmt::format("{:>7}  {}\n", with_commas(files[i].first), printable(files[i].second));
    if (files.size() > files_shown)
      out += fmt::format("{:>7}  in {}\n", "", counted(files.size() - files_shown, "more file"));
    return out;
  }

  using Counts = std::map<std::string, std::size_t, std::less<>>;
  static std::vector<std::pair<std::size_t, std::string_view>> most_first(const Counts& counts) {
    std::vector<std::pair<std::size_t, std::string_view>> rows;
    for (const auto& [name, count] : counts) rows.emplace_back(count, name);
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    return rows;
  }

  Look look_;
  std::set<std::string, std::less<>> explained_;  // rules whose page has been named
  NotAssessedList not_assessed_;
};

}  // namespace

std::unique_ptr<CheckReport> text_report(const Look& look) { return std::make_unique<TextReport>(look); }

}  // namespace stet
