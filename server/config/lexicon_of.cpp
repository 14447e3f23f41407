#include "config/lexicon_of.h"

#include <mutex>
#include <vector>

namespace stet {

namespace {

struct Made {
  std::weak_ptr<const Catalog> catalog;
  MoreWords more;
  std::weak_ptr<const Lexicon> lexicon;
};

}  // namespace

std::shared_ptr<const Lexicon> lexicon_of(const std::shared_ptr<const Catalog>& catalog, const MoreWords& more) {
  static std::mutex mutex;
  static std::vector<Made> made;
  const std::lock_guard lock(mutex);
  std::erase_if(made, [](const Made& m) { return m.catalog.expired() || m.lexicon.expired(); });
  for (const Made& m : made)
    if (m.catalog.lock() == catalog && m.more == more)
      if (auto kept = m.lexicon.lock()) return kept;
  std::shared_ptr<const Lexicon> lexicon = make_lexicon(*catalog, more);
  made.push_back({catalog, more, lexicon});
  return lexicon;
}

}  // namespace stet
