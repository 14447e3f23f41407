#include <algorithm>
#include <cstdio>

#include "cli/console.h"
#include "cli/drafts.h"
#include "cli/folder_watch.h"
#include "cli/output.h"
#include "cli/run.h"

namespace stet {

namespace fs = std::filesystem;

namespace {

fs::path whole(const fs::path& path) {
  std::error_code unknown;
  return fs::weakly_canonical(fs::absolute(path, unknown), unknown);
}

// What a run writes itself must not start the next one.
std::vector<fs::path> own_files(const CheckRequest& request) {
  std::vector<fs::path> files;
  for (const ReportRequest& report : request.reports)
    if (!report.file.empty()) files.push_back(whole(report.file));
  if (request.baseline) files.push_back(whole(*request.baseline));
  return files;
}

// Drafts, settings, rule pages, bibliographies; and folders, which may bring drafts along.
bool may_matter(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name == ".gitignore") return true;
  if (name.empty() || name.starts_with('.')) return false;
  std::error_code unknown;
  const fs::path ending = path.extension();
  return ending == ".toml" || ending == ".bib" || (path.has_extension() && format_of_path(path.generic_string())) ||
         fs::is_directory(path, unknown);
}

std::vector<fs::path> folders_of(const CheckRequest& request, const std::shared_ptr<const Catalog>& built_in) {
  std::vector<fs::path> folders = Drafts(request.drafts, built_in, request.select, request.ignore).folders();
  if (const fs::path here = whole("."); std::find(folders.begin(), folders.end(), here) == folders.end())
    folders.push_back(here);
  return folders;
}

}  // namespace

int run_watch(CheckRequest request, const std::shared_ptr<const Catalog>& built_in) {
  request.watch = false;
  const std::vector<fs::path> own = own_files(request);
  const auto counts = [&](const fs::path& path) {
    return may_matter(path) && std::find(own.begin(), own.end(), whole(path)) == own.end();
  };
  for (;;) {
    FolderWatch watch(folders_of(request, built_in), counts);  // before the run, so that no change is missed
    if (is_terminal(stdout)) std::fputs("\x1b[2J\x1b[3J\x1b[H", stdout);
    const int status = run_check(request, built_in);
    if (std::ferror(stdout) != 0) return status;
    if (!watch.fault().empty()) complain(watch.fault());
    if (watch.size() == 0) return 2;
    complain("watching " + std::to_string(watch.size()) + (watch.size() == 1 ? " folder" : " folders") +
             "; Ctrl-C ends it");
    watch.wait();
  }
}

}  // namespace stet
