// Ages against the years of birth and death, and the ages of one person against each other.
#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <unordered_map>

#include "facts/calendar.h"
#include "facts/date_text.h"
#include "facts/name_chain.h"
#include "facts/within.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;
using Grain = DateMention::Grain;

// Whole years from one day to another: the least and the most they can be.
struct Window {
  int low, high;
};
int full_years(Date born, Date then) {
  const int years = year_of(then) - year_of(born);
  const auto day = [](Date d) { return static_cast<unsigned>(d.month()) * 32 + static_cast<unsigned>(d.day()); };
  return day(then) < day(born) ? years - 1 : years;
}
Window window(const DateMention& born, Date first, Date last) {
  return {full_years(*born.last, first), full_years(*born.first, last)};
}
std::string shown(Window w) { return w.low == w.high ? std::to_string(w.low) : fmt::format("{} or {}", w.low, w.high); }

bool dated(const DateMention& d) {
  return d.year_said && d.year && *d.year > 0 && !d.until && d.bound == DateMention::Bound::at && !d.approximate &&
         d.first && d.last && (d.grain == Grain::day || d.grain == Grain::month || d.grain == Grain::year);
}

bool plain_age(const Figure& f) {
  return f.dimension == Dimension::age && f.value && f.low == f.high && f.hedge == Figure::Hedge::none &&
         *f.value >= 0 && *f.value <= 125 && *f.value == static_cast<int>(*f.value) && f.unit == "a" && !f.quoted;
}

// What one paragraph says about ages, births and deaths.
class Reader {
 public:
  Reader(const Facts& facts, Report& report, std::size_t p)
      : facts_(facts), report_(report), p_(p), w_(facts.paragraph(p), facts.context()) {}

  void run() {
    for (const DateMention& date : facts_.local(p_).dates)
      if (const auto verb = born_before(date)) {
        present(date, *verb);
        life(date, *verb);
      }
    lives_in_brackets();
  }

 private:
  // The one age of the words; nullptr for none and for more.
  const Figure* only_age(WordRange words) const {
    const Figure* age = nullptr;
    for (const Figure& f : within(facts_.local(p_).figures, words)) {
      if (f.dimension != Dimension::age && !after_age_of(f) && !is_so_old(f)) continue;
      if (age != nullptr) return nullptr;
      age = &f;
    }
    return age;
  }
  // "Ruiz, who was born in 1979, is 34."
  bool is_so_old(const Figure& f) const {
    return f.dimension == Dimension::number && f.value && f.low == f.high && f.unit.empty() && *f.value > 0 &&
           *f.value <= 110 && f.words.size() == 1 && w_.number(f.words.first) && w_.is(f.words.first - 1, "is") &&
           w_.clause_end(f.words.last);
  }
  bool after_age_of(const Figure& f) const { return w_.is(f.words.first - 1, "of") && w_.is(f.words.first - 2, "age"); }

  // "born" of "born in 1979", "born on March 3, 1979", "born in Vella in 1979", "(born 1979)".
  std::optional<At> born_before(const DateMention& date) const {
    if (!dated(date) || date.quoted) return std::nullopt;
    const WordRange sentence = sentence_around(w_.paragraph(), date.words);
    for (At i = date.words.first, n = 0; i-- > sentence.first && n < 7; ++n) {
      if (w_.is(i, "born") || (w_.is(i, "b") && n <= 1 && w_.mark(i - 1, '('))) return i;
      if (!w_.any(i, {"in", "on", "at", "the", "near", "of"}) && !w_.capital(i) && !w_.mark(i, ',') && !w_.mark(i, '.'))
        return std::nullopt;
    }
    return std::nullopt;
  }

  // The date of any other event in the sentence: then the age may be of that day.
  bool another_date(WordRange sentence, const DateMention& born) const {
    for (const DateMention& d : within(facts_.local(p_).dates, sentence))
      if (&d != &born && d.grain != Grain::open && !(d.relative && d.grain == Grain::day)) return true;
    return false;
  }

