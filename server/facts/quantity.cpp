#include "facts/quantity.h"

#include "facts/currency.h"
#include "facts/number_words.h"
#include "facts/units.h"

namespace stet {

namespace {

using At = WordView::At;

bool minus(const WordView& w, At i) {
  if (w.any(i, {"minus", "negative"})) return true;
  if (!(w.mark(i, '-') || w.mark(i, 0x2212)) || !w.glued(i + 1)) return false;
  return !w.glued(i) || w.mark(i - 1, '(') || w.mark(i - 1, '<') || w.mark(i - 1, '>') || w.mark(i - 1, '=');
}

struct Percent {
  At end;
  Dimension dimension;
  std::string_view unit;
};

std::optional<Percent> read_percent(const WordView& w, At i) {
  if (w.hyphen(i) && w.glued(i)) ++i;
  if (w.mark(i, '%')) {
    if (w.hyphen(i + 1) && w.any(i + 2, {"point", "points"})) return Percent{i + 3, Dimension::points, "points"};
    if (w.any(i + 1, {"point", "points"})) return Percent{i + 2, Dimension::points, "points"};
    return Percent{i + 1, Dimension::percent, "%"};
  }
  At k = i;
  if (w.any(i, {"percent", "percents", "percentage", "pct", "pc"})) {
    k = i + 1;
  } else if (w.is(i, "per") && w.is(i + 1, "cent")) {
    k = i + 2;
  } else if (w.is(i, "per") && w.hyphen(i + 1) && w.is(i + 2, "cent")) {
    k = i + 3;
  }
  if (k > i) {
    At p = k;
    if (w.hyphen(p)) ++p;
    if (w.any(p, {"point", "points"})) return Percent{p + 1, Dimension::points, "points"};
    return Percent{k, Dimension::percent, "%"};
  }
  if (w.is(i, "basis") && w.any(i + 1, {"point", "points"})) return Percent{i + 2, Dimension::points, "bp"};
  if (w.any(i, {"bps", "ppt", "ppts"}) || (w.is(i, "pp") && !w.number(i + 1)))
    return Percent{i + 1, Dimension::points, w.is(i, "bps") ? "bp" : "points"};
  return std::nullopt;
}

// "$50 a barrel", "2 dollars per share": the end of it, and what it is per.
std::optional<std::pair<At, std::string>> per(const WordView& w, At i) {
  const bool slash = w.mark(i, '/') && w.glued(i) && w.word(i + 1);
  const bool said = w.any(i, {"per", "each"}) || slash;
  if (!said && !w.any(i, {"a", "an"})) return std::nullopt;
  At k = i + 1;
  if (said && w.number(k) && !slash) return std::nullopt;
  if (const auto unit = read_unit(w, k);
      unit && unit->dimension != Dimension::rate && unit->dimension != Dimension::speed)
    return std::pair{unit->words.last, unit->symbol};
  if (!w.word(k) || w.in(k, WordClass::np_stop)) return std::nullopt;
  const bool usual =
      w.any(k, {"share",   "head",      "person",   "night",  "pound", "piece",  "ticket", "bottle", "dozen",  "pupil",
                "student", "household", "family",   "word",   "page",  "copy",   "seat",   "game",   "unit",   "vote",
                "user",    "customer",  "employee", "worker", "child", "capita", "pop",    "go",     "session"});
  if (!said && !usual) return std::nullopt;
  return std::pair{k + 1, singular(w.text(k))};
}

bool mass_at(const WordView& w, At i) {
  const auto unit = read_unit(w, i);
  return unit && unit->dimension == Dimension::mass;
}

bool of_weight(const WordView& w, At pounds) {
  if (w.is(pounds + 1, "of")) return true;
  // 200 pounds (91 kg), 91 kg (200 pounds)
  if (w.mark(pounds + 1, '(') && w.number(pounds + 2) && mass_at(w, pounds + 3)) return true;
  if (w.mark(pounds - 2, '(') && w.number(pounds - 4) && mass_at(w, pounds - 3)) return true;
  for (At k = pounds; k + 12 > pounds && w.inside(k); --k) {
    if (w.any(k, {"weigh", "weighs", "weighed", "weighing", "weight", "heavier", "lighter", "ounces"})) return true;
    if (w.starts_sentence(k)) break;
  }
  return false;
}

// A unit or a currency's name, as after "a" in "an hour and a half".
bool measured(const WordView& w, At i) {
  const auto unit = read_unit(w, i);
  return (unit && unit->words.size() == 1 && !unit->symbol_only) || currency_after(w, i);
}

class QuantityReader {
 public:
  QuantityReader(const WordView& words, At i) : w_(words), begin_(i) {}

