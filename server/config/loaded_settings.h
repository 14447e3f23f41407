#pragma once
// LoadedSettings: the layers in force for a folder, asked for a path.
#include <map>
#include <mutex>

#include "config/effective.h"
#include "config/layer.h"
#include "config/settings.h"

namespace stet {

// What load_settings puts together.
struct SettingsParts {
  std::filesystem::path root;
  std::shared_ptr<const Catalog> catalog;
  std::vector<Layer> layers;                        // the later wins
  std::vector<Stated<std::string>> sources, pages;  // as they are in force; pages for `stet config` alone
  std::vector<std::filesystem::path> page_places;   // real: what lies in them is no draft
  std::vector<FileWaiver> waivers;
  std::vector<std::filesystem::path> files;
  std::vector<std::string> select, ignore;
};

class LoadedSettings final : public Settings {
 public:
  explicit LoadedSettings(SettingsParts parts);

  std::shared_ptr<const PathSettings> for_path(const std::filesystem::path& path) const override;
  bool ignores(const std::filesystem::path& path) const override;
  const std::filesystem::path& root() const override { return parts_.root; }
  const std::shared_ptr<const Catalog>& catalog() const override { return parts_.catalog; }
  std::span<const FileWaiver> waivers() const override { return parts_.waivers; }
  std::span<const std::filesystem::path> files() const override { return parts_.files; }

 private:
  // Which overrides count for a draft, over all layers in order.
  using Chosen = std::vector<bool>;
  Chosen overrides_for(const std::filesystem::path& path) const;
  std::shared_ptr<const PathSettings> make(const Chosen& overrides) const;
  // The path as a layer's globs see it.
  std::string seen_from(const Layer& layer, const std::filesystem::path& path) const;

  SettingsParts parts_;
  mutable std::mutex mutex_;
  mutable std::map<Chosen, std::shared_ptr<const PathSettings>> made_;
};

}  // namespace stet