  // "Ruiz, 34, was born in 1979", "Born in 1979, Ruiz, 34,", "Ruiz, who was born in 1979, is 34", "Ruiz, 34, sings. She
  // was born in 1979": an age of the day of publication.
  void present(const DateMention& born, At verb) {
    const auto& anchor = facts_.context().date;
    if (!anchor || *born.first > *anchor) return;
    const WordRange sentence = sentence_around(w_.paragraph(), born.words);
    if (sentence.size() > longest_sentence) return;
    if (another_date(sentence, born)) return;
    const Figure* age = only_age(sentence);
    if (age == nullptr) {
      if (sentence.first == 0 || verb > sentence.first + 3 || !w_.any(sentence.first, {"he", "she"})) return;
      const WordRange before = sentence_around(w_.paragraph(), {sentence.first - 1, sentence.first});
      age = only_age(before);
      if (age == nullptr || !apposed(*age) || another_date(before, born) || persons(before) > 1) return;
    } else if (!same_person(*age, born, verb)) {
      return;
    }
    if ((!plain_age(*age) || !now(*age)) && !is_so_old(*age)) return;
    const Window right = window(born, *anchor, *anchor);
    judge(*age, born, right, fmt::format("on {}", written(*anchor)));
  }

  // No person between the age and the birth.
  bool same_person(const Figure& age, const DateMention& born, At verb) const {
    const bool age_first = age.words.first < verb;
    const WordRange between = age_first ? WordRange{age.words.last, verb} : WordRange{born.words.last, age.words.first};
    if (between.size() > 8) return false;
    // "A 34-year-old nurse born in 1979": whoever it is.
    const bool whoever = age_first && age.words.size() > 1 && between.size() <= 4;
    std::size_t names = 0;
    for (At i = between.first; i < between.last; ++i) {
      if (w_.capital(i)) {
        if (i == between.first || !w_.capital(i - 1)) ++names;
      } else if (!w_.mark(i, ',') && !w_.mark(i, '(') && !w_.mark(i, ')') &&
                 !w_.any(i, {"who", "was", "is", "now", "the"}) &&
                 !(whoever && w_.word(i) && !w_.in(i, WordClass::preposition) && !w_.in(i, WordClass::conjunction) &&
                   !w_.in(i, WordClass::determiner) && !w_.in(i, WordClass::auxiliary))) {
        return false;
      }
    }
    return names <= (age_first ? 0u : 1u);
  }

  // ", 34," and "34-year-old" behind or before a name, "is 34".
  bool apposed(const Figure& f) const {
    return (w_.mark(f.words.first - 1, ',') && w_.capital(f.words.first - 2)) || w_.capital(f.words.last);
  }
  bool now(const Figure& f) const {
    if (w_.any(f.words.first, {"aged", "age"}) || w_.any(f.words.first - 1, {"at", "aged", "age", "of", "was", "were"}))
      return false;
    return apposed(f) || w_.any(f.words.first - 1, {"is", "the", "now", "'s", "a"}) ||
           (w_.mark(f.words.first - 1, ',') && w_.mark(f.words.last, ','));
  }

  std::size_t persons(WordRange sentence) const {
    const auto names = within(facts_.local(p_).names, sentence);
    return static_cast<std::size_t>(
        std::count_if(names.begin(), names.end(), [](const Name& n) { return n.type != Name::Type::place; }));
  }

  // "Aged 75", "at the age of 75", "at 75".
  bool at_death(const Figure& f) const {
    return w_.any(f.words.first, {"aged", "age"}) || w_.any(f.words.first - 1, {"aged", "age", "at"}) ||
           after_age_of(f);
  }

  // "Born in 1940, she died in 2010, aged 75."
  void life(const DateMention& born, At verb) {
    const WordRange sentence = sentence_around(w_.paragraph(), born.words);
    if (sentence.size() > longest_sentence) return;
    const DateMention* died = nullptr;
    for (const DateMention& d : within(facts_.local(p_).dates, sentence)) {
      if (&d == &born) continue;
      if (died != nullptr) return;
      died = &d;
    }
    if (died == nullptr) return died_before(born, verb, sentence);
    if (!dated(*died)) return;
    At verb_of_death = died->words.first;
    for (At n = 0; verb_of_death > sentence.first && n < 7; ++n)
      if (w_.is(--verb_of_death, "died")) break;
    if (!w_.is(verb_of_death, "died") || (verb_of_death < verb) != (died->words.first < verb)) return;
    aged(born, *died, sentence);
  }

