#pragma once
// A draft read, and read again after edits that its own bytes choose.
#include "fuzz/invariants.h"
#include "prose/lexicon.h"

namespace stet::fuzz {

inline int read_and_edit(std::string_view bytes, Format format, const Context& context) {
  const Text text{std::string(bytes)};
  const Facts before = read(text, format, context);
  check_facts(before);
  if (bytes.empty()) return 0;
  const auto at = static_cast<std::uint32_t>(static_cast<unsigned char>(bytes.back()) * bytes.size() / 256);
  const auto end = std::min(at + static_cast<std::uint32_t>(bytes.size() % 5), text.size());
  const Edit edit{{at, end}, std::string(bytes.substr(bytes.size() / 2, bytes.size() % 7))};
  const Text edited = text.with({&edit, 1});
  const Facts after = read(edited, format, context, &before);
  check_facts(after);
  check_same(after, read(edited, format, context));
  // An edit of an edited draft may leave most of the markup unread.
  const std::uint32_t place = edited.size() - std::min(edited.size(), at);
  const Edit second{{place, place}, std::string(bytes.substr(bytes.size() / 3, bytes.size() % 4))};
  const Text twice = edited.with({&second, 1});
  const Facts third = read(twice, format, context, &after);
  check_same(third, read(twice, format, context));
  // And what is taken back was there before.
  check_same(read(edited, format, context, &third), after);
  return 0;
}

}  // namespace stet::fuzz
