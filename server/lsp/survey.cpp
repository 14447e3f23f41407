#include "lsp/survey.h"

#include "lsp/uri.h"

namespace stet {

void survey(const SurveyJob& job, Workspace& workspace, std::optional<Date> today,
            const std::function<void(Surveyed)>& tell) {
  const auto listing = workspace.list(job.folders);
  for (std::size_t i = 0; i < listing.drafts.size() && !job.stop.stop_requested(); ++i) {
    const DraftPath& draft = listing.drafts[i];
    const std::string path = (workspace.folder() / draft.path).lexically_normal().string();
    if (job.open.contains(path)) continue;
    auto bytes = read_file(path);
    auto* text = std::get_if<std::string>(&bytes);
    if (text == nullptr) continue;
    const std::string uri = uri_of_path(path);
    const ReadingJob reading{uri, path, 0, Text(std::move(*text)), draft.format, nullptr, job.stop};
    tell({job.id, uri, make_reading(reading, workspace, today), i + 1, listing.drafts.size()});
  }
}

}  // namespace stet
