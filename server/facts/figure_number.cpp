#include "facts/figure_number.h"

#include <cmath>

#include "facts/digits.h"
#include "facts/number_words.h"

namespace stet {

namespace {

using Kind = NumberWord::Kind;
using At = WordView::At;

class NumberReader {
 public:
  NumberReader(const WordView& words, At i, Beside before) : w_(words), begin_(i), at_(i), before_(before) {}

  std::optional<Number> read() {
    if (w_.mark(at_, '.') && w_.number(at_ + 1) && w_.glued(at_ + 1)) return point_first();
    if (w_.number(at_)) return digits_first();
    return words_first();
  }

 private:
  std::optional<NumberWord> word(At i) const {
    if (!w_.word(i) || (!w_.in(i, WordClass::number_word) && !w_.is(i, "cr"))) return std::nullopt;
    return number_word(w_.lower(i));
  }

  std::optional<Number> done() {
    if (!std::isfinite(n_.value) || std::abs(n_.value) > 1e300) return std::nullopt;
    n_.words = {begin_, at_};
    return n_;
  }

  std::optional<Number> point_first() {
    const auto d = read_digits("0." + std::string(w_.text(at_ + 1)), Locale::en_us);
    if (!d) return std::nullopt;
    n_.value = d->value;
    n_.rounding = d->rounding;
    n_.decimal = true;
    at_ += 2;
    scales();
    return done();
  }

  std::optional<Number> digits_first() {
    const auto d = read_digits(w_.text(at_), w_.locale());
    if (!d || d->padded) return std::nullopt;
    n_.value = d->value;
    n_.rounding = d->rounding;
    n_.decimal = d->decimal;
    n_.grouped = d->grouped;
    ++at_;
    if (w_.glued(at_) && w_.any(at_, {"st", "nd", "rd", "th"})) {
      ++at_;
      n_.ordinal = true;
      return done();
    }
    if (!d->decimal && !d->grouped && d->whole_digits <= 3) spaced_groups();
    if (exponent()) return done();
    if (slash()) {
      scales();
      return done();
    }
    if (!d->decimal && w_.number(at_) && !w_.glued(at_) && w_.mark(at_ + 1, '/')) mixed();
    scales();
    and_part();
    return done();
  }

  // 40 000: groups of three digits after a space.
  void spaced_groups() {
    while (w_.number(at_) && !w_.glued(at_) && w_.text(at_).size() == 3 &&
           w_[at_].begin == w_[at_ - 1].end + gap(at_) && read_digits(w_.text(at_), Locale::en_us).has_value() &&
           !w_.mark(at_ + 1, '/')) {
      const auto d = read_digits(w_.text(at_), Locale::en_us);
      n_.value = n_.value * 1000 + d->value;
      n_.grouped = true;
      ++at_;
    }
  }

  // Bytes of the one space before word i: a plain one, or a no-break or thin one.
  std::uint32_t gap(At i) const {
    const std::string& letters = w_.paragraph().letters;
    const std::uint32_t from = w_[i - 1].end;
    if (letters.compare(from, 1, " ") == 0) return 1;
    if (letters.compare(from, 2, "\xC2\xA0") == 0) return 2;
    return 3;
  }

  // 1.3e6, 12e-1, 1e999.
  bool exponent() {
    if (!w_.glued(at_) || !w_.word(at_)) return false;
    const std::string letters = w_.lower(at_);
    if (letters.empty() || letters[0] != 'e') return false;
    std::string digits = letters.substr(1);
    At end = at_ + 1;
    double sign = 1;
    if (digits.empty()) {
      if (!(w_.hyphen(end) || w_.mark(end, '+')) || !w_.number(end + 1) || !w_.glued(end) || !w_.glued(end + 1))
        return false;
      sign = w_.hyphen(end) ? -1 : 1;
      digits = w_.text(end + 1);
      end += 2;
    }
    const auto d = read_digits(digits, Locale::en_us);
    if (!d || d->decimal || d->grouped) return false;
    const double factor = std::pow(10, sign * d->value);
    n_.value *= factor;
    n_.rounding *= factor;
    n_.decimal = true;
    at_ = end;
    return true;
  }

