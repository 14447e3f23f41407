#include "config/glob.h"

#include <gmock/gmock.h>

#include <chrono>

namespace stet {
namespace {

bool matches(std::string_view pattern, std::string_view path, PathKind kind = PathKind::file) {
  const auto glob = Glob::parse(pattern);
  return std::get<Glob>(glob).matches(path, kind);
}

TEST(Glob, without_a_slash_matches_in_any_folder) {
  EXPECT_TRUE(matches("*.wire.md", "x.wire.md"));
  EXPECT_TRUE(matches("*.wire.md", "a/b/x.wire.md"));
  EXPECT_FALSE(matches("*.wire.md", "x.wire.md/notes.txt"));
}

TEST(Glob, with_a_slash_is_anchored_and_stars_stop_at_slashes) {
  EXPECT_TRUE(matches("notes/*.txt", "notes/ruiz.txt"));
  EXPECT_TRUE(matches("/notes/*.txt", "notes/ruiz.txt"));
  EXPECT_FALSE(matches("notes/*.txt", "notes/2026/ruiz.txt"));
  EXPECT_FALSE(matches("notes/*.txt", "old/notes/ruiz.txt"));
  EXPECT_TRUE(matches("/*.txt", "a.txt"));
  EXPECT_FALSE(matches("/*.txt", "b/a.txt"));
}

TEST(Glob, two_stars_cross_folders) {
  EXPECT_TRUE(matches("a/**/z.md", "a/z.md"));
  EXPECT_TRUE(matches("a/**/z.md", "a/b/c/z.md"));
  EXPECT_TRUE(matches("**/z.md", "z.md"));
  EXPECT_TRUE(matches("archive/**", "archive/2019/x.md"));
  EXPECT_FALSE(matches("archive/**", "archive", PathKind::folder));
  EXPECT_TRUE(matches("**/b/**/c/*.md", "a/b/x/b/y/c/n.md"));
}

TEST(Glob, a_slash_at_the_end_wants_a_folder) {
  EXPECT_TRUE(matches("archive/", "news/archive", PathKind::folder));
  EXPECT_FALSE(matches("archive/", "news/archive", PathKind::file));
}

TEST(Glob, knows_sets_escapes_and_characters_of_several_bytes) {
  EXPECT_TRUE(matches("[a-c]?.md", "bé.md"));
  EXPECT_FALSE(matches("[!a-c]?.md", "bé.md"));
  EXPECT_TRUE(matches("[]x].md", "].md"));
  EXPECT_TRUE(matches("[é-ü].md", "ö.md"));
  EXPECT_TRUE(matches("\\*.md", "*.md"));
  EXPECT_FALSE(matches("\\*.md", "a.md"));
}

TEST(Glob, says_what_is_wrong_with_a_pattern) {
  for (const char* bad : {"", "!", "/", "[a-z", "../secret", "a/../b"})
    EXPECT_TRUE(std::holds_alternative<std::string>(Glob::parse(bad))) << bad;
  EXPECT_TRUE(std::holds_alternative<std::string>(Glob::parse(std::string(1001, 'a'))));
}

TEST(Glob, hostile_patterns_take_no_time) {
  std::string pattern, folders, path;
  for (int i = 0; i < 300; ++i) pattern += "*a";
  for (int i = 0; i < 190; ++i) folders += "**/a/";
  for (int i = 0; i < 2000; ++i) path += "a/";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(matches(pattern + "b", std::string(4000, 'a')));
  EXPECT_FALSE(matches(folders + "b", path + "c"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
}

TEST(GlobList, reads_a_gitignore_the_last_word_counts) {
  const GlobList list = GlobList::of_gitignore("# built\r\nbuild/\n*.txt  \n!keep.txt\n[broken\n\\#odd.md\n");
  EXPECT_TRUE(list.covers("build/a/b.md", PathKind::file));
  EXPECT_FALSE(list.covers("build", PathKind::file));
  EXPECT_TRUE(list.covers("x/notes.txt", PathKind::file));
  EXPECT_EQ(list.verdict("x/keep.txt", PathKind::file), false);
  EXPECT_EQ(list.verdict("x/ferry.md", PathKind::file), std::nullopt);
  EXPECT_TRUE(list.covers("#odd.md", PathKind::file));
}

TEST(GlobList, nothing_in_an_ignored_folder_is_taken_back) {
  const GlobList list = GlobList::of_gitignore("wire\n!wire/keep.md\n");
  EXPECT_TRUE(list.covers("wire/keep.md", PathKind::file));
}

TEST(Braces, expand_in_order) {
  using testing::ElementsAre;
  EXPECT_THAT(std::get<0>(expand_braces("*.{md,txt}")), ElementsAre("*.md", "*.txt"));
  EXPECT_THAT(std::get<0>(expand_braces("{a,b{1,2}}/{c,}")), ElementsAre("a/c", "a/", "b1/c", "b1/", "b2/c", "b2/"));
  EXPECT_THAT(std::get<0>(expand_braces("\\{a,b}")), ElementsAre("\\{a,b}"));
  EXPECT_EQ(std::get<1>(expand_braces("{a,b")), "'{' without '}'");
  std::string many;
  for (int i = 0; i < 30; ++i) many += "{a,b}";
  EXPECT_EQ(std::get<1>(expand_braces(many)), "more than 100 alternatives in one glob");
}

}  // namespace
}  // namespace stet
