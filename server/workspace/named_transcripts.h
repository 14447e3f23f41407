#pragma once
// Transcripts that drafts themselves name: found in a folder among the drafts, they are none.
#include <filesystem>
#include <functional>
#include <set>

namespace stet {

// Those of the files that the front matter of another one names under `sources`. Left in: a file that names sources of
// its own is a draft whoever cites it, and an entry that takes in the draft it stands in ("*.md") tells nothing.
// Reads the head of each file that begins as front matter does. `root_of`: Settings::root for a draft.
std::set<std::filesystem::path> named_by_drafts(
    const std::set<std::filesystem::path>& files,
    const std::function<std::filesystem::path(const std::filesystem::path&)>& root_of);

}  // namespace stet
