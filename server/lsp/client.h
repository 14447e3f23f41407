#pragma once
// Client: who is on the other side, as `initialize` says: what it can take, where it works, what it was set to.
// What a client did not announce it is never sent; it gets the simpler form.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/settings.h"
#include "lsp/json.h"
#include "text/text.h"

namespace stet {

// What a client takes of a diagnostic besides place and message.
struct DiagnosticForm {
  bool related = false, code_description = false, data = false;
};

struct Client {
  Encoding encoding = Encoding::utf16;
  bool encoding_negotiated = false;  // it named encodings; then the answer names one too

  std::optional<std::int64_t> process;  // its own, to end with it
  std::vector<std::string> folders;     // of the workspace; what is not on disk counts as lying in the first
  std::optional<Setting> settings;      // as it was set
  bool inlay_hints = false;             // wanted; a setting of the editor alone

  DiagnosticForm pushed, pulled;
  bool versions = false;  // of published diagnostics
  bool pulls = false;     // asks for diagnostics; then none are pushed for what it has open
  const DiagnosticForm& form() const { return pulls ? pulled : pushed; }

  // Takes "ask anew" for these.
  struct Refreshes {
    bool diagnostics = false, lenses = false, hints = false, tokens = false;
  } refreshes;

  struct CodeActions {
    bool literals = false, preferred = false;
    bool lazy = false;              // edits may come when an action is chosen
    bool document_changes = false;  // edits that name the version they are for
  } code_actions;

  bool applies_edits = false;  // of the server's own accord
  bool shows_documents = false;
  bool shows_messages = false;
  bool shows_progress = false;                          // that the server begins
  bool markup_hovers = false, markdown_hovers = false;  // named a format at all; Markdown
  bool markdown_completions = false;
  bool nested_symbols = false;
  bool prepares_renames = false;
  bool folds_lines_only = false;
  bool takes_hints = false;
  struct Tokens {
    bool wanted = false, deltas = false, ranges = false;
  } tokens;
  bool configuration = false;                                    // answers workspace/configuration
  bool configuration_registers = false, files_register = false;  // takes dynamic registrations of these
};

// From the params of `initialize`. Anything missing or of a wrong type counts as not said.
// Encodings: utf-8 where it is offered (no counting), else the first of the client's that is known, else utf-16.
Client read_client(Member initialize);

// What a client was set to, as JSON under "stet" or that object itself.
void read_editor_settings(Client& client, Member settings);

std::string_view encoding_name(Encoding encoding);

}  // namespace stet
