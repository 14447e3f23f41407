// What a client can ask about a draft, on drafts read by the engine.
#include <gmock/gmock.h>

#include "lsp/desk.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const std::string a = "untitled:a.md";

json everything() {
  return json::parse(R"({
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
      "hover": {"contentFormat": ["markdown"]},
      "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
      "rename": {"prepareSupport": true},
      "inlayHint": {},
      "semanticTokens": {"requests": {"full": {"delta": true}, "range": true}},
      "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}, "dataSupport": true,
                     "resolveSupport": {"properties": ["edit"]}}},
    "workspace": {"workspaceEdit": {"documentChanges": true}, "applyEdit": true},
    "window": {"showDocument": {"support": true}}})");
}

struct DraftFeatures : ::testing::Test {
  Desk desk;
  std::string text;

  void open(const std::string& draft, json can = everything()) {
    text = draft;
    desk.talk.initialize(std::move(can));
    desk.talk.open(a, 1, draft);
    desk.heard();
  }
  // The place of the n-th `words`, in the middle of it.
  json at(const std::string& words, int n = 1) const {
    std::size_t found = text.find(words);
    while (--n > 0) found = text.find(words, found + 1);
    const Position position =
        Text(text).position(static_cast<std::uint32_t>(found + words.size() / 2), Encoding::utf16);
    return {{"line", position.line}, {"character", position.column}};
  }
  json ask(const std::string& method, json params = json::object()) {
    params["textDocument"] = {{"uri", a}};
    return desk.ask("textDocument/" + method, std::move(params));
  }
  std::string hover(const std::string& words, int n = 1) {
    const json result = ask("hover", {{"position", at(words, n)}});
    return result.is_null() ? "" : result["contents"]["value"].get<std::string>();
  }
  std::string words(const json& range) const {
    const Text draft(text);
    const auto offset = [&](const json& p) { return draft.offset({p["line"], p["character"]}, Encoding::utf16); };
    return std::string(draft.bytes({offset(range["start"]), offset(range["end"])}));
  }
  std::vector<std::string> words_of(const json& list) const {
    std::vector<std::string> out;
    for (const json& one : list) out.push_back(words(one["range"]));
    return out;
  }
  std::string edited(const json& workspace_edit) const {
    std::vector<Edit> edits;
    const Text draft(text);
    const auto offset = [&](const json& p) { return draft.offset({p["line"], p["character"]}, Encoding::utf16); };
    for (const json& edit : workspace_edit["documentChanges"][0]["edits"])
      edits.push_back({{offset(edit["range"]["start"]), offset(edit["range"]["end"])}, edit["newText"]});
    return std::string(draft.with(edits).bytes());
  }
};

const std::string harbour = R"(---
date: 2026-11-02
---
# The harbour

The Lower Basin Water Compact (LBWC) paid for the repairs last year. The repairs to the north pier cost $1.8 million.

## Money

The repairs to the north pier cost $1.6 million, according to hydrologist Lena Ortiz. The LBWC paid.[^audit]

Ms. Ortiz measured 12 km of pipe.

[^audit]: Accounts of the compact, page 4.
)";

TEST_F(DraftFeatures, AHoverOnAFigureSaysWhatItMeansAndWhereElseItIsTold) {
  open(harbour);
  const std::string card = hover("$1.6 million");
  EXPECT_THAT(card, HasSubstr("**figure** “$1.6 million”"));
  EXPECT_THAT(card, HasSubstr("means 1,550,000 to 1,650,000"));
  EXPECT_THAT(card, HasSubstr("line 6: “$1.8 million”"));
  EXPECT_THAT(card, HasSubstr("score "));
}

TEST(TranscriptHover, AClaimInAQuotationThatIsFoundIsSourced) {
  const test::TemporaryFolder folder;
  folder.write("stet.toml", "sources = [\"notes/ruiz.txt\"]\n");
  folder.write("notes/ruiz.txt", "RUIZ: The ferry cost $4 million in 2019, and we paid.\n");
  const std::string draft = "“The ferry cost $4 million in 2019,” said Ana Ruiz.\n";
  const std::string uri = "file://" + folder.write("a.md", draft).generic_string();
  Desk desk(folder.path());
  desk.talk.initialize(everything());
  desk.talk.open(uri, 1, draft);
  desk.heard();
  const json result =
      desk.ask("textDocument/hover", {{"textDocument", {{"uri", uri}}}, {"position", {{"line", 0}, {"character", 6}}}});
  ASSERT_FALSE(result.is_null());
  EXPECT_THAT(result["contents"]["value"].get<std::string>(), HasSubstr("Sourced: word for word in notes/ruiz.txt"));
}

