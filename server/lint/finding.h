#pragma once
// Finding: one underline, and all that is said about it. Spans here are absolute bytes of the draft.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace stet {

enum class Severity : std::uint8_t { error, warning, information, hint };
std::string_view severity_name(Severity severity);
std::optional<Severity> severity_of(std::string_view name);  // "error"; nullopt for what is none, "off" too

struct Fix {
  std::string title;
  std::vector<Edit> edits;
  bool safe = false;  // right to apply without a person looking: punctuation, casing, known misspellings
};

// The other place. `path` is empty for this draft, else relative to Settings::root or absolute.
struct Related {
  std::string path;
  Span span;
  std::string message;
};

struct Finding {
  std::string rule;  // id of the page
  std::string family;
  Severity severity = Severity::warning;
  Span span;
  std::string message;
  std::vector<Related> related;
  std::vector<Fix> fixes;
  std::string detail;       // Markdown for the hover: why, with the numbers; may be empty
  std::string fingerprint;  // 16 hex digits: rule, words flagged and words around, not the line; see fingerprint.h
  std::string url;          // of the rule's page
  // Words of a confidential file (a transcript), for the editor and the terminal. Where there are any, the detail,
  // related places and fixes are confidential too, and only the message may go elsewhere: see public_part().
  std::string confided;
  bool settles = false;  // wait for the edit to move on before showing it (the page says so)
};

// The finding without what is confidential in it, for formats that may be kept or shown anywhere.
Finding public_part(Finding finding);

// A rule (or, with an empty rule, the whole engine) that could not judge, and why. An empty span: the whole draft.
struct NotAssessed {
  std::string rule, why;
  Span span;
};

}  // namespace stet
