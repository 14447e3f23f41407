#pragma once
// A second thread for what is done in pairs, as the server's pool gives it.
#include <future>

#include "lint/lint.h"

namespace stet {

inline InPairs two_hands() {
  return [](const std::function<void()>& one, const std::function<void()>& other) {
    std::future<void> beside = std::async(std::launch::async, other);
    one();
    beside.get();
  };
}

}  // namespace stet
