// A bare "$" (or "pounds", "rupees") where the draft speaks of two countries that write their money so.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "facts/currency.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Country {
  WordKey word;  // the first letters of its name in the draft; of two words, the second is `next`
  WordKey next;
  std::string_view family, code, prefix;  // of the shared name; its own code, and how its sign is written
};

// Who writes money by a shared sign or name: countries, their people and the capitals that stand for them. ISO 4217.
constexpr std::array countries = std::to_array<Country>({
    {"us", {}, "USD?", "USD", "US$"},
    {"u.s.", {}, "USD?", "USD", "US$"},
    {"usa", {}, "USD?", "USD", "US$"},
    {"america", {}, "USD?", "USD", "US$"},
    {"american", {}, "USD?", "USD", "US$"},
    {"washington", {}, "USD?", "USD", "US$"},
    {"united", "states", "USD?", "USD", "US$"},
    {"canada", {}, "USD?", "CAD", "C$"},
    {"canadian", {}, "USD?", "CAD", "C$"},
    {"ottawa", {}, "USD?", "CAD", "C$"},
    {"australia", {}, "USD?", "AUD", "A$"},
    {"australian", {}, "USD?", "AUD", "A$"},
    {"canberra", {}, "USD?", "AUD", "A$"},
    {"new", "zealand", "USD?", "NZD", "NZ$"},
    {"hong", "kong", "USD?", "HKD", "HK$"},
    {"singapore", {}, "USD?", "SGD", "S$"},
    {"taiwan", {}, "USD?", "TWD", "NT$"},
    {"jamaica", {}, "USD?", "JMD", "J$"},
    {"india", {}, "INR?", "INR", "Indian "},
    {"indian", {}, "INR?", "INR", "Indian "},
    {"pakistan", {}, "INR?", "PKR", "Pakistani "},
    {"pakistani", {}, "INR?", "PKR", "Pakistani "},
    {"nepal", {}, "INR?", "NPR", "Nepalese "},
    {"switzerland", {}, "CHF?", "CHF", "Swiss "},
    {"swiss", {}, "CHF?", "CHF", "Swiss "},
    {"senegal", {}, "CHF?", "XOF", "CFA "},
    {"mali", {}, "CHF?", "XOF", "CFA "},
    {"cameroon", {}, "CHF?", "XAF", "CFA "},
    {"mexico", {}, "MXN?", "MXN", "Mexican "},
    {"mexican", {}, "MXN?", "MXN", "Mexican "},
    {"argentina", {}, "MXN?", "ARS", "Argentine "},
    {"chile", {}, "MXN?", "CLP", "Chilean "},
    {"colombia", {}, "MXN?", "COP", "Colombian "},
    {"philippines", {}, "MXN?", "PHP", "Philippine "},
    {"denmark", {}, "DKK?", "DKK", "Danish "},
    {"danish", {}, "DKK?", "DKK", "Danish "},
    {"norway", {}, "DKK?", "NOK", "Norwegian "},
    {"norwegian", {}, "DKK?", "NOK", "Norwegian "},
});

// One whose money goes by the name of `family`.
const Country* country_at(const WordView& w, At i, std::string_view family) {
  if (!w.word(i) || !w.capital(i)) return nullptr;
  for (const Country& c : countries)
    if (c.family == family && w.is(i, c.word) && (c.next.empty() || w.is(i + 1, c.next))) {
      // "us" in small letters, and the US dollar's own prefix, are none.
      if (c.code == "USD" && w.is(i, "us") && w.text(i) != "US") continue;
      return &c;
    }
  return nullptr;
}

struct Clue {
  const Country* country = nullptr;
  At word = 0;
  WordRange words() const { return {word, word + (country && !country->next.empty() ? 2 : 1)}; }
};

struct Bare {
  FactRef at;
  Clue clue;
};

class Bares {
 public:
  Bares(const Options& options, const Facts& facts, Report& report)
      : home_(options.text("default_currency")), facts_(facts), report_(report) {}

