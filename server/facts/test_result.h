#pragma once
// Test results as the American Psychological Association writes them: t(28) = 2.20, p = .036.
#include <optional>
#include <span>
#include <vector>

#include "facts/figure.h"
#include "facts/p_value.h"
#include "facts/signed_number.h"

namespace stet {

// "p = .03", "p < .001": `sign` is '<', '=' or '>' (≤ and ≥ count as < and >).
struct StatedP {
  WordRange words;  // from the letter
  char sign = '=';
  double value = 0, rounding = 0;
};

struct TestResult {
  WordRange words;  // of the statistic, from its letter to its value
  Statistic statistic = Statistic::t;
  double df1 = 0, df2 = 0;
  double value = 0, rounding = 0;
  bool corrected_df = false;  // degrees of freedom of F with decimals: Greenhouse-Geisser and the like
  StatedP p;
};

// The p-value whose number is `f`; nullopt where no "p" and sign stand before it.
std::optional<StatedP> stated_p(const WordView& words, const Figure& f);

// The results of a paragraph, by its figures.
std::vector<TestResult> find_test_results(const WordView& words, std::span<const Figure> figures);

}  // namespace stet
