#pragma once
// A program run to its end, with what it cost.
#include <string>
#include <vector>

namespace stet::bench {

struct Ran {
  int status = -1;               // exit status; -1 where it could not be run or was ended by a signal
  double seconds = 0;            // from before it is started until it has ended
  double peak_memory_bytes = 0;  // resident; never below that of this process when it started the program
};

// Output is thrown away.
Ran run_program(const std::vector<std::string>& words, const std::string& folder);

}  // namespace stet::bench
