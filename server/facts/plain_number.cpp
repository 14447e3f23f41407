#include "facts/plain_number.h"

#include <fmt/format.h>

#include <cmath>

#include "facts/digits.h"

namespace stet {

std::string plain_number(double value, int most_decimals) {
  if (!std::isfinite(value)) return value > 0 ? "∞" : "−∞";
  if (std::abs(value) >= 1e15) return fmt::format("{:.6g}", value);
  std::string s = fmt::format("{:.{}f}", std::abs(value), most_decimals);
  if (s.find('.') != std::string::npos) {
    while (s.back() == '0') s.pop_back();
    if (s.back() == '.') s.pop_back();
  }
  const std::size_t point = std::min(s.find('.'), s.size());
  if (point > 4)
    for (std::size_t i = point; i > 3;) {
      i -= 3;
      s.insert(i, 1, ',');
    }
  return (value < 0 && s != "0" ? "−" : "") + s;
}

int decimals_shown(const Figure& f) {
  if (f.rounding <= 0 || f.rounding >= .5) return 0;
  return static_cast<int>(std::lround(-std::log10(2 * f.rounding)));
}

const Word* sole_digits(const Paragraph& paragraph, const Figure& f) {
  const Word* found = nullptr;
  for (std::uint32_t i = f.words.first; i < f.words.last; ++i) {
    const Word& word = paragraph.words[i];
    if (word.kind != WordKind::number) continue;
    if (found) return nullptr;
    found = &word;
  }
  if (!found || !f.value) return nullptr;
  const auto digits = read_digits(paragraph.text(*found), Locale::en_us);
  return digits && digits->value == std::abs(*f.value) ? found : nullptr;
}

}  // namespace stet
