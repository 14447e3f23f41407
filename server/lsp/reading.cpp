#include "lsp/reading.h"

#include <algorithm>

#include "lsp/editor_settings.h"

namespace stet {

namespace {

// Where a draft that is not on disk counts as lying: in the workspace's folder, under a name that no glob names.
const std::filesystem::path unsaved = "untitled";

std::map<std::string, Text> files_of(const Linted& linted, const std::filesystem::path& root) {
  std::map<std::string, Text> out;
  for (const Finding& finding : linted.findings)
    for (const Related& related : finding.related) {
      if (related.path.empty() || out.contains(related.path)) continue;
      auto bytes = read_file(root / related.path);
      if (auto* text = std::get_if<std::string>(&bytes)) out.emplace(related.path, Text(std::move(*text)));
    }
  return out;
}

}  // namespace

std::shared_ptr<const Reading> make_reading(const ReadingJob& job, Workspace& workspace, std::optional<Date> today) {
  const std::filesystem::path path = job.path.empty() ? unsaved : job.path;
  auto reading = std::make_shared<Reading>();
  reading->state = job.state;
  reading->text = job.text;
  reading->settings = workspace.settings_for(path);
  if (is_settings_file(path) || (!job.path.empty() && reading->settings->ignores(path))) return reading;

  const auto chosen = reading->settings->for_path(path);
  const Facts* before = job.before && job.before->facts.document ? &job.before->facts : nullptr;
  reading->facts = read(job.text, job.format, chosen->context, before);
  const auto sources = workspace.sources_for(path, *reading->facts.document);
  reading->linted = lint(reading->facts, *sources, chosen->checks_for(reading->facts.context().genre),
                         {.waivers = reading->settings->waivers(), .today = today}, job.stop);
  reading->others = files_of(reading->linted, reading->settings->root());
  return reading;
}

std::vector<SettingsFault> settings_faults(const Workspace& workspace, const std::filesystem::path& folder) {
  std::vector<SettingsFault> out;
  std::map<std::string, Text> files;
  for (const ConfigError& error : workspace.errors()) {
    SettingsFault fault{{}, shown(error.origin) + ": " + error.message, error.message, {}, {}};
    if (error.origin.line > 0) {
      fault.path = (folder / error.origin.where).lexically_normal().string();
      if (!files.contains(fault.path)) {
        auto bytes = read_file(fault.path);
        auto* text = std::get_if<std::string>(&bytes);
        files.emplace(fault.path, text != nullptr ? Text(std::move(*text)) : Text());
      }
      fault.file = files.at(fault.path);
      const std::uint32_t column = error.origin.column > 0 ? error.origin.column - 1 : 0;
      const std::uint32_t begin = fault.file.offset({error.origin.line - 1, column}, Encoding::utf32);
      fault.span = {begin, std::max(begin, fault.file.line(error.origin.line - 1).end)};
    }
    out.push_back(std::move(fault));
  }
  return out;
}

}  // namespace stet
