#include "lsp/frame.h"

#include <gmock/gmock.h>

#include <vector>

namespace stet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// What a stream holds, faults shown as "! why".
std::vector<std::string> items(std::string_view stream, std::size_t piece) {
  Framer framer;
  std::vector<std::string> out;
  for (std::size_t at = 0; at < stream.size(); at += piece) {
    framer.feed(stream.substr(at, piece));
    while (auto item = framer.next()) {
      if (auto* body = std::get_if<std::string>(&*item)) out.push_back(*body);
      if (auto* fault = std::get_if<FrameFault>(&*item)) out.push_back("! " + fault->why);
    }
  }
  if (!framer.idle()) out.push_back("…");
  return out;
}

std::vector<std::string> items(std::string_view stream) {
  const auto whole = items(stream, stream.size() + 1);
  for (std::size_t piece : {1u, 2u, 3u, 7u, 64u}) EXPECT_EQ(items(stream, piece), whole) << "in pieces of " << piece;
  return whole;
}

TEST(Frame, ReadsOneMessageAfterAnother) {
  EXPECT_THAT(items(framed("{}") + framed("") + framed("[1]")), ElementsAre("{}", "", "[1]"));
}

TEST(Frame, TakesOtherHeadersAnyCaseAndSpaces) {
  EXPECT_THAT(items("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-LENGTH:  2 \r\n\r\n{}"),
              ElementsAre("{}"));
}

TEST(Frame, CountsBytesNotCharacters) { EXPECT_THAT(items(framed("\"é😀\"")), ElementsAre("\"é😀\"")); }

TEST(Frame, AHostileLengthReservesNothingAndTheNextMessageIsRead) {
  EXPECT_THAT(items("Content-Length: 1000000000000000000\r\n\r\n{\"a\":1}" + framed("{}")),
              ElementsAre(HasSubstr("1000000000000000000 is more than"), "{}"));
  EXPECT_THAT(items("Content-Length: 99999999999999999999999999\r\n\r\n" + framed("{}")),
              ElementsAre(HasSubstr("is more than"), "{}"));
}

TEST(Frame, WrongHeadsCostOneMessage) {
  EXPECT_THAT(items("Content-Length: -5\r\n\r\nhello" + framed("{}")), ElementsAre(HasSubstr("not a number"), "{}"));
  EXPECT_THAT(items("Content-Length: 5x\r\n\r\nhello" + framed("{}")), ElementsAre(HasSubstr("not a number"), "{}"));
  EXPECT_THAT(items("Content-Length:\r\n\r\n" + framed("{}")), ElementsAre(HasSubstr("not a number"), "{}"));
  EXPECT_THAT(items("Content-Type: json\r\n\r\n{}" + framed("{}")), ElementsAre(HasSubstr("no Content-Length"), "{}"));
  EXPECT_THAT(items("\r\n\r\n" + framed("{}")), ElementsAre(HasSubstr("no Content-Length"), "{}"));
  EXPECT_THAT(items("what is this\r\n\r\n" + framed("{}")), ElementsAre(HasSubstr("no colon"), "{}"));
  EXPECT_THAT(items("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}" + framed("[]")),
              ElementsAre(HasSubstr("two different"), "[]"));
}

TEST(Frame, AHeadWithoutEndIsGivenUp) {
  EXPECT_THAT(items(std::string(100000, 'x') + framed("{}")), ElementsAre(HasSubstr("no end of the head"), "{}"));
}

TEST(Frame, ATruncatedFrameIsNotIdle) {
  EXPECT_THAT(items("Content-Length: 10\r\n\r\n{}"), ElementsAre("…"));
  EXPECT_THAT(items("Content-Le"), ElementsAre("…"));
  EXPECT_THAT(items("Content-Length: 2\r\n\r\n"), ElementsAre("…"));
  EXPECT_THAT(items(""), ElementsAre());
}

TEST(Frame, TenThousandBadHeadsTakeTimeByTheirNumber) {
  std::string stream;
  for (int i = 0; i < 10'000; ++i) stream += "Content-Length: x";
  EXPECT_THAT(items(stream + framed("{}"), stream.size() * 2), ::testing::Contains("{}"));
}

}  // namespace
}  // namespace stet
