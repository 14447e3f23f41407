// A figure of the headline, or of the dek, that the text does not bear out.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "facts/interval.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Place {
  std::size_t p;
  const Figure* figure;
};

// The text's figures are sought in its first paragraphs: what comes later may be of another matter.
constexpr std::size_t lead_paragraphs = 4;
constexpr std::size_t most_figures = 400;

bool may_hold_text(Zone zone) {
  return zone != Zone::headline && zone != Zone::dek && zone != Zone::references && zone != Zone::footnote &&
         zone != Zone::code && zone != Zone::byline;
}

// A first line without a stop over a single paragraph heads it, too.
bool heads(const Facts& facts, std::size_t p) {
  const Zone zone = facts.paragraph(p).zone;
  if (zone == Zone::headline) return true;
  if (p != 0 || facts.size() != 2 || zone != Zone::body) return false;
  const Paragraph& first = facts.paragraph(0);
  constexpr std::size_t short_line = 14;
  if (first.words.size() > short_line || first.words.empty() || !first.words[0].has(Word::capital)) return false;
  const Word& last = first.words.back();
  return last.kind != WordKind::mark || last.is_mark(U'”') || last.is_mark(U'’');
}

// "Five things to know", "Top 10", "Apollo 11": numbers that count the article's own points, or name something.
bool counts_something(const WordView& w, const Figure& f) {
  if (!plain(f) || f.quoted || f.change_end || f.dimension == Dimension::ordinal || f.dimension == Dimension::age ||
      f.dimension == Dimension::duration || f.dimension == Dimension::ratio)
    return false;
  if (f.hedge != Figure::Hedge::none) return false;
  const At first = f.words.first, last = f.words.last;
  if (counted(f) && (std::abs(*f.value) < 2 || *f.value != std::floor(*f.value))) return false;
  if (w.any(first - 1, {"top", "no", "no.", "number", "part", "chapter", "day", "phase", "level", "under", "over",
                        "route", "highway", "room", "to", "of", "vs", "v"}) ||
      w.hyphen(first - 1) || w.hyphen(last) || w.dash(first - 1) || w.dash(last))
    return false;
  if (f.dimension == Dimension::number && !f.in_words && first > 0 && w.capital(first - 1) && !w.mark(last, '%') &&
      !w.word(last))
    return false;
  for (At i = last; i < last + 4; ++i)
    if (w.any(i, {"things",  "tips",   "ways",  "reasons", "facts", "questions", "lessons", "takeaways", "steps",
                  "rules",   "points", "myths", "charts",  "books", "films",     "places",  "ideas",     "signs",
                  "minutes", "more",   "years", "days",    "hours", "months",    "weeks"}))
      return false;
  return true;
}

bool kin(const Figure& a, const Figure& b) { return (counted(a) && counted(b)) || same_kind(a, b); }

// The headline may round as far as its last digit that is not zero; small counts it does not round.
bool agrees(const Figure& head, const Figure& text) {
  if (apart(interval_of(head), interval_of(text)) <= 0) return true;
  if (!head.value || !text.value) return false;
  const double value = std::abs(*head.value), other = std::abs(*text.value);
  constexpr double rounded_from = 100;
  if (counted(head) && value < rounded_from) return value == other;
  double unit = 1;
  while (unit <= value && std::fmod(value, unit * 10) == 0) unit *= 10;
  return std::abs(value - other) <= unit / 2;
}

// Stems of the words that matter, to tell that two sentences speak of one thing.
void add_stems(const WordView& w, WordRange words, std::set<std::string>& out) {
  for (At i = words.first; i < words.last; ++i) {
    if (!w.word(i) || w.in(i, WordClass::np_stop) || w.in(i, WordClass::auxiliary) || w.text(i).size() < 4) continue;
    out.insert(w.lower(i).substr(0, 5));
  }
}

class Headlines {
 public:
  Headlines(const Facts& facts, Report& report) : facts_(facts), report_(report) {
    std::size_t seen = 0;
    for (std::size_t p = 0; p < facts.size(); ++p) {
      if (!may_hold_text(facts.paragraph(p).zone) || heads(facts, p)) continue;
      for (const Figure& f : facts.local(p).figures)
        if (text_.size() < most_figures) text_.push_back({p, &f}), in_lead_ += seen < lead_paragraphs ? 1 : 0;
      ++seen;
    }
  }

  // A headline or dek of the draft, and a field of its front matter, read by itself.
  void headline(std::size_t p) {
    read(facts_, p, facts_.document->blocks[p].begin,
         facts_.paragraph(p).zone == Zone::dek ? "the dek" : "the headline");
  }
  void field(const Meta::Entry& entry) {
    constexpr std::size_t longest = 600;
    if (entry.value.size() > longest) return;
    const auto begin = place_of(entry);
    if (!begin) return;
    const Facts alone = stet::read(Text(entry.value), Format::plain, facts_.context());
    for (std::size_t p = 0; p < alone.size(); ++p)
      read(alone, p, *begin + alone.document->blocks[p].begin, "the front matter’s " + entry.key);
  }

 private:
  // Where a value begins in the draft, its quotation mark passed over; nullopt where it is not written as it reads.
  std::optional<std::uint32_t> place_of(const Meta::Entry& entry) const {
    const auto size = static_cast<std::uint32_t>(entry.value.size());
    for (const std::uint32_t begin : {entry.span.begin, entry.span.begin + 1})
      if (facts_.document->text.bytes(Span{begin, begin + size}) == entry.value) return begin;
    return std::nullopt;
  }

