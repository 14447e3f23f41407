#pragma once
// Client: who is on the other side, as `initialize` says: what it can take, where it works, what it was set to.
// What a client did not announce it is never sent; it gets the simpler form.
#include <cstdint>
#include <optional>
#include <string>

#include "config/settings.h"
#include "lsp/json.h"
#include "text/text.h"

namespace stet {

struct Client {
  Encoding encoding = Encoding::utf16;
  bool encoding_negotiated = false;  // it named encodings; then the answer names one too

  std::optional<std::int64_t> process;  // its own, to end with it
  std::string folder;                   // the first workspace folder; empty without one
  std::optional<Setting> settings;      // from initializationOptions

  struct Diagnostics {
    bool related = false, code_description = false, data = false;
  } diagnostics;

  struct CodeActions {
    bool literals = false, preferred = false;
    bool document_changes = false;  // edits that name the version they are for
  } code_actions;

  bool markdown_hovers = false;
  bool configuration = false;                                    // answers workspace/configuration
  bool configuration_registers = false, files_register = false;  // takes dynamic registrations of these
};

// From the params of `initialize`. Anything missing or of a wrong type counts as not said.
// Encodings: utf-8 where it is offered (no counting), else the first of the client's that is known, else utf-16.
Client read_client(Member initialize);

std::string_view encoding_name(Encoding encoding);

}  // namespace stet
