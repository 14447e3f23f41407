// "As of September 18", said of the present, and long past on the day of publication.
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
        if (!w.is(first - 1, "of") || !w.is(first - 2, "as") || date.quoted || !date.last) continue;
        const auto behind = published - std::chrono::sys_days(*date.last);
        if (behind <= limit) continue;
        // Of which year a day is that names none is not sure enough to be years off.
        if (!date.year_said && behind > std::chrono::days(366)) continue;
        const WordRange sentence = sentence_around(w.paragraph(), date.words);
        if (sentence.size() > longest_sentence || past_tense(w, sentence, date.words) || last_available(w, sentence))
          continue;
        const WordRange words{first - 2, date.words.last};
        auto added = report.add(p, w.paragraph().span(words),
                                fmt::format("{}: {} days before publication ({}). Is it still so?",
                                            w.paragraph().text(words), behind.count(), written(*facts.context().date)));
        added.related_date();
        added.detail(fmt::format("{} to {}: {} days; the desk's limit is {}.", written(*date.last),
                                 written(*facts.context().date), behind.count(), limit.count()));
        added.fix("Insert “[TK recheck]”", {{p, {date.span.end, date.span.end}, " [TK recheck]"}});
      }
    }
  };
}

}  // namespace stet::rules