TEST_F(DraftFeatures, AHoverOnOtherFactsSaysWhatWasRead) {
  open(harbour);
  EXPECT_THAT(hover("last year"), HasSubstr("2025-01-01 to 2025-12-31 (a year), reckoned from 2026-11-02"));
  EXPECT_THAT(hover("LBWC", 2), HasSubstr("Lower Basin Water Compact (line 6)"));
  EXPECT_THAT(hover("according to"), HasSubstr("Source: “hydrologist Lena Ortiz” (a person)"));
  EXPECT_THAT(hover("Ortiz"), HasSubstr("named 2 times, first in line 10"));
  EXPECT_THAT(hover("[^audit]"), HasSubstr("line 14: “"));
  EXPECT_THAT(hover("paid for"), HasSubstr("**claim**"));
}

TEST_F(DraftFeatures, DefinitionAndReferencesOfAnAcronym) {
  open(harbour);
  const json definition = ask("definition", {{"position", at("LBWC", 2)}});
  ASSERT_THAT(definition, SizeIs(1));
  EXPECT_EQ(definition[0]["range"]["start"]["line"], 5);
  EXPECT_THAT(words_of(ask("references", {{"position", at("LBWC", 2)}, {"context", {{"includeDeclaration", true}}}})),
              ElementsAre("LBWC", "LBWC"));
  EXPECT_THAT(ask("references", {{"position", at("LBWC", 2)}, {"context", {{"includeDeclaration", false}}}}),
              SizeIs(1));
}

TEST_F(DraftFeatures, HighlightsShowAFigureWhereverItIsTold) {
  open(harbour);
  EXPECT_THAT(words_of(ask("documentHighlight", {{"position", at("$1.6 million")}})),
              ElementsAre("$1.8 million", "$1.6 million"));
}

TEST_F(DraftFeatures, AFootnoteLeadsToItsTextAndBack) {
  open(harbour);
  EXPECT_EQ(ask("definition", {{"position", at("[^audit]")}})[0]["range"]["start"]["line"], 13);
  EXPECT_THAT(words_of(ask("documentHighlight", {{"position", at("[^audit]:")}})), ElementsAre("audit", "audit"));
  const json links = ask("documentLink");
  ASSERT_THAT(links, SizeIs(1));
  EXPECT_EQ(links[0]["target"], a + "#L14");
}

TEST_F(DraftFeatures, RenamingAPersonChangesTheLastNameToo) {
  open(harbour);
  EXPECT_EQ(words(ask("prepareRename", {{"position", at("Lena Ortiz")}})["range"]), "Lena Ortiz");
  const std::string after = edited(ask("rename", {{"position", at("Lena Ortiz")}, {"newName", "Lena Ortíz-Holm"}}));
  EXPECT_THAT(after, HasSubstr("hydrologist Lena Ortíz-Holm."));
  EXPECT_THAT(after, HasSubstr("Ms. Ortíz-Holm measured"));
}

TEST_F(DraftFeatures, RenamingAnAcronymOrALabelChangesAllOfThem) {
  open(harbour);
  EXPECT_THAT(edited(ask("rename", {{"position", at("LBWC")}, {"newName", "LBC"}})), Not(HasSubstr("LBWC")));
  const std::string after = edited(ask("rename", {{"position", at("[^audit]")}, {"newName", "books"}}));
  EXPECT_THAT(after, HasSubstr("paid.[^books]"));
  EXPECT_THAT(after, HasSubstr("\n[^books]: Accounts"));
  EXPECT_EQ(ask("rename", {{"position", at("[^audit]")}, {"newName", "a b"}})["code"], -32602);
  EXPECT_EQ(ask("prepareRename", {{"position", at("$1.6 million")}}), nullptr) << "a figure is no name";
}

TEST_F(DraftFeatures, SymbolsAreHeadingsWithTheClaimsUnderThem) {
  open(harbour);
  const json tree = ask("documentSymbol");
  ASSERT_THAT(tree, SizeIs(1));
  EXPECT_EQ(tree[0]["name"], "The harbour");
  const json& below = tree[0]["children"];
  EXPECT_EQ(below.back()["name"], "Money");
  EXPECT_EQ(below.front()["kind"], 17);
  EXPECT_THAT(below.front()["name"].get<std::string>(), HasSubstr("paid for"));
  EXPECT_THAT(below.back()["children"], Not(IsEmpty()));
}

TEST_F(DraftFeatures, AClientWithoutTreesGetsAList) {
  open(harbour, json::object());
  const json list = ask("documentSymbol");
  ASSERT_THAT(list, Not(IsEmpty()));
  EXPECT_TRUE(list[0].contains("location"));
}

TEST_F(DraftFeatures, ALensCountsTheClaimsOfASection) {
  open(harbour);
  const json lenses = ask("codeLens");
  ASSERT_THAT(lenses, SizeIs(2));
  EXPECT_EQ(lenses[0]["range"]["start"]["line"], 3);
  EXPECT_THAT(lenses[0]["command"]["title"].get<std::string>(), HasSubstr(" claim"));
  EXPECT_EQ(lenses[0]["command"]["command"], "stet.show");
}

