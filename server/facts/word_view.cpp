#include "facts/word_view.h"

#include <array>
#include <utility>

namespace stet {

namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> irregular{{
    {"people", "person"},      {"men", "man"},     {"women", "woman"},  {"children", "child"},
    {"feet", "foot"},          {"teeth", "tooth"}, {"mice", "mouse"},   {"geese", "goose"},
    {"wives", "wife"},         {"lives", "life"},  {"knives", "knife"}, {"wolves", "wolf"},
    {"thieves", "thief"},      {"loaves", "loaf"}, {"leaves", "leaf"},  {"shelves", "shelf"},
    {"criteria", "criterion"}, {"staff", "staff"}, {"crew", "crew"},    {"personnel", "personnel"},
    {"aircraft", "aircraft"},  {"fish", "fish"},   {"sheep", "sheep"},  {"cattle", "cattle"},
}};

std::string lowered(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = small(c);
  return out;
}

bool compound_of(std::string_view noun, std::string_view end) {
  return noun.size() > end.size() && noun.ends_with(end) && (end == "men" || end == "women" || end == "children");
}

// The singular of an irregular plural; empty for the others, which most words are.
std::string irregular_singular(std::string_view noun) {
  static constexpr WordKeySet plurals{{"people",  "men",       "women",    "children", "feet",     "teeth",
                                       "mice",    "geese",     "wives",    "lives",    "knives",   "wolves",
                                       "thieves", "loaves",    "leaves",   "shelves",  "criteria", "staff",
                                       "crew",    "personnel", "aircraft", "fish",     "sheep",    "cattle"}};
  if (!plurals.contains(word_key(noun)) && !noun.ends_with("men") && !noun.ends_with("children")) return {};
  for (const auto& [many, one] : irregular) {
    if (noun == many) return std::string(one);
    if (compound_of(noun, many)) return std::string(noun.substr(0, noun.size() - many.size())).append(one);
  }
  return {};
}

// A plural in -s that is none of the irregular ones; of small letters.
bool plural_in_s(std::string_view small_noun) {
  static constexpr WordKeySet no_nouns{{"always",  "perhaps", "besides", "its",    "his",   "was",        "has",
                                        "does",    "yes",     "less",    "says",   "goes",  "afterwards", "sometimes",
                                        "news",    "hers",    "ours",    "theirs", "yours", "whereas",    "towards",
                                        "upwards", "plus",    "sports",  "gas"}};
  return small_noun.size() >= 3 && small_noun.back() == 's' && !small_noun.ends_with("ss") &&
         !small_noun.ends_with("us") && !small_noun.ends_with("is") && !no_nouns.contains(word_key(small_noun));
}

}  // namespace

std::string WordView::lower(At i) const { return lowered(text(i)); }

bool WordView::reads(At i, std::string_view small_letters) const {
  if (!inside(i)) return false;
  const Word& w = (*this)[i];
  if (w.spelled == 0 && w.end - w.begin != small_letters.size()) return false;
  const std::string_view t = paragraph_.text(w);
  if (t.size() != small_letters.size()) return false;
  for (std::size_t k = 0; k < t.size(); ++k)
    if (small(t[k]) != small_letters[k]) return false;
  return true;
}

bool WordView::hyphen(At i) const { return mark(i, '-') || mark(i, 0x2010) || mark(i, 0x2011); }

bool WordView::dash(At i) const { return hyphen(i) || mark(i, 0x2013) || mark(i, 0x2212) || mark(i, '~'); }

bool WordView::clause_end(At i) const {
  if (!inside(i) || starts_sentence(i)) return true;
  if (!kind(i, WordKind::mark)) return false;
  return mark(i, '.') || mark(i, ',') || mark(i, ';') || mark(i, ':') || mark(i, '?') || mark(i, '!') || mark(i, ')') ||
         mark(i, 0x2014) || mark(i, 0x2026) || mark(i, 0x201D) || mark(i, '"');
}

std::string singular(std::string_view noun) {
  std::string s = lowered(noun);
  if (std::string one = irregular_singular(s); !one.empty()) return one;
  if (!plural_in_s(s)) return s;
  const auto cut = [&](std::size_t n, std::string_view add) { return s.substr(0, s.size() - n) + std::string(add); };
  if (s.size() > 4 && s.ends_with("ies")) return cut(3, "y");
  for (const std::string_view end : {"sses", "shes", "ches", "xes", "zzes"})
    if (s.ends_with(end)) return cut(2, "");
  if (s == "buses" || s == "heroes" || s == "tomatoes" || s == "potatoes" || s == "viruses" || s == "bonuses")
    return cut(2, "");
  return cut(1, "");
}

bool looks_plural(std::string_view noun) {
  if (noun.size() < 3) return false;
  const std::string s = lowered(noun);
  return plural_in_s(s) || !irregular_singular(s).empty();
}

}  // namespace stet