  std::optional<Quantity> read() {
    At i = begin_;
    double sign = 1;
    bool age = false;
    if (w_.any(i, {"aged", "age"})) {
      age = true;
      ++i;
    }
    if (minus(w_, i)) {
      sign = -1;
      ++i;
    }
    std::optional<CurrencyRead> currency;
    for (At amount = i + 1; amount <= i + 3 && !currency; ++amount) {
      if (!starts_number(amount)) continue;
      currency = currency_before(w_, amount);
      if (currency && currency->words.first != i) currency.reset();
    }
    if (currency) {
      i = currency->words.last;
      if (minus(w_, i)) {
        sign = -1;
        ++i;
      }
    }
    if (w_.any(i, {"a", "an"}) && measured(w_, i + 1)) return article();
    const auto number = read_number(w_, i, currency || money_later(i) ? Beside::currency : Beside::nothing);
    if (!number) return std::nullopt;
    q_.number = *number;
    q_.value = sign * number->value;
    q_.words = {begin_, number->words.last};
    if (currency) {
      money(currency->code, 1);
      cents_after(currency->code);
    } else if (number->ordinal) {
      q_.dimension = Dimension::ordinal;
    } else {
      measure();
    }
    if (age && !q_.unit_said) {
      q_.dimension = Dimension::age;
      q_.unit.assign(1, 'a');
    } else if (age && q_.dimension != Dimension::age) {
      return std::nullopt;
    }
    return q_;
  }

 private:
  // "an hour and 30 seconds", "a month and a half": one of the unit.
  std::optional<Quantity> article() {
    q_.number.words = q_.words = {begin_, begin_ + 1};
    q_.number.value = q_.value = 1;
    q_.number.in_words = true;
    measure();
    if (!q_.unit_said) return std::nullopt;
    return q_;
  }

  bool starts_number(At i) const {
    return w_.number(i) || (w_.word(i) && w_.in(i, WordClass::number_word)) || (w_.mark(i, '.') && w_.number(i + 1)) ||
           (minus(w_, i) && w_.number(i + 1));
  }

  // "3m dollars", "1.6bn euros": the suffix is a scale because money follows.
  bool money_later(At i) const {
    return w_.number(i) && w_.word(i + 1) && scale_suffix(w_.text(i + 1)).has_value() && !w_.is(i + 2, "p") &&
           currency_after(w_, i + 2).has_value();
  }

  void money(const std::string& code, double worth) {
    q_.dimension = Dimension::money;
    q_.unit = code;
    q_.worth = worth;
    q_.value *= worth;
    q_.unit_said = true;
    if (const auto p = per(w_, q_.words.last)) {
      q_.words.last = p->first;
      q_.unit.append(1, '/').append(p->second);
      q_.dimension = Dimension::rate;
    }
  }

  // 75 USD million
  void scale_behind() {
    const At i = q_.words.last;
    if (q_.number.scale > 1 || !w_.number(i - 2) || !w_.in(i, WordClass::number_word)) return;
    const auto scale = number_word(w_.lower(i));
    if (!scale || scale->kind != NumberWord::Kind::scale || is_plural_scale(w_.lower(i))) return;
    q_.number.rounding = q_.number.rounding > 0 ? q_.number.rounding * scale->value : .5 * scale->value;
    q_.number.value *= scale->value;
    q_.number.scale = scale->value;
    q_.value *= scale->value;
    q_.words.last = i + 1;
  }

