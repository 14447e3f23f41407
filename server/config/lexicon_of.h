#pragma once
// The lexicon of a catalog, made once however many settings share the catalog.
#include <memory>

#include "lint/catalog.h"
#include "prose/lexicon.h"

namespace stet {

// Thread-safe; kept as long as anybody else keeps it.
std::shared_ptr<const Lexicon> lexicon_of(const std::shared_ptr<const Catalog>& catalog);

}  // namespace stet
