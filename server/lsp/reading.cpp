#include "lsp/reading.h"

#include <algorithm>

#include "config/layer.h"
#include "config/toml.h"
#include "config/waivers.h"
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

// Where a fault stands in its file.
SettingsFault fault_in(const ConfigError& error, const std::string& path, const Text& file) {
  SettingsFault out{path, shown(error.origin) + ": " + error.message, error.message, {}, file};
  const std::uint32_t column = error.origin.column > 0 ? error.origin.column - 1 : 0;
  const std::uint32_t line = error.origin.line > 0 ? error.origin.line - 1 : 0;
  const std::uint32_t begin = file.offset({line, column}, Encoding::utf32);
  out.span = {begin, std::max(begin, file.line(line).end)};
  return out;
}

// What is wrong in a file of settings: as it was loaded where that is what stands in the editor, else what its own
// words tell.
std::vector<SettingsFault> faults_of(const ReadingJob& job, const Settings& settings, const Workspace& workspace) {
  const auto on_disk = read_file(job.path);
  if (const auto* bytes = std::get_if<std::string>(&on_disk); bytes != nullptr && *bytes == job.text.bytes()) {
    std::vector<SettingsFault> loaded = settings_faults(workspace, workspace.folder());
    std::erase_if(loaded, [&](const SettingsFault& fault) { return fault.path != job.path.lexically_normal(); });
    return loaded;
  }
  std::vector<ConfigError> errors;
  const std::string where = job.path.filename().string();
  if (holds_waivers(job.path)) {
    errors = read_waivers(job.text.bytes(), where, *settings.catalog()).errors;
  } else {
    const auto tree = read_toml(job.text.bytes(), where);
    if (const auto* error = std::get_if<ConfigError>(&tree)) errors = {*error};
    else errors = read_layer(std::get<Setting>(tree), job.path.parent_path(), *settings.catalog()).errors;
  }
  std::vector<SettingsFault> out;
  out.reserve(errors.size());
  for (const ConfigError& error : errors) out.push_back(fault_in(error, job.path.string(), job.text));
  return out;
}

bool same_bibliographies(const Sources& a, const Sources& b) {
  return std::ranges::equal(a.bibliographies, b.bibliographies, {}, &Sources::Bib::bibliography,
                            &Sources::Bib::bibliography);
}

// Bibliographies, for drafts that cite by key; those of the reading before where none has changed.
std::map<std::string, Text> bibliographies_of(const Reading& reading, const Reading* before) {
  const auto cites = [](const auto& local) {
    return std::ranges::any_of(local->citations, [](const Citation& c) { return c.form == Citation::Form::cite_key; });
  };
  std::map<std::string, Text> out;
  if (!std::ranges::any_of(reading.facts.locals, cites)) return out;
  if (before != nullptr && !before->bibliographies.empty() && same_bibliographies(*before->sources, *reading.sources))
    return before->bibliographies;
  for (const Sources::Bib& bib : reading.sources->bibliographies) {
    auto bytes = read_file(reading.settings->root() / bib.path);
    if (auto* text = std::get_if<std::string>(&bytes)) out.emplace(bib.path, Text(std::move(*text)));
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
  reading->holds_settings = is_settings_file(path);
  reading->holds_waivers = holds_waivers(path);
  if (reading->holds_settings) reading->faults = faults_of(job, *reading->settings, workspace);
  if (path.extension() == ".toml") return reading;  // settings of whatever program
  if (!job.path.empty() && reading->settings->ignores(path)) return reading;

  const auto chosen = reading->settings->for_path(path);
  const Facts* before = job.before && job.before->facts.document ? &job.before->facts : nullptr;
  reading->facts = read(job.text, job.format, chosen->context, before);
  reading->sources = workspace.sources_for(path, *reading->facts.document);
  const auto& checks = chosen->checks_for(reading->facts.context().genre);
  LintedBefore linted{before, nullptr};
  if (before != nullptr && job.before->settings == reading->settings) linted.kept = job.before->linted.kept;
  reading->linted = lint(reading->facts, *reading->sources, checks,
                         {.waivers = reading->settings->waivers(),
                          .today = today,
                          .before = &linted,
                          .keep = true,
                          .in_pairs = job.in_pairs},
                         job.stop);
  reading->others = files_of(reading->linted, reading->settings->root());
  reading->bibliographies = bibliographies_of(*reading, job.before.get());
  return reading;
}

std::vector<SettingsFault> settings_faults(const Workspace& workspace, const std::filesystem::path& folder) {
  std::vector<SettingsFault> out;
  std::map<std::string, Text> files;
  for (const ConfigError& error : workspace.errors()) {
    if (error.origin.line == 0) {
      out.push_back({{}, shown(error.origin) + ": " + error.message, error.message, {}, {}});
      continue;
    }
    const std::string path = (folder / error.origin.where).lexically_normal().string();
    if (!files.contains(path)) {
      auto bytes = read_file(path);
      auto* text = std::get_if<std::string>(&bytes);
      files.emplace(path, text != nullptr ? Text(std::move(*text)) : Text());
    }
    out.push_back(fault_in(error, path, files.at(path)));
  }
  return out;
}

}  // namespace stet
