#include "prose/html_outline.h"

#include <gtest/gtest.h>

#include <random>

#include "read.h"

namespace stet {
namespace {

std::string outline(std::string_view page) { return HtmlOutline(page).bytes(); }

const std::string long_text = "The bridge, which nobody had seen for years, fell";

TEST(HtmlOutline, CutsLongTextsShort) {
  EXPECT_EQ(outline("<p>" + long_text + ".</p>"), "<p>The xxxxxxxx</p>");
  EXPECT_EQ(outline("<p>\n  " + long_text + "&mdash;it did.</p>"), "<p>\n  The xxxxxxxx&mdash;it did.</p>");
  EXPECT_EQ(outline(long_text), "The xxxxxxxx");
  EXPECT_EQ(outline("<p>It fell, they said.</p>"), "<p>It fell, they said.</p>");
}

TEST(HtmlOutline, LeavesMarkupAsItIs) {
  for (const std::string& page : {
           "<a title=\"" + long_text + " > " + long_text + "\" href='>" + long_text + "'>",
           "<a b\"c = " + long_text.substr(0, 3) + " d=>",
           "<!-- " + long_text + " > " + long_text + " --->",
           "<script>if (a<b && c=\"</p>" + long_text + "\")</script>",
           "<TITLE>" + long_text + "</title >",
           "</ " + long_text + ">",
           "<?" + long_text + ">",
       })
    EXPECT_EQ(outline(page + "<i>" + long_text), page + "<i>The xxxxxxxx");
}

TEST(HtmlOutline, PlacesAreThoseOfThePage) {
  const std::string page = "<p>" + long_text + ".</p><p>" + long_text + " &amp; sank.</p>";
  const HtmlOutline short_page(page);
  for (const std::string_view mark : {"<p>", "</p>", "&amp;", " sank"})
    EXPECT_EQ(short_page.place(short_page.bytes().rfind(mark)), page.rfind(mark)) << mark;
  EXPECT_EQ(short_page.place(short_page.bytes().size()), page.size());
}

// Each of these is gone over once: what has millions of one mark, or none of another, is no trap.
TEST(HtmlOutline, ManyMarksAreNoTrap) {
  std::string tags, dashes = "<!--";
  for (int i = 0; i < 500'000; ++i) tags += "<b></b>";
  dashes.append(4'000'000, '-');
  for (const std::string& page : {tags, dashes, std::string(4'000'000, '\0'), std::string(4'000'000, '&'),
                                  std::string(4'000'000, '<'), std::string(4'000'000, 'w')})
    EXPECT_EQ(outline(page), page);
}

// Text that is long enough to be cut is read as text is that is not: in any soup of tags.
TEST(HtmlOutline, APageIsReadAsWithoutIt) {
  const std::string long_word = "w wwww wwwwww wwwww www wwwwwww wwwwwwww wwwwwww ww", short_word = "w wwww ww";
  const std::vector<std::string> pieces = {
      "<p>",       "</p>",    "<b>",   "</b>",   "<table>", "<tr>", "<td>", "</table>", "<a href='#x'>",
      "</a>",      "<sup>",   "</li>", "<ul>",   "<li>",    "<h2>", " ",    "\n",       "<!-- c -->",
      "&amp;",     "&eacute", "<",     "</",     "<br>",    ">",    "\"",   "<i a=\">", "<script>",
      "</script>", "<svg>",   "<col>", "<body>", "W",       "W",    "W ",   " W",       std::string(1, '\0')};
  std::mt19937_64 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string cut, whole;
    for (int i = 0; i < 24; ++i) {
      const std::string& piece = pieces[random() % pieces.size()];
      const std::size_t word = piece.find('W');
      const auto with = [&](const std::string& text) {
        return word == std::string::npos ? piece : std::string(piece).replace(word, 1, text);
      };
      cut += with(long_word);
      whole += with(short_word);
    }
    std::string found = shown(read_draft(cut, Format::html));
    for (std::size_t at = 0; (at = found.find(long_word, at)) != std::string::npos;)
      found.replace(at, long_word.size(), short_word);
    ASSERT_EQ(found, shown(read_draft(whole, Format::html))) << cut;
  }
}

}  // namespace
}  // namespace stet
