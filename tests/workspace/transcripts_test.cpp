// Transcripts on disk: which files are taken, which refused, and that a file is read again when it has changed.
#include "workspace/transcripts.h"

#include <gmock/gmock.h>

#include "facts/verbatim.h"
#include "support/engine.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class TranscriptFilesTest : public testing::Test {
 protected:
  std::shared_ptr<const Transcripts> of(std::string draft, std::vector<std::string> globs = {}) {
    const Facts facts = engine_.read(Text(std::move(draft)), Format::markdown);
    return files_.of({folder_ / "desk/drafts/a.md", globs, folder_ / "desk", folder_ / "desk"}, *facts.document);
  }
  static std::vector<std::string> paths(const Transcripts& transcripts) {
    std::vector<std::string> out;
    for (const auto& file : transcripts.files) out.push_back(file->path());
    return out;
  }

  test::TemporaryFolder folder_;
  TranscriptFiles files_;
  Engine engine_;
};

TEST_F(TranscriptFilesTest, NoneNamedIsNone) { EXPECT_EQ(of("A draft.\n"), nullptr); }

TEST_F(TranscriptFilesTest, OfSettingsAndOfTheFrontMatterEachOnce) {
  folder_.write("desk/notes/ruiz.txt", "RUIZ: We will close.\n");
  folder_.write("desk/notes/holm.vtt", "HOLM: No.\n");
  folder_.write("desk/notes/.hidden.txt", "x\n");
  folder_.write("desk/drafts/own.txt", "Yes.\n");
  folder_.write("desk/drafts/a.md", "A draft.\n");
  const auto all = of("---\nsources: [own.txt, notes/ruiz.txt, a.md]\n---\n", {"notes/*.{txt,vtt}"});
  EXPECT_THAT(paths(*all), ElementsAre("notes/holm.vtt", "notes/ruiz.txt", "drafts/own.txt"));
  EXPECT_THAT(all->unread, IsEmpty());
  EXPECT_THAT(paths(*of("---\nsources: ../notes\n---\n")), ElementsAre("notes/holm.vtt", "notes/ruiz.txt"));
  EXPECT_EQ(of("---\nsources: own.txt\n---\n")->files[0], all->files[2]) << "one index for all drafts";
}

TEST_F(TranscriptFilesTest, NothingOutsideTheWorkspaceIsRead) {
  folder_.write("secret.txt", "RUIZ: We will close.\n");
  std::filesystem::create_directories(folder_ / "desk/notes");
  std::filesystem::create_symlink(folder_ / "secret.txt", folder_ / "desk/notes/link.txt");
  std::filesystem::create_directory_symlink(folder_.path(), folder_ / "desk/out");
  for (const std::string path :
       {"../../secret.txt", "notes/link.txt", "notes/*.txt", "out/secret.txt", "/etc/passwd"}) {
    const auto named = of("---\nsources: \"" + path + "\"\n---\n");
    EXPECT_THAT(named->files, IsEmpty()) << path;
    ASSERT_THAT(named->unread, SizeIs(1)) << path;
    EXPECT_THAT(named->unread[0].why, HasSubstr("workspace (")) << path;
    EXPECT_FALSE(named->unread[0].span.empty());
  }
}

TEST_F(TranscriptFilesTest, WhatIsMissingOrNoTextIsSaid) {
  folder_.write("desk/notes/sound.wav", std::string("RIFF\0\0\0", 7));
  const auto named = of("---\nsources: [notes/gone.txt, 'notes/*.txt', notes/sound.wav, 'notes/[.txt']\n---\n");
  ASSERT_THAT(named->unread, SizeIs(4));
  EXPECT_THAT(named->unread[0].why, HasSubstr("does not exist"));
  EXPECT_THAT(named->unread[1].why, HasSubstr("names no file"));
  EXPECT_THAT(named->unread[2].why, HasSubstr("is not text"));
}

TEST_F(TranscriptFilesTest, AFileThatChangesIsReadAgainAndOneThatVanishesIsGone) {
  const std::string draft = "---\nsources: ../notes/ruiz.txt\n---\n\n“We will close in May at last,” said Ruiz.\n";
  folder_.write("desk/notes/ruiz.txt", "RUIZ: We will close in May at last.\n");
  const Facts facts = engine_.read(Text(draft), Format::markdown);
  const auto how = [&](const Transcripts& transcripts) {
    const auto held = hold_quotations(facts, transcripts);
    return held.empty() ? "nothing" : held[0].how == Verbatim::How::found ? "found" : "near";
  };
  EXPECT_STREQ(how(*of(draft)), "found");
  const auto before = of(draft);
  folder_.write("desk/notes/ruiz.txt", "RUIZ: We will close in May or June at last.\n");
  EXPECT_STREQ(how(*of(draft)), "near");
  EXPECT_STREQ(how(*before), "found") << "what is in use does not change";
  std::filesystem::remove(folder_ / "desk/notes/ruiz.txt");
  EXPECT_STREQ(how(*of(draft)), "nothing");
  EXPECT_THAT(of(draft)->unread, SizeIs(1));
}

}  // namespace
}  // namespace stet
