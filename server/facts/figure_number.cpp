#include "facts/figure_number.h"

#include <cmath>
#include <limits>

#include "facts/digits.h"
#include "facts/number_reader.h"
#include "text/superscript.h"
#include "text/utf8.h"

namespace stet {

using Kind = NumberWord::Kind;
using At = WordView::At;

std::optional<Number> NumberReader::read() {
  if (w_.mark(at_, '.') && w_.number(at_ + 1) && w_.glued(at_ + 1)) return point_first();
  if (w_.number(at_)) return digits_first();
  return words_first();
}

std::optional<NumberWord> NumberReader::word(At i) const {
  if (!w_.word(i) || (!w_.in(i, WordClass::number_word) && !w_.is(i, "cr"))) return std::nullopt;
  return number_word(w_.lower(i));
}

std::optional<Number> NumberReader::done() {
  if (!std::isfinite(n_.value) || std::abs(n_.value) > 1e300) return std::nullopt;
  n_.words = {begin_, at_};
  return n_;
}

std::optional<Number> NumberReader::point_first() {
  const auto d = read_digits("0." + std::string(w_.text(at_ + 1)), Locale::en_us);
  if (!d) return std::nullopt;
  n_.value = d->value;
  n_.rounding = d->rounding;
  n_.decimal = true;
  at_ += 2;
  scales();
  return done();
}

std::optional<Number> NumberReader::digits_first() {
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
  if (exponent() || power()) return done();
  if (slash()) {
    scales();
    return done();
  }
  if (!d->decimal && w_.number(at_) && !w_.glued(at_) && !w_.starts_sentence(at_) && w_.mark(at_ + 1, '/')) mixed();
  if (!d->decimal && over()) return done();
  scales();
  and_part();
  return done();
}

// 40 000, 40'000: groups of three digits after a space or an apostrophe. The next cell of a table begins a sentence.
void NumberReader::spaced_groups() {
  const auto group = [&](At i) {
    return (w_.mark(i, '\'') || w_.mark(i, 0x2019)) && w_.glued(i) && w_.number(i + 1) && w_.glued(i + 1) &&
           w_.text(i + 1).size() == 3 && read_digits(w_.text(i + 1), Locale::en_us).has_value();
  };
  while (group(at_)) {
    n_.value = n_.value * 1000 + read_digits(w_.text(at_ + 1), Locale::en_us)->value;
    n_.grouped = true;
    at_ += 2;
  }
  if (n_.grouped) return;
  while (w_.number(at_) && !w_.glued(at_) && !w_.starts_sentence(at_) && w_.text(at_).size() == 3 &&
         w_[at_].begin == w_[at_ - 1].end + gap(at_) && read_digits(w_.text(at_), Locale::en_us).has_value() &&
         !w_.mark(at_ + 1, '/')) {
    const auto d = read_digits(w_.text(at_), Locale::en_us);
    n_.value = n_.value * 1000 + d->value;
    n_.grouped = true;
    ++at_;
  }
}

// Bytes of the one space before word i: a plain one, or a no-break or thin one.
std::uint32_t NumberReader::gap(At i) const {
  const std::string_view letters = w_.paragraph().letters;
  const std::uint32_t from = w_[i - 1].end;
  if (letters.compare(from, 1, " ") == 0) return 1;
  return letters.compare(from, 2, "\xC2\xA0") == 0 ? 2 : 3;
}

// 1.3e6, 12e-1, 1e999.
bool NumberReader::exponent() {
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
  const double value = n_.value * factor;
  // 1e-999 is not nought: no double holds it, as none holds 1e999.
  n_.value = value == 0 && n_.value != 0 ? std::numeric_limits<double>::infinity() : value;
  n_.rounding *= factor;
  n_.decimal = true;
  at_ = end;
  return true;
}

namespace {

// "⁸" of 10⁸: the number a run of superscript digits says.
std::optional<int> superscript(std::string_view letters) {
  int value = 0;
  for (std::size_t i = 0; i < letters.size();) {
    const Decoded d = decode_utf8(letters, i);
    const auto digit = superscript_digit(d.code_point);
    if (!digit || value > 99) return std::nullopt;
    value = 10 * value + *digit;
    i += d.length;
  }
  return letters.empty() ? std::nullopt : std::optional(value);
}

}  // namespace

// What a number is raised to: "^6", "^-6", "⁻³"; moves i past it.
std::optional<int> NumberReader::raised(At& i) const {
  if (!w_.glued(i)) return std::nullopt;
  At k = i + 1;
  if (w_.mark(i, 0x207B)) {
    const auto e = w_.number(k) && w_.glued(k) ? superscript(w_.text(k)) : std::nullopt;
    if (!e) return std::nullopt;
    i = k + 1;
    return -*e;
  }
  if (!w_.mark(i, '^')) return std::nullopt;
  int sign = 1;
  if (w_.hyphen(k) || w_.mark(k, 0x2212) || w_.mark(k, '+')) sign = w_.mark(k++, '+') ? 1 : -1;
  const auto d = w_.number(k) && w_.glued(k) ? read_digits(w_.text(k), Locale::en_us) : std::nullopt;
  if (!d || d->decimal || d->grouped || d->value > 400) return std::nullopt;
  i = k + 1;
  return sign * static_cast<int>(d->value);
}

// 2.5^-1, 1.3x10^6, 3 × 10⁸, 3 × 10⁻³. A superscript on any other number may be a note's.
bool NumberReader::power() {
  At i = at_;
  const bool times = (w_.mark(i, 0xD7) || w_.is(i, "x")) && w_.number(i + 1) && w_.text(i + 1).starts_with("10");
  const bool joined = w_.glued(i) && w_.is(i, "x10");
  std::optional<int> e;
  if (times) {
    const std::string_view ten = w_.text(i + 1);
    i += 2;
    e = ten.size() > 2 ? superscript(ten.substr(2)) : raised(i);
  } else {
    if (joined) ++i;
    e = w_.mark(i, '^') ? raised(i) : std::nullopt;
  }
  if (!e) return false;
  const double power = std::pow(times || joined ? 10 : n_.value, *e);
  const double value = times || joined ? n_.value * power : power;
  if (!std::isfinite(power) || !std::isfinite(value)) return false;
  n_.rounding = times || joined ? n_.rounding * power : 0;
  n_.value = value;
  n_.decimal = true;
  at_ = i;
  return true;
}

// 3/4: a proper fraction.
bool NumberReader::slash() {
  if (n_.decimal || !w_.mark(at_, '/') || !w_.glued(at_) || !w_.number(at_ + 1) || !w_.glued(at_ + 1)) return false;
  const auto d = read_digits(w_.text(at_ + 1), w_.locale());
  if (!d || d->decimal || d->padded || d->value <= n_.value || n_.value == 0) return false;
  n_.value /= d->value;
  n_.fraction = true;
  at_ += 2;
  return true;
}

// 2 1/4
void NumberReader::mixed() {
  const auto up = read_digits(w_.text(at_), w_.locale());
  const auto down = read_digits(w_.text(at_ + 2), w_.locale());
  if (!w_.glued(at_ + 1) || !w_.glued(at_ + 2) || !w_.number(at_ + 2)) return;
  if (!up || !down || up->value >= down->value || down->value == 0 || down->value > 100) return;
  n_.value += up->value / down->value;
  n_.decimal = true;
  at_ += 3;
}

void NumberReader::scale_by(double factor) {
  n_.value *= factor;
  n_.rounding = n_.rounding > 0 ? n_.rounding * factor : (factor > 12 ? .5 * factor : 0);
  n_.scale *= factor;
}

// After digits: "1.6 billion", "$3m", "10k", "3 hundred and 21", "2 million 300 thousand".
void NumberReader::scales() {
  const At from = at_;
  if (w_.word(at_)) {
    const auto suffix = scale_suffix(w_.text(at_));
    const bool near = w_.glued(at_) || before_ == Beside::currency || w_.text(at_).size() > 1 || w_.clause_end(at_ + 1);
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
void NumberReader::and_part() {
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
  } else if (const auto part = proper_part(i)) {
    share = part->share;
    end = part->end;
  } else {
    return;
  }
  if (first->kind == Kind::part && first->value > 2 && !article && !w_.any(end, {"hour", "hours", "of", "million"}))
    return;
  if (n_.scale > 1 && word(end) && word(end)->kind == Kind::scale) return and_half_scale(share, end);
  // "five million and three quarters" means three quarters of a million.
  n_.value += share * (n_.in_words && n_.scale >= 1e6 ? n_.scale : 1);
  n_.decimal = true;
  n_.rounding = 0;
  at_ = end;
  scales();
}

// "one billion and a half million"
void NumberReader::and_half_scale(double share, At end) {
  n_.value += share * word(end)->value;
  at_ = end + 1;
}

bool NumberReader::at_noun(At i) const { return w_.word(i) && !w_.in(i, WordClass::np_stop); }

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

WordRange scale_said(const WordView& w, WordRange figure, Letters letters) {
  WordRange out{figure.last, figure.last};
  for (At i = figure.first; i < figure.last; ++i) {
    if (!w.word(i)) continue;
    bool scale = false;
    if (w.in(i, WordClass::number_word)) {
      const auto word = number_word(w.lower(i));
      scale = word && (word->kind == Kind::scale || (word->kind == Kind::hundred && !out.empty()));
    }
    if (!scale && w.number(i - 1)) {
      const auto suffix = scale_suffix(w.text(i));
      scale = suffix && (!suffix->ambiguous || letters == Letters::scale);
    }
    if (scale) out = {out.empty() ? i : out.first, i + 1};
    else if (!out.empty()) break;
  }
  return out;
}

}  // namespace stet
