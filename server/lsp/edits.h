#pragma once
// Edits of an open draft, as a client takes them.
#include <vector>

#include "lsp/feature.h"

namespace stet {

// A WorkspaceEdit of the draft asked about; with the version it is for where the client takes one.
json workspace_edit(const Question& question, const std::vector<Edit>& edits);

}  // namespace stet
