#include "lsp/loop.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <thread>
#include <utility>

#include "lsp/loop_asio.h"
#include "lsp/loop_input.h"
#include "lsp/loop_output.h"
#include "lsp/loop_parent.h"
#include "lsp/session.h"

namespace stet {

namespace {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds parent_interval{2}, last_words{2};
constexpr std::size_t longest_queue = 64 << 20;  // bytes of replies that may wait for a client

// Settings as loaded for one LoadSettings.
struct World {
  std::filesystem::path folder;
  Workspace workspace;
  std::atomic<std::size_t> faults_told{0};
};

std::optional<std::filesystem::path> user_config() {
  if (const char* home = std::getenv("XDG_CONFIG_HOME"); home != nullptr && *home != '\0')
    return std::filesystem::path(home) / "stet/stet.toml";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
    return std::filesystem::path(home) / ".config/stet/stet.toml";
  return std::nullopt;
}

// Where pages are kept that a person looks at once.
std::filesystem::path sheet_folder() {
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache != '\0')
    return std::filesystem::path(cache) / "stet";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
    return std::filesystem::path(home) / ".cache/stet";
  return {};
}

// Whether it came through. What fails is as good as not read: a client is told by what is missing.
template <class Work>
bool attempt(Work&& work) {
  try {
    work();
  } catch (const std::exception&) {
    return false;
  }
  return true;
}

SheetWritten written(const WriteSheet& wanted) {
  const std::filesystem::path folder = sheet_folder();
  if (folder.empty()) return {wanted.request, {}, "there is no folder to write it to: HOME is not set"};
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const std::filesystem::path path = folder / wanted.sheet.name;
  std::ofstream out(path, std::ios::binary);
  out << wanted.sheet.page;
  out.close();
  return {wanted.request, path.string(), out ? "" : path.string() + " cannot be written"};
}

Date today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

class Loop {
 public:
  explicit Loop(std::shared_ptr<const Catalog> built_in)
      : built_in_(std::move(built_in)),
        workers_(std::clamp(std::thread::hardware_concurrency(), 2u, 4u)),
        output_(io_, 1, [this] { end(1); }, [this] { drained(); }) {}

  int run() {
    const auto keep = asio::make_work_guard(io_);
    LoopInput input(0, [this](Event event) {
      asio::post(io_, [this, event = std::move(event)]() mutable {
        on(std::move(event));
        input_->done();
      });
    });
    input_ = &input;
    io_.run();
    workers_.join();
    return status_.value_or(1);
  }

 private:
  void on(Event event) {
    if (status_) return;
    for (Effect& effect : session_.on(std::move(event), now()))
      std::visit([this](auto& wanted) { carry_out(wanted); }, effect);
    output_.pump();
    if (output_.outbox.size() > longest_queue) input_->hold();
    if (status_ && output_.idle()) io_.stop();
    set_alarm();
  }

  Time now() const { return std::chrono::duration_cast<Time>(Clock::now() - began_); }

  void set_alarm() {
    if (status_) return;  // the alarm is for the last words now (see end)
    const auto wake = session_.wake();
    if (!wake) {
      alarm_.cancel();
      return;
    }
    alarm_.expires_at(began_ + *wake);
    alarm_.async_wait([this](boost::system::error_code stopped) {
      if (!stopped) on(Woke{});
    });
  }

  void carry_out(Send& send) { output_.outbox.send(send.message); }
  void carry_out(Publish& publish) { output_.outbox.publish(publish.uri, std::move(publish.params)); }

  void carry_out(LoadSettings& wanted) {
    std::error_code error;
    std::filesystem::path folder = wanted.folder;
    if (folder.empty()) folder = std::filesystem::current_path(error);
    SettingsRequest request;
    request.folder = folder;
    request.built_in = built_in_;
    request.editor = std::move(wanted.editor);
    request.user_config = user_config();
    world_ = std::make_shared<World>(folder, Workspace(std::move(request)));
    asio::post(workers_, [this, world = world_] {
      attempt([&] { world->workspace.settings_for(world->folder / "untitled"); });
      tell_faults(world, true);
    });
  }

