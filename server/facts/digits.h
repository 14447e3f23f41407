#pragma once
// A number written in digits, one token: "1,600", "3.5", "12,34,567.89", "١٬٦٠٠", "2½".
#include <optional>
#include <string_view>

#include "prose/context.h"

namespace stet {

struct Digits {
  double value = 0;      // always finite
  double rounding = 0;   // half a unit of the last digit after the decimal point; 0 for whole numbers
  int whole_digits = 0;  // digits before the point
  bool grouped = false;  // separators of thousands were written
  bool decimal = false;
  bool padded = false;  // begins with a 0 that says nothing: 007
};

// nullopt where the token is not one number (10.0.0.1, 1,2,3) or is too large for a double. A comma with other than
// three digits after it is a decimal comma ("5,00"); with three it groups, a point with three is decimal: English.
// Locale::other reads "1.600" as one thousand six hundred.
std::optional<Digits> read_digits(std::string_view token, Locale locale);

}  // namespace stet
