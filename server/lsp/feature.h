#pragma once
// Features: what can be asked about an open draft. One file a feature; adding one is that file and its line in
// feature.cpp.
//
// A feature is a pure function of a reading of the present state (the session waits for it), so it never lints, waits
// or changes anything.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lsp/client.h"
#include "lsp/reading.h"

namespace stet {

struct Question {
  Member params;
  const Reading& reading;
  const std::string& uri;
  std::optional<std::int64_t> version;
  const Client& client;
};

struct Feature {
  std::string_view method;                         // "textDocument/hover"
  std::string_view provider;                       // "hoverProvider"
  json (*capability)(const Client&);               // what initialize says of it
  std::optional<json> (*answer)(const Question&);  // nothing: the params are not what the method wants
};

std::span<const Feature> features();
const Feature* feature_of(std::string_view method);

// The features' own files.
extern const Feature hover_feature;
extern const Feature code_action_feature;

// Findings of a reading that touch `span` (its ends count), in order.
std::vector<const Finding*> findings_at(const Reading& reading, Span span);

}  // namespace stet
