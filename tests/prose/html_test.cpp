#include <gtest/gtest.h>

#include "read.h"

namespace stet {
namespace {

TEST(Html, BlocksWithTheirZones) {
  const std::string page =
      "<!doctype html><html lang=\"en-GB\"><head><title>x</title><script>var a;</script></head><body>\n"
      "<h1>The bridge</h1><p>It fell. &ldquo;All&rdquo; of <b>it</b>.<p>Next<br>line\n"
      "<ul><li>one<li>two</ul><blockquote>So they say.</blockquote>\n"
      "<table><tr><th>Town<th>Dead<tr><td>Ost<td>12</table></body></html>";
  EXPECT_EQ(shown(read_draft(page, Format::html)),
            "headline: The bridge\nbody: It fell. | “All” of it.\nbody: Next line\nlist: one\nlist: two\n"
            "block quotation: So they say.\ntable: Town | Dead\ntable: Ost | 12\n");
}

TEST(Html, ACellThatBeginsWithABreakLeavesTheOneBeforeItWhole) {
  EXPECT_EQ(shown(read_draft("<table><tr><td>12<td><br>40<td><p>7</table>", Format::html)), "table: 12 | 40 | 7\n");
}

TEST(Html, PlacesAreThoseOfTheSource) {
  const std::string page = "<p>A &eacute;lan <a href='https://a.org'>cost</a> &pound;4.</p>";
  const Document d = read_draft(page, Format::html);
  std::string joined;
  for (const Word& w : d.blocks.at(0).paragraph->words)
    joined += page.substr(d.blocks[0].begin + w.begin, w.end - w.begin) + "|";
  EXPECT_EQ(joined, "A|&eacute;lan|cost|&pound;|4|.|");
  EXPECT_EQ(d.blocks[0].paragraph->text(1), "élan");
  EXPECT_EQ(d.text.bytes(d.blocks[0].paragraph->inlines.at(0).target.moved(d.blocks[0].begin)), "https://a.org");
}

TEST(Html, NotesAndIds) {
  const Document d =
      read_draft("<p>It fell<sup><a href=\"#fn1\">1</a></sup>.</p><ol><li id=\"fn1\">Ruiz.</ol>", Format::html);
  const Inline& marker = d.blocks.at(0).paragraph->inlines.at(0);
  EXPECT_EQ(marker.kind, Inline::Kind::anchor);
  EXPECT_EQ(d.text.bytes(marker.target.moved(d.blocks[0].begin)), "fn1");
  ASSERT_EQ(d.definitions.size(), 1u);
  EXPECT_EQ(d.definitions[0].label, "fn1");
}

TEST(Html, TheDateOfPublication) {
  const Document d = read_draft(
      "<meta property=\"article:published_time\" content=\"2026-11-02T08:00\"><p>It fell.</p>", Format::html);
  ASSERT_TRUE(d.context.date);
  EXPECT_EQ(iso_date(*d.context.date), "2026-11-02");
}

TEST(Html, DeepNestingIsCutAndSaidSo) {
  std::string page = "<p>Before.</p>";
  for (int i = 0; i < 10'000; ++i) page += "<div>";
  const Document d = read_draft(page + "deep", Format::html);
  EXPECT_EQ(shown(d), "body: Before.\n");
  ASSERT_EQ(d.unread.size(), 1u);
}

TEST(Html, EntitiesLongerThanTheirNamesAreLeftOut) {
  EXPECT_EQ(words_of("<p>a &nGt; b &nLt; c &#8217; &#x41;</p>", Format::html), "a b c ’ A");
}

}  // namespace
}  // namespace stet
