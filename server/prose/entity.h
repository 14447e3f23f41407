#pragma once
// HTML character references: &amp; &#8217; &nbsp;
#include <string>
#include <string_view>

namespace stet {

// What `reference` ("&mdash;", with its & and, where it has one, its ;) stands for, as UTF-8; empty where it stands for
// nothing. The names are the HTML standard's (by way of the HTML parser).
std::string decode_entity(std::string_view reference);

// The length of the character reference that begins at `at` ('&'), or 0.
std::size_t entity_length(std::string_view text, std::size_t at);

}  // namespace stet
