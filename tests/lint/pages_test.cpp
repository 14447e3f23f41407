// One test for each marked draft on a built-in page: Page.<rule>.<n>. With STET_UPDATE_PAGES=1 the pages of those that
// run are rewritten with what came out, for review in the diff.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "catalog.h"
#include "lint/examples.h"

namespace stet {
namespace {

const std::shared_ptr<const Catalog>& catalog() {
  static const auto built_in = std::make_shared<const Catalog>(built_in_pages());
  return built_in;
}

const Examples& examples() {
  static const Examples made(catalog());
  return made;
}

void update(const Rule& rule) {
  std::vector<ExampleRun> runs;
  for (const PageExample& example : rule.page.examples) runs.push_back(examples().run(rule, example));
  std::ofstream(STET_SOURCE_DIR "/" + rule.page.path, std::ios::binary) << updated_page(rule.page, runs);
}

class PageTest : public testing::Test {
 public:
  PageTest(const Rule& rule, const PageExample& example) : rule_(rule), example_(example) {}

  void TestBody() override {
    if (std::getenv("STET_UPDATE_PAGES") != nullptr) {
      if (&example_ == &rule_.page.examples.front()) update(rule_);
      return;
    }
    const ExampleRun run = examples().run(rule_, example_);
    if (!run.holds())
      ADD_FAILURE_AT((std::string(STET_SOURCE_DIR "/") + rule_.page.path).c_str(), static_cast<int>(run.line))
          << "wanted (-), came (+):\n"
          << difference(run);
  }

 private:
  const Rule& rule_;
  const PageExample& example_;
};

const bool registered = [] {
  for (const Rule& rule : catalog()->rules()) {
    for (std::size_t i = 0; i < rule.page.examples.size(); ++i) {
      const PageExample& example = rule.page.examples[i];
      const std::string name = rule.page.name + "." + std::to_string(i + 1);
      testing::RegisterTest("Page", name.c_str(), nullptr, nullptr,
                            (std::string(STET_SOURCE_DIR "/") + rule.page.path).c_str(), static_cast<int>(example.line),
                            [&rule, &example]() -> PageTest* { return new PageTest(rule, example); });
    }
  }
  return true;
}();

TEST(Pages, EveryBuiltInPageShowsItsRuleFiringAndSilent) {
  EXPECT_TRUE(registered);
  for (const Rule& rule : catalog()->rules()) {
    const auto marked = [](const PageExample& e) {
      return e.marked.find("{==") != std::string::npos || e.marked.find("{~~") != std::string::npos;
    };
    const auto& all = rule.page.examples;
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), marked)) << rule.page.path << ": no draft with a finding";
    EXPECT_FALSE(std::all_of(all.begin(), all.end(), marked)) << rule.page.path << ": no clean draft";
  }
}

}  // namespace
}  // namespace stet
