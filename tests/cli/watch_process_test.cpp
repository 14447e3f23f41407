// --watch from outside: it tells of each change once, and sleeps in between.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/resource.h>

#include <chrono>
#include <sstream>
#include <thread>

#include "cli/process.h"

namespace stet {
namespace {

using namespace std::chrono_literals;

class Watching {
 public:
  Watching(const test::Folder& folder, const std::string& words) : folder_(folder), pid_(fork()) {
    if (pid_ != 0) return;
    std::filesystem::current_path(folder / ".");
    const std::string command = "exec '" STET_BINARY "' check --watch " + words + " >.home/out 2>.home/err </dev/null";
    execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  ~Watching() {
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
  }
  Watching(const Watching&) = delete;
  Watching& operator=(const Watching&) = delete;

  // Runs that have ended so far.
  std::size_t runs() const {
    const std::string said = folder_.read(".home/err");
    std::size_t n = 0;
    for (std::size_t at = said.find("Ctrl-C"); at != std::string::npos; at = said.find("Ctrl-C", at + 1)) ++n;
    return n;
  }
  bool reaches(std::size_t wanted) const {
    for (int i = 0; i < 200 && runs() < wanted; ++i) std::this_thread::sleep_for(50ms);
    return runs() >= wanted;
  }
  // Processor time used up to now, in clock ticks.
  long ticks() const {
    std::ifstream in("/proc/" + std::to_string(pid_) + "/stat");
    std::string word, line;
    std::getline(in, line);
    std::istringstream rest(line.substr(line.rfind(')') + 2));
    for (int i = 0; i < 11; ++i) rest >> word;
    long user = 0, system = 0;
    rest >> user >> system;
    return user + system;
  }

 private:
  const test::Folder& folder_;
  pid_t pid_;
};

TEST(WatchProcess, ChecksAgainWhenADraftASettingOrAFolderChanges) {
  const test::Folder folder;
  folder.write("d/a.md", "Fine.\n");
  const Watching watching(folder, ". --format html=d/report.html --format text");
  ASSERT_TRUE(watching.reaches(1));
  folder.write("d/a.md", "It cost TK.\n");
  ASSERT_TRUE(watching.reaches(2));
  EXPECT_THAT(folder.read(".home/out"), testing::HasSubstr("d/a.md:1:9: error:"));
  folder.write("stet.toml", "[rules]\nplaceholder-left = \"hint\"\n");
  ASSERT_TRUE(watching.reaches(3));
  EXPECT_THAT(folder.read(".home/out"), testing::HasSubstr("d/a.md:1:9: hint:"));
  folder.write("d/new/b.md", "It cost XX.\n");
  ASSERT_TRUE(watching.reaches(4));
}

TEST(WatchProcess, SleepsWhereNothingHappens) {
  const test::Folder folder;
  folder.write("a.md", "Fine.\n");
  const Watching watching(folder, ". --format json=report.json");
  ASSERT_TRUE(watching.reaches(1));
  folder.write("picture.png", "x");
  folder.write(".a.md.swp", "x");
  std::this_thread::sleep_for(300ms);
  const long before = watching.ticks();
  std::this_thread::sleep_for(700ms);
  EXPECT_LE(watching.ticks() - before, 1);
  EXPECT_EQ(watching.runs(), 1u);
}

}  // namespace
}  // namespace stet
