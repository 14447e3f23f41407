// Time told from the day of writing: it ages, and a reader must know when the piece came out.
#include <fmt/format.h>

#include <algorithm>

#include "facts/calendar.h"
#include "facts/date_text.h"
#include "facts/within.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;
using Grain = DateMention::Grain;

struct Settings {
  enum class Style { by_genre, daily, magazine } style;
  std::vector<std::string> allow;
};

class Reader {
 public:
  Reader(const Settings& settings, bool magazine, const Facts& facts, Report& report)
      : settings_(settings), magazine_(magazine), facts_(facts), report_(report) {}

  Holds read(std::size_t p) {
    if (!writer(p) || (facts_.local(p).dates.empty() && !magazine_)) return Holds::nothing;
    const WordView w(facts_.paragraph(p), facts_.context());
    for (const DateMention& d : facts_.local(p).dates) mention(p, w, d);
    if (magazine_) words(p, w);
    return Holds::something;
  }

 private:
  bool writer(std::size_t p) const {
    const Zone zone = facts_.paragraph(p).zone;
    const bool read = zone == Zone::body || zone == Zone::dek || zone == Zone::list || zone == Zone::headline;
    return read && !facts_.paragraph(p).foreign;
  }

  // Does the writer's paragraph before say a year? Looked for once a paragraph.
  bool year_before(std::size_t p) {
    if (asked_ == p) return year_before_;
    asked_ = p;
    std::size_t before = p;
    while (before > 0 && !writer(before - 1)) --before;
    return year_before_ = before > 0 && year_said(before - 1);
  }

  bool year_said(std::size_t p) const {
    return std::any_of(facts_.local(p).dates.begin(), facts_.local(p).dates.end(),
                       [](const DateMention& d) { return d.year_said; });
  }

  bool allowed(const std::string& text) const {
    return std::find(settings_.allow.begin(), settings_.allow.end(), text) != settings_.allow.end();
  }

  static std::optional<At> told(const WordView& w, const DateMention& d) {
    for (At i = d.words.first; i < d.words.last; ++i)
      if (w.any(i, {"last", "next", "past", "this", "coming"})) return i;
    return std::nullopt;
  }

  void mention(std::size_t p, const WordView& w, const DateMention& d) {
    if (d.quoted || d.year_said || d.until) return;
    const bool wide = d.grain == Grain::year || d.grain == Grain::month || d.grain == Grain::season ||
                      d.grain == Grain::quarter || d.grain == Grain::decade;
    if (!d.relative) {
      // "The following year" whose year stands nowhere near.
      if (d.grain == Grain::year && !d.first &&
          (w.any(d.words.first, {"following", "next"}) || w.any(d.words.first + 1, {"following", "next"})) &&
          !year_before(p))
        tell(p, w, d, w.paragraph().text(d.words));
      // "This past June" in a draft without a date.
      else if (d.month && !d.day && !d.first && told(w, d) && !allowed(w.paragraph().text(d.words)) &&
               !anchored(w, p, d))
        tell(p, w, d, w.paragraph().text(d.words));
      return;
    }
    if (!wide || d.weekday || (d.day && d.month)) {
      if (!(magazine_ && d.grain == Grain::open)) return;
    }
    if (!magazine_ && !told(w, d)) return;
    const std::string text = w.paragraph().text(d.words);
    if (allowed(text) || anchored(w, p, d) || goes_on(w, p, d)) return;
    tell(p, w, d, text);
  }

  // "In 1932 she bought a yard. For the next four years she built boats": counted from what was told before.
  bool goes_on(const WordView& w, std::size_t p, const DateMention& d) const {
    const WordRange sentence = sentence_around(w.paragraph(), d.words);
    if (!w.is(d.words.first, "the") || !w.is(d.words.first + 1, "next") || sentence.first == 0) return false;
    const auto before =
        within(facts_.local(p).dates, sentence_around(w.paragraph(), {sentence.first - 1, sentence.first}));
    return std::ranges::any_of(before, &DateMention::year_said);
  }

  // A date whose year is said in the sentence anchors the rest.
  bool anchored(const WordView& w, std::size_t p, const DateMention& d) const {
    const WordRange sentence = sentence_around(w.paragraph(), d.words);
    const auto dates = within(facts_.local(p).dates, sentence);
    return dates.size() > 40 ||
           std::any_of(dates.begin(), dates.end(), [](const DateMention& o) { return o.year_said; });
  }