  // 3/4: a proper fraction.
  bool slash() {
    if (n_.decimal || !w_.mark(at_, '/') || !w_.glued(at_) || !w_.number(at_ + 1) || !w_.glued(at_ + 1)) return false;
    const auto d = read_digits(w_.text(at_ + 1), w_.locale());
    if (!d || d->decimal || d->padded || d->value <= n_.value || n_.value == 0) return false;
    n_.value /= d->value;
    n_.fraction = true;
    at_ += 2;
    return true;
  }

  // 2 1/4
  void mixed() {
    const auto up = read_digits(w_.text(at_), w_.locale());
    const auto down = read_digits(w_.text(at_ + 2), w_.locale());
    if (!w_.glued(at_ + 1) || !w_.glued(at_ + 2) || !w_.number(at_ + 2)) return;
    if (!up || !down || up->value >= down->value || down->value == 0 || down->value > 100) return;
    n_.value += up->value / down->value;
    n_.decimal = true;
    at_ += 3;
  }

  void scale_by(double factor) {
    n_.value *= factor;
    n_.rounding = n_.rounding > 0 ? n_.rounding * factor : (factor > 12 ? .5 * factor : 0);
    n_.scale *= factor;
  }

  // After digits: "1.6 billion", "$3m", "10k", "3 hundred and 21", "2 million 300 thousand".
  void scales() {
    const At from = at_;
    if (w_.word(at_)) {
      const auto suffix = scale_suffix(w_.text(at_));
      const bool near = w_.glued(at_) || before_ == Beside::currency || w_.text(at_).size() > 1;
      const bool counted = w_.glued(at_) && w_.word(at_ + 1) && looks_plural(w_.text(at_ + 1));
      if (suffix && near && (!suffix->ambiguous || before_ == Beside::currency || counted)) {
        scale_by(suffix->factor);
        ++at_;
        return;
      }
    }
    for (;;) {
      At i = at_;
      if (w_.hyphen(i) && w_.glued(i) && w_.glued(i + 1)) ++i;
      const auto s = word(i);
      if (!s) break;
      if (s->kind == Kind::dozen && at_ == from) {
        n_.value *= s->value;
        at_ = i + 1;
        break;
      }
      if (s->kind != Kind::hundred && s->kind != Kind::scale) break;
      scale_by(s->value);
      at_ = i + 1;
    }
    if (at_ == from || n_.decimal) return;
    const double scale = n_.scale;
    At i = at_;
    if (w_.is(i, "and")) ++i;
    if (!w_.number(i) && !word(i)) return;
    const auto rest = NumberReader(w_, i, Beside::nothing).read();
    if (!rest || rest->ordinal || rest->fraction || rest->decimal || rest->value >= scale || rest->value < 1) return;
    if (w_.number(i) && rest->scale <= 1 && i != at_ && scale > 100) return;
    if (i == at_ && w_.number(i) && rest->scale <= 1) return;
    n_.value += rest->value;
    n_.rounding = rest->rounding;
    at_ = rest->words.last;
  }

