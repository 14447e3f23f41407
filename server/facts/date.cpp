#include "facts/date.h"

#include <algorithm>

#include "facts/date_expression.h"

namespace stet {

namespace {

using Kind = DateExpression::Kind;
using Part = DateExpression::Part;
using Grain = DateMention::Grain;

struct Words {
  WordId the = date_word("the"), of = date_word("of"), early = date_word("early"), late = date_word("late"),
         mid = date_word("mid"), earlier = date_word("earlier"), later = date_word("later"), end = date_word("end"),
         beginning = date_word("beginning"), start = date_word("start"), middle = date_word("middle"),
         since = date_word("since"), until = date_word("until"), till = date_word("till"), before = date_word("before"),
         after = date_word("after"), by = date_word("by"), about = date_word("about"), around = date_word("around"),
         circa = date_word("circa"), c = date_word("c"), from = date_word("from"), between = date_word("between"),
         to = date_word("to"), and_ = date_word("and"), through = date_word("through"), will = date_word("will"),
         shall = date_word("shall"), wont = date_word("won't"), going = date_word("going"),
         scheduled = date_word("scheduled"), expected = date_word("expected"), due = date_word("due"),
         planned = date_word("planned"), was = date_word("was"), were = date_word("were"), had = date_word("had"),
         did = date_word("did"), present = date_word("present"), now = date_word("now"), in = date_word("in"),
         be = date_word("be"), is = date_word("is");
};
const Words& words() {
  static const Words made;
  return made;
}

// "early", "mid-", "the end of" before an expression.
void take_part(const DateText& t, DateExpression& e, std::uint32_t floor) {
  const Words& w = words();
  std::uint32_t at = e.words.first;
  if (at > floor && t.is(at - 1, w.the)) --at;
  if (at <= floor) {
    e.words.first = at;
    return;
  }
  std::uint32_t before = at - 1;
  if (t.dash(before) && before > floor) --before;  // mid-August
  const auto part = [&](std::uint32_t i) {
    if (t.is(i, w.early) || t.is(i, w.earlier)) return Part::early;
    if (t.is(i, w.late) || t.is(i, w.later)) return Part::late;
    if (t.is(i, w.mid)) return Part::mid;
    return Part::whole;
  };
  if (const Part p = part(before); p != Part::whole) {
    // "Earlier this year" says when in it only roughly: all of it up to now.
    if (!t.is(before, w.earlier) && !t.is(before, w.later)) e.part = p;
    at = before;
    if (at > floor && t.is(at - 1, w.the)) --at;
  } else if (t.is(at - 1, w.of) && at > floor + 1) {
    const std::uint32_t noun = at - 2;
    if (t.is(noun, w.end)) e.part = Part::late;
    else if (t.is(noun, w.beginning) || t.is(noun, w.start)) e.part = Part::early;
    else if (t.is(noun, w.middle)) e.part = Part::mid;
    if (e.part != Part::whole) {
      at = noun;
      if (at > floor && t.is(at - 1, w.the)) --at;
    }
  }
  e.words.first = at;
}

class Finder {
 public:
  Finder(const Paragraph& p, const Context& context, const DateScene& before)
      : text_(p), context_(context), scene_(before) {}

  std::vector<DateMention> run() {
    std::uint32_t floor = 0;
    const std::span<const char> begins = date_beginnings();
    const std::span<const Word> words(text_.paragraph().words);
    for (std::uint32_t i = 0; i < words.size();) {
      const Word& word = words[i];
      if (word.kind != WordKind::number && !(word.id < begins.size() && begins[word.id] != 0)) {
        ++i;
        continue;
      }
      auto e = read_date(text_, i, floor, context_.locale);
      if (!e || e->words.last <= i) {
        ++i;
        continue;
      }
      // "Jan", "Sun" in a stretch of capitals are doubtful; a date never runs over its sentence's end.
      take_part(text_, *e, floor);
      add(*e);
      i = floor = e->words.last;
    }
    return std::move(found_);
  }

