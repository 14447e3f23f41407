#include <fmt/format.h>

#include <algorithm>

#include "facts/poll.h"
#include "facts/within.h"
#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Settings {
  std::vector<std::string> need;
  std::size_t distance, missing;
};

struct Found {
  bool pollster = false, n = false, dates = false, population = false, margin = false;
};

class Polls {
 public:
  Polls(const Settings& settings, const Facts& facts) : settings_(settings), facts_(facts) {}

  std::vector<std::string_view> missing(std::size_t p, WordRange poll) const {
    std::vector<std::string_view> out;
    const Found f = found(p, poll);
    const auto ask = [&](std::string_view name, bool here, std::string_view words) {
      if (!here && std::find(settings_.need.begin(), settings_.need.end(), name) != settings_.need.end())
        out.push_back(words);
    };
    ask("pollster", f.pollster, "who asked");
    ask("n", f.n, "how many");
    ask("dates", f.dates, "when");
    ask("population", f.population, "whom");
    ask("margin", f.margin, "the margin of error");
    return out;
  }

 private:
  enum class Sentences : std::uint8_t { all, about_polls };
  static bool any_of(const WordView& w, WordRange words, const auto& list) {
    for (At i = words.first; i < words.last; ++i)
      if (w.word(i) && list.contains(w.key(i))) return true;
    return false;
  }

  // Near the poll every sentence may tell how it was done; farther off those that speak of it.
  Found found(std::size_t p, WordRange poll) const {
    if (!anywhere_) {
      anywhere_.emplace();
      for (std::size_t q = 0; q < facts_.size(); ++q) look(q, Sentences::about_polls, *anywhere_);
    }
    Found f = *anywhere_;
    const std::size_t from = p < settings_.distance ? 0 : p - settings_.distance;
    const std::size_t to = std::min(facts_.size(), p + settings_.distance + 1);
    for (std::size_t q = from; q < to; ++q) look(q, Sentences::all, f);
    const WordView here(facts_.paragraph(p), facts_.context());
    f.pollster = f.pollster || here.capital(poll.first - 1);
    return f;
  }

  void look(std::size_t q, Sentences which, Found& f) const {
    const WordView w(facts_.paragraph(q), facts_.context());
    for (const Sentence& s : w.paragraph().sentences) {
      const bool about = speaks_of_poll(w, s.words);
      if (which == Sentences::all || about) look(q, w, s.words, about, f);
    }
  }

  static bool asks_of(const WordView& w, WordRange words) {
    for (At i = words.first; i < words.last; ++i)
      if (w.word(i) && asked_in_polls(w.key(i))) return true;
    return false;
  }

  static bool speaks_of_poll(const WordView& w, WordRange sentence) {
    static constexpr WordKeySet words{{"poll", "polls", "survey", "surveys", "surveyed", "polled", "pollster",
                                       "pollsters", "respondents", "sample", "interviewed", "interviews", "margin",
                                       "questioned"}};
    return any_of(w, sentence, words);
  }

  void look(std::size_t p, const WordView& w, WordRange s, bool about, Found& f) const {
    f.population = f.population || asks_of(w, s);
    if (about) {
      const auto dates = within(facts_.local(p).dates, s);
      f.dates = f.dates || !dates.empty();
    }
    for (const Figure& figure : within(facts_.local(p).figures, s))
      if ((figure.dimension == Dimension::count || figure.dimension == Dimension::number) && figure.high >= 50 &&
          (about || (figure.head && asked_in_polls(w.key(*figure.head)))))
        f.n = true;
    for (At i = s.first; i < s.last; ++i) {
      if (w.any(i, {"margin"}) || (w.is(i, "plus") && w.is(i + 1, "or")) || w.mark(i, 0xB1)) f.margin = true;
      // "by Ipsos", "for the Herald", "Marlow's poll": a name in a sentence about it.
      if (about && w.capital(i) && !w.starts_sentence(i) && w.word(i) && names_pollster(w, i)) f.pollster = true;
    }
  }

  static bool names_pollster(const WordView& w, At i) {
    if (w.in(i, WordClass::month) || w.in(i, WordClass::weekday)) return false;
    At before = i;
    while (w.capital(before - 1) && !w.starts_sentence(before - 1)) --before;
    if (w.is(before - 1, "the")) --before;
    if (w.any(before - 1, {"by", "for", "from"})) return true;
    At after = i;
    while (w.capital(after) || w.hyphen(after) || w.mark(after, '/') || w.is(after, "'s") || w.reads(after, "’s") ||
           w.any(after, {"opinion", "latest", "new", "annual", "national"}))
      ++after;
    return w.any(after, {"poll", "polls", "survey", "surveys", "researchers", "surveyed", "polled", "asked",
                         "questioned", "interviewed", "found"});
  }

  const Settings& settings_;
  const Facts& facts_;
  mutable std::optional<Found> anywhere_;  // what all sentences about polls tell, found out when first asked
};

std::string listed(const std::vector<std::string_view>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i)
    out += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + std::string(items[i]);
  return out;
}

}  // namespace

Check poll_missing_method(const Options& options) {
  Settings settings{options.list("need"), static_cast<std::size_t>(std::clamp(options.number("distance"), 0.0, 100.0)),
                    static_cast<std::size_t>(std::max(options.number("missing"), 1.0))};
  return [settings = std::move(settings), own = OwnPhrases("poll-missing-method")](const Facts& facts, const Sources&,
                                                                                   Report& report) {
    if (facts.context().genre == Genre::fiction) return Pass{};
    const auto polls = std::make_shared<Polls>(settings, facts);
    return own.pass(
        facts, OwnPhrases::Where::body,
        [&, polls, last = std::pair<std::size_t, std::uint32_t>(~0u, 0)](std::size_t p, WordRange poll) mutable {
          const Paragraph& paragraph = facts.paragraph(p);
          const std::uint32_t sentence = paragraph.sentence_of(poll.first);
          if (last == std::pair(p, sentence)) return;
          const auto words = poll_result(facts, p, poll);
          if (!words) return;
          last = {p, sentence};
          const auto missing = polls->missing(p, poll);
          if (missing.size() < settings.missing) return;
          auto added = report.add(p, paragraph.span(*words),
                                  fmt::format("a poll without {}: say how it was done", listed(missing)));
          const std::uint32_t end = paragraph.words[paragraph.sentences[sentence].words.last - 1].end;
          added.fix("Insert a sentence on the method",
                    {{p,
                      {end, end},
                      " [TK pollster] asked [TK how many, whom] on [TK dates]; the margin of error is [TK]."}});
          added.detail(fmt::format(
              "Looked for within {} paragraphs, and wherever the draft speaks of the poll.\n\n**Missing.** {}",
              settings.distance, listed(missing)));
        });
  };
}

}  // namespace stet::rules
