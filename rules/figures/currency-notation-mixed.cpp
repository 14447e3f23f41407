#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "facts/figure_number.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// How the currency of an amount in digits is written: "C$", "CAD" before, "pounds" behind; and how its scale is.
struct Notation {
  WordRange sign, scale;
  std::string currency, how, scale_how;
};

std::string upper(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ') out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

std::optional<Notation> notation(const WordView& w, const Figure& f) {
  WordRange digits{f.words.last, f.words.first};
  for (At i = f.words.first; i < f.words.last; ++i)
    if (w.number(i)) digits = {std::min(digits.first, i), i + 1};
  // Amounts in letters have their currency in letters, and cents and prices for one their own ways.
  if (digits.first >= digits.last || f.dimension != Dimension::money || !f.value) return std::nullopt;
  Notation out;
  out.currency = f.unit;
  out.scale = scale_said(w, f.words, Letters::scale);
  const At end = out.scale.empty() ? digits.last : out.scale.last;
  if (digits.first > f.words.first) {
    out.sign = {f.words.first, digits.first};
    out.how = upper(w.paragraph().text(out.sign));
  } else if (end < f.words.last) {
    out.sign = {end, f.words.last};
    out.how = upper(w.paragraph().text(out.sign));
    if (w.any(end, {"cents", "cent", "pence", "penny", "p", "c"})) return std::nullopt;
    if (w.word(f.words.last - 1) && out.how.size() > 3) out.how = "words";
  } else {
    return std::nullopt;
  }
  if (!out.scale.empty()) out.scale_how = w.text(out.scale.first).size() > 2 ? "word" : "letter";
  return out;
}

struct Use {
  FactRef at;
  WordRange words;
  std::string text;
};

class Notations {
 public:
  Notations(const Options& options, const Facts& facts, Report& report)
      : house_(options.list("house")), facts_(facts), report_(report) {}

  Holds read(std::uint32_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::span<const Figure> figures = facts_.local(p).figures;
    if (figures.empty() || !told(paragraph)) return Holds::nothing;
    const WordView w(paragraph, facts_.context());
    Holds holds = Holds::nothing;
    for (std::uint32_t k = 0; k < figures.size(); ++k)
      if (!figures[k].quoted && read(w, {p, k}, figures[k])) holds = Holds::something;
    return holds;
  }

  void conclude() {
    for (const auto& [currency, ways] : currencies_) compare(ways, "one currency written");
    compare(scales_, scale);
  }

 private:
  static constexpr std::string_view scale = "scales written";
  using Ways = std::map<std::string, std::vector<Use>>;

  static bool told(const Paragraph& p) {
    return p.zone == Zone::body || p.zone == Zone::list || p.zone == Zone::footnote;
  }

  // Is the figure money that is written in one of several ways?
  bool read(const WordView& w, FactRef at, const Figure& f) {
    const auto n = notation(w, f);
    // "$" is the short form of the dollar that was said in full before it.
    if (!n || n->how == "$") return false;
    currencies_[n->currency][n->how].push_back({at, n->sign, w.paragraph().text(n->sign)});
    if (!n->scale_how.empty()) scales_[n->scale_how].push_back({at, n->scale, w.paragraph().text(n->scale)});
    return true;
  }

  bool is_house(const Use& use) const { return std::find(house_.begin(), house_.end(), use.text) != house_.end(); }

  // The form to keep: the house's, else the commonest, of equals the first in the draft.
  void compare(const Ways& ways, std::string_view how) {
    if (ways.size() < 2) return;
    const std::vector<Use>* keep = nullptr;
    for (const auto& [name, uses] : ways) {
      const bool better =
          !keep || uses.size() > keep->size() || (uses.size() == keep->size() && uses[0].at < (*keep)[0].at);
      if ((better && !(keep && is_house((*keep)[0]))) || is_house(uses[0])) keep = &uses;
    }
    for (const auto& [name, uses] : ways)
      if (&uses != keep) tell(uses, *keep, how);
  }

  const Figure& figure(FactRef at) const { return facts_.local(at.paragraph).figures[at.index]; }

  void tell(const std::vector<Use>& uses, const std::vector<Use>& kept, std::string_view how) {
    const Use &here = uses[0], &there = kept[0];
    const Figure &f = figure(here.at), &other = figure(there.at);
    const std::string said = facts_.paragraph(here.at.paragraph).text(f.words),
                      shown = facts_.paragraph(there.at.paragraph).text(other.words);
    auto added =
        report_.add(here.at.paragraph, f.span,
                    fmt::format("{} here, {} in paragraph {}: {} two ways", said, shown, there.at.paragraph + 1, how));
    added.related(there.at.paragraph, other.span, shown);
    const bool before = here.words.first < here.words.last && same_side(here, there);
    if (before && how != scale) {
      all(added, uses, there.text);
      all(added, kept, here.text);
    }
    added.detail(fmt::format("“{}”: {} here and there; “{}”: {}.", here.text, uses.size(), there.text, kept.size()));
  }

  // Both before the digits, or both behind: then one can take the other's place.
  bool same_side(const Use& a, const Use& b) const {
    const bool first = a.words.first == figure(a.at).words.first, second = b.words.first == figure(b.at).words.first;
    return first == second;
  }

  void all(Report::Added& added, const std::vector<Use>& uses, const std::string& text) const {
    std::vector<ParagraphEdit> edits;
    for (const Use& use : uses) {
      const Paragraph& p = facts_.paragraph(use.at.paragraph);
      // "CAD 12" is C$12: the space goes with the code.
      Span span = p.span(use.words);
      const bool sign = static_cast<unsigned char>(text.back()) > 127 || text.back() == '$';
      const bool first = use.words.first == figure(use.at).words.first;
      if (first && sign) span.end = p.words[use.words.last].begin;
      const bool glued = p.words[use.words.last < p.words.size() ? use.words.last : use.words.first].begin == span.end;
      edits.push_back({use.at.paragraph, span, first && !sign && glued ? text + " " : text});
    }
    added.fix(fmt::format("Write {} for {}{}", text, uses[0].text,
                          edits.size() > 1 ? fmt::format(" ({} places)", edits.size()) : ""),
              edits);
  }

  const std::vector<std::string>& house_;
  const Facts& facts_;
  Report& report_;
  std::map<std::string, Ways> currencies_;
  Ways scales_;
};

}  // namespace

Check currency_notation_mixed(const Options& options) {
  return [options](const Facts& facts, const Sources&, Report& report) {
    const auto notations = std::make_shared<Notations>(options, facts, report);
    return Pass{[notations](std::size_t p) { return notations->read(static_cast<std::uint32_t>(p)); },
                [notations] { notations->conclude(); }};
  };
}

}  // namespace stet::rules
