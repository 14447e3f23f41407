#include "lsp/uri.h"

#include <gmock/gmock.h>

namespace stet {
namespace {

TEST(Uri, PathsComeOutDecoded) {
  EXPECT_EQ(path_of_uri("file:///home/ana/a%20b.md"), "/home/ana/a b.md");
  EXPECT_EQ(path_of_uri("file:///home/%C3%A9.md"), "/home/é.md");
  EXPECT_EQ(path_of_uri("file://localhost/a.md"), "/a.md");
  EXPECT_EQ(path_of_uri("file:/a.md"), "/a.md");
  EXPECT_EQ(path_of_uri("file:///100%.md"), "/100%.md");
}

TEST(Uri, WindowsPathsLoseTheSlashBeforeTheDrive) {
  EXPECT_EQ(path_of_uri("file:///C:/Desk/a.md"), "C:/Desk/a.md");
  EXPECT_EQ(path_of_uri("file:///c%3A/Desk/a.md"), "c:/Desk/a.md");
  EXPECT_EQ(path_of_uri("file://host/share/a.md"), "//host/share/a.md");
  EXPECT_EQ(uri_of_path("C:\\Desk\\a b.md"), "file:///C:/Desk/a%20b.md");
  EXPECT_EQ(uri_of_path("//host/share/a.md"), "file://host/share/a.md");
}

TEST(Uri, WhatIsNotOnDiskHasNoPath) {
  EXPECT_EQ(path_of_uri("untitled:Untitled-1"), std::nullopt);
  EXPECT_EQ(path_of_uri("git:/a.md?ref"), std::nullopt);
  EXPECT_EQ(path_of_uri("file://"), std::nullopt);
  EXPECT_EQ(path_of_uri("file:///a%00b"), std::nullopt);
  EXPECT_EQ(path_of_uri(""), std::nullopt);
}

TEST(Uri, ThereAndBack) {
  for (const char* path : {"/home/ana/a b.md", "/é/#1?.md", "/100%.md", "/a\\b.md"})
    EXPECT_EQ(path_of_uri(uri_of_path(path)), path);
}

}  // namespace
}  // namespace stet
