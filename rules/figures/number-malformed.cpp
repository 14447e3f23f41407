#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "facts/digits.h"
#include "facts/figure_number.h"
#include "facts/plain_number.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// "1,50,000" as its digits and what stands between.
struct Token {
  std::vector<std::string_view> parts;
  std::string marks;
};

// Empty where the token is more than digits with , and . between, or longer than any number of prose.
Token cut(std::string_view text) {
  Token out;
  if (text.size() > 40) return {};
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] >= '0' && text[i] <= '9') continue;
    if (i < text.size() && text[i] != ',' && text[i] != '.') return {};
    if (i == from) return {};
    out.parts.push_back(text.substr(from, i - from));
    if (i < text.size()) out.marks.push_back(text[i]);
    from = i + 1;
  }
  return out;
}

std::string grouped(std::string digits) {
  while (digits.size() > 1 && digits[0] == '0') digits.erase(0, 1);
  for (std::size_t i = digits.size(); i > 3;) {
    i -= 3;
    digits.insert(i, 1, ',');
  }
  return digits;
}

std::string joined(const std::vector<std::string_view>& parts, std::size_t n) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) out += parts[i];
  return out;
}

bool thousands(const Token& t, std::size_t n) {
  if (t.parts[0].size() > 3) return false;
  for (std::size_t i = 1; i < n; ++i)
    if (t.parts[i].size() != 3) return false;
  return true;
}

bool indian(const Token& t) {
  const std::size_t n = t.parts.size();
  for (std::size_t i = 1; i + 1 < n; ++i)
    if (t.parts[i].size() != 2) return false;
  return n > 2 && t.parts[0].size() <= 2 && t.parts[n - 1].size() == 3;
}

// Written in the Indian way, or of India's neighbours, whose currencies and words say so.
bool counts_in_lakhs(const Facts& facts) {
  for (const std::size_t p : facts.with<Figure>()) {
    const WordView w(facts.paragraph(p), facts.context());
    for (const Figure& f : facts.local(p).figures) {
      for (const std::string_view code : {"INR", "PKR", "BDT", "NPR", "LKR"})
        if (f.dimension == Dimension::money && f.unit.starts_with(code)) return true;
      for (At i = f.words.first; i < f.words.last; ++i)
        if (w.any(i, {"lakh", "lakhs", "crore", "crores"})) return true;
    }
  }
  return false;
}

class Malformed {
 public:
  Malformed(bool indian_grouping, const Facts& facts, Report& report)
      : indian_(indian_grouping), facts_(facts), report_(report) {}

  Holds paragraph(std::size_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    if (!paragraph.holds(WordKind::number) || paragraph.foreign || paragraph.zone == Zone::references ||
        paragraph.zone == Zone::code)
      return Holds::nothing;
    suspect_ = false;
    const WordView w(paragraph, facts_.context());
    for (At i = 0; i < paragraph.words.size(); ++i) {
      if (paragraph.words[i].kind != WordKind::number) continue;
      doubled_marks(p, w, i);
      if (w[i].end - w[i].begin > 2) digits(p, w, i);
    }
    for (const Figure& f : facts_.local(p).figures)
      if (f.dimension == Dimension::money) doubled_scale(p, w, f);
    return suspect_ ? Holds::something : Holds::nothing;
  }

 private:
  // 10 %% and 3..5
  void doubled_marks(std::size_t p, const WordView& w, At i) {
    if (w.mark(i + 1, '%') && w.mark(i + 2, '%') && w.glued(i + 2))
      tell(p, w, {i, i + 3}, {w.paragraph().text(WordRange{i, i + 2})});
    if (w.mark(i + 1, 0x2026) && w.text(i + 1) == ".." && w.glued(i + 1) && w.number(i + 2) && w.glued(i + 2)) {
      const std::string left(w.text(i)), right(w.text(i + 2));
      if (left.find('.') == std::string::npos && right.find('.') == std::string::npos)
        tell(p, w, {i, i + 3}, {left + "." + right, left + "–" + right});
    }
  }

  // $1.6 billion billion
  void doubled_scale(std::size_t p, const WordView& w, const Figure& f) {
    const WordRange scale = scale_said(w, f.words, Letters::no_scale);
    for (At i = scale.first; i + 1 < scale.last; ++i)
      if (w[i].id == w[i + 1].id) {
        tell(p, w, f.words, {w.paragraph().text(WordRange{f.words.first, i + 1})});
        return;
      }
  }

