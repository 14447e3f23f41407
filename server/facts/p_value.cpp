#include "facts/p_value.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace stet {

namespace {

namespace policies = boost::math::policies;

// Nothing that a draft can say may throw; what cannot be computed comes back as no number.
using Quiet =
    policies::policy<policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
                     policies::overflow_error<policies::ignore_error>,
                     policies::underflow_error<policies::ignore_error>,
                     policies::evaluation_error<policies::ignore_error>,
                     policies::rounding_error<policies::ignore_error>, policies::promote_double<false>>;

// Beyond these a series may take its time, and no study goes there.
constexpr double most_df = 1e7, most_value = 1e6;

double upper_tail(Statistic statistic, double value, double df1, double df2) {
  using namespace boost::math;
  switch (statistic) {
    case Statistic::t: return 2 * cdf(complement(students_t_distribution<double, Quiet>(df1), value));
    case Statistic::f: return cdf(complement(fisher_f_distribution<double, Quiet>(df1, df2), value));
    case Statistic::chi2:
    case Statistic::q: return cdf(complement(chi_squared_distribution<double, Quiet>(df1), value));
    case Statistic::z: return 2 * cdf(complement(normal_distribution<double, Quiet>(0, 1), value));
    case Statistic::r: break;
  }
  return 2;
}

}  // namespace

std::optional<double> p_value(Statistic statistic, double value, double df1, double df2) {
  if (statistic == Statistic::r) {
    if (std::abs(value) >= 1) return std::nullopt;
    value *= std::sqrt(df1 / (1 - value * value));
    statistic = Statistic::t;
  }
  value = std::abs(value);
  if (!(value <= most_value)) return std::nullopt;
  if (statistic != Statistic::z && !(df1 > 0 && df1 <= most_df)) return std::nullopt;
  if (statistic == Statistic::f && !(df2 > 0 && df2 <= most_df)) return std::nullopt;
  const double p = upper_tail(statistic, value, df1, df2);
  if (!(p >= 0 && p <= 1)) return std::nullopt;
  return p;
}

}  // namespace stet