  // $20 and 43c; 20 dollars 43 cents; 20 dollars 43.
  void cents_after(const std::string& code) {
    if (q_.dimension != Dimension::money || q_.worth < 1 || q_.number.decimal || q_.number.scale > 1) return;
    At i = q_.words.last;
    if (w_.is(i, "and") || w_.mark(i, ',')) ++i;
    if (!starts_number(i)) return;
    const auto cents = read_number(w_, i);
    if (!cents || cents->value < 1 || cents->value >= 100 || cents->decimal || cents->ordinal) return;
    auto name = currency_after(w_, cents->words.last);
    // Sen is a word of other languages, too: here it is money.
    if (code == "MYR" && w_.is(cents->words.last, "sen"))
      name = CurrencyRead{{cents->words.last, cents->words.last + 1}, code, .01};
    if (name && name->unit < 1) {
      q_.value += cents->value * name->unit;
      q_.words.last = name->words.last;
    } else if (!name && !w_.mark(q_.words.last, ',') && ends(cents->words.last) && code != "") {
      q_.value += cents->value / 100;
      q_.words.last = cents->words.last;
    } else {
      return;
    }
    q_.number.rounding = .005;
    q_.number.decimal = true;
  }

  bool ends(At i) const { return !w_.inside(i) || (w_.mark(i, '.') && !w_.inside(i + 1)); }

  void measure() {
    At i = q_.words.last;
    if (const auto p = read_percent(w_, i)) {
      q_.words.last = p->end;
      q_.dimension = p->dimension;
      q_.unit = p->unit;
      q_.unit_said = true;
      return;
    }
    const bool hyphen = w_.hyphen(i) && w_.glued(i) && w_.glued(i + 1);
    if (hyphen) ++i;
    for (const WordKey& more :
         std::initializer_list<WordKey>{"more", "additional", "extra", "less", "fewer", "further", "full", "straight",
                                        "consecutive", "whole", "short", "long"})
      if (!hyphen && w_.is(i, more) && unit_of_time(i + 1)) ++i;
    if (w_.mark(i, '[') || w_.mark(i, '<')) {
      if (const auto unit = read_unit(w_, i + 1);
          unit && (w_.mark(unit->words.last, ']') || w_.mark(unit->words.last, '>'))) {
        take(*unit);
        ++q_.words.last;
        return;
      }
    }
    if (const auto currency = currency_after(w_, i)) {
      if (!(currency->code == "GBP" && w_.any(i, {"pound", "pounds"}) && of_weight(w_, i))) {
        q_.words.last = currency->words.last;
        q_.hyphenated = hyphen;
        scale_behind();
        money(currency->code, currency->unit);
        cents_after(currency->code);
        return;
      }
      q_.words.last = i + 1;
      q_.dimension = Dimension::mass;
      q_.unit.assign("lb", 2);
      q_.factor = 453.59237;
      q_.unit_said = true;
      return;
    }
    if (w_.is(i, "of") && w_.any(i + 1, {"a", "an"}) && q_.number.fraction) i += 2;
    else if (w_.any(i, {"a", "an", "of"}) && (q_.number.fraction || (q_.number.in_words && q_.number.decimal)) &&
             read_unit(w_, i + 1))
      ++i;
    const auto unit = read_unit(w_, i);
    if (!unit || !fits(*unit, hyphen)) return;
    take(*unit);
    q_.hyphenated = hyphen;
    after_unit();
  }

  bool unit_of_time(At i) const {
    const auto unit = read_unit(w_, i);
    return unit && unit->dimension == Dimension::duration && !unit->symbol_only;
  }

  bool fits(const UnitRead& unit, bool hyphen) const {
    const At i = unit.words.first;
    if (unit.dimension == Dimension::duration && w_.is(i, "second") && (w_.hyphen(i + 1) || w_.word(i + 1)) &&
        !hyphen && q_.number.value != 1)
      return false;
    if (q_.number.vague && !q_.number.in_words) return false;
    if (!unit.symbol_only || w_.glued(i)) return true;
    if (w_.is(i, "in")) return w_.clause_end(i + 1) || w_.any(i + 1, {"by", "x"});
    const bool letter = w_.text(i).size() == 1;
    return !letter || !w_.capital(i) || w_.clause_end(i + 1) || w_.is(i, "w");
  }

  void take(const UnitRead& unit) {
    q_.words.last = unit.words.last;
    q_.dimension = unit.dimension;
    q_.unit = unit.symbol;
    q_.factor = unit.factor;
    q_.unit_said = true;
  }

