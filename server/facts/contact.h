#pragma once
// Contacts: where a person can be found by the words alone: telephone numbers, e-mail addresses, street addresses, the
// numbers of cards. Read when a rule asks, not kept.
#include <cstdint>
#include <vector>

#include "facts/facts.h"

namespace stet {

struct Contact {
  enum class Kind : std::uint8_t { telephone, email, address, card, social_security };
  Kind kind;
  WordRange words;
};

// Those of one paragraph, by kind, then by position. Telephone numbers are those that their groups give away:
// 514-555-0187, (514) 555-0187, +44 20 7946 0958, 020 7946 0958. Addresses are a number and a street by its name: 12
// Holm Street, 12 Rue Basse.
std::vector<Contact> find_contacts(const Facts& facts, std::size_t p);

}  // namespace stet
