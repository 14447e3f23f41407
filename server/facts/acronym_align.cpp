#include <algorithm>

#include "facts/acronym.h"
#include "prose/fold.h"
#include "text/utf8.h"

namespace stet {

namespace {

bool ascii_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// The letters of the words, accents gone, and the word each came from.
struct Spread {
  std::string letters;
  std::vector<std::uint32_t> from;
};

}  // namespace

std::string acronym_key(std::string_view written) {
  std::string key;
  for (const char c : written)
    if (c != '.' && c != ' ' && c != '-') key += c;
  if (key.size() > 2 && key.back() == 's' && key[key.size() - 2] >= 'A' && key[key.size() - 2] <= 'Z') key.pop_back();
  return key;
}

std::optional<WordRange> spelt_out(const Paragraph& p, std::string_view letters, WordRange words) {
  Spread s;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const Word& w = p.words[i];
    if (w.kind != WordKind::word && w.kind != WordKind::number) {
      s.letters += ' ';
      s.from.push_back(i);
      continue;
    }
    const std::string_view text = p.text(i);
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) > 0; });
    for (const char c : ascii ? std::string(text) : fold_accents(text)) {
      s.letters += lower(c);
      s.from.push_back(i);
    }
    s.letters += ' ';
    s.from.push_back(i);
  }
  auto at = static_cast<std::ptrdiff_t>(s.letters.size()) - 1;
  for (auto k = static_cast<std::ptrdiff_t>(letters.size()) - 1; k >= 0; --k) {
    const char c = lower(letters[static_cast<std::size_t>(k)]);
    if (!ascii_alnum(c)) continue;
    const auto begins = [&](std::ptrdiff_t i) {
      return i == 0 || !ascii_alnum(s.letters[static_cast<std::size_t>(i) - 1]);
    };
    while (at >= 0 && (s.letters[static_cast<std::size_t>(at)] != c || (k == 0 && !begins(at)))) --at;
    if (at < 0) return std::nullopt;
    if (k == 0) return WordRange{s.from[static_cast<std::size_t>(at)], words.last};
    --at;
  }
  return std::nullopt;
}

}  // namespace stet