  // "Ruiz died on 3 March 2010, aged 75. She was born on 1 May 1940."
  void died_before(const DateMention& born, At verb, WordRange sentence) {
    if (sentence.first == 0 || verb > sentence.first + 3 || !w_.any(sentence.first, {"he", "she"})) return;
    const WordRange before = sentence_around(w_.paragraph(), {sentence.first - 1, sentence.first});
    if (before.size() > longest_sentence) return;
    const auto dates = within(facts_.local(p_).dates, before);
    if (dates.size() != 1 || !dated(dates.front()) || persons(before) > 1) return;
    At at = dates.front().words.first;
    for (At n = 0; at > before.first && n < 7; ++n)
      if (w_.is(--at, "died")) return aged(born, dates.front(), before);
  }

  // "Ana Ruiz (1940–2010) … died … aged 75": the life stands in brackets behind a name.
  void lives_in_brackets() {
    const std::span<const DateMention> dates = facts_.local(p_).dates;
    for (std::size_t k = 0; k + 1 < dates.size(); ++k) {
      const DateMention &born = dates[k], &died = dates[k + 1];
      if (!dated(born) || !dated(died) || !w_.mark(born.words.first - 1, '(') || !w_.dash(born.words.last) ||
          born.words.last + 1 != died.words.first || !w_.mark(died.words.last, ')') ||
          !w_.capital(born.words.first - 2))
        continue;
      const WordRange sentence = sentence_around(w_.paragraph(), born.words);
      if (sentence.size() > longest_sentence) continue;
      bool dies = false;
      for (At i = sentence.first; i < sentence.last; ++i) dies = dies || w_.is(i, "died");
      if (dies && persons(sentence) <= 1) aged(born, died, sentence);
    }
  }

  void aged(const DateMention& born, const DateMention& died, WordRange sentence) {
    const Figure* age = only_age(sentence);
    if (age == nullptr || (!plain_age(*age) && !(after_age_of(*age) && age->value && age->low == age->high)) ||
        !at_death(*age) || *born.first > *died.last)
      return;
    for (At i = sentence.first; i < sentence.last; ++i)
      if (w_.any(i, {"wife", "husband", "son", "daughter", "mother", "father", "brother", "sister"})) return;
    judge(*age, born, window(born, *died.first, *died.last),
          fmt::format("at a death {} {}", died.grain == Grain::day ? "on" : "in", written_days(died)));
  }

  void judge(const Figure& age, const DateMention& born, Window right, const std::string& when) {
    const int said = static_cast<int>(*age.value);
    if (said >= right.low && said <= right.high) return;
    if (right.high < 0) return;
    auto added =
        report_.add(p_, age.span,
                    fmt::format("born {} {}, {} is {} years old, not {}", born.grain == Grain::day ? "on" : "in",
                                written_days(born), when, shown(right), said));
    added.related(p_, born.span, "born " + w_.paragraph().text(born.words));
    added.detail(fmt::format("{} to {} is {} years.", written_days(born), when, shown(right)));
    for (At i = age.words.first; i < age.words.last; ++i)
      if (w_.number(i) && w_.text(i) == std::to_string(said)) {
        for (int n = std::max(right.low, 0); n <= right.high && n <= right.low + 1; ++n)
          added.fix(fmt::format("Change the age to {}", n), {{p_, w_[i].span(), std::to_string(n)}});
        break;
      }
    for (At i = born.words.first; i < born.words.last; ++i)
      if (w_.number(i) && w_.text(i) == std::to_string(*born.year)) {
        const int off = said - right.high;  // so many years earlier
        for (const int year : {*born.year - off, *born.year - off - (right.high - right.low)})
          if (year != *born.year)
            added.fix(fmt::format("Change the year of birth to {}", year), {{p_, w_[i].span(), std::to_string(year)}});
        break;
      }
  }

  const Facts& facts_;
  Report& report_;
  std::size_t p_;
  WordView w_;
};

