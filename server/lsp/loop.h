#pragma once
// The loop: the thin shell around Session that has threads, clocks and streams.
//
//   reader   one thread, blocking in read(0): bytes -> Framer -> messages, posted to the loop
//   loop     the calling thread: Session::on(event), timers, the only writer of standard output
//   workers  a pool: readings of drafts, posted to the loop
//
// Nothing else may print to standard output while it runs.
#include <memory>

#include "lint/catalog.h"

namespace stet {

// Serves one client on standard input and output, and returns the exit status: 0 after shutdown and exit, else 1.
int serve(std::shared_ptr<const Catalog> built_in);

}  // namespace stet
