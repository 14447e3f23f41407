// What counts as the same words, in a quotation and in a transcript.
#include "facts/said.h"

#include <gmock/gmock.h>

#include "facts/transcript.h"

namespace stet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::uint32_t> keys(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (const SaidWord& word : cut_said(text)) out.push_back(word.key);
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (const SaidWord& word : cut_said(text))
    out.emplace_back(word.kind == SaidWord::Kind::word ? std::string(text.substr(word.begin, word.end - word.begin))
                     : word.kind == SaidWord::Kind::ellipsis ? "…"
                                                             : "[]");
  return out;
}

TEST(Said, TypographyAndCaseDoNotCount) {
  EXPECT_EQ(keys("“We don’t—ever—close,” SHE said…"), keys("\"we don't, ever; close\" she said ..."));
  EXPECT_EQ(keys("well-known"), keys("well known"));
  EXPECT_EQ(keys("café ÉCOLE"), keys("Café école"));
  EXPECT_EQ(keys("un\x01\x01"
                 "believ\x01"
                 "able"),
            keys("unbelievable"));
  EXPECT_NE(keys("close"), keys("closed"));
  EXPECT_NE(keys("3.5"), keys("35"));
}

TEST(Said, NumbersAndHesitations) {
  EXPECT_EQ(keys("nine of 1,600, um, that is 40%"), keys("9 of 1600 that is forty per cent"));
  EXPECT_EQ(keys("R&B at 10:30"), keys("r and b at 10.30"));
}

TEST(Said, WhatTheWriterPutIn) {
  EXPECT_THAT(words_of("we … close [the pier] in […] May"), ElementsAre("we", "…", "close", "[]", "in", "…", "May"));
  EXPECT_EQ(keys("[W]e close . . . now"), keys("We close … now"));
  EXPECT_THAT(words_of("they work[ed] on"), ElementsAre("they", "[]", "on"));
  EXPECT_THAT(words_of("an open [ bracket"), ElementsAre("an", "open", "bracket"));
  EXPECT_THAT(words_of(""), IsEmpty());
}

TEST(Said, BytesThatAreNotUtf8AreWindows1252) {
  EXPECT_EQ(keys("caf\xE9 don\x92t \x93yes\x94"), keys("café don’t “yes”"));
}

TEST(TranscriptTest, LabelsTimesAndSubtitlesAreNoWords) {
  const Transcript t(
      "notes/interview-ruiz.vtt",
      "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nANA RUIZ: We will\n\n2\n00:00:04.000 --> 00:00:06.000\n"
      "close the pier.\n\nQ: Note: when?\r\nPer Holm: In May.\rPer Holm: Or June.\n");
  std::string said;
  for (const SaidWord& word : t.words())
    said += word.key == 0 ? "| " : std::string(t.bytes({word.begin, word.end})) + " ";
  EXPECT_EQ(said, "WEBVTT | We will close the pier | Note when | In May | Or June ");
  EXPECT_EQ(t.speaker(0), "");
  EXPECT_EQ(t.speaker(2), "ANA RUIZ");
  EXPECT_TRUE(t.named(said_key("Ruiz")));
  EXPECT_TRUE(t.speaks(said_key("HOLM")));
  EXPECT_FALSE(t.speaks(said_key("Interview")));
  EXPECT_TRUE(t.named(said_key("Interview")));
  EXPECT_FALSE(t.named(said_key("Note")));
}

TEST(TranscriptTest, AnyBytesAreATranscript) {
  for (const std::string bytes : {"", "\n", ":", "A:", "\xFF\xFE:\x80 [", "a b", "\r\r\n", "A: B: C: [[", "..."}) {
    const Transcript t("x", bytes);
    EXPECT_EQ(t.first(1, 2, 3), Transcript::none);
  }
}

}  // namespace
}  // namespace stet
