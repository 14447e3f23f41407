#pragma once
// What was read in a draft, as JSON (see `stet facts --format json` in the manual).
#include <string>
#include <string_view>

#include "facts/facts.h"
#include "lint/sources.h"

namespace stet {

// One object of "files": path, words, date, sentences, facts. A field that a fact does not have is left out. Bytes that
// are not UTF-8 are U+FFFD in `text`; places are bytes of the draft as it stands. A quotation that is in a transcript
// says where ("sourced"), never with which words. A range of dates ("from May 2018 to June 2019") is two facts, its
// ends.
std::string facts_json(const Facts& facts, const Sources& sources, std::string_view path);

}  // namespace stet
