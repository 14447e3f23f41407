// "As of September 18", said of the present, and long past on the day of publication; "to date", said then.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "facts/date_text.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// Does the sentence speak of the past: was, had, an -ed that no "is" or "has" carries?
bool past_tense(const WordView& w, WordRange sentence, WordRange date) {
  for (At i = sentence.first; i < sentence.last; ++i) {
    if (!w.word(i) || date.contains(i)) continue;
    if (w.any(i, {"was", "were", "had", "did", "would", "could"}) || w.in(i, WordClass::irregular_past)) {
      if (!w.any(i - 1, {"has", "have", "is", "are", "been", "being", "be", "'s"})) return true;
    } else if (!w.capital(i) && w.text(i).size() > 4 && w.text(i).ends_with("ed")) {
      bool carried = w.any(i - 1, {"the", "a", "an", "of", "by", "its", "all", "and"});
      for (At k = i, n = 0; k-- > sentence.first && n < 3 && !carried; ++n)
        carried = w.any(k, {"has", "have", "is", "are", "been", "being", "be", "'s", "to", "not"});
      // "Numbers updated weekly": behind a noun it may be a participle, but nobody is sure.
      if (!carried) return true;
    }
  }
  return false;
}

// "The latest figures available", "the last count".
bool last_available(const WordView& w, WordRange sentence) {
  for (At i = sentence.first; i < sentence.last; ++i)
    if (w.is(i, "available") || (w.any(i, {"latest", "last", "newest"}) &&
                                 w.any(i + 1, {"figures", "data", "count", "numbers", "statistics", "available",
                                               "report", "census", "update", "tally", "records", "known"})))
      return true;
  return false;
}

// "To date", "so far", "at press time" in the sentence; empty where they are not.
WordRange to_date(const WordView& w, WordRange sentence) {
  for (At i = sentence.first; i + 1 < sentence.last; ++i) {
    if (w[i].has(Word::in_quotation)) continue;
    if ((w.is(i, "to") && w.is(i + 1, "date")) || (w.is(i, "so") && w.is(i + 1, "far"))) {
      // "So far as", "up to date", "to date the wreck".
      if (!w.is(i + 2, "as") && !w.is(i - 1, "up") &&
          (w.clause_end(i + 2) || w.mark(i + 2, ',') || i == sentence.first))
        return {i, i + 2};
    } else if (w.is(i, "at") && w.is(i + 1, "press") && w.is(i + 2, "time")) {
      return {i, i + 3};
    }
  }
  return {};
}

// "The board said on September 18", "a report of August says": when what is told was told.
bool tells_when_said(const WordView& w, const DateMention& date) {
  At i = date.words.first - 1;
  if (!w.any(i, {"on", "in"})) return false;
  return w.in(i - 1, WordClass::say_verb) && date.bound == DateMention::Bound::at && !date.until;
}

}  // namespace

Check as_of_stale(const Options& options) {
  const auto limit = std::chrono::days(static_cast<int>(std::clamp(options.number("limit_days"), 0.0, 36500.0)));
  return [limit](const Facts& facts, const Sources&, Report& report) {
    if (!facts.context().date || facts.context().genre == Genre::fiction) return;
    const auto published = std::chrono::sys_days(*facts.context().date);
    for (const std::size_t p : facts.with<DateMention>()) {
      const WordView w(facts.paragraph(p), facts.context());
      for (const DateMention& date : facts.local(p).dates) {
        const At first = date.words.first;
        const bool as_of = w.any(first - 1, {"of", "at"}) && w.is(first - 2, "as");
        if ((!as_of && !tells_when_said(w, date)) || date.quoted || !date.last) continue;
        const auto behind = published - std::chrono::sys_days(*date.last);
        if (behind <= limit) continue;
        // Of which year a day is that names none is not sure enough to be years off.
        if (!date.year_said && behind > std::chrono::days(366)) continue;
        const WordRange sentence = sentence_around(w.paragraph(), date.words);
        if (sentence.size() > longest_sentence || last_available(w, sentence)) continue;
        if (as_of && past_tense(w, sentence, date.words)) continue;
        const WordRange words = as_of ? WordRange{first - 2, date.words.last} : to_date(w, sentence);
        if (words.empty()) continue;
        const std::string said = w.paragraph().text(words) + (as_of ? "" : ", " + w.paragraph().text(date.words));
        auto added = report.add(p, w.paragraph().span(words),
                                fmt::format("{}: {} days before publication ({}). Is it still so?", said,
                                            behind.count(), written(*facts.context().date)));
        added.related_date();
        added.detail(fmt::format("{} to {}: {} days; the desk's limit is {}.", written(*date.last),
                                 written(*facts.context().date), behind.count(), limit.count()));
        const std::uint32_t end = w.paragraph().span(words).end;
        added.fix("Insert “[TK recheck]”", {{p, {end, end}, " [TK recheck]"}});
      }
    }
  };
}

}  // namespace stet::rules