  void tell(std::size_t p, const WordView& w, const DateMention& d, const std::string& text) {
    const auto& anchor = facts_.context().date;
    const bool known = anchor && d.relative && d.first && d.last && d.grain != Grain::open;
    const std::string date = known ? told_date(w, d) : std::string();
    auto added =
        report_.add(p, d.span,
                    known ? fmt::format("“{}” ages: give the date ({})", text, date.empty() ? written_days(d) : date)
                    : d.relative ? fmt::format("“{}” counts from the day of publication: give the date", text)
                                 : fmt::format("“{}”: no year is near to count from", text));
    if (!known) return;
    added.related_date();
    added.detail(fmt::format("“{}” is {}, counted from {}. Read a year later it is another.", text, written_days(d),
                             written(*anchor)));
    // "Last year's budget" and "the last-year figures" want another construction.
    if (date.empty() || w.text(d.words.last).starts_with("'") || w.text(d.words.last).starts_with("’") ||
        w.hyphen(d.words.last))
      return;
    const bool led =
        w.in(d.words.first - 1, WordClass::preposition) || w.any(d.words.first - 1, {"since", "until", "of", "in"});
    const std::string full = led ? date : (w.starts_sentence(d.words.first) ? "In " : "in ") + date;
    added.fix(fmt::format("Replace with “{}”", full), {{p, d.span, full}});
  }

  // "2019", "May 2020", "the summer of 2019".
  static std::string told_date(const WordView& w, const DateMention& d) {
    if (d.grain == Grain::year || d.grain == Grain::month) return written_days(d);
    if (d.grain == Grain::season)
      return fmt::format("the {} of {}", w.lower(d.words.last - 1), static_cast<int>(d.first->year()));
    return {};
  }

  // "Currently", "now", "recently", "soon", "to date", "at present".
  void words(std::size_t p, const WordView& w) {
    for (At i = 0; i < w.size(); ++i) {
      if (w[i].kind != WordKind::word || w[i].has(Word::in_quotation)) continue;
      if (!w.any(i, {"currently", "now", "recently", "soon", "nowadays", "recent", "date", "present"})) continue;
      At first = i;
      if (w.is(i, "date") || w.is(i, "present")) {
        if (!w.is(i - 1, w.is(i, "date") ? WordKey("to") : WordKey("at")) ||
            !(w.clause_end(i + 1) || w.mark(i + 1, ',')))
          continue;
        first = i - 1;
      }
      if (w.is(i, "recent") && w.any(i + 1, {"memory", "years", "months", "weeks", "days", "decades"})) continue;
      if (w.is(i, "now") &&
          (w.any(i + 1, {"that", "and"}) || w.any(i - 1, {"until", "was", "were", "had", "by", "from", "just"})))
        continue;
      if (w.is(i, "soon") &&
          (w.any(i - 1, {"as", "too", "very"}) || w.any(i + 1, {"after", "as", "afterwards", "became"})))
        continue;
      const WordRange words{first, i + 1};
      const WordRange sentence = sentence_around(w.paragraph(), words);
      const auto dates = within(facts_.local(p).dates, sentence);
      if (dates.size() > 40) continue;
      if (std::any_of(dates.begin(), dates.end(), [](const DateMention& d) { return d.year_said; })) continue;
      const std::string text = w.paragraph().text(words);
      if (allowed(text)) continue;
      auto added = report_.add(p, w.paragraph().span(words), fmt::format("“{}” ages: as of when?", text));
      const auto& anchor = facts_.context().date;
      if (!anchor || w.is(i, "soon") || w.is(i, "recent") || w.is(i, "recently")) continue;
      added.related_date();
      const std::string of =
          fmt::format("{}s of {} {}", w.starts_sentence(first) ? "A" : "a",
                      month_name(static_cast<unsigned>(anchor->month())), static_cast<int>(anchor->year()));
      added.fix(fmt::format("Replace with “{}”", of), {{p, w.paragraph().span(words), of}});
    }
  }

  const Settings& settings_;
  bool magazine_;
  const Facts& facts_;
  Report& report_;
  std::optional<std::size_t> asked_;  // the paragraph that year_before_ is of
  bool year_before_ = false;
};

}  // namespace

Check relative_time(const Options& options) {
  const std::string& style = options.text("style");
  const Settings settings{style == "daily"      ? Settings::Style::daily
                          : style == "magazine" ? Settings::Style::magazine
                                                : Settings::Style::by_genre,
                          options.list("allow")};
  return [settings](const Facts& facts, const Sources&, Report& report) {
    const Genre genre = facts.context().genre;
    if (genre == Genre::fiction) return Pass{};
    const bool long_lived = genre == Genre::magazine || genre == Genre::academic || genre == Genre::encyclopedic;
    const bool magazine =
        settings.style == Settings::Style::magazine || (settings.style == Settings::Style::by_genre && long_lived);
    return Pass{[reader = Reader(settings, magazine, facts, report)](std::size_t p) mutable { return reader.read(p); }};
  };
}

}  // namespace stet::rules
