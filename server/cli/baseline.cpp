#include "cli/baseline.h"

#include <algorithm>
#include <tuple>

#include "cli/finding_json.h"
#include "text/utf8.h"
#include "workspace/workspace.h"

namespace stet {

namespace fs = std::filesystem;

namespace {

// The first byte that is wrong, as a place. nlohmann counts the bytes it has read, the wrong one included.
std::string place_of_fault(const std::string& bytes, std::size_t read) {
  const Place at = place_of(Text(bytes), static_cast<std::uint32_t>(std::min(bytes.size(), read == 0 ? 0 : read - 1)));
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::optional<KnownFinding> entry_of(const Json& j) {
  const auto word = [&](const char* name) {
    const auto at = j.find(name);
    return at != j.end() && at->is_string() ? at->get<std::string>() : std::string();
  };
  if (!j.is_object()) return std::nullopt;
  KnownFinding known{word("path"), word("rule"), word("fingerprint"), word("message")};
  if (known.path.empty() || known.rule.empty() || known.fingerprint.empty()) return std::nullopt;
  return known;
}

fs::path real_folder_of(const fs::path& file) {
  std::error_code error;
  return fs::weakly_canonical(fs::absolute(file, error).parent_path(), error);
}

}  // namespace

Baseline::Baseline(const fs::path& file) : folder_(real_folder_of(file)) {}

std::variant<Baseline, std::string> Baseline::read(const fs::path& file) {
  std::variant<std::string, PathError> bytes = read_file(file);
  if (const PathError* error = std::get_if<PathError>(&bytes))
    return error->path + ": " + error->message + ": make it with --write-baseline";
  const std::string& text = std::get<std::string>(bytes);
  Json json;
  try {
    json = Json::parse(text);
  } catch (const Json::parse_error& error) {
    return file.generic_string() + ":" + place_of_fault(text, error.byte) +
           ": no JSON: make it anew with --write-baseline";
  }
  const auto list = json.is_object() ? json.find("findings") : json.end();
  if (!json.is_object() || json.value("version", Json()) != 1 || list == json.end() || !list->is_array())
    return file.generic_string() + ": no baseline of this version of stet: make it anew with --write-baseline";
  Baseline out(file);
  std::map<std::string, bool, std::less<>> there;
  for (const Json& j : *list) {
    auto known = entry_of(j);
    if (!known)
      return file.generic_string() +
             ": a finding without path, rule and fingerprint: make it anew with --write-baseline";
    const std::size_t i = out.entries_.size();
    const auto [at, added] = there.try_emplace(known->path);
    std::error_code unknown;
    if (added) at->second = fs::exists(out.folder_ / known->path, unknown);
    if (at->second) out.in_[known->path].push_back(i);
    else out.moved_.emplace(known->fingerprint, i);
    out.entries_.push_back(std::move(*known));
  }
  out.seen_.resize(out.entries_.size(), Seen::no);
  return out;
}

std::string Baseline::path_of(const Checked& draft) const {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(fs::absolute(draft.path, error), error);
  return valid_utf8(real.lexically_proximate(folder_).generic_string());
}

void Baseline::apply(Checked& draft) {
  const std::string path = path_of(draft);
  const auto here = in_.find(path);
  const auto knows = [&](const Finding& f) {
    found_.push_back({path, f.rule, f.fingerprint, valid_utf8(f.message)});
    if (here != in_.end())
      for (const std::size_t i : here->second)
        if (seen_[i] == Seen::no && entries_[i].fingerprint == f.fingerprint) {
          seen_[i] = Seen::found;
          return true;
        }
    const auto [first, last] = moved_.equal_range(f.fingerprint);
    const auto at = std::find_if(first, last, [&](const auto& m) { return seen_[m.second] == Seen::no; });
    if (at == last) return false;
    seen_[at->second] = Seen::found;
    return true;
  };
  auto& findings = draft.linted.findings;
  const auto kept =
      std::stable_partition(findings.begin(), findings.end(), [&](const Finding& f) { return !knows(f); });
  draft.known += static_cast<std::size_t>(findings.end() - kept);
  findings.erase(kept, findings.end());
  for (const Finding& f : draft.elsewhere) knows(f);
  if (here == in_.end()) return;
  for (const std::size_t i : here->second)
    if (seen_[i] == Seen::no && draft.judged(entries_[i].rule)) seen_[i] = Seen::gone;
}

void Baseline::adopt(Checked& draft) {
  apply(draft);
  draft.known += draft.linted.findings.size();
  draft.linted.findings.clear();
}

bool Baseline::is_gone(const std::string& path, std::span<const fs::path> searched) const {
  if (in_.contains(path)) return false;
  const fs::path draft = (folder_ / path).lexically_normal();
  return std::any_of(searched.begin(), searched.end(), [&](const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), draft.begin(), draft.end()).first == folder.end();
  });
}

std::vector<KnownFinding> Baseline::stale(std::span<const fs::path> searched) const {
  std::vector<KnownFinding> out;
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (seen_[i] == Seen::gone || (seen_[i] == Seen::no && is_gone(entries_[i].path, searched)))
      out.push_back(entries_[i]);
  return out;
}

std::string Baseline::written(std::span<const fs::path> searched) const {
  std::vector<KnownFinding> all = found_;
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (seen_[i] == Seen::no && !is_gone(entries_[i].path, searched)) all.push_back(entries_[i]);
  std::stable_sort(all.begin(), all.end(), [](const KnownFinding& a, const KnownFinding& b) {
    return std::tie(a.path, a.rule, a.fingerprint) < std::tie(b.path, b.rule, b.fingerprint);
  });
  std::string out = "{\"version\":1,\"findings\":[";
  for (std::size_t i = 0; i < all.size(); ++i)
    out += (i == 0 ? "\n" : ",\n") + line_of({{"path", all[i].path},
                                              {"rule", all[i].rule},
                                              {"fingerprint", all[i].fingerprint},
                                              {"message", all[i].message}});
  return out + "\n]}\n";
}

}  // namespace stet
