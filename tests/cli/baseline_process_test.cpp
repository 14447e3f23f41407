// --baseline and --write-baseline from outside.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/process.h"

namespace stet {
namespace {

using nlohmann::json;
using test::Folder;
using test::Ran;
using testing::HasSubstr;
using testing::Not;

json listed(const Folder& folder, const std::string& file = "stet-baseline.json") {
  return json::parse(folder.read(file))["findings"];
}

TEST(BaselineProcess, WhatIsListedFailsNoMore) {
  const Folder folder;
  folder.write("a.md", "The pier cost TK euros.\n");
  const Ran written = folder.stet("check --write-baseline");
  EXPECT_EQ(written.status, 0) << written.err;
  EXPECT_THAT(written.out, HasSubstr("no findings; 1 in the baseline"));
  ASSERT_EQ(listed(folder).size(), 1u);
  EXPECT_EQ(listed(folder)[0]["path"], "a.md");
  EXPECT_EQ(listed(folder)[0]["rule"], "placeholder-left");
  EXPECT_EQ(folder.stet("check").status, 1);
  EXPECT_EQ(folder.stet("check --baseline stet-baseline.json").status, 0);
  EXPECT_EQ(folder.stet("check --baseline=stet-baseline.json . --jobs 2").status, 0);
}

TEST(BaselineProcess, AFindingIsKnownOnAnotherLineAndInARenamedDraft) {
  const Folder folder;
  folder.write("d/a.md", "The pier cost TK euros.\n");
  folder.stet("check --write-baseline known.json");
  folder.write("d/a.md", "# The pier\n\nIt opened in May.\n\nThe pier cost TK euros.\n");
  EXPECT_EQ(folder.stet("check --baseline known.json").status, 0);
  std::filesystem::rename(folder / "d/a.md", folder / "b.md");
  const Ran ran = folder.stet("check --baseline known.json");
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, Not(HasSubstr("found no more")));
}

TEST(BaselineProcess, OneMendedAndOneMadeShowsTheNewOneAndListsTheOld) {
  const Folder folder;
  folder.write("a.md", "The pier cost TK euros.\n\nThe ferry cost 3 euros.\n");
  folder.stet("check --select placeholder-left --write-baseline");
  folder.write("a.md", "The pier cost 9 euros.\n\nThe ferry cost TK euros.\n");
  const Ran ran = folder.stet("check --select placeholder-left --baseline stet-baseline.json");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("a.md:3:16: error:"));
  EXPECT_THAT(ran.out, Not(HasSubstr("a.md:1:")));
  EXPECT_THAT(ran.out, HasSubstr("found no more (--write-baseline leaves them out):\n  a.md: "));
  const json report =
      json::parse(folder.stet("check --select placeholder-left --format json --baseline stet-baseline.json").out);
  EXPECT_EQ(report["stale"].size(), 1u);
  EXPECT_EQ(report["stale"][0]["rule"], "placeholder-left");
  folder.stet("check --select placeholder-left --write-baseline");
  EXPECT_EQ(listed(folder).size(), 1u);
  EXPECT_EQ(folder.stet("check --select placeholder-left --baseline stet-baseline.json").status, 0);
}

TEST(BaselineProcess, ASecondFaultInTheSameWordsIsNew) {
  const Folder folder;
  folder.write("a.md", "It cost TK.\n");
  folder.stet("check --select placeholder-left --write-baseline");
  folder.write("a.md", "It cost TK.\n\nIt cost TK.\n");
  const Ran ran = folder.stet("check --select placeholder-left --baseline stet-baseline.json");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("1 error; 1 in the baseline"));
}

TEST(BaselineProcess, WhatARunDidNotLookAtStaysListedAndIsNotStale) {
  const Folder folder;
  folder.write("a.md", "It cost TK.\n");
  folder.write("d/b.md", "That cost TK.\n");
  folder.stet("check --write-baseline");
  ASSERT_EQ(listed(folder).size(), 2u);
  folder.write("d/b.md", "That cost 3 euros.\n");
  EXPECT_THAT(folder.stet("check a.md --baseline stet-baseline.json").out, Not(HasSubstr("found no more")));
  EXPECT_THAT(folder.stet("check --select names --baseline stet-baseline.json").out, Not(HasSubstr("found no more")));
  folder.stet("check --write-baseline a.md");
  EXPECT_EQ(listed(folder).size(), 2u);
  std::filesystem::remove(folder / "d/b.md");
  EXPECT_THAT(folder.stet("check --baseline stet-baseline.json").out, HasSubstr("  d/b.md: "));
  EXPECT_THAT(folder.stet("check a.md --baseline stet-baseline.json").out, Not(HasSubstr("found no more")));
  folder.stet("check --write-baseline");
  EXPECT_EQ(listed(folder).size(), 1u);
}

TEST(BaselineProcess, ABaselineThatIsNoneIsTwoAndNothingIsWritten) {
  const Folder folder;
  folder.write("a.md", "It cost TK.\n");
  const Ran gone = folder.stet("check --baseline gone.json");
  EXPECT_EQ(gone.status, 2);
  EXPECT_THAT(gone.err, HasSubstr("gone.json"));
  EXPECT_THAT(gone.err, HasSubstr("--write-baseline"));
  for (const char* bytes : {"{\n\"version\": 1,\n nonsense}", "[]", "{\"version\":2,\"findings\":[]}",
                            "{\"version\":1,\"findings\":[{\"path\":1}]}", ""}) {
    folder.write("broken.json", bytes);
    const Ran ran = folder.stet("check --baseline broken.json");
    EXPECT_EQ(ran.status, 2) << bytes;
    EXPECT_THAT(ran.err, HasSubstr("broken.json")) << bytes;
    EXPECT_EQ(folder.stet("check --write-baseline broken.json").status, 2);
    EXPECT_EQ(folder.read("broken.json"), bytes);
  }
  folder.write("broken.json", "{\n\"version\": 1,\n nonsense}");
  EXPECT_THAT(folder.stet("check --baseline broken.json").err, HasSubstr("broken.json:3:3: no JSON"));
}

}  // namespace
}  // namespace stet