  Holds read(std::uint32_t p) {
    const std::span<const Figure> figures = facts_.local(p).figures;
    if (figures.empty()) return Holds::nothing;
    Holds holds = Holds::nothing;
    const WordView w(facts_.paragraph(p), facts_.context());
    for (std::uint32_t k = 0; k < figures.size(); ++k) {
      const Figure& f = figures[k];
      if (f.dimension != Dimension::money) continue;
      holds = Holds::something;
      if (!f.unit.ends_with('?')) coded_.insert(f.unit);
      else if (!f.quoted && f.value && !idiom(w, f)) read(w, {p, k}, f);
    }
    return holds;
  }

  void conclude() { compare(); }

 private:
  // A million-dollar question.
  static bool idiom(const WordView& w, const Figure& f) {
    return w.any(f.words.last, {"question", "bill", "bills", "note", "notes", "store", "menu", "tree"}) ||
           (f.in_words && w.hyphen(f.words.last - 2));
  }

  void read(const WordView& w, FactRef at, const Figure& f) {
    const Paragraph& paragraph = w.paragraph();
    const WordRange sentence = paragraph.sentences[paragraph.sentence_of(f.words.first)].words;
    Clue clue;
    constexpr At far = 40;
    const At from = std::max(sentence.first, f.words.first - std::min(f.words.first, far));
    for (At i = f.words.first; i > from && !clue.country; --i) clue = look(w, i - 1, f);
    if (clue.country) bare_.push_back({at, clue});
  }

  static Clue look(const WordView& w, At i, const Figure& f) {
    const Country* c = country_at(w, i, f.unit);
    return c ? Clue{c, i} : Clue{};
  }

  // The first bare amount of one country stands; the first of another is asked about.
  void compare() {
    std::map<std::string_view, const Bare*> first;  // by shared name
    for (const Bare& bare : bare_) {
      if (coded_.contains(bare.clue.country->code)) continue;  // some amount says whose money it is
      const auto [at, is_first] = first.emplace(bare.clue.country->family, &bare);
      if (!is_first && at->second->clue.country->code != bare.clue.country->code) return tell(*at->second, bare);
    }
  }

  const Figure& figure(FactRef at) const { return facts_.local(at.paragraph).figures[at.index]; }

  void tell(const Bare& first, const Bare& other) {
    const Figure &f = figure(other.at), &g = figure(first.at);
    const Paragraph &here = facts_.paragraph(other.at.paragraph), &there = facts_.paragraph(first.at.paragraph);
    const std::string said = here.text(f.words), before = there.text(g.words);
    const Country &one = *first.clue.country, &two = *other.clue.country;
    auto added = report_.add(
        other.at.paragraph, f.span,
        fmt::format("{}: whose? “{}” is near it, and “{}” near {} in paragraph {}", said, here.text(other.clue.words()),
                    there.text(first.clue.words()), before, first.at.paragraph + 1));
    added.related(first.at.paragraph, g.span, before);
    for (const Country* c : {&two, &one}) prefix(added, other.at, *c);
    added.detail(fmt::format("It may be {} (“{}”) or {} (“{}”); the desk's own is {}.", two.code,
                             here.text(other.clue.words()), one.code, there.text(first.clue.words()), home_));
  }

  void prefix(Report::Added& added, FactRef at, const Country& c) const {
    const Paragraph& paragraph = facts_.paragraph(at.paragraph);
    const Figure& f = figure(at);
    for (std::uint32_t i = f.words.first; i < f.words.last; ++i)
      if (paragraph.words[i].is_mark('$') && c.prefix.ends_with('$'))
        added.fix(fmt::format("Write {}", c.prefix),
                  {{at.paragraph, paragraph.words[i].span(), std::string(c.prefix)}});
  }

  const std::string& home_;
  const Facts& facts_;
  Report& report_;
  std::vector<Bare> bare_;
  std::set<std::string, std::less<>> coded_;
};

}  // namespace

Check currency_ambiguous(const Options& options) {
  return [options](const Facts& facts, const Sources&, Report& report) {
    const auto bares = std::make_shared<Bares>(options, facts, report);
    return Pass{[bares](std::size_t p) { return bares->read(static_cast<std::uint32_t>(p)); },
                [bares] { bares->conclude(); }};
  };
}

}  // namespace stet::rules
