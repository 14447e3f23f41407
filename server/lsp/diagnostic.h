#pragma once
// Diagnostics: findings as a client shows them.
#include <string>
#include <vector>

#include "lsp/client.h"
#include "lsp/reading.h"

namespace stet {

// 1 to 4.
int severity_number(Severity severity);

// {"edits": …} of a fix as TextEdits of `text`.
json text_edits(const Text& text, const std::vector<Edit>& edits, Encoding encoding);

// One Diagnostic. relatedInformation, codeDescription and data (fingerprint and fixes) only where `form` has them; a
// place in a file that cannot be read any more is left out.
json diagnostic_json(const Finding& finding, const Reading& reading, const std::string& uri, Encoding encoding,
                     const DiagnosticForm& form);
// Of a fault in a file of settings.
json diagnostic_json(const SettingsFault& fault, Encoding encoding);

// A DocumentDiagnosticReport. `resultId` is a hash of the diagnostics: where `previous` is the same, it is the short
// report that says so.
json diagnostic_report(json diagnostics, std::optional<std::string_view> previous);

// Params of publishDiagnostics for a draft.
json published(const std::vector<const Finding*>& findings, const Reading& reading, const std::string& uri,
               std::optional<std::int64_t> version, const Client& client);

// And for a file of settings; `faults` all of that file, none: it is well again.
json published(const std::vector<const SettingsFault*>& faults, const std::string& uri, Encoding encoding);

}  // namespace stet
