#include "config/settings.h"

#include <gmock/gmock.h>

#include "support/small_catalog.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Loaded load(const test::TemporaryFolder& folder, std::vector<std::string> select = {}) {
  return load_settings({.folder = folder.path(), .built_in = test::small_catalog(), .select = std::move(select)});
}

std::vector<std::string> told(const Loaded& loaded) {
  std::vector<std::string> out;
  for (const ConfigError& error : loaded.errors) out.push_back(shown(error.origin) + ": " + error.message);
  return out;
}

std::vector<std::string> on(const PathSettings& settings, Genre genre = Genre::news) {
  std::vector<std::string> out;
  for (const Ready& ready : settings.checks_for(genre))
    out.push_back(ready.rule->page.name + " " + std::string(severity_name(ready.severity)));
  return out;
}

std::string value(const PathSettings& settings, std::string_view key) {
  for (const auto& v : settings.values)
    if (v.key == key) return v.shown + " " + shown(v.origin);
  return {};
}

TEST(Settings, without_a_file_are_what_the_pages_ship) {
  const test::TemporaryFolder folder;
  const Loaded loaded = load(folder);
  EXPECT_THAT(loaded.errors, IsEmpty());
  EXPECT_THAT(on(*loaded.settings->for_path("a.md")), ElementsAre("nobody-said warning", "round-number error"));
}

TEST(Settings, opinion_lowers_attribution_one_step_unless_set_by_hand) {
  const test::TemporaryFolder folder;
  EXPECT_THAT(on(*load(folder).settings->for_path("a.md"), Genre::opinion),
              ElementsAre("nobody-said information", "round-number error"));
  folder.write("stet.toml", "[rules]\nnobody-said = \"error\"\n");
  EXPECT_THAT(on(*load(folder).settings->for_path("a.md"), Genre::opinion),
              ElementsAre("nobody-said error", "round-number error"));
}

TEST(Settings, rules_families_options_and_overrides_are_laid_over_each_other) {
  const test::TemporaryFolder folder;
  folder.write("stet.toml",
               "date = 2026-11-02\nfail-on = \"never\"\n[rules]\nnobody-said = { severity = \"hint\", holders = "
               "[\"+boffins\"] }\nfigures = \"off\"\nlanguage = true\n[[overrides]]\nfiles = [\"opinion/**\"]\n"
               "genre = \"opinion\"\nrules = { attribution = \"error\", figures = \"warning\" }\n");
  const Loaded loaded = load(folder);
  EXPECT_THAT(told(loaded), IsEmpty());
  const auto news = loaded.settings->for_path("a.md");
  EXPECT_THAT(on(*news), ElementsAre("nobody-said hint", "very-word warning"));
  EXPECT_EQ(news->fail_on, std::nullopt);
  EXPECT_EQ(value(*news, "rules.nobody-said.holders"), "[\"critics\", \"observers\", \"boffins\"] stet.toml:4:46");
  EXPECT_EQ(value(*news, "date"), "2026-11-02 stet.toml:1:8");
  const auto opinion = loaded.settings->for_path(folder / "opinion/x/a.md");
  EXPECT_THAT(on(*opinion), ElementsAre("nobody-said error", "round-number warning", "very-word warning"));
  EXPECT_EQ(opinion->context.genre, Genre::opinion);
  EXPECT_EQ(loaded.settings->for_path("opinion/b.md"), opinion);
}

TEST(Settings, words_that_options_add_are_in_the_lexicon_of_their_drafts) {
  const test::TemporaryFolder folder;
  folder.write(
      "desk/birds.md",
      "# birds\n\nBirds speak.\n\n| option | default | meaning |\n|---|---|---|\n| severity | warning | how loud |\n"
      "| more_say_verb | none | more verbs |\n\n| phrase | instead |\n|---|---|\n| tweeted | said |\n");
  folder.write("stet.toml",
               "[rules]\npaths = [\"desk/\"]\nbirds = { more_say_verb = [\"chirp/chirps\"] }\n[[overrides]]\nfiles = "
               "[\"quiet/**\"]\nrules = { birds = { more_say_verb = [] } }\n");
  const Loaded loaded = load(folder);
  EXPECT_THAT(told(loaded), IsEmpty());
  const auto says = [&](const char* path) {
    const auto& lexicon = *loaded.settings->for_path(path)->context.lexicon;
    return lexicon.is(lexicon.id("chirps"), WordClass::say_verb);
  };
  EXPECT_TRUE(says("a.md"));
  EXPECT_FALSE(says("quiet/a.md"));
}

TEST(Settings, every_mistake_has_its_place_and_what_is_right_counts) {
  const test::TemporaryFolder folder;
  folder.write("stet.toml",
               "datte = 1\ngenre = \"opnion\"\nignore = [\"[a\"]\n[rules]\nnobody-sad = \"off\"\nround-number = "
               "\"warn\"\nvery-word = \"hint\"\nnobody-said = { holder = [], gap = \"x\" }\n[[overrides]]\n");
  const Loaded loaded = load(folder);
  EXPECT_THAT(told(loaded),
              ElementsAre("stet.toml:1:1: unknown key \"datte\": did you mean \"date\"?",
                          "stet.toml:2:9: unknown genre \"opnion\": did you mean \"opinion\"?",
                          "stet.toml:3:11: ignore: '[' without ']'",
                          "stet.toml:5:1: unknown rule or family \"nobody-sad\": did you mean \"nobody-said\"?",
                          "stet.toml:6:16: unknown round-number \"warn\": did you mean \"warning\"?",
                          "stet.toml:8:17: unknown option of nobody-said \"holder\": did you mean \"holders\"?",
                          "stet.toml:8:36: nobody-said.gap must be a number, not \"x\"",
                          HasSubstr("overrides: say which drafts")));
  EXPECT_THAT(on(*loaded.settings->for_path("a.md")),
              ElementsAre("nobody-said warning", "round-number error", "very-word hint"));
}

