#include "facts/name_chain.h"

#include <string>
#include <unordered_map>

#include "facts/facts.h"
#include "prose/fold.h"

namespace stet {

std::vector<std::vector<std::uint32_t>> name_entities(const Facts& facts) {
  std::vector<std::vector<std::uint32_t>> entities(facts.size());
  std::unordered_map<std::string, std::uint32_t> whole, by_last;
  std::uint32_t next = 0;
  for (const std::size_t p : facts.with<Name>()) {
    const Paragraph& paragraph = facts.paragraph(p);
    for (const Name& name : facts.local(p).names) {
      std::string full = fold_accents(paragraph.text(name.words));
      std::string last = fold_accents(paragraph.text(name.words.last - 1));
      if (name.words.size() == 1) {
        if (const auto it = by_last.find(last); it != by_last.end()) {
          entities[p].push_back(it->second);
          continue;
        }
      }
      const auto [it, added] = whole.try_emplace(std::move(full), next);
      if (added) ++next;
      by_last.insert_or_assign(std::move(last), it->second);
      entities[p].push_back(it->second);
    }
  }
  return entities;
}

}  // namespace stet
