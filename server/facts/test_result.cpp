#include "facts/test_result.h"

#include <span>

namespace stet {

namespace {

using At = WordView::At;

std::optional<char> sign_at(const WordView& w, At i) {
  if (w.mark(i, '=')) return '=';
  if (w.mark(i, '<') || w.mark(i, 0x2264)) return '<';
  if (w.mark(i, '>') || w.mark(i, 0x2265)) return '>';
  return std::nullopt;
}

struct Letter {
  At first;
  Statistic statistic;
};

// The statistic's letter that ends before `end`: t, F, r, z, Q, χ2, χ², chi-square.
std::optional<Letter> letter_before(const WordView& w, At end) {
  const At i = end - 1;
  const std::string_view t = w.text(i);
  if (t == "t") return Letter{i, Statistic::t};
  if (t == "F") return Letter{i, Statistic::f};
  if (t == "r") return Letter{i, Statistic::r};
  if (t == "z" || t == "Z") return Letter{i, Statistic::z};
  if (t == "Q") return Letter{i, Statistic::q};
  if (t.starts_with("\xCF\x87") || t == "X2" || t == "X\xC2\xB2" || t == "chi2") return Letter{i, Statistic::chi2};
  if ((t == "2" || t == "\xC2\xB2") && (w.text(i - 1) == "\xCF\x87" || w.text(i - 1) == "X"))
    return Letter{i - 1, Statistic::chi2};
  if ((t == "square" || t == "squared") && w.is(i - 2, "chi")) return Letter{i - 2, Statistic::chi2};
  return std::nullopt;
}

// "1,38": two numbers, though it looks like one.
bool unspaced_degrees(std::string_view text, TestResult& r) {
  const auto comma = text.find(',');
  if (comma == text.npos || text.size() > 12) return false;
  const auto whole = [](std::string_view digits) {
    double n = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return 0.;
      n = 10 * n + (c - '0');
    }
    return n;
  };
  r.df1 = whole(text.substr(0, comma));
  r.df2 = whole(text.substr(comma + 1));
  return r.df1 > 0 && r.df2 > 0;
}

// What stands in the brackets: "28", "1, 28", "2, N = 170".
bool degrees(const WordView& w, At open, At close, TestResult& r) {
  if (r.statistic == Statistic::f && open + 2 == close) return unspaced_degrees(w.text(open + 1), r);
  const auto first = read_signed(w, open + 1);
  if (!first) return false;
  r.df1 = first->value;
  r.corrected_df = r.statistic == Statistic::f && first->decimal;
  At i = first->words.last;
  if (i == close) return r.statistic != Statistic::f;
  if (!w.mark(i, ',') && !w.mark(i, ';')) return false;
  if (w.any(i + 1, {"n"})) return r.statistic == Statistic::chi2;
  const auto second = read_signed(w, i + 1);
  if (!second || second->words.last != close || r.statistic != Statistic::f) return false;
  r.df2 = second->value;
  r.corrected_df = r.corrected_df || second->decimal;
  return true;
}

// The statistic that ends before `end`, where a comma and the p-value follow.
std::optional<TestResult> statistic_before(const WordView& w, At end) {
  At equals = end - 1;
  for (int n = 0; n < 4 && !w.mark(equals, '='); ++n) --equals;
  if (!w.mark(equals, '=')) return std::nullopt;
  const auto value = read_signed(w, equals + 1);
  if (!value || value->words.last != end) return std::nullopt;
  TestResult r;
  r.value = value->value;
  r.rounding = value->rounding;
  At open = equals;
  if (w.mark(equals - 1, ')') || w.mark(equals - 1, ']')) {
    open = equals - 2;
    for (int n = 0; n < 9 && !(w.mark(open, '(') || w.mark(open, '[')); ++n) --open;
    if (!w.mark(open, '(') && !w.mark(open, '[')) return std::nullopt;
  }
  const auto letter = letter_before(w, open);
  if (!letter) return std::nullopt;
  r.statistic = letter->statistic;
  r.words = {letter->first, end};
  if (open == equals) return r.statistic == Statistic::z ? std::optional(r) : std::nullopt;
  if (r.statistic == Statistic::z || !degrees(w, open, equals - 1, r)) return std::nullopt;
  return r;
}

}  // namespace

std::optional<StatedP> stated_p(const WordView& w, const Figure& f) {
  const At i = f.words.first;
  if (i < 2 || !w.inside(i - 2) || !w.is(i - 2, "p") || !f.value) return std::nullopt;
  const auto sign = sign_at(w, i - 1);
  if (!sign || *f.value < 0 || *f.value > 1) return std::nullopt;
  return StatedP{{i - 2, f.words.last}, *sign, *f.value, f.rounding};
}

std::vector<TestResult> find_test_results(const WordView& w, std::span<const Figure> figures) {
  std::vector<TestResult> results;
  for (const Figure& f : figures) {
    const auto p = stated_p(w, f);
    if (!p || p->words.first < 2) continue;
    const At comma = p->words.first - 1;
    if (!w.mark(comma, ',') && !w.mark(comma, ';')) continue;
    auto result = statistic_before(w, comma);
    if (!result) continue;
    result->p = *p;
    results.push_back(*result);
  }
  return results;
}

}  // namespace stet