TEST(Settings, extends_lies_below_and_a_circle_is_one_error) {
  const test::TemporaryFolder folder;
  folder.write("stet.toml", "extends = \"desk/base.toml\"\n[rules]\nround-number = \"hint\"\n");
  folder.write("desk/base.toml", "extends = \"../stet.toml\"\ngenre = \"review\"\n[rules]\nround-number = \"off\"\n");
  const Loaded loaded = load(folder);
  EXPECT_THAT(told(loaded), ElementsAre(HasSubstr("desk/base.toml:1:11: extends goes in a circle")));
  EXPECT_THAT(on(*loaded.settings->for_path("a.md")), ElementsAre("nobody-said warning", "round-number hint"));
  EXPECT_EQ(loaded.settings->for_path("a.md")->context.genre, Genre::review);
}

TEST(Settings, paths_out_of_the_workspace_are_errors_links_followed) {
  const test::TemporaryFolder outside, folder;
  outside.write("base.toml", "genre = \"review\"\n");
  std::filesystem::create_symlink(outside / "base.toml", folder / "link.toml");
  folder.write("stet.toml", "extends = [\"link.toml\", \"gone.toml\", \"" + (outside / "base.toml").string() +
                                "\"]\nsources = [\"../*.txt\"]\n[rules]\npaths = [\"../\"]\n");
  const Loaded loaded = load(folder);
  EXPECT_THAT(told(loaded),
              ElementsAre(HasSubstr("stet.toml:1:12: extends: \"link.toml\" is outside"),
                          HasSubstr("stet.toml:1:25: gone.toml does not exist"), HasSubstr("is outside the workspace"),
                          HasSubstr("rules.paths: \"../\" is outside"),
                          HasSubstr("stet.toml:2:12: sources: \"..\" is outside")));
  EXPECT_EQ(loaded.settings->for_path("a.md")->context.genre, Genre::news);
}

TEST(Settings, own_pages_add_rules_and_a_broken_one_leaves_the_others) {
  const test::TemporaryFolder folder;
  folder.write("stet.toml", "[rules]\npaths = [\"desk/\"]\nlimp = \"hint\"\n");
  folder.write(
      "desk/limp.md",
      "# limp\n\nLimp.\n\n| option | default | meaning |\n| --- | --- | --- |\n| severity | warning | how loud "
      "|\n\n| phrase | instead | message |\n| --- | --- | --- |\n| in order to | to |  |\n");
  folder.write("desk/broken.md", "# other-name\n");
  folder.write("desk/README.md", "Our rules.\n");
  const Loaded loaded = load(folder);
  EXPECT_THAT(told(loaded), ElementsAre(HasSubstr("desk/broken.md:")));
  EXPECT_THAT(on(*loaded.settings->for_path("a.md")), testing::Contains("limp hint"));
  EXPECT_TRUE(loaded.settings->ignores("desk/limp.md"));
  EXPECT_FALSE(loaded.settings->ignores("limp.md"));
}

TEST(Settings, select_alone_runs_what_it_names_and_a_wrong_name_is_told) {
  const test::TemporaryFolder folder;
  EXPECT_THAT(on(*load(folder, {"language"}).settings->for_path("a.md")), ElementsAre("very-word warning"));
  EXPECT_THAT(told(load(folder, {"languag"})), ElementsAre(HasSubstr("--select: no rule or family is named")));
}

TEST(Settings, the_users_file_counts_only_without_a_projects) {
  const test::TemporaryFolder folder, home;
  SettingsRequest request{.folder = folder.path(), .built_in = test::small_catalog()};
  request.user_config = home.write("stet.toml", "genre = \"review\"\n");
  EXPECT_EQ(load_settings(request).settings->for_path("a.md")->context.genre, Genre::review);
  folder.write("stet.toml", "");
  EXPECT_EQ(load_settings(request).settings->for_path("a.md")->context.genre, Genre::news);
}

TEST(Settings, waivers_are_read_and_bad_ones_told) {
  const test::TemporaryFolder folder;
  folder.write("stet.toml", "");
  folder.write("stet.waivers.toml",
               "[[waiver]]\nfingerprint = \"0123456789ABCDEF\"\nrule = \"nobody-said\"\nreason = \"named below\"\n"
               "until = 2026-12-31\n[[waiver]]\nfingerprint = \"12\"\n");
  const Loaded loaded = load(folder);
  ASSERT_EQ(loaded.settings->waivers().size(), 1u);
  EXPECT_EQ(loaded.settings->waivers()[0].fingerprint, "0123456789abcdef");
  EXPECT_THAT(told(loaded),
              ElementsAre(HasSubstr("stet.waivers.toml:7:15: fingerprint must be"), HasSubstr("needs a reason")));
}

TEST(Settings, the_first_stet_toml_reads_without_an_error) {
  const test::TemporaryFolder folder;
  const std::string initial = initial_config(*test::small_catalog());
  folder.write("stet.toml", initial);
  EXPECT_THAT(told(load(folder)), IsEmpty());
  EXPECT_THAT(initial, HasSubstr("# nobody-said = { severity = \"warning\", holders = [\"critics\", \"observers\"]"));
  EXPECT_THAT(config_schema(*test::small_catalog()), HasSubstr("\"nobody-said\""));
}

}  // namespace
}  // namespace stet
