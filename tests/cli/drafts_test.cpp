// Whole drafts, and the report that stet prints of each: tests/drafts/NAME and NAME.expected. Run with
// STET_UPDATE_DRAFTS=1 to write what came out into the .expected files, for review in the diff.
#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/process.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

const fs::path drafts = STET_SOURCE_DIR "/tests/drafts";

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(drafts))
    if (entry.path().extension() != ".expected") all.push_back(entry.path().filename().string());
  std::sort(all.begin(), all.end());
  return all;
}

class Draft : public testing::TestWithParam<std::string> {};

TEST_P(Draft, IsReportedAsExpected) {
  const test::Folder folder;
  folder.write(GetParam(), bytes_of(drafts / GetParam()));
  const test::Ran ran = folder.stet("check " + GetParam());
  EXPECT_EQ(ran.err, "");
  EXPECT_LE(ran.status, 1);
  const fs::path expected = drafts / (GetParam() + ".expected");
  if (std::getenv("STET_UPDATE_DRAFTS") != nullptr) std::ofstream(expected, std::ios::binary) << ran.out;
  EXPECT_EQ(ran.out, bytes_of(expected));
}

TEST_P(Draft, GivesTheSameFindingsThroughStandardInput) {
  const test::Folder folder;
  const std::string bytes = bytes_of(drafts / GetParam());
  folder.write(GetParam(), bytes);
  const std::string from_file = folder.stet("check --format json --select all " + GetParam()).out;
  EXPECT_TRUE(nlohmann::json::accept(from_file));
  EXPECT_EQ(folder.stet("check --format json --select all - --stdin-filename " + GetParam(), bytes).out, from_file);
}

INSTANTIATE_TEST_SUITE_P(Drafts, Draft, testing::ValuesIn(names()), [](const auto& test) {
  std::string name = test.param;
  std::replace_if(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace stet
