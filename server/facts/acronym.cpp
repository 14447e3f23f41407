#include "facts/acronym.h"

#include <algorithm>
#include <array>
#include <span>

#include "facts/acronym_name.h"
#include "prose/fold.h"

namespace stet {

namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }

// II, XIV, MCM: what is a number in letters, as numbers are written.
bool roman(std::string_view s) {
  const auto eat = [&](char one, char five, char ten) {
    const std::size_t before = s.size();
    if (s.size() >= 2 && s[0] == one && (s[1] == five || s[1] == ten)) {
      s.remove_prefix(2);
    } else {
      if (!s.empty() && s[0] == five) s.remove_prefix(1);
      for (int n = 0; n < 3 && !s.empty() && s[0] == one; ++n) s.remove_prefix(1);
    }
    return s.size() != before;
  };
  if (s == "CD" || s == "MD" || s == "DC" || s == "MC" || s == "MI" || s == "DI" || s == "CV") return false;
  while (!s.empty() && s[0] == 'M') s.remove_prefix(1);
  eat('C', 'D', 'M');
  eat('X', 'L', 'C');
  eat('I', 'V', 'X');
  return s.empty();
}

class Finder {
 public:
  explicit Finder(const Paragraph& p) : p_(p) {}

  std::vector<Acronym> run() {
    const std::span<const Word> words(p_.words);
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      const Word& w = words[i];
      if (w.kind == WordKind::mark) {
        if (w.is_mark(U'(') || w.is_mark(U'[')) bracket(i);
      } else if (w.kind == WordKind::word && w.has(Word::capital)) {
        use(i);
      }
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Acronym& a, const Acronym& b) { return a.span.begin < b.span.begin; });
    return std::move(found_);
  }

 private:
  bool has(std::uint32_t i) const { return i < p_.words.size(); }
  bool mark(std::uint32_t i, char32_t c) const { return has(i) && p_.words[i].is_mark(c); }
  bool joined(std::uint32_t i) const { return i > 0 && has(i) && !p_.words[i].has(Word::space_before); }
  bool is_word(std::uint32_t i) const { return has(i) && p_.words[i].kind == WordKind::word; }
  bool dash(std::uint32_t i) const { return mark(i, U'-') || mark(i, 0x2010) || mark(i, 0x2011) || mark(i, 0x2013); }

  // Two to nine capitals (more than six only where the draft spells them out: see acronym_table), digits allowed after
  // the first, a final s allowed.
  bool shaped(std::uint32_t i) const {
    const Word& w = p_.words[i];
    if (!w.has(Word::capitals) && w.spelled == 0 && p_.letters[w.end - 1] != 's') return false;
    std::string_view s = p_.text(i);
    if (!w.has(Word::capitals) && !(s.size() > 2 && s.back() == 's' && upper(s[s.size() - 2]))) return false;
    if (!w.has(Word::capitals)) s.remove_suffix(1);
    int capitals = 0;
    for (const char c : s) {
      if (upper(c)) ++capitals;
      else if (c != '.' && c != '&' && !(c >= '0' && c <= '9')) return false;
    }
    return capitals >= 2 && capitals <= 9 && s.size() <= 12;
  }

  // Is the neighbour in capitals too? Then this is a headline or a shout.
  bool shouted(std::uint32_t i) const {
    const auto loud = [&](std::uint32_t k) {
      return is_word(k) && p_.words[k].has(Word::capitals) && p_.text(k).size() > 3 && !joined(k);
    };
    return (i > 0 && loud(i - 1) && !joined(i)) || loud(i + 1);
  }

  bool in_name(std::uint32_t i) const {
    // KX-150, $ABC, F1/ABC, ABC's is fine.
    if (joined(i) && !mark(i - 1, U'(') && !mark(i - 1, U'[') && !mark(i - 1, 0x201C) && !mark(i - 1, U'"') &&
        !mark(i - 1, 0x2018) && !mark(i - 1, U'\'') && !mark(i - 1, 0x2014) && !mark(i - 1, 0x2013) &&
        !mark(i - 1, U'/'))
      return true;
    if (dash(i + 1) && joined(i + 1) && joined(i + 2) && has(i + 2) &&
        (p_.words[i + 2].kind == WordKind::number || p_.words[i + 2].has(Word::capital)))
      return true;
    if (joined(i + 1) && has(i + 1) &&
        (p_.words[i + 1].kind == WordKind::number || mark(i + 1, U'@') || mark(i + 1, U'_')))
      return true;
    const auto capital_word = [&](std::uint32_t k) { return is_word(k) && p_.words[k].has(Word::capital); };
    if (capital_word(i + 1) && !joined(i + 1)) return true;
    // "The", "An" and the like are no part of a name.
    if (i > 0 && capital_word(i - 1) && !joined(i) && !p_.words[i - 1].has(Word::starts_sentence) &&
        p_.text(i - 1).size() > 3)
      return true;
    return has(i + 1) && p_.words[i + 1].kind == WordKind::number && !joined(i + 1);
  }

  bool glossed(std::uint32_t i) const {
    if (mark(i + 1, U'[')) return true;
    if (i == 0) return false;
    std::uint32_t before = i - 1;
    if (p_.words[before].kind == WordKind::mark && before > 0) --before;
    const std::string_view s = p_.text(before);
    // “digital quotient”, or DQ
    if (s == "or" && before > 0 && p_.words[before - 1].kind == WordKind::mark) return true;
    static constexpr std::array<std::string_view, 8> cues{"called", "dubbed",  "named",     "nicknamed",
                                                          "titled", "branded", "codenamed", "acronym"};
    return std::find(cues.begin(), cues.end(), s) != cues.end();
  }

  void use(std::uint32_t i) {
    if (!shaped(i) || shouted(i)) return;
    const std::string key = acronym_key(p_.text(i));
    if (key.size() < 2 || roman(key)) return;
    // Part of a definition just read?
    for (std::size_t back = 0; back < 3 && back < found_.size(); ++back)
      if (found_[found_.size() - 1 - back].short_form.contains(i)) return;
    Acronym a;
    a.short_form = {i, i + 1};
    a.span = p_.words[i].span();
    a.quoted = p_.words[i].has(Word::in_quotation);
    a.in_name = in_name(i);
    a.glossed = glossed(i);
    found_.push_back(a);
  }

  // "Full Name (ABC)" and "ABC (Full Name)" at the bracket i.
  void bracket(std::uint32_t i) {
    constexpr std::uint32_t reach = 24;
    const char32_t close = mark(i, U'(') ? U')' : U']';
    std::uint32_t end = i + 1;
    while (has(end) && end - i < reach && !mark(end, close) && !mark(end, U'(') && !mark(end, U'[')) ++end;
    if (!mark(end, close) || end == i + 1 || i == 0) return;
    // "(ABC; see below)", "(ABC, founded in 1990)"
    std::uint32_t last = end;
    for (std::uint32_t k = i + 1; k < end; ++k)
      if (mark(k, U';') || mark(k, U',')) {
        last = k;
        break;
      }
    std::uint32_t first = i + 1;
    if (is_word(first) && p_.text(first) == "the") ++first;
    // "(formerly ABC)", "(or ABC)", and quotation marks around it.
    while (first + 1 < last && (mark(first, 0x201C) || mark(first, U'"') || mark(first, 0x2018) || mark(first, U'\'') ||
                                p_.text(first) == "or"))
      ++first;
    while (last > first + 1 &&
           (mark(last - 1, 0x201D) || mark(last - 1, U'"') || mark(last - 1, 0x2019) || mark(last - 1, U'\'')))
      --last;
    if (short_form({first, last})) {
      if (define({first, last}, before(i, {first, last}))) return;
    }
    // The other way round.
    const std::uint32_t head = i - 1;
    if (is_word(head) && end - i >= 3 && (shaped(head) || short_form({head, i}))) reverse(head, {i + 1, end});
  }

  // May these words be a short form? Two to ten letters, one of them a capital, at most two words.
  bool short_form(WordRange words) const {
    if (words.empty() || words.size() > 7) return false;
    std::size_t letters = 0, capitals = 0, apart = 1;
    for (std::uint32_t k = words.first; k < words.last; ++k) {
      const Word& w = p_.words[k];
      if (k > words.first && w.has(Word::space_before)) ++apart;
      const std::string_view s = p_.text(k);
      if (w.kind == WordKind::word || w.kind == WordKind::number) {
        letters += s.size();
        for (const char c : s)
          if (upper(c)) ++capitals;
      } else if (!(w.kind == WordKind::mark && (dash(k) || mark(k, U'/') || mark(k, U'.') || mark(k, U'+')))) {
        return false;
      }
    }
    const Word& w = p_.words[words.first];
    if (w.kind != WordKind::word && w.kind != WordKind::number) return false;
    if (apart > 2 || letters < 2 || letters > 10 || capitals == 0) return false;
    // One word with only a first capital is a name or a sentence: "(Holm)", "(Figure)".
    if (capitals == 1 && words.size() == 1 && upper(p_.text(words.first)[0]) && letters > 3) return false;
    return true;
  }

  std::string letters_of(WordRange words) const {
    std::string out;
    for (std::uint32_t k = words.first; k < words.last; ++k) out += p_.text(k);
    return acronym_key(out);
  }

  // The words before bracket i that may be the long form.
  WordRange before(std::uint32_t i, WordRange short_form) const {
    const std::size_t n = letters_of(short_form).size();
    const std::size_t most = std::min(n + 5, n * 2);
    const std::uint32_t sentence = p_.sentences[p_.sentence_of(i)].words.first;
    std::uint32_t first = i;
    std::size_t words = 0;
    while (first > sentence && words < most && i - first < 40) {
      const Word& w = p_.words[first - 1];
      if (w.is_mark(U'(') || w.is_mark(U')') || w.is_mark(U';') || w.is_mark(U':')) break;
      --first;
      if (w.kind == WordKind::word || w.kind == WordKind::number) {
        if (p_.text(first).front() != '\'' && !p_.text(first).starts_with("’")) ++words;
      }
    }
    std::uint32_t last = i;
    while (last > first && p_.words[last - 1].kind == WordKind::mark) --last;
    return {first, last};
  }

  bool define(WordRange words, WordRange candidates) {
    const std::string letters = letters_of(words);
    if (candidates.empty() || letters.size() < 2) return false;
    auto from = spelt_out(p_, letters, candidates);
    if (!from) from = name_before(p_, letters, candidates);
    if (!from) return false;
    const std::string spelt = p_.text(*from);
    if (spelt.size() <= letters.size() + 1) return false;
    // The long form does not hold the short one.
    for (std::uint32_t k = from->first; k < from->last; ++k)
      if (words.size() == 1 && p_.words[k].id == p_.words[words.first].id) return false;
    Acronym a;
    a.short_form = words;
    a.span = p_.span(words);
    a.long_form = widened(*from);
    a.quoted = p_.words[words.first].has(Word::in_quotation);
    found_.push_back(a);
    return true;
  }

  // A match may begin inside a hyphened compound: "non-governmental" from "governmental".
  WordRange widened(WordRange r) const {
    while (r.first > 1 && dash(r.first - 1) && joined(r.first) && joined(r.first - 1)) r.first -= 2;
    return r;
  }

  void reverse(std::uint32_t head, WordRange inside) {
    std::uint32_t first = inside.first;
    if (is_word(first) && (p_.text(first) == "the" || p_.text(first) == "The")) ++first;
    std::uint32_t last = inside.last;
    const std::string letters = acronym_key(p_.text(head));
    const auto from = spelt_out(p_, letters, {first, last});
    if (!from || from->first != first || from->size() < 2) return;
    for (auto it = found_.rbegin(); it != found_.rend() && it - found_.rbegin() < 8; ++it)
      if (it->short_form.first == head) {
        it->long_form = WordRange{first, last};
        return;
      }
    Acronym a;
    a.short_form = {head, head + 1};
    a.span = p_.words[head].span();
    a.long_form = WordRange{first, last};
    a.quoted = p_.words[head].has(Word::in_quotation);
    found_.push_back(a);
  }

  const Paragraph& p_;
  std::vector<Acronym> found_;
};

}  // namespace

std::vector<Acronym> find_acronyms(const Paragraph& paragraph, const Context&) { return Finder(paragraph).run(); }

}  // namespace stet
