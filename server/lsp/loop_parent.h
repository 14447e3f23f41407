#pragma once
// The process that started the server: is it still there?
#include <cstdint>

namespace stet {

// A process of another namespace, or one that never was, is never alive: whoever watches one must have seen it first.
bool process_alive(std::int64_t process);

}  // namespace stet
