#pragma once
// What libgit2 hands out, given back when it goes out of scope. libgit2 reads a repository without running anything
// that is configured in it (filters, textconv, fsmonitor, hooks), which git itself does not promise.
#include <git2.h>

#include <memory>
#include <string>

namespace stet::git {

template <auto free>
struct Freed {
  template <class T>
  void operator()(T* object) const {
    free(object);
  }
};

using Repository = std::unique_ptr<git_repository, Freed<git_repository_free>>;
using Object = std::unique_ptr<git_object, Freed<git_object_free>>;
using Commit = std::unique_ptr<git_commit, Freed<git_commit_free>>;
using Tree = std::unique_ptr<git_tree, Freed<git_tree_free>>;
using TreeEntry = std::unique_ptr<git_tree_entry, Freed<git_tree_entry_free>>;
using Blob = std::unique_ptr<git_blob, Freed<git_blob_free>>;
using Diff = std::unique_ptr<git_diff, Freed<git_diff_free>>;
using Patch = std::unique_ptr<git_patch, Freed<git_patch_free>>;

// libgit2 is up as long as one of these is.
class Library {
 public:
  Library() {
    git_libgit2_init();
    // The owner of a repository matters to who runs what it configures. Nothing is run here, and CI systems check out
    // as another user than they run as.
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  }
  ~Library() { git_libgit2_shutdown(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

// What went wrong in the last call.
inline std::string last_error() {
  const git_error* error = git_error_last();
  return error != nullptr && error->message != nullptr ? error->message : "unknown error";
}

}  // namespace stet::git
