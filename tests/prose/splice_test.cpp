// A Markdown draft under edits: what is taken from the version before is what would be read afresh. STET_DRAFTS says
// how many random drafts are tried.
#include "prose/splice.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "read.h"
#include "support/same_reading.h"

namespace stet {
namespace {

Context plain_context() {
  Context context;
  context.lexicon = plain_lexicon();
  return context;
}

// Two versions before, as an editor has them: the second can be spliced.
Document version_of(const std::string& text) {
  const Context context = plain_context();
  const Document first = read_document(Text(text), Format::markdown, context);
  return read_document(Text(text), Format::markdown, context, &first);
}

std::optional<Splice> spliced(const Document& before, const std::string& text) {
  if (!text.starts_with(before.text.bytes(before.meta.span))) return std::nullopt;
  return splice(Text(text), before.meta.span.end, before);
}

const std::string four = "The ferry sank.\n\nNobody drowned.\n\nThe board met.\n\nIt rained.\n";

TEST(Splice, ParsesWhatLiesBetweenTheSeamsAroundAnEdit) {
  const auto found =
      spliced(version_of(four), "The ferry sank.\n\nNobody at all drowned.\n\nThe board met.\n\nIt rained.\n");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->begin, 17u);
  EXPECT_EQ(found->end, 41u);
  EXPECT_EQ(found->raw.blocks.size(), 1u);
  EXPECT_EQ(found->first, 1u);
  EXPECT_EQ(found->last, 2u);
}

TEST(Splice, TakesInTheParagraphThatTypingJoins) {
  const auto found = spliced(version_of(four), "The ferry sank.\n\nNobody drowned.\nThe board met.\n\nIt rained.\n");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->raw.blocks.size(), 1u);
  EXPECT_EQ(found->last - found->first, 2u);
}

TEST(Splice, IsNoneWhereAllBehindReadsOtherwise) {
  std::string long_draft;
  for (int n = 0; n < 10; ++n) long_draft += four + "\n";
  const Document before = version_of(long_draft);
  EXPECT_FALSE(spliced(before, "```\n" + long_draft)) << "a fence";
  EXPECT_FALSE(spliced(before, "<!-- " + long_draft)) << "a comment";
  EXPECT_FALSE(spliced(before, "## Sources\n\n" + long_draft)) << "references";
  EXPECT_FALSE(spliced(before, "[a]: https://example.org\n\n" + long_draft)) << "an address";
  EXPECT_TRUE(spliced(before, "Late news. " + long_draft));
}

TEST(Splice, HasNoSeamsInListsQuotationsAndNotes) {
  const Document draft = version_of("One.\n\n- a\n\n  Two.\n\n> Three.\n\n[^1]: Four.\n\n    Five.\n\nSix.\n");
  ASSERT_EQ(draft.spliceable->seams.size(), 1u);
  EXPECT_EQ(draft.text.bytes().substr(draft.spliceable->seams[0].at), "Six.\n");
}

TEST(Splice, SeesFrontMatterThatGoesOn) {
  for (const std::string more : {"-\n\ntext", "\n", "\n\nIt rained.\n"}) {
    const std::string text = "---\ntitle: A\n---";
    const Document before = version_of(text);
    const Document next = read_document(Text(text + more), Format::markdown, plain_context(), &before);
    EXPECT_EQ(difference(next, read_document(Text(text + more), Format::markdown, plain_context())), "") << more;
  }
}

// See MarkdownMask::hangs_on_place.
TEST(Splice, IsNoneOfListsThatHangOnTheirPlace) {
  for (const std::string list : {"1. one\n\n\n    two\n", "> 1. one\n>\n>\n>     two\n", "- # Head\n\n  two\n",
                                 "- one\n\n  ```\n  code\n  ```\n\n  two\n", "1. ***\n\n   two\n",
                                 "- One\n  ===\n\n  two\n", "> - ## Head\n>\n>   two\n", "- <!-- x -->\n\n  two\n"})
    EXPECT_FALSE(spliced(version_of(four + "\n" + list), "Yes. " + four + "\n" + list)) << list;
  for (const std::string list : {"1. one\n\n    two\n", "- one\n\n  two\n", "## Head\n\n> Two.\n"})
    EXPECT_TRUE(spliced(version_of(four + "\n" + list), "Yes. " + four + "\n" + list)) << list;
}