TEST_F(DraftFeatures, SectionsAndFrontMatterFold) {
  open(harbour);
  std::vector<std::pair<int, int>> folds;
  for (const json& fold : ask("foldingRange")) folds.emplace_back(fold["startLine"], fold["endLine"]);
  EXPECT_THAT(folds, ElementsAre(std::pair(0, 2), std::pair(3, 13), std::pair(7, 13)));
}

TEST_F(DraftFeatures, HintsAreOffUntilTheyAreWanted) {
  open(harbour);
  const json whole = {{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 99}, {"character", 0}}}};
  EXPECT_THAT(ask("inlayHint", {{"range", whole}}), IsEmpty());
  desk.talk.tell("workspace/didChangeConfiguration", {{"settings", {{"stet", {{"inlayHints", true}}}}}});
  std::vector<std::string> labels;
  for (const json& hint : ask("inlayHint", {{"range", whole}})) labels.push_back(hint["label"]);
  EXPECT_THAT(labels, ElementsAre("= 2025-01-01 – 2025-12-31", "≈ 7.5 miles"));
}

TEST_F(DraftFeatures, TokensOfAChangedDraftAreSentAsTheDifference) {
  open(harbour);
  const json full = ask("semanticTokens/full");
  ASSERT_THAT(full["data"], Not(IsEmpty()));
  ASSERT_EQ(full["data"].size() % 5, 0u);
  const json same = ask("semanticTokens/full/delta", {{"previousResultId", full["resultId"]}});
  EXPECT_THAT(same["edits"], IsEmpty());

  desk.talk.change(a, 2, {insertion(5, 0, "\n")});
  desk.talk.wait(longest_wait);
  const json delta = ask("semanticTokens/full/delta", {{"previousResultId", same["resultId"]}});
  std::vector<std::uint32_t> data = full["data"];
  for (const json& edit : delta["edits"]) {
    const auto begin = data.begin() + edit["start"].get<int>();
    const auto at = data.erase(begin, begin + edit["deleteCount"].get<int>());
    const std::vector<std::uint32_t> added = edit["data"];
    data.insert(at, added.begin(), added.end());
  }
  EXPECT_EQ(json(data), ask("semanticTokens/full")["data"]);
  EXPECT_EQ(data[0], full["data"][0].get<std::uint32_t>() + 1) << "a line further down";
}

TEST_F(DraftFeatures, TokensOfARangeAreThoseOfItsParagraphs) {
  open(harbour);
  const json range = {{"start", {{"line", 9}, {"character", 0}}}, {"end", {{"line", 9}, {"character", 1}}}};
  const json tokens = ask("semanticTokens/range", {{"range", range}});
  ASSERT_THAT(tokens["data"], Not(IsEmpty()));
  EXPECT_EQ(tokens["data"][0], 9);
}

TEST_F(DraftFeatures, LabelsAndRulesAreCompleted) {
  open("Paid.[^b] It is.\n\n<!-- stet: weasel -->\n\n[^books]: Accounts.\n");
  const json labels = ask("completion", {{"position", {{"line", 0}, {"character", 8}}}});
  ASSERT_THAT(labels, SizeIs(1));
  EXPECT_EQ(labels[0]["textEdit"]["newText"], "books");
  std::vector<std::string> rules;
  for (const json& item : ask("completion", {{"position", {{"line", 2}, {"character", 17}}}}))
    rules.push_back(item["label"]);
  EXPECT_THAT(rules, Contains("weasel-attribution"));
  EXPECT_THAT(rules, Contains("figures"));
  EXPECT_THAT(ask("completion", {{"position", {{"line", 0}, {"character", 14}}}}), IsEmpty());
}

TEST_F(DraftFeatures, AnActionGetsItsEditWhenItIsChosen) {
  open("The ferry cost TK then.\n");
  const json range = {{"start", at("TK")}, {"end", at("TK")}};
  const json actions = ask("codeAction", {{"range", range}, {"context", {{"diagnostics", json::array()}}}});
  ASSERT_THAT(actions, Not(IsEmpty()));
  EXPECT_FALSE(actions[0].contains("edit"));
  const json chosen = desk.ask("codeAction/resolve", actions[0]);
  EXPECT_EQ(chosen["title"], actions[0]["title"]);
  EXPECT_THAT(edited(chosen["edit"]), HasSubstr("<!-- stet: placeholder-left \"TK\"  -->\nThe ferry"));
}

TEST_F(DraftFeatures, ARefactoringAddsWhatWasReckoned) {
  open("---\ndate: 2026-11-02\n---\n\nThe crew left yesterday after 12 km.\n");
  const json range = {{"start", at("yesterday")}, {"end", at("12 km")}};
  std::vector<std::string> titles;
  for (const json& action : ask("codeAction", {{"range", range}, {"context", {{"only", {"refactor"}}}}}))
    titles.push_back(action["title"]);
  EXPECT_THAT(titles, ElementsAre("Say which day: add (November 1, 2026)", "Add (7.5 miles)"));
}

}  // namespace
}  // namespace stet
