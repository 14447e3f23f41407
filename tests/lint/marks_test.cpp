#include "lint/marks.h"

#include <gtest/gtest.h>

namespace stet {
namespace {

Marked marked(std::string_view text) { return std::get<Marked>(read_marks(text)); }

TEST(Marks, AreTakenOffAndPutBack) {
  for (const std::string text : {"plain", "{==a==} b", "{==a==}{>>why?<<}{>>and?<<} b", "x {~~a~>b~~}{>>c<<}",
                                 "{==a {==b==}{>>in<<} c==}{>>out<<}", "{=={{who}}==}", "a{====}b"})
    EXPECT_EQ(write_marks(marked(text)), text);
  EXPECT_EQ(marked("{==Many==}{>>who?<<} say").plain, "Many say");
  EXPECT_EQ(marked("{==Many==}{>>who?<<} say").marks[0].span, (Span{0, 4}));
}

TEST(Marks, ThatCrossAreCutShort) {
  EXPECT_EQ(write_marks({"abcd", {{{0, 2}, {}, {}}, {{1, 3}, {}, {}}}}), "{==a{==b==}==}cd");
}

TEST(Marks, ThatDoNotPairAreToldWithTheirPlace) {
  for (const auto& [text, offset] : {std::pair<std::string_view, std::size_t>{"ab{==c", 2},
                                     {"a==}", 1},
                                     {"{~~a", 0},
                                     {"{~~a~~}", 0},
                                     {"a{>>m<<}", 1},
                                     {"{==a==} {>>m<<}", 8}}) {
    const auto read = read_marks(text);
    ASSERT_TRUE(std::holds_alternative<MarkFault>(read)) << text;
    EXPECT_EQ(std::get<MarkFault>(read).offset, offset) << text;
  }
}

}  // namespace
}  // namespace stet
