#include <algorithm>
#include <array>

#include "config/file.h"
#include "config/layer_files.h"
#include "config/loaded_settings.h"
#include "config/own_pages.h"
#include "config/settings.h"
#include "config/source_globs.h"
#include "config/waivers.h"

namespace stet {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 2> pages_key{"rules", "paths"};
constexpr std::array<std::string_view, 1> sources_key{"sources"}, extends_key{"extends"};
constexpr std::size_t largest_waivers = std::size_t{1} << 24;

// Whence the settings come: the project's file, the user's, or none.
struct Start {
  std::optional<fs::path> file, workspace;  // where its paths must lie
  fs::path root;                            // of the project
};

class Loader {
 public:
  explicit Loader(const SettingsRequest& request)
      : request_(request),
        folder_(absolute_path(request.folder)),
        shown_from_(request.shown_from.empty() ? folder_ : absolute_path(request.shown_from)) {}

  Loaded load() {
    const Start start = find_start();
    parts_.root = start.root;
    std::vector<std::pair<Setting, fs::path>> trees;
    if (start.file) {
      LayerFiles read = read_layer_files(*start.file, start.workspace, shown_from_);
      note(std::move(read.errors));
      append(parts_.files, read.looked_at);
      for (LayerFile& file : read.files) {
        name_paths(file.tree, file.path.parent_path(), start.workspace);
        trees.emplace_back(std::move(file.tree), file.path.parent_path());
      }
    }
    if (request_.editor) {
      const auto workspace = workspace_of(start.root);
      for (const NamedPath& path : named_paths(*request_.editor, extends_key, start.root, workspace).paths)
        wrong(path.origin, "extends belongs in stet.toml");
      name_paths(*request_.editor, start.root, workspace);
      trees.emplace_back(*request_.editor, start.root);
    }
    add_pages();
    add_sources();
    for (const auto& [tree, folder] : trees) {
      ReadLayer read = read_layer(tree, folder, *parts_.catalog);
      note(std::move(read.errors));
      parts_.layers.push_back(std::move(read.layer));
    }
    add_options();
    add_waivers();
    return {std::make_shared<LoadedSettings>(std::move(parts_)), std::move(errors_)};
  }

 private:
  Start find_start() const {
    if (request_.config_file) {
      const fs::path file = absolute_path(*request_.config_file);
      return {file, workspace_of(file.parent_path()), folder_};
    }
    if (const auto file = find_upward(folder_, "stet.toml"))
      return {file, workspace_of(file->parent_path()), file->parent_path()};
    std::error_code error;
    if (request_.user_config && fs::is_regular_file(*request_.user_config, error))
      return {absolute_path(*request_.user_config), std::nullopt, folder_};
    return {std::nullopt, std::nullopt, folder_};
  }

  void name_paths(const Setting& tree, const fs::path& folder, const std::optional<fs::path>& workspace) {
    NamedPaths pages = named_paths(tree, pages_key, folder, workspace);
    NamedPaths sources = named_paths(tree, sources_key, folder, workspace);
    append(pages_, pages.paths);
    append(sources_, sources.paths);
    note(std::move(pages.errors));
    note(std::move(sources.errors));
  }

  void add_pages() {
    parts_.catalog = request_.built_in;
    if (pages_.empty()) return;
    OwnPages own = read_own_pages(pages_, shown_from_);
    note(std::move(own.errors));
    append(parts_.files, own.looked_at);
    parts_.page_places = std::move(own.places);
    for (const NamedPath& path : pages_) parts_.pages.push_back({path.written, path.origin});
    Catalog::Extended extended = request_.built_in->with(own.path_and_text);
    parts_.catalog = std::move(extended.catalog);
    for (PageError& error : extended.errors)
      errors_.push_back({{std::move(error.path), error.line, error.column}, std::move(error.message)});
  }

  void add_sources() {
    SourceGlobs read = read_source_globs(sources_, parts_.root);
    note(std::move(read.errors));
    parts_.sources = std::move(read.globs);
  }

  void add_options() {
    if (request_.date) {
      Layer options;
      options.folder = folder_;
      options.says.date = {*request_.date, {"--date"}};
      parts_.layers.push_back(std::move(options));
    }
    note(unknown_choices(request_.select, "--select", *parts_.catalog));
    note(unknown_choices(request_.ignore, "--ignore", *parts_.catalog));
    parts_.select = request_.select;
    parts_.ignore = request_.ignore;
  }

  void add_waivers() {
    const fs::path file = parts_.root / "stet.waivers.toml";
    std::error_code error;
    if (!fs::exists(file, error)) return;
    const std::string shown = shown_path(file, shown_from_);
    parts_.files.push_back(file);
    const auto real = confined_path(parts_.root, "stet.waivers.toml", workspace_of(parts_.root));
    if (const auto* why = std::get_if<std::string>(&real)) return wrong({shown}, *why);
    const auto bytes = read_bytes(std::get<fs::path>(real), largest_waivers);
    if (const auto* why = std::get_if<1>(&bytes)) return wrong({shown}, shown + " " + *why);
    WaiverFile read = read_waivers(std::get<0>(bytes), shown, *parts_.catalog);
    note(std::move(read.errors));
    parts_.waivers = std::move(read.waivers);
  }

  void note(std::vector<ConfigError> errors) { append(errors_, std::move(errors)); }
  void wrong(Origin origin, std::string message) { errors_.push_back({std::move(origin), std::move(message)}); }

  template <class T>
  static void append(std::vector<T>& to, std::vector<T> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  }

  const SettingsRequest& request_;
  fs::path folder_, shown_from_;
  std::vector<NamedPath> pages_, sources_;
  SettingsParts parts_;
  std::vector<ConfigError> errors_;
};

}  // namespace

Loaded load_settings(const SettingsRequest& request) { return Loader(request).load(); }

}  // namespace stet
