#include "cli/folder_watch.h"

#include <uv.h>

#include <vector>

namespace stet {

namespace {

constexpr std::uint64_t quiet_milliseconds = 100;

}  // namespace

struct FolderWatch::State {
  struct Folder {
    State* state = nullptr;
    std::filesystem::path path;
    uv_fs_event_t handle{};
  };

  uv_loop_t loop{};
  uv_timer_t quiet{};
  std::vector<std::unique_ptr<Folder>> folders;
  std::function<bool(const std::filesystem::path&)> counts;
  std::string fault;

  void watch(const std::filesystem::path& path) {
    auto folder = std::make_unique<Folder>();
    folder->state = this;
    folder->path = path;
    folder->handle.data = folder.get();
    uv_fs_event_init(&loop, &folder->handle);
    const int error = uv_fs_event_start(&folder->handle, on_event, path.string().c_str(), 0);
    if (error != 0) {
      if (fault.empty()) fault = path.generic_string() + ": cannot be watched: " + uv_strerror(error);
      uv_close(reinterpret_cast<uv_handle_t*>(&folder->handle), nullptr);
      uv_run(&loop, UV_RUN_NOWAIT);
      return;
    }
    folders.push_back(std::move(folder));
  }

  static void on_event(uv_fs_event_t* handle, const char* name, int, int) {
    const Folder& folder = *static_cast<Folder*>(handle->data);
    if (name != nullptr && !folder.state->counts(folder.path / name)) return;
    uv_timer_start(&folder.state->quiet, on_quiet, quiet_milliseconds, 0);
  }

  static void on_quiet(uv_timer_t* timer) { uv_stop(timer->loop); }
};

FolderWatch::FolderWatch(std::span<const std::filesystem::path> folders,
                         std::function<bool(const std::filesystem::path&)> counts)
    : state_(std::make_unique<State>()) {
  state_->counts = std::move(counts);
  uv_loop_init(&state_->loop);
  uv_timer_init(&state_->loop, &state_->quiet);
  for (const std::filesystem::path& folder : folders) state_->watch(folder);
}

FolderWatch::~FolderWatch() {
  for (const auto& folder : state_->folders) uv_close(reinterpret_cast<uv_handle_t*>(&folder->handle), nullptr);
  uv_close(reinterpret_cast<uv_handle_t*>(&state_->quiet), nullptr);
  uv_run(&state_->loop, UV_RUN_DEFAULT);
  uv_loop_close(&state_->loop);
}

const std::string& FolderWatch::fault() const { return state_->fault; }
std::size_t FolderWatch::size() const { return state_->folders.size(); }
void FolderWatch::wait() { uv_run(&state_->loop, UV_RUN_DEFAULT); }

}  // namespace stet
