#pragma once
// Project notes: what an editor's person decides for the whole project, put into its files of settings.
//
//   [[waiver]]                                [rules]
//   fingerprint = "9c1f0a77d2e4b608"          weasel-attribution = "off"
//   rule = "weasel-attribution"
//   words = "Many analysts"
//   reason = "named in the next part"
#include <string>
#include <string_view>
#include <variant>

#include "text/text.h"

namespace stet {

struct ProjectNote {
  enum class Kind { waiver, off } kind = Kind::waiver;
  std::string path;  // absolute, of the file
  std::string rule, fingerprint, words, reason;
};

struct NoteRefused {
  std::string why;  // for people
};

// The edit that adds the note to a file with these bytes (none: a new file). Refused where the file is no TOML, or says
// something about the rule that only a person should change.
std::variant<Edit, NoteRefused> noted(std::string_view bytes, const ProjectNote& note);

// Adds it to the file; empty, or why that could not be done.
std::string write_note(const ProjectNote& note);

}  // namespace stet
