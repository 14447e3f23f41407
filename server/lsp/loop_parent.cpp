#include "lsp/loop_parent.h"

#include <sys/types.h>

#include <cerrno>
#include <csignal>
#include <limits>

namespace stet {

bool process_alive(std::int64_t process) {
  if (process <= 0 || process > std::numeric_limits<pid_t>::max()) return false;
  return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

}  // namespace stet