// An age told of a person with no date about, so that it is the day's.
struct Told {
  std::size_t paragraph;
  const Figure* age;
};

// "Ana Ruiz, 34," and later "the 36-year-old Ruiz".
class Ages {
 public:
  Ages(const Facts& facts, Report& report) : facts_(facts), report_(report) {}

  void run() {
    std::vector<Place> places;
    for (const std::size_t p : facts_.with<Figure>()) {
      const ParagraphFacts& local = facts_.local(p);
      if (local.names.empty()) continue;
      const WordView w(facts_.paragraph(p), facts_.context());
      std::size_t k = 0;  // both go by position
      for (const Figure& f : local.figures) {
        if (!plain_age(f) || told_of_years(local, sentence_around(facts_.paragraph(p), f.words).last)) continue;
        while (k > 0 && local.names[k - 1].words.last + 1 >= f.words.first) --k;
        while (k < local.names.size() && local.names[k].words.last + 1 < f.words.first) ++k;
        for (std::size_t n = k; n < local.names.size() && local.names[n].words.first <= f.words.last + 1; ++n)
          if (belongs(w, f, local.names[n]) && !local.names[n].quoted) {
            places.push_back({p, &f, n});
            break;
          }
      }
    }
    // Whose names they are is asked only where two ages may be one person's.
    if (places.size() < 2) return;
    const auto entities = name_entities(facts_);
    for (const Place& place : places) told(place.paragraph, *place.age, entities[place.paragraph][place.name]);
  }

 private:
  struct Place {
    std::size_t paragraph;
    const Figure* age;
    std::size_t name;
  };

  // Of another time than the day's: in the age's sentence, or before it in its paragraph. "In the winter" is no time.
  static bool told_of_years(const ParagraphFacts& local, At end) {
    return std::any_of(local.dates.begin(), local.dates.end(), [end](const DateMention& d) {
      return d.words.first < end && !(d.grain == Grain::day && d.relative) && d.grain != Grain::open &&
             !(d.grain == Grain::season && !d.first);
    });
  }

  static bool belongs(const WordView& w, const Figure& f, const Name& name) {
    if (w.any(f.words.first, {"aged", "age"}) || f.in_words) return false;
    if (name.words.last + 1 == f.words.first)
      return w.mark(name.words.last, ',') && (w.mark(f.words.last, ',') || w.mark(f.words.last, '.'));
    return name.words.first == f.words.last && f.words.size() > 1 && w.is(f.words.first - 1, "the");
  }

  void told(std::size_t p, const Figure& f, std::uint32_t entity) {
    const auto [it, fresh] = first_.try_emplace(entity, Told{p, &f});
    if (fresh || *it->second.age->value == *f.value) return;
    const Told& other = it->second;
    const std::string here = facts_.paragraph(p).text(f.words);
    const std::string there = facts_.paragraph(other.paragraph).text(other.age->words);
    auto added = report_.add(p, f.span,
                             fmt::format("{} here, {} in paragraph {}: one person at one time has one age", here, there,
                                         other.paragraph + 1));
    added.related(other.paragraph, other.age->span, there);
    const auto swap = [&](std::size_t to, const Figure& figure, const Figure& by, const char* title) {
      const Paragraph& paragraph = facts_.paragraph(to);
      const std::string digits = std::to_string(static_cast<int>(*by.value));
      for (std::uint32_t i = figure.words.first; i < figure.words.last; ++i)
        if (paragraph.words[i].kind == WordKind::number) {
          added.fix(fmt::format("{} {}", title, digits), {{to, paragraph.words[i].span(), digits}});
          return;
        }
    };
    swap(p, f, *other.age, "Change to");
    swap(other.paragraph, *other.age, f, "Change the other to");
  }

  const Facts& facts_;
  Report& report_;
  std::unordered_map<std::uint32_t, Told> first_;
};

}  // namespace

Check age_inconsistent(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return;
    for (const std::size_t p : facts.with<DateMention>())
      if (!facts.local(p).figures.empty()) Reader(facts, report, p).run();
    Ages(facts, report).run();
  };
}

}  // namespace stet::rules
