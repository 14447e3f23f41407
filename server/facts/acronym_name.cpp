#include "facts/acronym_name.h"

#include <algorithm>
#include <string>

namespace stet {

std::optional<WordRange> name_before(const Paragraph& p, std::string_view letters, WordRange words) {
  if (letters.size() < 4 || words.empty()) return std::nullopt;
  const auto capital = [&](std::uint32_t i) {
    return p.words[i].kind == WordKind::word && p.words[i].has(Word::capital) && !p.words[i].has(Word::starts_sentence);
  };
  // Small words inside a name: "Council for the Rescue of the Coast".
  const auto joins = [&](std::uint32_t i) {
    const std::string_view t = p.text(i);
    return t == "of" || t == "for" || t == "the" || t == "in" || t == "and" || t == "de" || t == "du" || t == "des";
  };
  if (!capital(words.last - 1)) return std::nullopt;
  std::string left(letters);
  std::size_t found = 0, capitals = 0, best = 0;
  std::uint32_t first = words.last;
  for (std::uint32_t i = words.last; i > words.first && (capital(i - 1) || joins(i - 1)); --i) {
    if (!capital(i - 1)) continue;
    ++capitals;
    const std::size_t at = left.find(p.text(i - 1).front());
    if (at != std::string::npos) {
      left.erase(at, 1);
      ++found;
    }
    if (found <= best) continue;
    best = found;
    first = i - 1;
  }
  const std::size_t least = std::max<std::size_t>(3, (letters.size() + 1) / 2);
  if (best < least || capitals < 3) return std::nullopt;
  return WordRange{first, words.last};
}

}  // namespace stet
