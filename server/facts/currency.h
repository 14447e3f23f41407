#pragma once
// Currencies and how they are written before and after an amount. Codes from ISO 4217 (maintenance agency's list one,
// 2024).
#include <optional>
#include <string>

#include "facts/word_view.h"

namespace stet {

struct CurrencyRead {
  WordRange words;
  std::string code;  // ISO 4217; "USD?" and the like where only a shared name is said (a bare $, "francs")
  double unit = 1;   // of the main unit: 0.01 for cents
};

// US$, $, C$, £, €, CAD, Rs, with the words that write it, ending where the amount begins.
std::optional<CurrencyRead> currency_before(const WordView& words, std::uint32_t amount);
// dollars, Canadian dollars, US cents, p, EUR, beginning at `i`.
std::optional<CurrencyRead> currency_after(const WordView& words, std::uint32_t i);

bool is_currency_code(std::string_view code);

}  // namespace stet
