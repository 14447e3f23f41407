// What can be asked about a finding: hover and code actions.
#include <gmock/gmock.h>

#include "lsp/talk.h"

namespace stet {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

const std::string a = "file:///desk/a.md";
const std::string draft = "# Head\n\nIt cost 😀 $1.8 billion, then.\n\nNo: $1.6 billion.\n";

Finding inconsistent() {
  const auto at = [](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(draft.find(words));
    return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
  };
  Finding out = finding("figure-inconsistent", at("$1.8 billion"));
  out.severity = Severity::error;
  out.message = "$1.8 billion here, $1.6 billion below";
  out.related = {{"", at("$1.6 billion"), "the same spending"}};
  out.fixes = {{"Replace with $1.6 billion", {{out.span, "$1.6 billion"}}, false}};
  out.detail = "1.75 to 1.85 and 1.55 to 1.65 do not meet.";
  out.url = "https://example.org/figure-inconsistent";
  return out;
}

struct FeaturesTest : ::testing::Test {
  Talk talk;
  void begin(json capabilities = Talk::full_client()) {
    talk.initialize(std::move(capabilities));
    talk.open(a, 3, draft);
    talk.read({inconsistent()});
    talk.take();
  }
  json ask(const char* method, json more) {
    more["textDocument"] = {{"uri", a}};
    talk.ask(1, method, std::move(more));
    return talk.take().back();
  }
  json hover(int line, int character) {
    return ask("textDocument/hover", {{"position", {{"line", line}, {"character", character}}}})["result"];
  }
  json actions(int line, int from, int to, json context = json::object()) {
    return ask(
        "textDocument/codeAction",
        {{"range", {{"start", {{"line", line}, {"character", from}}}, {"end", {{"line", line}, {"character", to}}}}},
         {"context", std::move(context)}})["result"];
  }
};

TEST_F(FeaturesTest, AHoverSaysWhatWhyWhereAndWhichPage) {
  begin();
  const json result = hover(2, 12);
  EXPECT_EQ(result["contents"]["kind"], "markdown");
  const std::string text = result["contents"]["value"];
  EXPECT_THAT(text, StartsWith("**figure-inconsistent** · error\n\n$1.8 billion here"));
  EXPECT_THAT(text, HasSubstr("- line 5: “$1.6 billion”: the same spending"));
  EXPECT_THAT(text, HasSubstr("1.75 to 1.85"));
  EXPECT_THAT(text, HasSubstr("(https://example.org/figure-inconsistent)"));
  EXPECT_EQ(result["range"]["start"], json({{"line", 2}, {"character", 11}}));
  EXPECT_EQ(hover(0, 0), nullptr);
}

TEST_F(FeaturesTest, AClientThatNamesNoFormatGetsWordsAlone) {
  begin(json::object());
  EXPECT_THAT(hover(2, 12)["contents"].get<std::string>(), StartsWith("figure-inconsistent · error"));
}

TEST_F(FeaturesTest, AClientWithoutMarkdownGetsPlainText) {
  begin(json::parse(R"({"textDocument": {"hover": {"contentFormat": ["plaintext"]}}})"));
  const json contents = hover(2, 12)["contents"];
  EXPECT_EQ(contents["kind"], "plaintext");
  EXPECT_THAT(contents["value"].get<std::string>(), StartsWith("figure-inconsistent · error"));
}

TEST_F(FeaturesTest, AFixIsAnActionOnTheVersionItWasMadeFor) {
  begin();
  const json list = actions(2, 15, 15);
  ASSERT_THAT(list, SizeIs(3)) << "the fix, and two ways to let it stand";
  EXPECT_EQ(list[0]["title"], "Replace with $1.6 billion");
  EXPECT_EQ(list[0]["kind"], "quickfix");
  EXPECT_EQ(list[0]["isPreferred"], true);
  EXPECT_EQ(list[0]["diagnostics"][0]["code"], "figure-inconsistent");
  const json edit = list[0]["edit"]["documentChanges"][0];
  EXPECT_EQ(edit["textDocument"], json({{"uri", a}, {"version", 3}}));
  EXPECT_EQ(edit["edits"][0]["newText"], "$1.6 billion");
  EXPECT_EQ(edit["edits"][0]["range"]["end"], json({{"line", 2}, {"character", 23}}));
}

TEST_F(FeaturesTest, WaivingInsertsACommentBeforeTheBlock) {
  begin();
  const json edit = actions(2, 15, 15)[1]["edit"]["documentChanges"][0]["edits"][0];
  EXPECT_EQ(edit["range"]["start"], json({{"line", 2}, {"character", 0}}));
  EXPECT_THAT(edit["newText"].get<std::string>(), StartsWith("<!-- stet: figure-inconsistent \"$1.8 billion\"  -->\n"));
}

TEST_F(FeaturesTest, OnlyTheKindsAskedForInTheRangeAskedFor) {
  begin();
  EXPECT_THAT(actions(0, 0, 2), IsEmpty());
  EXPECT_THAT(actions(2, 0, 30, {{"only", {"source.fixAll"}}}), IsEmpty());
  EXPECT_THAT(actions(2, 0, 30, {{"only", {"quickfix"}}}), SizeIs(3));
}

TEST_F(FeaturesTest, ASimpleClientGetsTheSimpleForm) {
  begin(json::object());
  const json commands = actions(2, 15, 15);
  ASSERT_THAT(commands, SizeIs(1)) << "it takes commands only, and no edits from a server";
  EXPECT_EQ(commands[0]["command"], "stet.waiveBeside");
  json can = Talk::full_client();
  can["workspace"] = json::object();
  can["textDocument"]["codeAction"].erase("isPreferredSupport");
  can["textDocument"]["publishDiagnostics"] = json::object();
  Talk other;
  talk = std::move(other);
  begin(can);
  const json first = actions(2, 15, 15)[0];
  EXPECT_TRUE(first["edit"]["changes"].contains(a));
  EXPECT_FALSE(first.contains("isPreferred"));
  for (const char* more : {"data", "codeDescription", "relatedInformation"})
    EXPECT_FALSE(first["diagnostics"][0].contains(more)) << more;
}

TEST_F(FeaturesTest, ParamsThatAreNoneAreRefused) {
  begin();
  EXPECT_EQ(ask("textDocument/hover", {{"position", 7}})["error"]["code"], -32602);
  EXPECT_EQ(ask("textDocument/codeAction", {{"range", {{"start", 1}}}})["error"]["code"], -32602);
}

}  // namespace
}  // namespace stet
