#pragma once
// The reader behind read_number; in two files: digits (figure_number.cpp) and letters (number_in_words.cpp).
#include <optional>

#include "facts/figure_number.h"
#include "facts/number_words.h"

namespace stet {

class NumberReader {
  using Kind = NumberWord::Kind;
  using At = WordView::At;

 public:
  NumberReader(const WordView& words, At i, Beside before) : w_(words), begin_(i), at_(i), before_(before) {}
  std::optional<Number> read();

 private:
  std::optional<NumberWord> word(At i) const;
  std::optional<Number> done();
  std::optional<Number> point_first();
  std::optional<Number> digits_first();
  void spaced_groups();
  std::uint32_t gap(At i) const;
  bool exponent();
  bool power();
  std::optional<int> raised(At& i) const;
  bool slash();
  void mixed();
  void scale_by(double factor);
  void scales();
  void and_part();
  void and_half_scale(double share, At end);
  bool at_noun(At i) const;
  // ---- numbers in letters
  std::optional<Number> words_first();
  std::optional<Number> plural_scale(At first, const NumberWord& w, bool article);
  void cardinal(double start);
  struct Part {
    double share;
    At end;
  };
  std::optional<Part> proper_part(At i) const;
  bool point_words();
  bool ordinal_end();
  bool fraction_end();
  bool over();
  void scales_after_fraction();
  std::optional<Number> part_first(At first, const NumberWord& w, bool article);
  std::optional<Number> ordinal_first(At first, const NumberWord& w, bool article);
  const WordView& w_;
  double tens_ = 0, before_tens_ = 0;  // of a cardinal that ends in a ten: "thirty" and the hundred before it
  At begin_, at_;
  Beside before_;
  Number n_;
};

}  // namespace stet
