#pragma once
// Checker: one draft from its bytes to its findings, fixed on the way where that is asked for.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/checked.h"
#include "cli/command_line.h"
#include "cli/drafts.h"

namespace stet {

class Checker {
 public:
  // `today` only tells whether a waiver is past its date.
  Checker(Drafts& drafts, const CheckRequest& request, Date today)
      : drafts_(drafts), request_(request), today_(today) {}

  struct Outcome {
    std::optional<Checked> checked;  // none where the draft could not be read
    std::string fault;               // what to complain of; empty where there is nothing
    std::shared_ptr<const Settings> settings;
  };

  // Draft `i`; from any thread.
  Outcome check(std::size_t i) const;

 private:
  Checked checked(std::size_t i, const ReadDraft& draft) const;
  void fix(std::size_t i, const ReadDraft& draft, Outcome& outcome) const;

  Drafts& drafts_;
  const CheckRequest& request_;
  Date today_;
};

}  // namespace stet
