#include "config/setting.h"

namespace stet {

std::string shown(const Origin& origin) {
  if (origin.line == 0) return origin.where;
  return origin.where + ":" + std::to_string(origin.line) + ":" + std::to_string(origin.column);
}

}  // namespace stet