  void carry_out(Read& read) {
    asio::post(workers_, [this, world = world_, job = std::move(read.job)]() mutable {
      job.in_pairs = &in_pairs_;
      const auto start = Clock::now();
      ReadingDone done{job.uri, job.state, nullptr};
      attempt([&] { done.reading = make_reading(job, world->workspace, today()); });
      done.cost = std::chrono::duration_cast<Time>(Clock::now() - start);
      asio::post(io_, [this, done = std::move(done)]() mutable { on(std::move(done)); });
      tell_faults(world, false);
    });
  }

  // On a worker: one thing here, the other on the first worker that is free; here too, where none was till now.
  void in_pair(const std::function<void()>& one, const std::function<void()>& other) {
    struct Offer {
      std::atomic_flag taken;
      std::promise<void> done;
    };
    const auto offer = std::make_shared<Offer>();
    // `other` lasts until it is done: who took it is waited for, and who comes later does not touch it.
    asio::post(workers_, [offer, &other] {
      if (offer->taken.test_and_set()) return;
      try {
        other();
        offer->done.set_value();
      } catch (...) {
        offer->done.set_exception(std::current_exception());
      }
    });
    std::exception_ptr fault;
    try {
      one();
    } catch (...) {
      fault = std::current_exception();
    }
    if (offer->taken.test_and_set()) offer->done.get_future().get();
    else if (!fault) other();
    if (fault) std::rethrow_exception(fault);
  }

  void carry_out(Survey& wanted) {
    asio::post(workers_, [this, world = world_, job = std::move(wanted.job)] {
      attempt([&] {
        survey(job, world->workspace, today(), [this](Surveyed one) {
          asio::post(io_, [this, one = std::move(one)]() mutable { on(std::move(one)); });
        });
      });
      asio::post(io_, [this, id = job.id] { on(SurveyDone{id}); });
      tell_faults(world, false);
    });
  }

  void carry_out(WriteNote& wanted) {
    asio::post(workers_, [this, wanted = std::move(wanted)] {
      NoteWritten done{wanted.request, {}};
      try {
        done.why_not = write_note(wanted.note);
      } catch (const std::exception& fault) {
        done.why_not = fault.what();
      }
      asio::post(io_, [this, done = std::move(done)]() mutable { on(std::move(done)); });
    });
  }

  void carry_out(WriteSheet& wanted) {
    asio::post(workers_, [this, wanted = std::move(wanted)] {
      asio::post(io_, [this, done = written(wanted)]() mutable { on(std::move(done)); });
    });
  }

  // On a worker: tells the session of faults in settings, when there are new ones.
  void tell_faults(const std::shared_ptr<World>& world, bool also_none) {
    const std::size_t count = world->workspace.errors().size();
    if (world->faults_told.exchange(count) == count && !also_none) return;
    asio::post(io_, [this, world, loaded = SettingsLoaded{settings_faults(world->workspace, world->folder)}]() mutable {
      if (world == world_) on(std::move(loaded));
    });
  }

  void carry_out(WatchParent& watch) {
    if (process_alive(watch.process)) look_for_parent(watch.process);
  }

  void look_for_parent(std::int64_t process) {
    parent_alarm_.expires_after(parent_interval);
    parent_alarm_.async_wait([this, process](boost::system::error_code stopped) {
      if (stopped) return;
      if (!process_alive(process)) return on(ParentDied{});
      look_for_parent(process);
    });
  }

  void carry_out(End& wanted) { end(wanted.status); }

  // What is written already may still be read; a client that does not is not waited for.
  void end(int status) {
    if (status_) return io_.stop();
    status_ = status;
    alarm_.expires_after(last_words);
    alarm_.async_wait([this](boost::system::error_code stopped) {
      if (!stopped) io_.stop();
    });
  }

  void drained() {
    if (status_) return io_.stop();
    input_->release();
  }

  std::shared_ptr<const Catalog> built_in_;
  Clock::time_point began_ = Clock::now();
  asio::io_context io_;
  const InPairs in_pairs_ = [this](const auto& one, const auto& other) { in_pair(one, other); };
  asio::thread_pool workers_;
  asio::steady_timer alarm_{io_}, parent_alarm_{io_};
  LoopOutput output_;
  LoopInput* input_ = nullptr;
  std::shared_ptr<World> world_;
  Session session_;
  std::optional<int> status_;
};

}  // namespace

int serve(std::shared_ptr<const Catalog> built_in) {
  std::signal(SIGPIPE, SIG_IGN);
  return Loop(std::move(built_in)).run();
}

}  // namespace stet
