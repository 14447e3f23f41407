#include "facts/contact.h"

#include <algorithm>
#include <string>

#include "facts/word_view.h"

namespace stet {

namespace {

using At = WordView::At;

bool digits(std::string_view t) {
  return !t.empty() && std::all_of(t.begin(), t.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Groups of digits that nothing but spaces, hyphens, dots and brackets parts.
struct Groups {
  WordRange words;
  std::vector<std::string_view> groups;
  bool plus = false;
  std::size_t total() const {
    std::size_t n = 0;
    for (const std::string_view g : groups) n += g.size();
    return n;
  }
  bool are(std::initializer_list<std::size_t> sizes) const {
    return std::equal(groups.begin(), groups.end(), sizes.begin(), sizes.end(),
                      [](std::string_view g, std::size_t n) { return g.size() == n; });
  }
};

class Finder {
 public:
  Finder(const Facts& facts, std::size_t p) : facts_(facts), p_(p), w_(facts.paragraph(p), facts.context()) {}

  std::vector<Contact> run() {
    for (const Inline& in : w_.paragraph().inlines)
      if (in.kind == Inline::Kind::url) email(in);
    if (!w_.paragraph().holds(WordKind::number)) return std::move(found_);
    constexpr std::uint32_t shortest = 9;  // digits of a telephone number
    std::uint32_t places = 0;
    for (const Word& word : w_.paragraph().words) places += word.kind == WordKind::number ? word.end - word.begin : 0;
    for (At i = 0; places >= shortest && i < w_.size();) {
      const Groups g = w_.number(i) || w_.mark(i, '+') || w_.mark(i, '(') ? groups_at(i) : Groups{};
      i = std::max(i + 1, number(g));
    }
    for (At i = 0; i < w_.size(); ++i)
      if (w_.number(i)) address(i);
    return std::move(found_);
  }

 private:
  void add(Contact::Kind kind, WordRange words) { found_.push_back({kind, words}); }

  void email(const Inline& in) {
    const std::string_view bytes = facts_.document->text.bytes(facts_.absolute(p_, in.span));
    if (bytes.find('@') == std::string_view::npos || bytes.find("//") != std::string_view::npos) return;
    const auto& words = w_.paragraph().words;
    const auto word = std::lower_bound(words.begin(), words.end(), in.span.begin,
                                       [](const Word& x, std::uint32_t at) { return x.begin < at; });
    if (word == words.end() || word->begin >= in.span.end) return;
    const At i = static_cast<At>(word - words.begin());
    add(Contact::Kind::email, {i, i + 1});
  }

  Groups groups_at(At i) const {
    Groups g;
    g.words.first = i;
    if (w_.mark(i, '+')) g.plus = true, ++i;
    while (w_.inside(i) && (i == g.words.first || !w_.starts_sentence(i))) {
      if (w_.number(i)) {
        std::string_view t = w_.text(i);
        // 514.555.0187 is one word.
        for (std::size_t dot; (dot = t.find('.')) != std::string_view::npos; t.remove_prefix(dot + 1))
          g.groups.push_back(t.substr(0, dot));
        g.groups.push_back(t);
        g.words.last = i + 1;
      } else if (!w_.mark(i, '(') && !w_.mark(i, ')') && !(w_.hyphen(i) && w_.glued(i)) &&
                 !(w_.mark(i, '.') && w_.glued(i) && w_.number(i + 1))) {
        break;
      }
      ++i;
    }
    if (!std::all_of(g.groups.begin(), g.groups.end(), digits)) g.groups.clear();
    return g;
  }

  // Past the words of a number that is told by its groups; 0 for none.
  At number(const Groups& g) {
    if (g.groups.size() < 2) return 0;
    for (const DateMention& date : facts_.local(p_).dates)
      if (date.words.overlaps(g.words)) return 0;
    const std::size_t n = g.total();
    const bool american = g.are({3, 3, 4}) || (g.are({1, 3, 3, 4}) && g.groups[0] == "1");
    const bool national = g.groups[0].starts_with('0') && g.groups[0].size() >= 2 && n >= 9 && n <= 11 &&
                          g.groups.size() <= 5 && g.groups.back().size() >= 2;
    if (g.are({4, 4, 4, 4})) add(Contact::Kind::card, g.words);
    else if (american || national || (g.plus && n >= 9 && n <= 15)) add(Contact::Kind::telephone, g.words);
    else if (g.are({3, 2, 4})) add(Contact::Kind::social_security, g.words);
    else return 0;
    return g.words.last;
  }

  void address(At i) {
    if (!digits(w_.text(i)) || w_.text(i).size() > 5 || w_.starts_sentence(i + 1) || !w_.capital(i + 1)) return;
    if (w_.any(i + 1, {"rue", "via", "calle", "avenida", "rua", "avenue", "boulevard", "piazza", "place", "chemin"})) {
      At last = i + 2;
      while (w_.any(last, {"de", "la", "du", "des", "del", "di", "le", "les"})) ++last;
      const bool first = last < w_.size() && w_.capital(last) && !w_.starts_sentence(last);
      if (!first) return;
      while (w_.word(last) && w_.capital(last) && !w_.starts_sentence(last)) ++last;
      return add(Contact::Kind::address, {i, last});
    }
    for (At k = i + 1; k < i + 5 && w_.word(k) && w_.capital(k) && !w_.starts_sentence(k); ++k)
      if (k > i + 1 && w_.in(k, WordClass::street)) return add(Contact::Kind::address, {i, k + 1});
  }

  const Facts& facts_;
  std::size_t p_;
  WordView w_;
  std::vector<Contact> found_;
};

}  // namespace

std::vector<Contact> find_contacts(const Facts& facts, std::size_t p) { return Finder(facts, p).run(); }

}  // namespace stet
