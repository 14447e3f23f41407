#include "facts/number_words.h"

#include <unordered_map>

namespace stet {

namespace {

using Kind = NumberWord::Kind;

const std::unordered_map<std::string_view, NumberWord>& table() {
  static const std::unordered_map<std::string_view, NumberWord> words{
      {"zero", {Kind::digit, 0}},
      {"naught", {Kind::digit, 0}},
      {"nought", {Kind::digit, 0}},
      {"one", {Kind::digit, 1}},
      {"two", {Kind::digit, 2}},
      {"three", {Kind::digit, 3}},
      {"four", {Kind::digit, 4}},
      {"five", {Kind::digit, 5}},
      {"six", {Kind::digit, 6}},
      {"seven", {Kind::digit, 7}},
      {"eight", {Kind::digit, 8}},
      {"nine", {Kind::digit, 9}},
      {"ten", {Kind::teen, 10}},
      {"eleven", {Kind::teen, 11}},
      {"twelve", {Kind::teen, 12}},
      {"thirteen", {Kind::teen, 13}},
      {"fourteen", {Kind::teen, 14}},
      {"fifteen", {Kind::teen, 15}},
      {"sixteen", {Kind::teen, 16}},
      {"seventeen", {Kind::teen, 17}},
      {"eighteen", {Kind::teen, 18}},
      {"nineteen", {Kind::teen, 19}},
      {"twenty", {Kind::ten, 20}},
      {"thirty", {Kind::ten, 30}},
      {"forty", {Kind::ten, 40}},
      {"fifty", {Kind::ten, 50}},
      {"sixty", {Kind::ten, 60}},
      {"seventy", {Kind::ten, 70}},
      {"eighty", {Kind::ten, 80}},
      {"ninety", {Kind::ten, 90}},
      {"hundred", {Kind::hundred, 100}},
      {"thousand", {Kind::scale, 1e3}},
      {"million", {Kind::scale, 1e6}},
      {"mln", {Kind::scale, 1e6}},
      {"billion", {Kind::scale, 1e9}},
      {"bln", {Kind::scale, 1e9}},
      {"trillion", {Kind::scale, 1e12}},
      {"tln", {Kind::scale, 1e12}},
      {"quadrillion", {Kind::scale, 1e15}},
      {"lakh", {Kind::scale, 1e5}},
      {"lac", {Kind::scale, 1e5}},
      {"lkh", {Kind::scale, 1e5}},
      {"crore", {Kind::scale, 1e7}},
      {"krore", {Kind::scale, 1e7}},
      {"koti", {Kind::scale, 1e7}},
      {"cr", {Kind::scale, 1e7}},
      {"hundreds", {Kind::hundred, 100}},
      {"thousands", {Kind::scale, 1e3}},
      {"millions", {Kind::scale, 1e6}},
      {"billions", {Kind::scale, 1e9}},
      {"trillions", {Kind::scale, 1e12}},
      {"lakhs", {Kind::scale, 1e5}},
      {"crores", {Kind::scale, 1e7}},
      {"krores", {Kind::scale, 1e7}},
      {"dozen", {Kind::dozen, 12}},
      {"doz", {Kind::dozen, 12}},
      {"dozs", {Kind::dozen, 12}},
      {"dz", {Kind::dozen, 12}},
      {"dzs", {Kind::dozen, 12}},
      {"dozens", {Kind::dozen, 12}},
      {"couple", {Kind::couple, 2}},
      {"few", {Kind::few, 3}},
      {"half", {Kind::part, 2}},
      {"halves", {Kind::part, 2}},
      {"quarter", {Kind::part, 4}},
      {"quarters", {Kind::part, 4}},
      {"thirds", {Kind::part, 3}},
      {"fourths", {Kind::part, 4}},
      {"fifths", {Kind::part, 5}},
      {"sixths", {Kind::part, 6}},
      {"sevenths", {Kind::part, 7}},
      {"eighths", {Kind::part, 8}},
      {"ninths", {Kind::part, 9}},
      {"tenths", {Kind::part, 10}},
      {"hundredths", {Kind::part, 100}},
      {"thousandths", {Kind::part, 1000}},
      {"millionths", {Kind::part, 1e6}},
      {"billionths", {Kind::part, 1e9}},
      {"trillionths", {Kind::part, 1e12}},
      {"first", {Kind::ordinal, 1}},
      {"second", {Kind::ordinal, 2}},
      {"third", {Kind::ordinal, 3}},
      {"fourth", {Kind::ordinal, 4}},
      {"fifth", {Kind::ordinal, 5}},
      {"sixth", {Kind::ordinal, 6}},
      {"seventh", {Kind::ordinal, 7}},
      {"eighth", {Kind::ordinal, 8}},
      {"ninth", {Kind::ordinal, 9}},
      {"tenth", {Kind::ordinal, 10}},
      {"eleventh", {Kind::ordinal, 11}},
      {"twelfth", {Kind::ordinal, 12}},
      {"thirteenth", {Kind::ordinal, 13}},
      {"fourteenth", {Kind::ordinal, 14}},
      {"fifteenth", {Kind::ordinal, 15}},
      {"sixteenth", {Kind::ordinal, 16}},
      {"seventeenth", {Kind::ordinal, 17}},
      {"eighteenth", {Kind::ordinal, 18}},
      {"nineteenth", {Kind::ordinal, 19}},
      {"twentieth", {Kind::ordinal, 20}},
      {"thirtieth", {Kind::ordinal, 30}},
      {"fortieth", {Kind::ordinal, 40}},
      {"fiftieth", {Kind::ordinal, 50}},
      {"sixtieth", {Kind::ordinal, 60}},
      {"seventieth", {Kind::ordinal, 70}},
      {"eightieth", {Kind::ordinal, 80}},
      {"ninetieth", {Kind::ordinal, 90}},
      {"hundredth", {Kind::ordinal, 100}},
      {"thousandth", {Kind::ordinal, 1e3}},
      {"millionth", {Kind::ordinal, 1e6}},
      {"billionth", {Kind::ordinal, 1e9}},
      {"trillionth", {Kind::ordinal, 1e12}},
  };
  return words;
}

}  // namespace

std::optional<NumberWord> number_word(std::string_view small) {
  const auto it = table().find(small);
  if (it == table().end()) return std::nullopt;
  return it->second;
}

bool is_plural_scale(std::string_view small) {
  const auto word = number_word(small);
  return word && small.back() == 's' && word->kind != Kind::digit && word->kind != Kind::part;
}

std::optional<ScaleSuffix> scale_suffix(std::string_view letters) {
  static const std::unordered_map<std::string_view, ScaleSuffix> suffixes{
      {"k", {1e3, false}},  {"K", {1e3, false}},   {"M", {1e6, false}},    {"mn", {1e6, false}}, {"mil", {1e6, true}},
      {"MM", {1e6, false}}, {"mio", {1e6, false}}, {"bn", {1e9, false}},   {"Bn", {1e9, false}}, {"BN", {1e9, false}},
      {"B", {1e9, false}},  {"tn", {1e12, false}}, {"trn", {1e12, false}}, {"T", {1e12, true}},  {"m", {1e6, true}},
      {"b", {1e9, true}},   {"t", {1e12, true}},
  };
  const auto it = suffixes.find(letters);
  if (it == suffixes.end()) return std::nullopt;
  return it->second;
}

}  // namespace stet
