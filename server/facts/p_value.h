#pragma once
// p-values of the usual tests, from Boost.Math's distributions.
#include <cstdint>
#include <optional>

namespace stet {

enum class Statistic : std::uint8_t { t, f, r, chi2, z, q };

// The probability of a statistic at least as far out: two-tailed for t, r and z, the upper tail for F, χ² and Q
// (Cochran's, distributed as χ²). `df2` is F's second. nullopt for what has no such probability (no degrees of freedom,
// a correlation of 1 or more, a number without end).
std::optional<double> p_value(Statistic statistic, double value, double df1, double df2 = 0);

}  // namespace stet
