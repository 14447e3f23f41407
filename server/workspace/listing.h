#pragma once
// Listing: folders to drafts.
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace stet {

struct FolderListing {
  std::vector<std::filesystem::path> drafts;   // any order
  std::vector<std::filesystem::path> folders;  // that were searched
  std::string why_not;                         // empty: all was searched
};

// Drafts in a folder and the folders in it. Left out: what `ignored` says, what a .gitignore says (those of the folders
// between `top` and the folder count too), hidden files and folders, links, and files without an ending of a draft.
FolderListing list_folder(const std::filesystem::path& folder, const std::filesystem::path& top,
                          const std::function<bool(const std::filesystem::path&)>& ignored);

}  // namespace stet
