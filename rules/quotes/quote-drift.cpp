#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>

#include "facts/quotation_match.h"
#include "facts/speaker.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

bool display(Zone zone) {
  return zone == Zone::headline || zone == Zone::dek || zone == Zone::pull_quote || zone == Zone::caption ||
         zone == Zone::subhead;
}

bool is_read(Zone zone) {
  return display(zone) || zone == Zone::body || zone == Zone::block_quote || zone == Zone::answer || zone == Zone::list;
}

class Reader {
 public:
  Reader(std::size_t min_words, double overlap, const Facts& facts, Report& report)
      : min_words_(min_words), overlap_(overlap), facts_(facts), report_(report) {}

  // Of each quotation of the paragraph its index, how many of its words weigh, and these.
  void find(std::uint32_t p, std::vector<std::uint32_t>& out) const {
    const std::span<const Quote> quotes = facts_.local(p).quotes;
    if (quotes.empty() || !is_read(facts_.paragraph(p).zone)) return;
    for (std::uint32_t i = 0; i < quotes.size(); ++i) {
      if (quotes[i].depth != 0) continue;
      const auto weighty = Quotations::weighty(facts_, {p, i}, min_words_);
      if (!weighty) continue;
      out.push_back(i);
      out.push_back(static_cast<std::uint32_t>(weighty->size()));
      out.insert(out.end(), weighty->begin(), weighty->end());
    }
  }

  void take(std::uint32_t p, std::span<const std::uint32_t> found) {
    while (!found.empty()) {
      said_.add({p, found[0]}, found.subspan(2, found[1]));
      found = found.subspan(2 + found[1]);
    }
  }

  void conclude() {
    // What comes twice in one paragraph is a figure of speech.
    for (const auto& [earlier, later] : said_.matches())
      if (said_[earlier].paragraph != said_[later].paragraph) compare(wording(said_[earlier]), wording(said_[later]));
  }

 private:
  Wording wording(FactRef ref) const {
    Wording out = wording_of(facts_.paragraph(ref.paragraph), facts_.local(ref.paragraph).quotes[ref.index].words);
    out.quote = ref;
    return out;
  }

  const Attribution* speaker(FactRef ref) const {
    const auto& index = facts_.local(ref.paragraph).quotes[ref.index].attribution;
    return index ? &facts_.local(ref.paragraph).attributions[*index] : nullptr;
  }

  // Two people, two days, or a translation said to be one: not one quotation.
  bool apart(const Wording& a, const Wording& b) const {
    const Paragraph &x = facts_.paragraph(a.quote.paragraph), &y = facts_.paragraph(b.quote.paragraph);
    const Attribution *one = speaker(a.quote), *other = speaker(b.quote);
    if (one != nullptr && other != nullptr && different_speakers(x, *one, y, *other)) return true;
    const WordRange here = sentences_around(x, a.range), there = sentences_around(y, b.range);
    if (translated(x, here) || translated(y, there)) return true;
    const std::string day = date_in(a.quote.paragraph, here), other_day = date_in(b.quote.paragraph, there);
    return !day.empty() && !other_day.empty() && day != other_day;
  }

  static bool translated(const Paragraph& p, WordRange sentence) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
      if (p.text(i).starts_with("translat") || p.text(i).starts_with("Translat")) return true;
    return false;
  }

  std::string date_in(std::uint32_t p, WordRange sentence) const {
    for (const DateMention& d : facts_.local(p).dates)
      if (sentence.contains(d.words.first) && !facts_.paragraph(p).words[d.words.first].has(Word::in_quotation))
        return facts_.paragraph(p).text(d.words);
    return {};
  }

  // Words are changed to fit where a quotation is displayed; elsewhere two that are only alike may be two.
  static bool certain(const Drift& drift, bool shown) {
    return shown ? drift.changes * 5 <= drift.of * 2
                 : !drift.slight && drift.changes <= std::max<std::size_t>(1, drift.of / 8);
  }

  void compare(const Wording& a, const Wording& b) {
    const Paragraph &x = facts_.paragraph(a.quote.paragraph), &y = facts_.paragraph(b.quote.paragraph);
    // A list of answers: many who say nearly the same.
    if (x.zone == Zone::list && y.zone == Zone::list) return;
    const bool shown = display(x.zone) || display(y.zone);
    const auto drift = drift_between(a, b, facts_.lexicon(), overlap_);
    if (!drift || !(drift->reordered || certain(*drift, shown)) || apart(a, b)) return;
    const bool earlier = display(x.zone) && !display(y.zone);
    const Wording &here = earlier ? a : b, &there = earlier ? b : a;
    const WordRange mine = earlier ? drift->a : drift->b, theirs = earlier ? drift->b : drift->a;
    const Paragraph &p = earlier ? x : y, &q = earlier ? y : x;
    const std::string now = p.text(mine), other = q.text(theirs);
    auto added = report_.add(here.quote.paragraph, span(here),
                             fmt::format("“{}” here, “{}” {}: one quotation in two wordings", now, other,
                                         earlier ? "further down" : "before"));
    added.related(there.quote.paragraph, q.span(theirs), other);
    added.fix(fmt::format("Write “{}” here", other), {{here.quote.paragraph, p.span(mine), other}});
    added.fix(fmt::format("Write “{}” in the other", now), {{there.quote.paragraph, q.span(theirs), now}});
    added.detail(fmt::format("| here | there |\n| --- | --- |\n| {} | {} |\n\n{} of {} words are the same.",
                             p.text(here.range), q.text(there.range), drift->same, drift->of));
  }

  Span span(const Wording& w) const { return facts_.local(w.quote.paragraph).quotes[w.quote.index].span; }

  std::size_t min_words_;
  double overlap_;
  const Facts& facts_;
  Report& report_;
  Quotations said_;
};

}  // namespace

Check quote_drift(const Options& options) {
  const auto min_words = static_cast<std::size_t>(std::clamp(options.number("min_words"), 3.0, 1000.0));
  const double overlap = options.number("overlap");
  return [=](const Facts& facts, const Sources&, Report& report) {
    const auto reader = std::make_shared<Reader>(min_words, overlap, facts, report);
    return digesting<std::uint32_t>(
        [reader](std::size_t p, std::vector<std::uint32_t>& out) { reader->find(static_cast<std::uint32_t>(p), out); },
        [reader](std::size_t p, std::span<const std::uint32_t> found) {
          reader->take(static_cast<std::uint32_t>(p), found);
        },
        [reader] { reader->conclude(); });
  };
}

}  // namespace stet::rules
