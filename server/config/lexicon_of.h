#pragma once
// The lexicon of a catalog and of the words that settings add, made once however many settings share them.
#include <memory>

#include "lint/lint.h"

namespace stet {

// Thread-safe; kept as long as anybody else keeps it.
std::shared_ptr<const Lexicon> lexicon_of(const std::shared_ptr<const Catalog>& catalog, const MoreWords& more);

}  // namespace stet
