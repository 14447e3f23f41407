#pragma once
// Events with a day: "the mission ended last year", "in August 2019, when the mission ended", "the coup of August 18",
// "the August 19 coup". What happened is one word, to whom another; two events with the same key may be one.
#include <cstdint>
#include <vector>

#include "facts/facts.h"

namespace stet {

struct DatedEvent {
  std::uint32_t paragraph = 0, date = 0;  // index of the date among the paragraph's
  WordRange words;                        // the verb or the noun with its date
  std::uint64_t key = 0;                  // what and to whom
  bool noun = false;                      // told by its noun
};

// Only what happens once to a thing (ends, is founded, sinks, dies) and is told of it definitely ("the mission",
// "Canada's deployment", "Ana Ruiz"); plurals, pronouns and what comes round again (seasons, meetings) are no events.
// In the order of the draft; linear in the number of dates.
std::vector<DatedEvent> dated_events(const Facts& facts);

}  // namespace stet
