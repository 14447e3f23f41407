#pragma once
// Transcripts on disk: those that settings and a draft's front matter name, read and indexed once, by file and time of
// change, and shared by all drafts.
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "facts/transcript.h"
#include "prose/document.h"

namespace stet {

// Does one of the settings' `sources` name the file? Such a file is no draft.
bool names_transcript(std::span<const std::string> globs, const std::filesystem::path& root,
                      const std::filesystem::path& file);

// Where a `sources` entry of a draft's front matter is looked for: in the draft's folder, or else from the root.
std::filesystem::path folder_named_from(const std::string& entry, const std::filesystem::path& draft,
                                        const std::filesystem::path& root);

class TranscriptFiles {
 public:
  struct Request {
    std::filesystem::path draft;         // absolute; no transcript of itself
    std::span<const std::string> globs;  // of the settings, relative to `root` or absolute
    std::filesystem::path root;          // Settings::root
    std::filesystem::path workspace;     // real path: all must lie in it, links followed
  };
  // Null where none is named. `sources` in the front matter are paths or globs from the draft's folder, or else from
  // the root; a folder stands for all files in it. What is named and missing, lies outside of the workspace or is not
  // text is in Transcripts::unread.
  std::shared_ptr<const Transcripts> of(const Request& request, const Document& document);

 private:
  struct File {
    std::filesystem::file_time_type changed;
    std::uintmax_t size = 0;
    std::shared_ptr<const Transcript> transcript;  // null: unreadable, and `why`
    std::string why;
  };
  const File& read(const std::filesystem::path& file, const std::string& shown);
  void add(const std::string& written, const std::filesystem::path& folder, Span span, const Request& request,
           Transcripts& out);

  std::mutex mutex_;
  std::map<std::filesystem::path, File> files_;
};

}  // namespace stet
