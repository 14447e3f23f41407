#include "cli/file_waivers.h"

#include <algorithm>

#include "workspace/workspace.h"

namespace stet {

namespace {

bool lies_in(const std::filesystem::path& folder, const std::filesystem::path& outer) {
  const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), folder.begin(), folder.end());
  return end == outer.end() && !outer.empty();
}

const Ready* idle_rule(const PathSettings& in_force) {
  const auto on = in_force.checks_for(Genre::news);
  const auto at = std::find_if(on.begin(), on.end(), [](const Ready& r) { return r.rule->page.name == "waiver-idle"; });
  return at != on.end() ? &*at : nullptr;
}

}  // namespace

void FileWaivers::note(const std::shared_ptr<const Settings>& settings, std::span<const std::size_t> used) {
  if (!settings->waivers().empty()) used_[settings].insert(used.begin(), used.end());
}

std::vector<Checked> FileWaivers::idle(std::span<const std::filesystem::path> searched) const {
  std::vector<Checked> out;
  for (const auto& [settings, used] : used_) {
    const auto whole = [&root = settings->root()](const auto& folder) { return lies_in(root, folder); };
    const auto in_force = settings->for_path(settings->root() / "draft.md");
    const Ready* rule = idle_rule(*in_force);
    const auto waivers = settings->waivers();
    if (rule == nullptr || std::none_of(searched.begin(), searched.end(), whole)) continue;
    std::variant<std::string, PathError> bytes = read_file(waivers.front().path);
    if (!std::holds_alternative<std::string>(bytes)) continue;
    Checked file;
    file.path = waivers.front().path;
    file.text = Text(std::move(std::get<std::string>(bytes)));
    file.fail_on = in_force->fail_on;
    file.catalog = settings->catalog();
    for (std::size_t i = 0; i < waivers.size(); ++i) {
      if (used.contains(i)) continue;
      Finding f;
      f.rule = rule->rule->page.name;
      f.family = rule->rule->page.family;
      f.severity = rule->severity;
      f.span = file.text.line(std::max(1u, waivers[i].line) - 1);
      f.message = waivers[i].rule + " finds nothing with fingerprint " + waivers[i].fingerprint + ": the waiver can go";
      f.fingerprint = waivers[i].fingerprint;
      f.url = page_url(rule->rule->page);
      file.linted.findings.push_back(std::move(f));
    }
    if (!file.linted.findings.empty()) out.push_back(std::move(file));
  }
  return out;
}

}  // namespace stet
