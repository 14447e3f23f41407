#include <gtest/gtest.h>

#include "cli/checked.h"

namespace stet {
namespace {

Place at(std::string_view bytes, std::uint32_t offset) { return place_of(Text(std::string(bytes)), offset); }

TEST(Place, CountsLinesAndColumnsFromOne) {
  EXPECT_EQ(at("one\ntwo", 0), (Place{1, 1}));
  EXPECT_EQ(at("one\ntwo", 5), (Place{2, 2}));
}

TEST(Place, ALineEndsAtEveryKindOfLineEnd) {
  EXPECT_EQ(at("a\r\nb", 3), (Place{2, 1}));
  EXPECT_EQ(at("a\rb", 2), (Place{2, 1}));
  EXPECT_EQ(at("a\n\rb", 3), (Place{3, 1}));
}

TEST(Place, ColumnsAreCodePoints) {
  EXPECT_EQ(at("é€😀x", 9), (Place{1, 4}));
  EXPECT_EQ(at("e\u0301x", 3), (Place{1, 3}));
}

TEST(Place, AByteThatIsNotUtf8IsOneColumn) {
  EXPECT_EQ(at("\xff\xfex", 2), (Place{1, 3}));
  EXPECT_EQ(at("\xe2\x82x", 2), (Place{1, 3}));
}

TEST(Place, AByteOrderMarkIsNoColumn) {
  EXPECT_EQ(at("\xEF\xBB\xBFx", 3), (Place{1, 1}));
  EXPECT_EQ(at("\xEF\xBB\xBFxy", 4), (Place{1, 2}));
  EXPECT_EQ(at("\xEF\xBB\xBFx\nyz", 6), (Place{2, 2}));
  EXPECT_EQ(at("\xEF\xBB\xBFx", 0), (Place{1, 1}));
}

TEST(Place, ADraftFailsAtItsSeverityOrLouder) {
  Checked draft;
  draft.linted.findings.resize(1);
  draft.linted.findings[0].severity = Severity::warning;
  draft.fail_on = Severity::error;
  EXPECT_FALSE(draft.fails());
  draft.fail_on = Severity::hint;
  EXPECT_TRUE(draft.fails());
  draft.fail_on = std::nullopt;
  EXPECT_FALSE(draft.fails());
}

}  // namespace
}  // namespace stet
