#include "cli/changes.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

#include "cli/git_objects.h"

namespace stet {

namespace fs = std::filesystem;

struct Changes::State {
  git::Library library;  // first, so that it goes last
  git::Repository repository;
  git::Tree base;
  fs::path root;
  std::map<std::string, std::optional<git_oid>, std::less<>> changed;  // path from root -> what it was, if it was
  mutable std::mutex mutex;                                            // libgit2's objects are one thread's at a time

  // "drafts/ferry.md"; nullopt outside of the repository.
  std::optional<std::string> within(const fs::path& file) const {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(fs::absolute(file, error), error);
    const std::string relative = real.lexically_relative(root).generic_string();
    if (error || relative.empty() || relative == "." || relative.starts_with("../") || relative == "..")
      return std::nullopt;
    return relative;
  }

  std::optional<git_oid> in_base(const std::string& path) const {
    git_tree_entry* found = nullptr;
    if (git_tree_entry_bypath(&found, base.get(), path.c_str()) != 0) return std::nullopt;
    const git::TreeEntry entry(found);
    if (git_tree_entry_type(entry.get()) != GIT_OBJECT_BLOB) return std::nullopt;
    return *git_tree_entry_id(entry.get());
  }

  git::Blob old(const fs::path& file) const {
    const auto path = within(file);
    if (!path) return nullptr;
    const auto known = changed.find(*path);
    const std::optional<git_oid> id = known != changed.end() ? known->second : in_base(*path);
    git_blob* blob = nullptr;
    if (!id || git_blob_lookup(&blob, repository.get(), &*id) != 0) return nullptr;
    return git::Blob(blob);
  }

  // Fills `base`; says what is wrong.
  std::string find_base(const std::string& name) {
    git_object* found = nullptr;
    if (git_revparse_single(&found, repository.get(), (name + "^{commit}").c_str()) != 0)
      return "no commit " + name + " in this repository: is it fetched?";
    const git::Object asked(found);
    git_oid head, common;
    if (git_reference_name_to_id(&head, repository.get(), "HEAD") != 0) return "nothing is committed yet";
    if (git_merge_base(&common, repository.get(), git_object_id(asked.get()), &head) != 0)
      return name +
             " and HEAD have no commit in common: fetch the whole history (a shallow clone has not enough of it)";
    git_commit* commit = nullptr;
    if (git_commit_lookup(&commit, repository.get(), &common) != 0) return git::last_error();
    const git::Commit owned(commit);
    git_tree* tree = nullptr;
    if (git_commit_tree(&tree, commit) != 0) return git::last_error();
    base.reset(tree);
    return {};
  }

  std::string find_changed() {
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_IGNORE_SUBMODULES;
    git_diff* found = nullptr;
    if (git_diff_tree_to_workdir_with_index(&found, repository.get(), base.get(), &options) != 0)
      return git::last_error();
    const git::Diff diff(found);
    git_diff_find_options renames = GIT_DIFF_FIND_OPTIONS_INIT;
    renames.flags = GIT_DIFF_FIND_RENAMES | GIT_DIFF_FIND_FOR_UNTRACKED;
    if (git_diff_find_similar(diff.get(), &renames) != 0) return git::last_error();
    for (std::size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i) {
      const git_diff_delta& delta = *git_diff_get_delta(diff.get(), i);
      if (delta.status == GIT_DELTA_DELETED) continue;
      const bool was = delta.status != GIT_DELTA_ADDED && delta.status != GIT_DELTA_UNTRACKED;
      changed[delta.new_file.path] = was ? std::optional(delta.old_file.id) : std::nullopt;
    }
    return {};
  }
};

Changes::Changes(std::unique_ptr<State> state) : state_(std::move(state)) {}
Changes::Changes(Changes&&) noexcept = default;
Changes::~Changes() = default;

std::variant<Changes, std::string> Changes::since(const std::string& base, const fs::path& folder) {
  auto state = std::make_unique<State>();
  git_repository* found = nullptr;
  if (git_repository_open_ext(&found, folder.string().c_str(), 0, nullptr) != 0)
    return "this folder is in no git repository";
  state->repository.reset(found);
  const char* root = git_repository_workdir(found);
  if (root == nullptr) return "this repository has no files checked out";
  std::error_code error;
  state->root = fs::canonical(root, error);
  std::string fault = state->find_base(base);
  if (fault.empty()) fault = state->find_changed();
  if (!fault.empty()) return fault;
  return Changes(std::move(state));
}

bool Changes::touched(const fs::path& file) const {
  const std::scoped_lock lock(state_->mutex);
  const auto path = state_->within(file);
  return !path || state_->changed.contains(*path) || !state_->in_base(*path);
}

std::vector<Span> Changes::places(const fs::path& file, std::string_view bytes) const {
  const std::scoped_lock lock(state_->mutex);
  const git::Blob old = state_->old(file);
  if (!old) return {{0, static_cast<std::uint32_t>(bytes.size())}};
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.context_lines = 0;
  options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_IGNORE_WHITESPACE_EOL;
  std::vector<std::pair<std::size_t, std::size_t>> hunks;  // the first line, from 0, and how many
  const auto note = [](const git_diff_delta*, const git_diff_hunk* hunk, void* to) {
    if (hunk->new_lines > 0)
      static_cast<decltype(hunks)*>(to)->emplace_back(hunk->new_start - 1, static_cast<std::size_t>(hunk->new_lines));
    return 0;
  };
  git_diff_blob_to_buffer(old.get(), nullptr, bytes.data(), bytes.size(), nullptr, &options, nullptr, nullptr, note,
                          nullptr, &hunks);
  std::vector<Span> places;
  std::size_t line = 0, at = 0;
  const auto go_to = [&](std::size_t wanted) {
    for (; line < wanted && at < bytes.size(); ++line) {
      const std::size_t end = bytes.find('\n', at);
      at = end == std::string_view::npos ? bytes.size() : end + 1;
    }
    return static_cast<std::uint32_t>(at);
  };
  for (const auto& [first, count] : hunks) {
    const std::uint32_t begin = go_to(first);
    places.push_back({begin, go_to(first + count)});
  }
  return places;
}

bool touches(const std::vector<Span>& places, Span span) {
  const auto at = std::partition_point(places.begin(), places.end(), [&](Span p) { return p.end <= span.begin; });
  if (at != places.end()) return at->begin < std::max(span.end, span.begin + 1);
  return !places.empty() && span.empty() && places.back().end == span.begin;
}

}  // namespace stet
