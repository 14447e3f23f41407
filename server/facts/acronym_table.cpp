#include "facts/acronym_table.h"

#include <unordered_map>

#include "facts/facts.h"

namespace stet {

bool in_running_text(Zone zone) {
  switch (zone) {
    case Zone::body:
    case Zone::dek:
    case Zone::list:
    case Zone::block_quote:
    case Zone::question:
    case Zone::answer: return true;
    default: return false;
  }
}

std::vector<AcronymEntry> acronym_table(const Facts& facts) {
  std::vector<AcronymEntry> table;
  std::unordered_map<std::string, std::size_t> known;
  for (const std::uint32_t p : facts.with<Acronym>()) {
    const auto& acronyms = facts.local(p).acronyms;
    for (std::uint32_t i = 0; i < acronyms.size(); ++i) {
      std::string key = acronym_key(facts.paragraph(p).text(acronyms[i].short_form));
      const auto [entry, added] = known.try_emplace(key, table.size());
      if (added) table.push_back({std::move(key), {}, {}});
      table[entry->second].uses.push_back({p, i});
      if (acronyms[i].long_form) table[entry->second].definitions.push_back({p, i});
    }
  }
  // Many capitals that nothing spells out are a shout or a brand.
  constexpr std::size_t longest_unspelt = 6;
  std::erase_if(table, [](const AcronymEntry& e) { return e.key.size() > longest_unspelt && e.definitions.empty(); });
  return table;
}

}  // namespace stet
