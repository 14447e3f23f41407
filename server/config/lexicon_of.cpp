#include "config/lexicon_of.h"

#include <mutex>
#include <utility>
#include <vector>

#include "lint/lint.h"

namespace stet {

std::shared_ptr<const Lexicon> lexicon_of(const std::shared_ptr<const Catalog>& catalog) {
  static std::mutex mutex;
  static std::vector<std::pair<std::weak_ptr<const Catalog>, std::weak_ptr<const Lexicon>>> made;
  const std::lock_guard lock(mutex);
  std::erase_if(made, [](const auto& entry) { return entry.first.expired() || entry.second.expired(); });
  for (const auto& [of, lexicon] : made)
    if (of.lock() == catalog)
      if (auto kept = lexicon.lock()) return kept;
  std::shared_ptr<const Lexicon> lexicon = make_lexicon(*catalog);
  made.emplace_back(catalog, lexicon);
  return lexicon;
}

}  // namespace stet
