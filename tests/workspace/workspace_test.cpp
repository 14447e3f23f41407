#include "workspace/workspace.h"

#include <gmock/gmock.h>

#include "support/small_catalog.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Workspace workspace_in(const test::TemporaryFolder& folder) {
  return Workspace({.folder = folder.path(), .built_in = test::small_catalog()});
}

std::vector<std::string> names(const Workspace::Listing& listing) {
  std::vector<std::string> out;
  for (const DraftPath& draft : listing.drafts) out.push_back(draft.path.generic_string());
  return out;
}

TEST(Workspace, lists_drafts_in_order_and_honours_what_is_ignored) {
  const test::TemporaryFolder folder;
  folder.write("stet.toml", "ignore = [\"archive/**\"]\n");
  folder.write(".gitignore", "*.wire.md\n");
  folder.write("b/.gitignore", "!keep.wire.md\n");
  for (const char* name : {"b/z.md", "a.txt", "b/keep.wire.md", "b/x.wire.md", "archive/old.md", ".git/x.md", "c.png"})
    folder.write(name, "x");
  std::filesystem::create_directory_symlink(folder.path(), folder / "b/loop");
  const std::vector<std::string> here{"."}, outright{"archive/old.md", "./a.txt", "a.txt"};
  EXPECT_THAT(names(workspace_in(folder).list(here)), ElementsAre("a.txt", "b/keep.wire.md", "b/z.md"));
  EXPECT_THAT(names(workspace_in(folder).list(outright)), ElementsAre("a.txt", "archive/old.md"));
}

TEST(Workspace, transcripts_that_a_draft_names_are_no_drafts) {
  const test::TemporaryFolder folder;
  folder.write("pier.md", "---\nsources: [notes/ruiz.txt, 'calls/*.txt']\n---\n\nA draft.\n");
  folder.write("desk/quay.md", "+++\nsources = [\"../pier.md\", \"*.md\", \"../tapes\"]\n+++\n\nA draft.\n");
  for (const char* name :
       {"notes/ruiz.txt", "notes/holm.txt", "calls/a.txt", "calls/b.md", "desk/tide.md", "tapes/x/1.txt"})
    folder.write(name, "x");
  const std::vector<std::string> here{"."}, outright{".", "notes/ruiz.txt"}, notes{"notes"};
  // The pier is a draft whoever cites it: it has sources. A pattern that takes in its own draft tells nothing.
  EXPECT_THAT(names(workspace_in(folder).list(here)),
              ElementsAre("calls/b.md", "desk/quay.md", "desk/tide.md", "notes/holm.txt", "pier.md"));
  EXPECT_THAT(names(workspace_in(folder).list(outright)),
              ElementsAre("calls/b.md", "desk/quay.md", "desk/tide.md", "notes/holm.txt", "notes/ruiz.txt", "pier.md"));
  EXPECT_THAT(names(workspace_in(folder).list(notes)), ElementsAre("notes/holm.txt", "notes/ruiz.txt"));
}

TEST(Workspace, a_path_without_a_draft_is_an_error) {
  const test::TemporaryFolder folder;
  folder.write("empty/c.png", "x");
  const std::vector<std::string> paths{"gone.md", "empty"};
  const auto listing = workspace_in(folder).list(paths);
  EXPECT_THAT(listing.drafts, IsEmpty());
  ASSERT_EQ(listing.errors.size(), 2u);
  EXPECT_EQ(listing.errors[0].message, "does not exist");
}

TEST(Workspace, the_nearest_stet_toml_counts) {
  const test::TemporaryFolder folder;
  folder.write("stet.toml", "genre = \"magazine\"\n");
  folder.write("opinion/stet.toml", "genre = \"opinion\"\nzebra = 1\n");
  Workspace workspace = workspace_in(folder);
  EXPECT_EQ(workspace.settings_for("a.md")->for_path(folder / "a.md")->context.genre, Genre::magazine);
  EXPECT_EQ(workspace.settings_for("opinion/a.md")->for_path(folder / "opinion/a.md")->context.genre, Genre::opinion);
  EXPECT_EQ(workspace.settings_for("b/a.md"), workspace.settings_for("a.md"));
  ASSERT_EQ(workspace.errors().size(), 1u);
  EXPECT_EQ(shown(workspace.errors()[0].origin), "opinion/stet.toml:2:1");
}

TEST(Workspace, citations_come_from_bibliographies_inside_it) {
  const test::TemporaryFolder folder;
  folder.write("stet.toml", "");
  folder.write("refs.bib", "@book{ruiz2020, title={X}}\n");
  Workspace workspace = workspace_in(folder);
  Document draft;
  EXPECT_TRUE(workspace.sources_for("a/b.md", draft)->has_key("ruiz2020"));
  EXPECT_TRUE(workspace.sources_for("a/b.md", draft)->bibliography_complete);
  draft.meta.entries.push_back({"bibliography", "gone.bib", {}});
  EXPECT_FALSE(workspace.sources_for("a/b.md", draft)->bibliography_complete);
}

TEST(Workspace, a_bibliography_is_the_drafts_own_by_name_or_where_no_other_draft_stands) {
  const test::TemporaryFolder folder;
  folder.write("stet.toml", "");
  folder.write("a/refs.bib", "@book{ruiz2020, title={X}}\n");
  folder.write("a/pier.md", "Text.\n");
  Workspace workspace = workspace_in(folder);
  const Document draft;
  EXPECT_TRUE(workspace.sources_for("a/pier.md", draft)->bibliographies.at(0).own);
  folder.write("a/tide.md", "Text.\n");
  EXPECT_FALSE(workspace.sources_for("a/pier.md", draft)->bibliographies.at(0).own);
  folder.write("a/tide.bib", "@book{holm2020, title={Y}}\n");
  const auto sources = workspace.sources_for("a/tide.md", draft);
  ASSERT_EQ(sources->bibliographies.size(), 2u);
  EXPECT_FALSE(sources->bibliographies[0].own);
  EXPECT_TRUE(sources->bibliographies[1].own);
}

TEST(Files, are_replaced_only_where_they_are_as_they_were_read) {
  const test::TemporaryFolder folder;
  const auto file = folder.write("a.md", "one");
  std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_EQ(replace_file(file, "one", "two"), std::nullopt);
  EXPECT_EQ(std::get<std::string>(read_file(file)), "two");
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_TRUE(replace_file(file, "one", "three"));
  EXPECT_EQ(std::get<std::string>(read_file(file)), "two");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(Files, a_folder_and_a_missing_file_are_named) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(std::get<PathError>(read_file(folder.path())).message, "is a folder");
  EXPECT_EQ(std::get<PathError>(read_file(folder / "gone")).message, "does not exist");
}

}  // namespace
}  // namespace stet
