#pragma once
// The lists in prose/lexicon/ as the build found them.
#include <span>
#include <string_view>

#include "prose/word_class.h"

namespace stet {

struct LexiconList {
  WordClass word_class;
  std::string_view name, text;
};

std::span<const LexiconList> lexicon_lists();

}  // namespace stet
