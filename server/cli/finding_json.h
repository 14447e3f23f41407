#pragma once
// Findings as JSON values: what the json and jsonl reports have in common.
#include <nlohmann/json.hpp>

#include "cli/checked.h"

namespace stet {

using Json = nlohmann::ordered_json;

// "bytes", "start", "end" of a place in `text`, added to `object`.
void add_place(Json& object, const Text& text, Span span);

// An object of "findings".
Json finding_json(const Finding& finding, const Checked& draft);

// An object of "notAssessed"; with a place only where a part of the draft was left out.
Json not_assessed_json(const NotAssessed& what, const Text& text);

// One line. Bytes that are not UTF-8 are U+FFFD.
std::string line_of(const Json& json);

}  // namespace stet
