#include <cmath>

#include "facts/digits.h"
#include "facts/number_reader.h"

namespace stet {

using Kind = NumberWord::Kind;
using At = WordView::At;

std::optional<Number> NumberReader::words_first() {
  n_.in_words = true;
  const bool article = w_.any(at_, {"a", "an"});
  const At first = at_ + (article ? 1 : 0);
  const auto w = word(first);
  if (!w) return std::nullopt;
  if (w->kind == Kind::part) return part_first(first, *w, article);
  if (w->kind == Kind::ordinal) return ordinal_first(first, *w, article);
  if (w->kind == Kind::couple || w->kind == Kind::few) {
    if (w->kind == Kind::couple && !article) return std::nullopt;
    at_ = first + 1;
    if (w->kind == Kind::few) n_.vague = {{3, 5}};
    n_.value = w->value;
    return done();
  }
  const std::string letters = w_.lower(first);
  if (is_plural_scale(letters)) return plural_scale(first, *w, article);
  // one one-hundredth, one one hundred and fifth
  if (w->value == 1 && w->kind == Kind::digit && w_.is(first + 1, "one")) {
    const auto below = NumberReader(w_, first + 1, Beside::nothing).read();
    if (below && below->ordinal && below->value >= 100) {
      at_ = below->words.last;
      n_.value = 1 / below->value;
      n_.fraction = true;
      return done();
    }
  }
  if (article && (w->kind == Kind::digit || w->kind == Kind::teen || w->kind == Kind::ten)) return std::nullopt;
  at_ = first;
  cardinal(w->kind == Kind::hundred || w->kind == Kind::scale || w->kind == Kind::dozen ? 1 : 0);
  if (point_words()) {
    scales();
    return done();
  }
  if (ordinal_end()) return done();
  if (fraction_end() || over()) {
    scales_after_fraction();
    return done();
  }
  and_part();
  return done();
}

// "dozens", "hundreds of": an interval.
std::optional<Number> NumberReader::plural_scale(At first, const NumberWord& w, bool article) {
  if (article) return std::nullopt;
  at_ = first + 1;
  const double low = w.kind == Kind::dozen ? 24 : w.value;
  double high = w.kind == Kind::dozen ? 99 : w.value * (w.value == 100 ? 10 : 1000) - 1;
  double factor = 1;
  while (w_.is(at_, "of") && word(at_ + 1) && is_plural_scale(w_.lower(at_ + 1))) {
    factor *= word(at_ + 1)->value;
    at_ += 2;
  }
  n_.vague = {{low * factor, high * factor}};
  n_.value = low * factor;
  return done();
}

// Whole numbers in words from at_; `start` 1 where the first word is a scale ("a hundred").
void NumberReader::cardinal(double start) {
  double total = 0, group = start;
  double last_scale = 1e18;
  Kind before = start > 0 ? Kind::digit : Kind::scale;
  bool any = false;
  for (At i = at_;;) {
    At k = i;
    bool joined = false;
    if (any && w_.dash_glued(k)) {
      ++k;
      joined = true;
    } else if (any && w_.is(k, "and")) {
      if (before != Kind::hundred && before != Kind::scale) break;
      ++k;
      joined = true;
    }
    const auto w = word(k);
    if (!w) {
      // "three hundred and 21"
      break;
    }
    if (joined && w_.is(i, "and") && (w->kind == Kind::hundred || w->kind == Kind::scale)) break;
    if (joined && w_.is(i, "and") && proper_part(k)) break;
    if (w->kind == Kind::digit) {
      const bool after_ten = before == Kind::ten && w->value > 0;
      if (any && !after_ten && before != Kind::hundred && before != Kind::scale) break;
      if (w->value == 0 && any) break;
      group += w->value;
    } else if (w->kind == Kind::teen || w->kind == Kind::ten) {
      tens_ = w->kind == Kind::ten && !(joined && w_.is(i, "and")) ? w->value : 0;
      before_tens_ = total + group;
      if (any && before == Kind::digit && group >= 1 && group < 10 && total == 0 && w->kind == Kind::ten) {
        group = group * 100 + w->value;  // one twenty two
      } else if (any && before != Kind::hundred && before != Kind::scale) {
        break;
      } else {
        group += w->value;
      }
    } else if (w->kind == Kind::hundred) {
      if (any && (before == Kind::hundred || group >= 100)) break;
      if (is_plural_scale(w_.lower(k))) break;
      group = (group > 0 ? group : 1) * 100;
    } else if (w->kind == Kind::scale) {
      if (any && before == Kind::scale && group == 0) {
        total *= w->value;
        n_.scale *= w->value;
      } else if (w->value < last_scale) {
        total += (group > 0 ? group : 1) * w->value;
        n_.scale = w->value;
      } else {
        total = (total + group) * w->value;
        n_.scale = w->value;
      }
      group = 0;
      last_scale = w->value;
    } else if (w->kind == Kind::dozen) {
      if (total > 0 || group == 0 || before == Kind::dozen) break;
      group *= 12;
      before = w->kind;
      at_ = i = k + 1;
      break;
    } else {
      break;
    }
    if (w->kind != Kind::ten) tens_ = 0;
    before = w->kind;
    any = true;
    at_ = i = k + 1;
  }
  n_.value = total + group;
  if (n_.scale > 1 && group == 0) n_.rounding = .5 * n_.scale;
  if (w_.is(at_, "and") && w_.number(at_ + 1) && n_.scale <= 1 && group >= 100 && std::fmod(group, 100) == 0) {
    const auto rest = read_digits(w_.text(at_ + 1), Locale::en_us);
    if (rest && !rest->decimal && rest->value < 100) {
      n_.value += rest->value;
      at_ += 2;
    }
  }
}

// "three fifths", "fifty-four hundredths" after "and": less than one, a fraction of its own. "Thirty fifths" is not.
std::optional<NumberReader::Part> NumberReader::proper_part(At i) const {
  const auto first = word(i);
  if (!first || (first->kind != Kind::digit && first->kind != Kind::teen && first->kind != Kind::ten))
    return std::nullopt;
  double above = first->value;
  At k = w_.hyphen(i + 1) ? i + 2 : i + 1;
  auto next = word(k);
  if (first->kind == Kind::ten && next && next->kind == Kind::digit) {
    above += next->value;
    k = w_.hyphen(k + 1) ? k + 2 : k + 1;
    next = word(k);
  }
  if (!next || next->kind != Kind::part || above >= next->value || above <= 0) return std::nullopt;
  return Part{above / next->value, k + 1};
}

// "naught point five", "three point two"
bool NumberReader::point_words() {
  if (!w_.is(at_, "point")) return false;
  At k = at_ + 1;
  double place = .1, sum = 0;
  for (;; ++k) {
    const auto d = word(k);
    if (!d || d->kind != Kind::digit) break;
    sum += d->value * place;
    place /= 10;
  }
  if (k == at_ + 1) return false;
  n_.value += sum;
  n_.decimal = true;
  n_.rounding = place * 5;
  at_ = k;
  return true;
}

// "twenty-fifth", "two hundredth", "three trillionth"
bool NumberReader::ordinal_end() {
  At k = at_;
  const bool and_ = w_.is(k, "and");
  if (w_.dash_glued(k) || and_) ++k;
  const auto w = word(k);
  if (!w || w->kind != Kind::ordinal) return false;
  if (and_) {  // one hundred and fifth
    if (n_.value < 100 || std::fmod(n_.value, 100) != 0 || w->value >= 100) return false;
    n_.value += w->value;
    n_.ordinal = true;
    n_.rounding = 0;
    at_ = k + 1;
    return true;
  }
  const double last = std::fmod(n_.value, 100);
  // One hundred fifth; but a hundred first-graders and two hundred second homes are counted.
  const bool counted = w_.hyphen(k + 1) || (w_.word(k + 1) && looks_plural(w_.text(k + 1)));
  if (w->value < 100 && n_.value >= 100 && last == 0 && n_.value < 1000 && !counted) {
    n_.value += w->value;
    n_.ordinal = true;
    n_.rounding = 0;
    at_ = k + 1;
    return true;
  }
  if (w->value < 10 && tens_ > 0 && before_tens_ == 1) {  // one twenty-fifth
    n_.value = 1 / (tens_ + w->value);
    n_.fraction = true;
    at_ = k + 1;
    return true;
  }
  if (w->value < 10 && last >= 20 && std::fmod(last, 10) == 0) n_.value += w->value;
  else if (w->value >= 100) n_.value *= w->value;
  else return false;
  n_.ordinal = true;
  n_.rounding = 0;
  at_ = k + 1;
  return true;
}

// "two-thirds", "five eighths", "one fifth"
bool NumberReader::fraction_end() {
  At k = at_;
  if (w_.hyphen(k)) ++k;
  const auto w = word(k);
  if (!w || n_.value < 1) return false;
  const bool plural = w->kind == Kind::part;
  // one hundred thirty-fifths, twenty twenty-fifths
  if (w->kind == Kind::ten) {
    At part = k + 1;
    if (w_.dash_glued(part)) ++part;
    const auto below = word(part);
    if (!below || below->kind != Kind::part || below->value >= 10) return false;
    n_.value /= w->value + below->value;
    n_.fraction = true;
    at_ = part + 1;
    return true;
  }
  if (plural && w->value > 2 && w->value < 10 && tens_ > 0 && before_tens_ > 0) {
    n_.value = before_tens_ / (tens_ + w->value);
    n_.fraction = true;
    at_ = k + 1;
    return true;
  }
  const bool singular_part = w->kind == Kind::ordinal && n_.value == 1 && w->value > 2;
  if (!plural && !singular_part) return false;
  if (w->value == 4 && w_.is(k, "quarter") && n_.value != 1) return false;
  if (w_.is(k, "quarters") && !w_.any(k + 1, {"of", "hour"}) && !w_.hyphen(at_) && n_.value != 3) return false;
  n_.value /= w->value;
  n_.fraction = true;
  at_ = k + 1;
  return true;
}

// "one over 3", "one in five", "two out of three": see also digits in figure_ratio.
bool NumberReader::over() {
  if (!w_.is(at_, "over") || n_.value < 1) return false;
  const auto below = NumberReader(w_, at_ + 1, Beside::nothing).read();
  if (!below || below->value <= n_.value || below->decimal || !w_.clause_end(below->words.last)) return false;
  n_.value /= below->value;
  n_.fraction = true;
  at_ = below->words.last;
  return true;
}

void NumberReader::scales_after_fraction() {
  At k = at_;
  if (w_.is(k, "of") && w_.any(k + 1, {"a", "one"})) k += 2;
  const auto s = word(k);
  if (s && s->kind == Kind::scale && !is_plural_scale(w_.lower(k))) {
    scale_by(s->value);
    n_.fraction = false;
    at_ = k + 1;
  }
}

// half, a quarter, half a million, half a dozen
std::optional<Number> NumberReader::part_first(At first, const NumberWord& w, bool article) {
  const std::string letters = w_.lower(first);
  if (letters != "half" && letters != "quarter") return std::nullopt;
  at_ = first + 1;
  n_.value = 1 / w.value;
  n_.fraction = true;
  At k = at_;
  if (w_.is(k, "of")) ++k;
  if (w_.any(k, {"a", "an", "one"})) ++k;
  if (w_.hyphen(k)) ++k;
  const auto s = word(k);
  if (s && (s->kind == Kind::scale || s->kind == Kind::dozen) && !is_plural_scale(w_.lower(k))) {
    n_.value *= s->value;
    n_.scale = s->kind == Kind::scale ? s->value : 1;
    n_.rounding = s->kind == Kind::scale ? .05 * s->value : 0;
    n_.fraction = false;
    at_ = k + 1;
  } else if (letters == "quarter" && !w_.is(at_, "of") && !article) {
    return std::nullopt;
  }
  return done();
}

// first, the third; a fifth of
std::optional<Number> NumberReader::ordinal_first(At first, const NumberWord& w, bool article) {
  at_ = first + 1;
  n_.value = w.value;
  if (article && w.value > 2 && (w_.is(at_, "of") || w_.clause_end(at_))) {
    n_.value = 1 / w.value;
    n_.fraction = true;
    return done();
  }
  if (w_.is(at_, "of") && w_.any(at_ + 1, {"a", "an"}) && w.value > 2) {
    n_.value = 1 / w.value;
    n_.fraction = true;
    begin_ = first;
    return done();
  }
  begin_ = first;
  n_.ordinal = true;
  return done();
}

}  // namespace stet