 private:
  void add(const DateExpression& e) {
    const Words& w = words();
    DateMention m;
    static_cast<SaidDay&>(m) = e;
    m.words = e.words;
    m.span = text_.paragraph().span(e.words);
    if (m.day_span.empty()) m.day_span = e.weekday && e.kind == Kind::weekday ? Span{} : m.span;
    m.until = e.until;
    m.year_said = e.year.has_value() || e.kind == Kind::decade || e.kind == Kind::century;
    m.quoted = text_.word(e.words.first).has(Word::in_quotation);
    m.approximate = e.part != Part::whole || e.vague;
    scene(e);
    const Resolved r = resolve(e, scene_);
    m.first = r.first;
    m.last = r.last;
    m.grain = r.grain;
    m.relative = r.relative;
    if (e.words.first > 0) {
      const std::uint32_t before = e.words.first - 1;
      if (text_.is(before, w.since)) m.bound = DateMention::Bound::since;
      else if (text_.is(before, w.until) || text_.is(before, w.till)) m.bound = DateMention::Bound::until;
      else if (text_.is(before, w.before) || text_.is(before, w.by)) m.bound = DateMention::Bound::before;
      else if (text_.is(before, w.after)) m.bound = DateMention::Bound::after;
      else if (text_.is(before, w.about) || text_.is(before, w.around) || text_.is(before, w.circa) ||
               text_.is(before, w.c))
        m.approximate = true;
    }
    if (e.year) {
      scene_.year = e.year;
    }
    if (m.first && e.kind != Kind::period) {  // "That year" is no year of a war's
      scene_.day = m.first;
      scene_.day_end = m.last;
      if (!e.year && m.last && m.first->year() == m.last->year() && !m.relative && m.grain != Grain::open)
        scene_.year = static_cast<int>(m.first->year());
    }
    if (!join(m)) found_.push_back(m);
  }

  // Does the sentence look ahead or back, by the words near the date?
  void scene(const DateExpression& e) {
    scene_.anchor = context_.date;
    scene_.looks_ahead = scene_.looks_back = false;
    if (e.year && e.kind != Kind::weekday) return;
    if (e.kind != Kind::day && e.kind != Kind::month && e.kind != Kind::weekday && e.kind != Kind::nth &&
        e.kind != Kind::holiday && e.unit != TimeUnit::weekend)
      return;
    const Words& w = words();
    constexpr std::uint32_t reach = 40;  // words on each side: a sentence, but never a megabyte
    const WordRange sentence = text_.paragraph().sentences[text_.paragraph().sentence_of(e.words.first)].words;
    const std::uint32_t first = std::max(sentence.first, e.words.first > reach ? e.words.first - reach : 0);
    const std::uint32_t last = std::min(sentence.last, e.words.last + reach);
    for (std::uint32_t i = first; i < last; ++i) {
      const Word& word = text_.word(i);
      if (word.kind != WordKind::word) continue;
      const WordId id = word.id;
      if (id == w.will || id == w.shall || id == w.wont || id == w.going || id == w.scheduled || id == w.due ||
          id == w.planned || (id == w.to && i + 1 < last && text_.is(i + 1, w.be)) || text_.text(i).ends_with("'ll") ||
          text_.text(i).ends_with("’ll") ||
          ((id == w.is || text_.text(i) == "are") && i + 1 < last && text_.is(i + 1, w.to)))
        scene_.looks_ahead = true;
      else if (id == w.was || id == w.were || id == w.had || id == w.did ||
               (!word.has(Word::capital) && text_.text(i).ends_with("ed")))
        scene_.looks_back = true;
    }
    if (scene_.looks_ahead) scene_.looks_back = false;
  }

