#pragma once
// The terminal that a command runs in, asked of the system.
#include <cstddef>
#include <cstdio>
#include <string_view>

namespace stet {

bool is_terminal(std::FILE* stream);

// For --color auto: a terminal that is not "dumb", and NO_COLOR is not set.
bool wants_colour(std::FILE* stream);

// Columns of the terminal on standard output; 100 where there is none, never under 40.
std::size_t terminal_width();

}  // namespace stet