  // "and a half", "and three quarters", "and a third": added to what is read.
  void and_part() {
    if (!w_.is(at_, "and") && !(w_.hyphen(at_) && w_.is(at_ + 1, "and"))) return;
    At i = at_ + (w_.hyphen(at_) ? 2 : 1);
    if (w_.hyphen(i)) ++i;
    const bool article = w_.any(i, {"a", "an", "one"});
    if (article) ++i;
    if (w_.hyphen(i)) ++i;
    double share = 0;
    At end = i;
    const auto first = word(i);
    if (!first) return;
    if ((first->kind == Kind::part || (first->kind == Kind::ordinal && article && first->value > 2)) &&
        !(first->kind == Kind::ordinal && at_noun(i + 1))) {
      share = 1 / first->value;
      end = i + 1;
    } else if (first->kind == Kind::digit || first->kind == Kind::teen) {
      At k = i + 1;
      if (w_.hyphen(k)) ++k;
      const auto second = word(k);
      if (!second || second->kind != Kind::part) return;
      share = first->value / second->value;
      end = k + 1;
    } else {
      return;
    }
    if (first->kind == Kind::part && first->value > 2 && !article && !w_.any(end, {"hour", "hours", "of", "million"}))
      return;
    if (n_.scale > 1 && word(end) && word(end)->kind == Kind::scale) return and_half_scale(share, end);
    n_.value += share;
    n_.decimal = true;
    n_.rounding = 0;
    at_ = end;
    scales();
  }

  // "one billion and a half million"
  void and_half_scale(double share, At end) {
    n_.value += share * word(end)->value;
    at_ = end + 1;
  }

  bool at_noun(At i) const { return w_.word(i) && !w_.in(i, WordClass::np_stop); }

  // ---- numbers in letters

  std::optional<Number> words_first() {
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
  std::optional<Number> plural_scale(At first, const NumberWord& w, bool article) {
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
  void cardinal(double start) {
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
      if (w->kind == Kind::digit) {
        const bool after_ten = before == Kind::ten && w->value > 0;
        if (any && !after_ten && before != Kind::hundred && before != Kind::scale) break;
        if (w->value == 0 && any) break;
        group += w->value;
      } else if (w->kind == Kind::teen || w->kind == Kind::ten) {
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

  // "naught point five", "three point two"
  bool point_words() {
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
  bool ordinal_end() {
    At k = at_;
    if (w_.dash_glued(k)) ++k;
    const auto w = word(k);
    if (!w || w->kind != Kind::ordinal) return false;
    const double last = std::fmod(n_.value, 100);
    if (w->value < 10 && last >= 20 && std::fmod(last, 10) == 0) n_.value += w->value;
    else if (w->value >= 100) n_.value *= w->value;
    else return false;
    n_.ordinal = true;
    n_.rounding = 0;
    at_ = k + 1;
    return true;
  }

  // "two-thirds", "five eighths", "one fifth"
  bool fraction_end() {
    At k = at_;
    if (w_.hyphen(k)) ++k;
    const auto w = word(k);
    if (!w || n_.value < 1) return false;
    const bool plural = w->kind == Kind::part;
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
  bool over() {
    if (!w_.is(at_, "over") || n_.value < 1) return false;
    const auto below = NumberReader(w_, at_ + 1, Beside::nothing).read();
    if (!below || below->value <= n_.value || below->decimal || !w_.clause_end(below->words.last)) return false;
    n_.value /= below->value;
    n_.fraction = true;
    at_ = below->words.last;
    return true;
  }

  void scales_after_fraction() {
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
  std::optional<Number> part_first(At first, const NumberWord& w, bool article) {
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
  std::optional<Number> ordinal_first(At first, const NumberWord& w, bool article) {
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

  const WordView& w_;
  At begin_, at_;
  Beside before_;
  Number n_;
};

}  // namespace

std::optional<Number> read_number(const WordView& words, std::uint32_t i, Beside before) {
  return NumberReader(words, i, before).read();
}

std::pair<double, double> meant(const Number& n) {
  if (n.vague) return *n.vague;
  if (n.fraction && n.in_words) {
    if (std::abs(n.value - 1. / 3) < 1e-9) return {.31, .36};
    if (std::abs(n.value - 2. / 3) < 1e-9) return {.64, .69};
    return {n.value - .02, n.value + .02};
  }
  return {n.value - n.rounding, n.value + n.rounding};
}

}  // namespace stet
