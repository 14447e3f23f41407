#pragma once
// Approximators: the words that make a figure's interval wider than its digits.
#include "facts/figure.h"
#include "facts/word_view.h"

namespace stet {

struct HedgeRead {
  WordRange words;  // empty where there is none
  Figure::Hedge hedge = Figure::Hedge::none;
};

// Before `figure` ("nearly", "more than", "an estimated", ">"), else after it ("or more", "or so").
HedgeRead read_hedge(const WordView& words, WordRange figure);

// The interval of a hedged value (catalogue of figure identity): nearly, up to [0.9 v, v]; more than, at least
// [v, 1.15 v]; about [0.9 v, 1.1 v]; less than (-inf, v]. Without a hedge `meant` itself.
std::pair<double, double> hedged(Figure::Hedge hedge, double value, std::pair<double, double> meant);

}  // namespace stet