  void read(const Facts& head, std::size_t p, std::uint32_t begin, const std::string& where) {
    const WordView w(head.paragraph(p), head.context());
    // A question asks.
    if (w.size() == 0 || w.mark(w.size() - 1, '?')) return;
    for (const Figure& f : head.local(p).figures)
      if (counts_something(w, f)) look(w, f, f.span.moved(begin), where);
  }

  void look(const WordView& w, const Figure& f, Span place, const std::string& where) {
    for (const Place& t : text_)
      if (t.figure->value && *t.figure->value == *f.value) return;
    for (const Place& t : text_)
      if (kin(f, *t.figure) && agrees(f, *t.figure)) return;
    if (made_of_others(f)) return;
    std::set<std::string> said;
    add_stems(w, {0, w.size()}, said);
    const Place* best = nullptr;
    std::size_t best_shared = 1;  // more than one word must be shared
    for (std::size_t i = 0; i < in_lead_; ++i) {
      const Place& t = text_[i];
      if (!comparable(f, *t.figure)) continue;
      const WordView there(facts_.paragraph(t.p), facts_.context());
      const Paragraph& paragraph = facts_.paragraph(t.p);
      std::set<std::string> words;
      add_stems(there, paragraph.sentences[paragraph.sentence_of(t.figure->words.first)].words, words);
      const auto shared = static_cast<std::size_t>(
          std::count_if(words.begin(), words.end(), [&](const std::string& s) { return said.contains(s); }));
      if (shared > best_shared) best = &t, best_shared = shared;
    }
    if (best != nullptr) tell(w, f, place, where, *best);
  }

  static bool comparable(const Figure& f, const Figure& t) {
    if (!kin(f, t) || !plain(t) || t.part || t.change_end || t.quoted) return false;
    const auto near = [](double a, double b) { return a <= 2 * b && b <= 2 * a; };
    const double a = std::abs(*f.value), b = std::abs(*t.value);
    if (a <= 0 || b <= 0) return false;
    // $3bn over a text with $2.6m: a word for another.
    const bool money = f.dimension == Dimension::money;
    return near(a, b) || (money && (near(a, 1000 * b) || near(1000 * a, b)));
  }

  // "12 dead in two attacks" of a text with seven and five.
  bool made_of_others(const Figure& f) const {
    constexpr std::size_t few = 40;
    std::vector<double> values;
    for (const Place& t : text_)
      if (kin(f, *t.figure) && t.figure->value && values.size() < few) values.push_back(*t.figure->value);
    for (std::size_t i = 0; i < values.size(); ++i)
      for (std::size_t j = i + 1; j < values.size(); ++j) {
        if (values[i] + values[j] == *f.value || std::abs(values[i] - values[j]) == *f.value) return true;
        for (std::size_t k = j + 1; k < values.size(); ++k)
          if (values[i] + values[j] + values[k] == *f.value) return true;
      }
    return false;
  }

  void tell(const WordView& w, const Figure& f, Span place, const std::string& where, const Place& there) {
    const std::string here = w.paragraph().text(f.words);
    const std::string in_text = facts_.paragraph(there.p).text(there.figure->words);
    auto added = report_.add_absolute(place, fmt::format("{} in {}, {} in the text", here, where, in_text));
    added.related(there.p, there.figure->span, in_text);
    added.detail(fmt::format("Compared with {} figures of the text; none is {}.", text_.size(), here));
    std::string instead = in_text;
    if (w.starts_sentence(f.words.first) && instead[0] >= 'a' && instead[0] <= 'z')
      instead[0] = static_cast<char>(instead[0] - 32);
    added.fix_absolute(fmt::format("Replace with {}", instead), {place, instead});
    added.fix(fmt::format("Replace in the text with {}", here), {{there.p, there.figure->span, here}});
  }

  const Facts& facts_;
  Report& report_;
  std::vector<Place> text_;
  std::size_t in_lead_ = 0;  // of these, how many stand in the first paragraphs
};

}  // namespace

Check headline_body_mismatch(const Options& options) {
  const auto& fields = options.list("fields");
  const auto asked = [&](std::string_view field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  std::vector<std::string> keys;
  if (asked("title")) keys.insert(keys.end(), {"title", "headline", "seo_title"});
  if (asked("dek")) keys.insert(keys.end(), {"dek", "subtitle", "standfirst"});
  if (asked("description")) keys.insert(keys.end(), {"description", "summary", "excerpt"});
  if (asked("social")) keys.insert(keys.end(), {"social", "og_title", "og_description", "tweet"});
  return [title = asked("title"), dek = asked("dek"), keys = std::move(keys)](const Facts& facts, const Sources&,
                                                                              Report& report) {
    std::optional<Headlines> reader;
    for (const Meta::Entry& entry : facts.document->meta.entries) {
      if (std::find(keys.begin(), keys.end(), entry.key) == keys.end()) continue;
      if (!reader) reader.emplace(facts, report);
      reader->field(entry);
    }
    constexpr std::size_t top = 8;
    for (std::size_t p = 0; p < std::min(facts.size(), top); ++p) {
      const bool read = (title && heads(facts, p)) || (dek && facts.paragraph(p).zone == Zone::dek);
      if (!read || facts.local(p).figures.empty() || facts.paragraph(p).foreign) continue;
      if (!reader) reader.emplace(facts, report);
      reader->headline(p);
    }
  };
}

}  // namespace stet::rules
