#pragma once
// Features: what can be asked about an open draft. One file a feature; adding one is that file and its line in
// feature.cpp.
//
// A feature is a pure function of a reading of the present state (the session waits for it), so it never lints, waits
// or changes anything but what it itself remembers of its last answer.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/client.h"
#include "lsp/reading.h"

namespace stet {

// The semantic tokens last sent for a draft, to send only what differs.
struct SentTokens {
  std::string id;
  std::vector<std::uint32_t> data;
};

struct Question {
  Member params;
  const Reading& reading;
  const std::string& uri;
  std::optional<std::int64_t> version;
  const Client& client;
  const std::vector<const Finding*>& shown;  // the findings that do not wait for the edit to move on
  SentTokens& tokens;
};

// Where the params of most methods name the draft: textDocument.uri. Nothing: they do not.
std::optional<std::string_view> document_uri(Member params);
// And what is answered about one that is not open: null.
json nothing_known(Member params);

struct Feature {
  std::string_view method;                         // "textDocument/hover"
  std::string_view provider;                       // "hoverProvider"; empty where another feature speaks for it
  json (*capability)(const Client&);               // what initialize says of it; null: nothing, to this client
  std::optional<json> (*answer)(const Question&);  // nothing: the params are not what the method wants
  std::optional<std::string_view> (*uri)(Member params) = document_uri;
  json (*absent)(Member params) = nothing_known;
};

std::span<const Feature> features();
const Feature* feature_of(std::string_view method);

// A capability that is `true`.
json always(const Client&);
// And for a feature without a provider of its own.
json unsaid(const Client&);

// The features' own files.
extern const Feature hover_feature;
extern const Feature code_action_feature, code_action_resolve_feature;
extern const Feature pull_diagnostics_feature;
extern const Feature definition_feature, references_feature, highlight_feature;
extern const Feature rename_feature, prepare_rename_feature;
extern const Feature document_symbol_feature, document_link_feature, code_lens_feature, folding_range_feature;
extern const Feature inlay_hint_feature, completion_feature;
extern const Feature tokens_feature, tokens_delta_feature, tokens_range_feature;

// Findings of a reading that touch `span` (its ends count), in order.
std::vector<const Finding*> findings_at(const Reading& reading, Span span);
// The one with that fingerprint; null: there is none now.
const Finding* finding_of(const Reading& reading, std::string_view fingerprint);

}  // namespace stet
