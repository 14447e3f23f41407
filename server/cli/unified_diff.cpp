#include "cli/unified_diff.h"

#include "cli/git_objects.h"

namespace stet {

std::string unified_diff(const std::string& path, std::string_view before, std::string_view after) {
  const git::Library library;
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.flags = GIT_DIFF_FORCE_TEXT;
  git_patch* made = nullptr;
  if (git_patch_from_buffers(&made, before.data(), before.size(), path.c_str(), after.data(), after.size(),
                             path.c_str(), &options) != 0)
    return {};
  const git::Patch patch(made);
  git_buf text = GIT_BUF_INIT;
  std::string out;
  if (git_patch_num_hunks(patch.get()) > 0 && git_patch_to_buf(&text, patch.get()) == 0)
    out.assign(text.ptr, text.size);
  git_buf_dispose(&text);
  return out;
}

}  // namespace stet
