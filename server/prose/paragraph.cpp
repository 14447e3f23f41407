#include "prose/paragraph.h"

#include <algorithm>
#include <array>

namespace stet {

std::string_view zone_name(Zone zone) {
  static constexpr std::array names{
      "body",     "headline", "dek",  "byline", "subhead",  "caption",    "credit", "pull quote", "block quotation",
      "question", "answer",   "list", "table",  "footnote", "references", "bio",    "correction", "code",
      "math"};
  return names[static_cast<std::size_t>(zone)];
}

std::string Paragraph::text(WordRange range) const {
  std::string out;
  for (std::uint32_t i = range.first; i < range.last && i < words.size(); ++i) {
    if (i != range.first && words[i].has(Word::space_before)) out.push_back(' ');
    if (words[i].kind == WordKind::opaque) out.append("…");
    else out.append(text(words[i]));
  }
  return out;
}

Span Paragraph::span(WordRange range) const {
  if (range.first >= words.size()) return {size(), size()};
  if (range.empty()) return {words[range.first].begin, words[range.first].begin};
  return {words[range.first].begin, words[range.last - 1].end};
}

std::uint32_t Paragraph::sentence_of(std::uint32_t index) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), index,
                                      [](std::uint32_t i, const Sentence& s) { return i < s.words.first; });
  return after == sentences.begin() ? 0 : static_cast<std::uint32_t>(after - sentences.begin()) - 1;
}

}  // namespace stet