  void after_unit() {
    At i = q_.words.last;
    if (q_.dimension == Dimension::duration) {
      if ((w_.hyphen(i) && w_.is(i + 1, "old")) || w_.any(i, {"old"})) {
        q_.dimension = Dimension::age;
        q_.words.last = i + (w_.hyphen(i) ? 2 : 1);
        if (w_.hyphen(q_.words.last) && w_.any(q_.words.last + 1, {"man", "woman", "boy", "girl"})) return;
        return;
      }
      if (w_.hyphen(i) && w_.any(i + 1, {"olds"})) {
        q_.dimension = Dimension::age;
        q_.words.last = i + 2;
        return;
      }
      if (w_.is(i, "of") && w_.is(i + 1, "age")) {
        q_.dimension = Dimension::age;
        q_.words.last = i + 2;
        return;
      }
    }
    if (q_.dimension == Dimension::temperature && w_.is(i, "below") && w_.any(i + 1, {"zero", "freezing"})) {
      q_.value = -q_.value;
      q_.words.last = i + 2;
      return;
    }
    and_half();
    smaller_units();
  }

  // "an hour and a half" is read from the unit (see figure.cpp); here "two years and a half".
  void and_half() {
    if (q_.number.decimal || !w_.is(q_.words.last, "and")) return;
    At i = q_.words.last + 1;
    if (w_.any(i, {"a", "an"})) ++i;
    if (!w_.any(i, {"half", "quarter"}) || (w_.word(i + 1) && !w_.in(i + 1, WordClass::np_stop))) return;
    q_.value += w_.is(i, "half") ? .5 : .25;
    q_.number.decimal = true;
    q_.words.last = i + 1;
  }

  // 5 ft 2 in; 1 hour and 15 minutes; 1 hour fifteen.
  void smaller_units() {
    for (int n = 0; n < 4 && q_.factor > 0 && q_.unit.find('/') == std::string::npos; ++n) {
      At i = q_.words.last;
      if (w_.mark(i, ',')) ++i;
      if (w_.is(i, "and")) ++i;
      if (!starts_number(i)) return;
      const auto number = read_number(w_, i);
      if (!number || number->ordinal || number->value < 0) return;
      At u = number->words.last;
      if (w_.hyphen(u)) ++u;
      const auto unit = read_unit(w_, u);
      if (unit && unit->dimension == q_.dimension && unit->factor > 0 && last_factor() > unit->factor &&
          !w_.any(unit->words.last, {"old", "ago", "later", "earlier"})) {
        q_.value += number->value * unit->factor / q_.factor;
        q_.words.last = unit->words.last;
        q_.number.decimal = true;
        last_ = unit->factor;
        continue;
      }
      const bool bare_minutes = q_.unit == "h" && !unit && number->value < 60 && ends(number->words.last);
      if (!bare_minutes) return;
      q_.value += number->value / 60;
      q_.words.last = number->words.last;
      return;
    }
  }

  double last_factor() const { return last_ > 0 ? last_ : q_.factor; }

  const WordView& w_;
  At begin_;
  double last_ = 0;
  Quantity q_;
};

}  // namespace

std::optional<Quantity> read_quantity(const WordView& words, std::uint32_t i) {
  return QuantityReader(words, i).read();
}

std::uint32_t quantity_begin(const WordView& w, std::uint32_t number) {
  At i = number;
  // "p=.05", "(.3": a point after such a mark begins a number, too.
  const auto opens = [&](At k) { return w.mark(k, '=') || w.mark(k, '<') || w.mark(k, '>') || w.mark(k, '('); };
  if (w.mark(i - 1, '.') && w.glued(i) && (!w.glued(i - 1) || opens(i - 2))) --i;
  if (w.word(i) && w.any(i - 1, {"a", "an"})) --i;
  // "an hour and 30 seconds", "a month and a half"
  if (w.is(i - 1, "and") && w.any(i - 3, {"a", "an"}) && measured(w, i - 2)) return i - 3;
  if (const auto currency = currency_before(w, i)) i = currency->words.first;
  else if (w.any(i - 1, {"aged"}) || (w.is(i - 1, "age") && w.number(i) && w[i].end - w[i].begin <= 2)) return i - 1;
  if (minus(w, i - 1)) --i;
  return i;
}

}  // namespace stet