// Whatever the place of the list, what is spliced reads as it does afresh.
TEST(Splice, ReadsListsAtAnyPlace) {
  for (const std::string list : {"- # Head\n\n  Obviously two.\n", "1. ***\n\n   two\n"}) {
    std::string text = "Intro.\n\n" + four + "\n" + list + "\nLast.\n";
    Document before = version_of(text);
    for (int n = 0; n < 300; ++n) {
      text.insert(2, "x");
      Document next = read_document(Text(text), Format::markdown, plain_context(), &before);
      ASSERT_EQ(difference(next, read_document(Text(text), Format::markdown, plain_context())), "") << n << list;
      before = std::move(next);
    }
  }
}

TEST(Splice, ReadsWhatAFreshReadingReads) {
  const std::vector<std::string> usual{"The ferry sank off Corvane, Ana Ruiz said.",
                                       "“It was late,” she said.",
                                       "\n\n",
                                       "\n\n",
                                       "\n\n",
                                       "\n",
                                       "# A title",
                                       "- an item",
                                       "1. one",
                                       "> quoted",
                                       "[^1]: A note.",
                                       "[^1]",
                                       "[the log](https://pier.example)",
                                       "<div id=\"a\">",
                                       "</div>",
                                       "| a | b |",
                                       "| --- | --- |",
                                       "| 1 | 2 |",
                                       "    code",
                                       "*so*",
                                       "**Photo: Desk**",
                                       "---",
                                       "===",
                                       "\r\n\r\n",
                                       "\r",
                                       "&amp;",
                                       "Le bateau est parti hier de la ville avec les hommes.",
                                       "By Per Holm",
                                       "{{< figure >}}",
                                       "\xE2\x80",
                                       "[^2]: Another.\n\n    Its second."};
  // These change what stands far from them.
  std::vector<std::string> all{"## Sources",
                               "```",
                               "~~~",
                               "[a]: https://example.org",
                               "[the log][a]",
                               "[//]: # (a note)",
                               "<!-- stet off: x y -->",
                               "<script>"};
  all.insert(all.end(), usual.begin(), usual.end());
  std::mt19937 random(11);
  const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  const Context context = plain_context();
  int splices = 0;
  const char* const said = std::getenv("STET_DRAFTS");
  const int drafts = said != nullptr ? std::atoi(said) : 120;
  for (int draft = 0; draft < drafts; ++draft) {
    const std::vector<std::string>& pieces = draft % 3 == 0 ? all : usual;
    std::string text = draft % 4 == 0 ? "---\ntitle: Tides\n---\n\n" : "";
    for (int n = 0; n < 40; ++n) text += pieces[below(pieces.size())] + (below(3) > 0 ? "\n\n" : "\n");
    Document before = version_of(text);
    for (int edit = 0; edit < 25; ++edit) {
      const std::uint32_t at = below(text.size() + 1);
      text.replace(at, below(8), below(3) == 0 ? "" : below(3) == 0 ? "x" : all[below(all.size())]);
      splices += spliced(before, text) ? 1 : 0;
      Document next = read_document(Text(text), Format::markdown, context, &before);
      const Document fresh = read_document(Text(text), Format::markdown, context);
      ASSERT_EQ(difference(next, fresh), "") << "draft " << draft << ", edit " << edit << " at " << at << " of\n"
                                             << text;
      before = std::move(next);
    }
  }
  EXPECT_GT(splices, drafts * 3);
}

}  // namespace
}  // namespace stet
