#pragma once
// Every page under rules/, as the build found them. The list is written by catalog.cmake; nobody edits one.
#include <span>

#include "lint/catalog.h"

namespace stet {

std::span<const BuiltInPage> built_in_pages();

}  // namespace stet
