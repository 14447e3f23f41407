#pragma once
// Words that say a number. English numerals as in Quirk et al., A Comprehensive Grammar of the English Language, 6.63
// to 6.67; lakh and crore from the Indian numbering system; abbreviations of scales as the AP and Guardian style books
// and financial wires write them.
#include <cstdint>
#include <optional>
#include <string_view>

namespace stet {

struct NumberWord {
  enum class Kind : std::uint8_t {
    digit,  // zero to nine
    teen,   // ten to nineteen
    ten,    // twenty to ninety
    hundred,
    scale,  // thousand, million, lakh …
    dozen,
    couple,   // only after "a"
    few,      // only after "a"
    ordinal,  // first, twentieth, hundredth: also the name of a part ("a fifth")
    part,     // half, quarter, thirds, fifths: the name of a part alone
  };
  Kind kind;
  double value;  // of a part or ordinal: its denominator or rank
};

// In ASCII small letters; nullopt for other words. Plurals of scales ("millions") are `scale`, too: see
// is_plural_scale.
std::optional<NumberWord> number_word(std::string_view small);
bool is_plural_scale(std::string_view small);  // dozens, hundreds, thousands, millions …

// k, m, bn … written after digits; `m`, `b`, `t` and `l` mean other things as well, so those are only read where money
// or a counted noun stands beside them.
struct ScaleSuffix {
  double factor;
  bool ambiguous;
};
std::optional<ScaleSuffix> scale_suffix(std::string_view letters);

}  // namespace stet
