#pragma once
// Chains: which mentions of a draft name one person or thing.
#include <cstdint>
#include <vector>

namespace stet {

struct Facts;

// For each paragraph, for each of its names, the entity it belongs to: 0, 1, 2 … in the order of first mention. A full
// name makes an entity; a later surname, or a title and a surname, belongs to the latest full name that ends so. Two
// full names with one surname are two entities. Linear in the number of names.
std::vector<std::vector<std::uint32_t>> name_entities(const Facts& facts);

}  // namespace stet
