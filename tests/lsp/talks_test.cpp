// Recorded talks, replayed: every file of tests/talks is one test.
//
//   # said about what follows
//   > {"id": 1, "method": "initialize", …}      the client says; the lines after it, indented, go on
//   < {"id": 1, "result": {"capabilities": …}}  the server says, next: at least these members with these values
//   wait 2000                                   milliseconds pass
//
// Drafts are read as the server reads them, at once. Whatever the server says must be expected, and of the shape that
// the protocol gives it (see protocol.shapes).
#include <gmock/gmock.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <map>

#include "lsp/desk.h"
#include "lsp/shapes.h"

namespace stet {
namespace {

struct Line {
  int number = 0;
  std::string word, rest;
};

std::vector<Line> lines_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<Line> out;
  std::string text;
  for (int number = 1; std::getline(in, text); ++number) {
    if (text.empty() || text.front() == '#') continue;
    if (text.front() == ' ') {
      out.back().rest += text;
      continue;
    }
    const std::size_t space = std::min(text.find(' '), text.size());
    out.push_back({number, text.substr(0, space), text.substr(std::min(space + 1, text.size()))});
  }
  return out;
}

// Does `whole` hold all that `part` says? Objects may hold more; arrays may not.
bool holds(const json& whole, const json& part) {
  if (part.is_object() && whole.is_object())
    return std::ranges::all_of(part.items(), [&](const auto& item) {
      return whole.contains(item.key()) && holds(whole[item.key()], item.value());
    });
  if (part.is_array() && whole.is_array())
    return std::equal(whole.begin(), whole.end(), part.begin(), part.end(), holds);
  return whole == part;
}

class RecordedTalk : public ::testing::Test {
 public:
  explicit RecordedTalk(std::filesystem::path file) : file_(std::move(file)) {}

  void TestBody() override {
    Desk desk;
    Talk& talk = desk.talk;
    std::deque<json> heard;
    const auto listen = [&] {
      for (json& message : desk.heard()) {
        EXPECT_EQ(shape_fault(message, asked_), "") << message.dump();
        heard.push_back(std::move(message));
      }
    };
    for (const Line& line : lines_of(file_)) {
      SCOPED_TRACE(file_.string() + ":" + std::to_string(line.number));
      if (line.word == ">") {
        const json said = json::parse(line.rest);
        if (said.contains("id") && said.contains("method")) asked_[said["id"].dump()] = said["method"];
        talk.say(line.rest);
      }
      if (line.word == "wait") talk.wait(Time{std::stoi(line.rest)});
      listen();
      if (line.word != "<") continue;
      ASSERT_FALSE(heard.empty()) << "nothing was said";
      const json expected = json::parse(line.rest);
      EXPECT_TRUE(holds(heard.front(), expected))
          << "heard: " << heard.front().dump() << "\nnot:   " << expected.dump();
      heard.pop_front();
    }
    for (const json& message : heard) ADD_FAILURE() << file_ << ": said besides: " << message.dump();
  }

 private:
  std::filesystem::path file_;
  std::map<std::string, std::string> asked_;  // methods of requests, by id
};

const bool registered = [] {
  for (const auto& entry : std::filesystem::directory_iterator(STET_SOURCE_DIR "/tests/talks")) {
    if (entry.path().extension() != ".talk") continue;
    ::testing::RegisterTest("Talks", entry.path().stem().c_str(), nullptr, nullptr, entry.path().c_str(), 1,
                            [path = entry.path()]() -> ::testing::Test* { return new RecordedTalk(path); });
  }
  return true;
}();

}  // namespace
}  // namespace stet