  // Is `m` the second end of a range that the mention before begins? Then that one grows.
  bool join(const DateMention& m) {
    if (found_.empty()) return false;
    DateMention& a = found_.back();
    if (a.until || m.until || m.words.first < a.words.last + 1) return false;
    const Words& w = words();
    std::uint32_t at = a.words.last;
    const bool led_by_from = a.words.first > 0 && text_.is(a.words.first - 1, w.from);
    const bool led_by_between = a.words.first > 0 && text_.is(a.words.first - 1, w.between);
    const bool dash = text_.dash(at);
    const bool joins = dash || text_.is(at, w.to) || text_.is(at, w.until) || text_.is(at, w.till) ||
                       text_.is(at, w.through) || (led_by_between && text_.is(at, w.and_));
    if (!joins || m.words.first != at + 1) return false;
    if (text_.paragraph().sentence_of(a.words.first) != text_.paragraph().sentence_of(m.words.first)) return false;
    if (a.grain == Grain::open || m.grain == Grain::open) return false;
    // "February 6 - this year -": the one says again when the other was.
    if (dash && a.grain == Grain::day && m.grain > Grain::week) return false;
    // Two whole dates with a dash between them are a life ("1922 – 2013"): two dates.
    if (dash && a.year_said && m.year_said && !led_by_from && !led_by_between) return false;
    if (m.year && !a.year && a.month) {  // from June to August 2012
      a.year = m.year;
      a.year_said = true;
      a.relative = false;
      DateExpression first;
      static_cast<SaidDay&>(first) = a;
      first.kind = a.day ? Kind::day : Kind::month;
      if (a.month && m.month && *a.month > *m.month && m.year) first.year = *m.year - 1;
      const Resolved r = resolve(first, scene_);
      a.first = r.first;
    } else if (a.year && !m.year && m.month && m.day) {
      DateExpression last;
      static_cast<SaidDay&>(last) = m;
      last.year = a.year;
      const Resolved r = resolve(last, scene_);
      a.last = r.last;
      a.until = m;
      a.approximate = a.approximate || m.approximate;
      a.words.last = m.words.last;
      a.span = a.span.joined(m.span);
      return true;
    }
    // "From January 23 through March 9", told in between: the first is of the second's year.
    if (a.month && m.month && !a.year && !m.year && a.first && m.last && *m.last < *a.first && *a.month < *m.month) {
      DateExpression first;
      static_cast<SaidDay&>(first) = a;
      first.kind = a.day ? Kind::day : Kind::month;
      first.year = static_cast<int>(m.last->year());
      a.first = resolve(first, scene_).first;
    }
    a.until = m;
    a.last = m.last;
    if (a.first && a.last && *a.last < *a.first) a.last.reset();
    a.year_said = a.year_said || m.year_said;
    a.relative = a.relative || m.relative;
    a.approximate = a.approximate || m.approximate;
    a.words.last = m.words.last;
    a.span = a.span.joined(m.span);
    a.grain = std::max(a.grain, m.grain);
    return true;
  }

  DateText text_;
  const Context& context_;
  DateScene scene_;
  std::vector<DateMention> found_;
};

}  // namespace

std::optional<DateExpression> read_date(const DateText& t, std::uint32_t i, std::uint32_t floor, Locale locale) {
  if (t.word(i).kind == WordKind::number) {
    if (auto e = read_number_date(t, i, locale)) return e;
    return read_year(t, i, floor);
  }
  if (auto e = read_holiday(t, i, floor)) return e;
  if (auto e = read_weekday_date(t, i, floor, locale)) return e;
  if (auto e = read_month_date(t, i, floor)) return e;
  if (auto e = read_season(t, i, floor)) return e;
  if (auto e = read_rank_date(t, i, floor)) return e;
  if (auto e = read_spoken_date(t, i)) return e;
  if (auto e = read_period(t, i, floor)) return e;
  if (auto e = read_present(t, i, floor)) return e;
  if (auto e = read_unit_date(t, i, floor)) return e;
  return read_year(t, i, floor);
}

std::vector<DateMention> find_dates(const Paragraph& paragraph, const Context& context) {
  return Finder(paragraph, context, {}).run();
}

std::vector<DateMention> find_dates(const Paragraph& paragraph, const Context& context, const DateScene& before) {
  return Finder(paragraph, context, before).run();
}

}  // namespace stet
