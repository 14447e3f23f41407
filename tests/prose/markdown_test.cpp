#include <gmock/gmock.h>

#include "read.h"

namespace stet {
namespace {

using testing::HasSubstr;

std::string repeat(std::string_view s, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += s;
  return out;
}

TEST(Markdown, BlocksWithTheirZones) {
  EXPECT_EQ(
      shown(
          read_draft("# The bridge\n\nIt fell.\nAll of it.\n\n> Many\n> say so.\n\n- one\n- two\n  more\n\n## Then\n\n"
                     "```\nnot prose\n```\n")),
      "headline: The bridge\nbody: It fell. | All of it.\nblock quotation: Many say so.\nlist: one\nlist: two more\n"
      "subhead: Then\n");
}

TEST(Markdown, FootnotesAreLiftedBeforeTheParserTakesThemForLinks) {
  const Document d =
      read_draft("Prices fell.[^1] And rose.[^b]\n\n[^1]: Smith\n[^b]: Jones says so.\n\n    At length.\n");
  EXPECT_EQ(shown(d),
            "body: Prices fell.… | And rose.…\nfootnote: Smith\nfootnote: Jones says so.\nfootnote: At length.\n");
  ASSERT_EQ(d.definitions.size(), 2u);
  EXPECT_EQ(d.definitions[0].label, "1");
  const Inline& marker = d.blocks[0].paragraph->inlines.at(0);
  EXPECT_EQ(marker.kind, Inline::Kind::footnote);
  EXPECT_EQ(d.text.bytes(marker.target.moved(d.blocks[0].begin)), "1");
}

TEST(Markdown, LinksKeepTheirWordsAndTheirPlace) {
  const std::string text =
      "Read [the *report*](https://a.org/b_(c) \"t\") and [more][r] or [lost][x].\n\n[r]: https://b.org\n";
  const Document d = read_draft(text);
  EXPECT_EQ(shown(d), "body: Read the report and more or lost.\n");
  const auto& inlines = d.blocks[0].paragraph->inlines;
  const auto bytes = [&](Span s) { return std::string(d.text.bytes(s.moved(d.blocks[0].begin))); };
  ASSERT_EQ(inlines[0].kind, Inline::Kind::link);
  EXPECT_EQ(bytes(inlines[0].span), "[the *report*](https://a.org/b_(c) \"t\")");
  EXPECT_EQ(bytes(inlines[0].target), "https://a.org/b_(c)");
  const Inline& lost = inlines.back();
  EXPECT_EQ(lost.kind, Inline::Kind::reference);
  EXPECT_FALSE(lost.resolved);
  EXPECT_EQ(bytes(lost.target), "x");
}

TEST(Markdown, PandocKeys) {
  const Document d = read_draft("So it is [see @ruiz2014, p. 3; -@holm:b].");
  std::string keys;
  for (const Inline& i : d.blocks[0].paragraph->inlines)
    if (i.kind == Inline::Kind::cite_key) keys += std::string(d.text.bytes(i.target)) + " ";
  EXPECT_EQ(keys, "ruiz2014 holm:b ");
}

TEST(Markdown, CommentsAreKeptForWaivers) {
  const Document d = read_draft("<!-- stet: x y -->\n\nIt fell <!-- stet: z --> there.\n\n[//]: # (stet: w)\n");
  ASSERT_EQ(d.comments.size(), 3u);
  EXPECT_EQ(d.text.bytes(d.comments[1].inner), " stet: z ");
  EXPECT_EQ(d.text.bytes(d.comments[2].inner), "stet: w");
}

TEST(Markdown, HtmlInsideIsRead) {
  EXPECT_EQ(shown(read_draft("<div class=\"x\">\n<p>Hello <b>world</b>.</p>\n</div>\n\nIt <i>fell</i>.\n")),
            "body: Hello world.\nbody: It fell.\n");
}

// Traps: each took seconds, gigabytes or the wrong words in a parser left to itself.
TEST(Markdown, MoneyIsNotMathematics) {
  EXPECT_EQ(words_of("from $1.6 billion to $2 billion", Format::markdown), "from $ 1.6 billion to $ 2 billion");
}
TEST(Markdown, ManyUrlsWithUnderscores) { EXPECT_EQ(read_draft(repeat("www.a_", 100'000)).blocks.size(), 1u); }
TEST(Markdown, ATableOfTooManyColumnsIsReadAsTextAndSaidSo) {
  const Document d = read_draft(repeat("|a", 20'000) + "|\n" + repeat("|-", 20'000) + "|\n" + repeat("|\n", 100));
  ASSERT_FALSE(d.unread.empty());
  EXPECT_THAT(d.unread[0].why, HasSubstr("128 columns"));
}

// Found by the fuzzer: the tag was kept for the next block, which then began before the one between.
TEST(Markdown, ATagAloneIsNoPartOfTheNextBlock) {
  const Document d = read_draft("<b></b>\n\n<div>\n\nIt fell.\n\n</div>\n\nAll of it.\n");
  for (std::size_t i = 1; i < d.blocks.size(); ++i) EXPECT_LE(d.blocks[i - 1].span().end, d.blocks[i].begin);
  ASSERT_FALSE(d.blocks.empty());
  EXPECT_EQ(d.text.bytes(d.blocks[0].span()), "It fell.");
}

TEST(Markdown, DeepNesting) {
  for (const char* mark : {"> ", ">", "[", "- ", "1. ", "*", "_a", "![", "<b>"}) {
    const Document d = read_draft(repeat(mark, 10'000) + "end");
    EXPECT_LE(d.blocks.size(), 2u) << mark;
  }
}

TEST(Markdown, IdsOfHtmlAreTargetsBesideNotes) {
  const std::string draft =
      "See [the survey](#survey).[^1]\n\n<a id=\"survey\"></a>It says so.\n\n<h2 id='end'>The end</h2>\n\n[^1]: "
      "Note.\n";
  const Document d = read_draft(draft);
  std::string labels;
  for (const Definition& definition : d.definitions)
    labels += definition.label + "@" + std::string(d.text.bytes(definition.span)) + " ";
  EXPECT_EQ(labels, "survey@survey end@end 1@1 ");
  const Inline& link = d.blocks.at(0).paragraph->inlines.at(0);
  EXPECT_EQ(link.kind, Inline::Kind::anchor);
  EXPECT_EQ(draft.substr(link.target.begin, link.target.size()), "survey");
  EXPECT_EQ(shown(d), "body: See the survey.…\nbody: It says so.\nbody: The end\nfootnote: Note.\n");
}

TEST(Markdown, ALinkWhoseWordsBeginWithALineBreakBeginsAtItsBracket) {
  const std::string text = "One paragraph that stands before it.\n\n&amp;\n[\nthe log](https://pier.example)\n";
  const Document document = read_draft(text);
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(document.blocks[1].begin, text.find('&'));
  const Inline& link = document.blocks[1].paragraph->inlines.at(0);
  EXPECT_EQ(link.span.moved(document.blocks[1].begin).begin, text.find('['));
}

TEST(Markdown, ALinkEndsInItsParagraph) {
  const std::string text =
      "See [the plan](https://vella.example/plan \"phase (one\") today.\n\nAnd b) the rest of [it](<a(b> 'x').\n";
  const Document document = read_draft(text);
  ASSERT_EQ(document.blocks.size(), 2u);
  const Span link = document.blocks[0].paragraph->inlines.at(0).span.moved(document.blocks[0].begin);
  EXPECT_EQ(document.text.bytes(link), "[the plan](https://vella.example/plan \"phase (one\")");
  const Span other = document.blocks[1].paragraph->inlines.at(0).span.moved(document.blocks[1].begin);
  EXPECT_EQ(document.text.bytes(other), "[it](<a(b> 'x')");
}

}  // namespace
}  // namespace stet
