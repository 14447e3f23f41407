#pragma once
// Deletion: words of a sentence taken out so that what is left is one: with the commas around them, or with the space;
// the next word gets the capital where a sentence began with them.
#include <optional>

#include "lint/rule.h"

namespace stet {

// nullopt where markup stands among them, or they are all of the sentence.
std::optional<ParagraphEdit> deletion(const Facts& facts, std::size_t p, WordRange words);

}  // namespace stet
