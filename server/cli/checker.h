#pragma once
// Checker: one draft from its bytes to its findings, fixed on the way where that is asked for.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/changes.h"
#include "cli/checked.h"
#include "cli/command_line.h"
#include "cli/drafts.h"

namespace stet {

class Checker {
 public:
  // `today` only tells whether a waiver is past its date. With `changes`, findings that touch no changed line go to
  // Checked::elsewhere.
  Checker(Drafts& drafts, const CheckRequest& request, const Changes* changes, Date today)
      : drafts_(drafts), request_(request), changes_(changes), today_(today) {}

  struct Outcome {
    std::optional<Checked> checked;  // none where the draft could not be read
    std::string fault;               // what to complain of; empty where there is nothing
    std::string diff;                // what --fix would change, with --dry-run
    std::shared_ptr<const Settings> settings;
  };

  // Draft `i`; from any thread.
  Outcome check(std::size_t i) const;

 private:
  Checked checked(std::size_t i, const ReadDraft& draft) const;
  void leave_unchanged_lines(std::size_t i, Checked& draft) const;
  void fix(std::size_t i, const ReadDraft& draft, Outcome& outcome) const;

  Drafts& drafts_;
  const CheckRequest& request_;
  const Changes* changes_;
  Date today_;
};

}  // namespace stet
