#include "text/nearest.h"

#include <gmock/gmock.h>

#include <array>

namespace stet {
namespace {

TEST(Nearest, counts_a_swap_of_neighbours_as_one) {
  EXPECT_EQ(edit_distance("figures", "figures"), 0u);
  EXPECT_EQ(edit_distance("figures", "figrues"), 1u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("hint", "hunts"), 2u);
}

TEST(Nearest, names_what_was_meant_or_nothing) {
  const std::array<std::string_view, 4> names{"weasel-attribution", "passive-attribution", "quote-marks-unbalanced",
                                              "date"};
  EXPECT_EQ(nearest(names, "weasle-atribution"), "weasel-attribution");
  EXPECT_EQ(nearest(names, "Weasel_Attribution"), "weasel-attribution");
  EXPECT_EQ(nearest(names, "quote-marks"), "quote-marks-unbalanced");
  EXPECT_EQ(nearest(names, "dat"), "date");
  EXPECT_EQ(nearest(names, "zebra"), "");
  EXPECT_EQ(nearest(names, ""), "");
}

}  // namespace
}  // namespace stet
