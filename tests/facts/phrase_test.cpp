#include "facts/phrase.h"

#include <gtest/gtest.h>

#include "prose/document.h"

namespace stet {
namespace {

// A list may lose a word, or never have had it: who asks for it by its letters must not miss it.
TEST(Phrases, KnowWordsThatNoListHas) {
  const Context context{.lexicon = plain_lexicon()};
  const Document d = read_document(Text("The Said zyzzyva zyz**zy**va, Holm’s."), Format::markdown, context);
  const Paragraph& p = *d.blocks.at(0).paragraph;
  const Phrases ph(p, *context.lexicon);
  ASSERT_FALSE(context.lexicon->known(p.words[2].id));
  EXPECT_TRUE(ph.word(1, "said"));
  EXPECT_TRUE(ph.word(2, "zyzzyva"));
  EXPECT_TRUE(ph.word(3, "zyzzyva"));
  EXPECT_FALSE(ph.word(2, "zyzzyvas"));
  EXPECT_TRUE(ph.word(4, ","));
  EXPECT_FALSE(ph.word(4, "said"));
}

}  // namespace
}  // namespace stet
