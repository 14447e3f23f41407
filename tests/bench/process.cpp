#include "bench/process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/measure.h"

namespace stet::bench {

Ran run_program(const std::vector<std::string>& words, const std::string& folder) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  Ran ran;
  int status = -1;
  rusage usage{};
  ran.seconds = seconds([&] {
    const pid_t child = fork();
    if (child == 0) {
      const int nothing = open("/dev/null", O_RDWR);
      for (int stream : {0, 1, 2}) dup2(nothing, stream);
      if (chdir(folder.c_str()) == 0) execv(arguments[0], arguments.data());
      _exit(127);
    }
    if (child > 0) wait4(child, &status, 0, &usage);
  });
  if (WIFEXITED(status)) ran.status = WEXITSTATUS(status);
  ran.peak_memory_bytes = static_cast<double>(usage.ru_maxrss) * 1024;
  return ran;
}

}  // namespace stet::bench
