#include "bench/typist.h"

#include <array>

namespace stet::bench {
namespace {

constexpr std::array structural{"\n\n",       "\n```\n", "“",      "\"", "\n\n## ",    "\n\n> ",
                                "\n\n[^1]: ", "<!-- ",   "\n\n- ", "**", "\n\n---\n\n"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

Edit Typist::next(const Text& text) {
  if (undo_) {
    const Edit undo = *undo_;
    undo_.reset();
    return undo;
  }
  const std::string_view bytes = text.bytes();
  auto at = static_cast<std::uint32_t>(below(bytes.size()));
  while (at > 0 && !is_letter(bytes[at])) --at;
  switch (below(10)) {
    case 0: {
      const std::string added = structural[below(structural.size())];
      const std::size_t line = bytes.find('\n', at);
      if (added.starts_with('\n') && line != bytes.npos) at = static_cast<std::uint32_t>(line);
      undo_ = Edit{{at, at + static_cast<std::uint32_t>(added.size())}, ""};
      return {{at, at}, added};
    }
    case 1:
    case 2: return {{at, at + 1}, ""};
    case 3: return {{at, at}, " "};
    default: return {{at, at}, std::string(1, static_cast<char>('a' + below(26)))};
  }
}

}  // namespace stet::bench
