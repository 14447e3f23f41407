#pragma once
// Sources: what else the workspace holds that a check may read. Made by workspace/, read-only here.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "facts/bibliography.h"
#include "facts/transcript.h"

namespace stet {

class Sources {
 public:
  Sources() = default;

  struct Bib {
    std::string path;  // as it is shown
    std::shared_ptr<const Bibliography> bibliography;
    bool own = false;  // no other draft can be meant to cite it
  };
  // All bibliographies found. `bibliography_complete` is false where a .bib that the draft or settings name could not
  // be read: then no missing key can be proved.
  std::vector<Bib> bibliographies;
  bool bibliography_complete = true;

  bool has_key(std::string_view key) const {
    for (const Bib& bib : bibliographies)
      if (bib.bibliography->find(key) != nullptr) return true;
    return false;
  }

  // What quotations are held against; null where neither the draft nor the settings name any.
  std::shared_ptr<const Transcripts> transcripts;
};

}  // namespace stet
