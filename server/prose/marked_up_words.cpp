// What a word is set in: italics, a link's words.
#include <algorithm>

#include "prose/words.h"

namespace stet {

namespace {

// Inlines come by where they begin, so a word is visited once however deep they are nested.
void flag(Paragraph& paragraph, Inline::Kind kind, Word::Flag with) {
  auto word = paragraph.words.begin();
  for (const Inline& item : paragraph.inlines) {
    if (item.kind != kind) continue;
    word = std::lower_bound(word, paragraph.words.end(), item.inner.begin,
                            [](const Word& w, std::uint32_t begin) { return w.begin < begin; });
    for (; word != paragraph.words.end() && word->begin < item.inner.end; ++word) word->flags |= with;
  }
}

}  // namespace

void flag_marked_up_words(Paragraph& paragraph) {
  if (paragraph.inlines.empty()) return;
  flag(paragraph, Inline::Kind::emphasis, Word::in_emphasis);
  flag(paragraph, Inline::Kind::link, Word::in_link);
}

}  // namespace stet
