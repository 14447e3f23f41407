// The same findings through the protocol as from lint itself: for whole drafts, and after random edits.
#include <gmock/gmock.h>

#include <filesystem>
#include <random>

#include "lsp/desk.h"
#include "lsp/diagnostic.h"
#include "text/utf8.h"

namespace stet {
namespace {

const std::string draft = R"(---
title: The bridge
---
# The bridge

Many analysts say the bridge cost $1.8 billion, TK of it “borrowed.

> It was “cheap”, said Ana Ruiz.

- One TK
- Two, 😀 and e)"
                          "\u0301"
                          R"( TK

The council (ECC) paid.[^1]

[^1]: Minutes, TK.
)";

// What is published once all readings are done; null where nothing is.
json published(Desk& desk) {
  desk.talk.wait(longest_wait + settling_time);
  json last;
  for (json& message : desk.heard())
    if (message.value("method", "") == "textDocument/publishDiagnostics") last = std::move(message["params"]);
  return last;
}

json linted(Desk& desk, const Text& text, Format format, Encoding encoding) {
  const std::filesystem::path path = "/nowhere/at/all/untitled";
  const auto settings = desk.workspace().settings_for(path);
  const auto chosen = settings->for_path(path);
  const Facts facts = read(text, format, chosen->context);
  const auto sources = desk.workspace().sources_for(path, *facts.document);
  Reading reading;
  reading.text = text;
  reading.settings = settings;
  reading.linted = lint(facts, *sources, chosen->checks_for(facts.context().genre), {.waivers = settings->waivers()});
  json out = json::array();
  for (const Finding& finding : reading.linted.findings)
    out.push_back(diagnostic_json(finding, reading, "untitled:a", encoding, {}));
  return out;
}

json client_of(Encoding encoding) {
  return {{"general", {{"positionEncodings", json::array({encoding_name(encoding)})}}},
          {"textDocument", {{"publishDiagnostics", {{"versionSupport", true}}}}}};
}

TEST(SameFindings, InEveryDraft) {
  const std::filesystem::path folder = STET_SOURCE_DIR "/tests/drafts";
  std::vector<std::pair<std::string, Format>> drafts{{draft, Format::markdown}, {draft, Format::plain}};
  if (std::filesystem::exists(folder))
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      const auto format = format_of_path(entry.path().string());
      if (!entry.is_regular_file() || !format) continue;
      const auto bytes = read_file(entry.path());
      drafts.emplace_back(valid_utf8(std::get<std::string>(bytes)), *format);
    }
  Desk desk;
  desk.talk.initialize(client_of(Encoding::utf16));
  std::size_t findings = 0;
  for (const auto& [text, format] : drafts) {
    const char* language = format == Format::markdown ? "markdown" : format == Format::html ? "html" : "plaintext";
    desk.talk.open("untitled:a", 1, text, language);
    const json expected = linted(desk, Text(text), format, Encoding::utf16);
    EXPECT_EQ(published(desk)["diagnostics"], expected) << text.substr(0, 200);
    findings += expected.size();
    desk.talk.close("untitled:a");
  }
  EXPECT_GT(findings, 0u);
}

class RandomEdits : public ::testing::TestWithParam<Encoding> {};

TEST_P(RandomEdits, LeaveTheFindingsEqualToThoseOfAFreshLint) {
  const Encoding encoding = GetParam();
  std::mt19937 random(11);
  const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  const std::vector<std::string> pieces{"TK ",  "😀",  "\n\n", "\n", "\r\n", "```\n", "“",     "”",    "---\n", "> ",
                                        "[^1]", "$5 ", "- ",   "",   "",     "",      "(ABC)", "<!--", "-->",   "# "};
  Desk desk;
  desk.talk.initialize(client_of(encoding));
  desk.talk.open("untitled:a", 1, draft);
  Text text(draft);
  for (int version = 2; version < 300; ++version) {
    const std::uint32_t begin = below(text.size() + 1), end = std::min(text.size(), begin + below(6));
    const Position start = text.position(begin, encoding), stop = text.position(end, encoding);
    const std::string& piece = pieces[below(pieces.size())];
    const Edit edit{{text.offset(start, encoding), text.offset(stop, encoding)}, piece};
    text = text.with({&edit, 1});
    desk.talk.change("untitled:a", version,
                     {{{"text", piece},
                       {"range",
                        {{"start", {{"line", start.line}, {"character", start.column}}},
                         {"end", {{"line", stop.line}, {"character", stop.column}}}}}}});
    ASSERT_EQ(desk.talk.session.text("untitled:a")->bytes(), text.bytes());
    const json params = published(desk);
    ASSERT_EQ(params["version"], version);
    ASSERT_EQ(params["diagnostics"], linted(desk, text, Format::markdown, encoding)) << text.bytes();
  }
}

INSTANTIATE_TEST_SUITE_P(Encodings, RandomEdits, ::testing::Values(Encoding::utf8, Encoding::utf16, Encoding::utf32));

}  // namespace
}  // namespace stet
