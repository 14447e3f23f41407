#pragma once
// The sheet for a browser: one page that needs nothing else. A table of the claims, to sort, filter, tick off and
// print, beside the draft in which they are marked.
#include <memory>
#include <span>
#include <string>

#include "facts/facts.h"
#include "facts/transcript.h"

namespace stet {

struct SheetDraft {
  std::string path;  // as people are shown it
  Facts facts;
  std::shared_ptr<const Transcripts> transcripts = {};  // that its quotations are looked up in; may be null
};

// HTML. Claims are numbered through all drafts. Whatever the drafts hold, none of it is markup or script here; the page
// asks the network for nothing.
std::string sheet_page(std::span<const SheetDraft> drafts);

}  // namespace stet
