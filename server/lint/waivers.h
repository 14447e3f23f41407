#pragma once
// Waivers: findings somebody has looked at and let stand, with a reason.
//
//   <!-- stet: weasel-attribution "many analysts" named in the next part -->   before a block, or in it: that block
//   <!-- stet off: figure-unsourced the audit is the source --> … <!-- stet on -->
//   [stet: name-case-variant that is how he writes it]                         in plain text
//   stet.waivers.toml                                                          by fingerprint, see FileWaiver
//
// A family may stand where a rule does. Words in quotation marks narrow a waiver to findings that are about them; they
// may end in … for the rest. What is wrong with a waiver is itself a finding, of the rules waiver-invalid and
// waiver-idle, whose code is here because no other rule may see what was waived.
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.h"

namespace stet {

// A comment as a waiver.
struct Waiver {
  enum class Kind : std::uint8_t { block, off, on };
  Kind kind = Kind::block;
  std::string name, words, reason;  // name: a rule or a family
  std::string plain_words;          // words as they are compared
  Span comment, covers;             // absolute
  bool used = false;
};

// The comment `inner` as a waiver; nullopt where it speaks of something else. Places are not filled in.
std::optional<Waiver> read_waiver(std::string_view inner);

class Waivers {
 public:
  Waivers(const Facts& facts, const LintOptions& options);

  // May anything be waived at all?
  bool any() const { return !waivers_.empty() || !by_fingerprint_.empty(); }

  // Is the finding waived? Notes that the waiver was of use.
  bool hide(const Finding& finding);

  // Waivers that name no rule, or give no reason; and findings whose waiver is past its date.
  void report_invalid(const Catalog& catalog, Report& report) const;
  // Waivers of rules that ran (by name) and that hid nothing.
  void report_idle(const Catalog& catalog, const std::set<std::string, std::less<>>& ran, Report& report) const;

  std::vector<std::size_t> used_file_waivers() const;

 private:
  void place(Waiver& waiver) const;
  bool hide(const Finding& finding, const std::string& name);
  bool is_about(const Waiver& waiver, const Finding& finding, const std::string& flagged) const;

  const Facts& facts_;
  LintOptions options_;
  std::vector<std::size_t> next_with_words_;  // for each block, itself or the next that has words
  std::vector<Waiver> waivers_;               // in the draft, by comment
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_name_;  // those that hold, by covers.begin
  std::multimap<std::string, std::size_t, std::less<>> by_fingerprint_;   // of the file
  std::set<std::size_t> used_file_waivers_;
  std::vector<std::pair<Span, std::size_t>> expired_;  // finding, waiver of the file
};

}  // namespace stet