  void digits(std::size_t p, const WordView& w, At i) {
    const std::string_view text = w.text(i);
    if (text.find(',') == std::string_view::npos && text.find('.') == text.rfind('.')) return;
    const Token t = cut(text);
    if (t.marks.empty() || part_of_other(w, i)) return;
    suspect_ = suspect_ || !read_digits(text, facts_.context().locale) || indian(t);
    const bool commas = t.marks.find('.') == std::string::npos, points = t.marks.find(',') == std::string::npos;
    bool bad = false;
    if (commas) bad = bad_commas(w, i, t);
    else if (points) bad = t.parts.size() == 3 && t.parts[1].size() == 3 && !thousands(t, 3) && measured(w, i);
    else bad = !read_digits(text, facts_.context().locale);
    if (!bad) return;
    const std::size_t n = t.parts.size();
    std::vector<std::string> readings{grouped(joined(t.parts, n))};
    // One mark may be the decimal point: not where the digits before it are grouped wrongly.
    if (t.parts[n - 1].size() != 3) {
      const std::string decimal = grouped(joined(t.parts, n - 1)) + "." + std::string(t.parts[n - 1]);
      readings.insert(n == 2 ? readings.begin() : readings.end(), decimal);
    }
    tell(p, w, {i, i + 1}, readings);
  }

  bool bad_commas(const WordView& w, At i, const Token& t) {
    const std::size_t n = t.parts.size();
    if (thousands(t, n) || facts_.context().locale == Locale::other) return false;
    if (n == 2) return t.parts[0].size() <= 3 && t.parts[1].size() <= 2 && measured(w, i);
    if (indian(t)) return !indian_ && !lakhs();
    // 1,2,3 is a list; a number has a group of three.
    const bool group = std::any_of(t.parts.begin() + 1, t.parts.end(), [](auto part) { return part.size() == 3; });
    const bool long_part = std::any_of(t.parts.begin(), t.parts.end(), [](auto part) { return part.size() > 4; });
    return group && !long_part && t.parts[0].size() <= 3 && measured(w, i);
  }

  // Does a currency stand before the number, or a unit, a percent sign, a scale or a noun behind it?
  bool measured(const WordView& w, At i) const {
    for (const char32_t sign : {U'$', U'£', U'€', U'₹'})
      if (w.mark(i - 1, sign)) return true;
    if (w.glued(i + 1)) return w.mark(i + 1, '%');
    if (!w.word(i + 1)) return false;
    return w.in(i + 1, WordClass::number_word) || w.is(i + 1, "percent") || w.is(i + 1, "per") ||
           (!w.in(i + 1, WordClass::np_stop) && !w.capital(i + 1) && looks_plural(w.text(i + 1)));
  }

  // In brackets, behind a slash, a hyphen, a letter or another number: a citation, a case, a version, a coordinate.
  static bool part_of_other(const WordView& w, At i) {
    if (w.glued(i) && w.inside(i - 1) &&
        (w.word(i - 1) || w.number(i - 1) || w.dash(i - 1) || w.mark(i - 1, '/') || w.mark(i - 1, '[') ||
         w.mark(i - 1, '#') || w.mark(i - 1, ':')))
      return true;
    if (w.glued(i + 1) && (w.mark(i + 1, ']') || w.mark(i + 1, '/') || w.mark(i + 1, ':') || w.mark(i + 1, 0xB0)))
      return true;
    return w.any(i - 1, {"version", "versions", "section", "v", "no", "number", "nos", "case", "chapter", "chapters",
                         "pages", "page", "verses", "lines", "rows", "references", "refs", "ref"});
  }

  bool lakhs() {
    if (!lakhs_) lakhs_ = counts_in_lakhs(facts_);
    return *lakhs_;
  }

  void tell(std::size_t p, const WordView& w, WordRange words, const std::vector<std::string>& readings) {
    suspect_ = true;
    const Span span = w.paragraph().span(words);
    std::string list;
    for (const std::string& r : readings) list += (list.empty() ? "" : " or ") + r;
    const std::string said = w.paragraph().text(words);
    auto added = report_.add(p, span, fmt::format("{} is no well-formed number: {}?", said, list));
    for (const std::string& r : readings) added.fix(fmt::format("Replace with {}", r), {{p, span, r}});
    if (w[words.first].has(Word::in_quotation)) added.at_most(Severity::information);
  }

  bool indian_;
  std::optional<bool> lakhs_;
  bool suspect_ = false;  // the paragraph has a number that may be malformed by what the rest of the draft is like
  const Facts& facts_;
  Report& report_;
};

}  // namespace

Check number_malformed(const Options& options) {
  const bool indian_grouping = options.flag("indian_grouping");
  return [=](const Facts& facts, const Sources&, Report& report) {
    return Pass{[malformed = Malformed(indian_grouping, facts, report)](std::size_t p) mutable {
      return malformed.paragraph(p);
    }};
  };
}

}  // namespace stet::rules
