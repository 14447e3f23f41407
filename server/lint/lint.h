#pragma once
// lint: facts to findings. The one call both doors make.
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "lint/catalog.h"
#include "lint/finding.h"
#include "lint/rule.h"
#include "lint/sources.h"

namespace stet {

// A rule made ready to run with its settings. Made once for a Settings, shared by threads.
struct Ready {
  std::shared_ptr<const Catalog> catalog;  // keeps `rule` alive
  const Rule* rule = nullptr;
  Severity severity = Severity::warning;
  Check check;
};

// A waiver from stet.waivers.toml.
struct FileWaiver {
  std::string fingerprint, rule, words, reason;
  std::optional<Date> until;
  std::string path;  // of the waivers file, and the line in it: for findings about the waiver itself
  std::uint32_t line = 0;
};

struct KeptFindings;

// The version of a draft that was linted before, with the same checks.
struct LintedBefore {
  const Facts* facts;
  std::shared_ptr<const KeptFindings> kept;
};

// Does two things and returns when both are done: side by side, where whoever calls has a second thread to spare.
// Passes on what they throw.
using InPairs = std::function<void(const std::function<void()>& one, const std::function<void()>& other)>;

struct LintOptions {
  const std::span<const FileWaiver> waivers = {};
  std::optional<Date> today = {};        // only to tell that a waiver is past its date; the caller's clock
  const LintedBefore* before = nullptr;  // spares the checks much of what has not changed
  bool keep = false;                     // whether the next version will want to know this one
  const InPairs* in_pairs = nullptr;     // for long drafts, whose checks are then dealt out to two
};

struct Linted {
  std::vector<Finding> findings;    // by span, then rule; waived ones left out
  std::vector<Finding> suppressed;  // waived
  std::vector<NotAssessed> not_assessed;
  std::vector<std::size_t> used_waivers;     // indexes into LintOptions::waivers
  std::shared_ptr<const KeptFindings> kept;  // for LintOptions::before of the next version
};

// Runs the checks. A check that throws is reported as not assessed and left out for this draft; the others go on.
// Stops early (with what it has) when asked to.
Linted lint(const Facts& facts, const Sources& sources, std::span<const Ready> checks, const LintOptions& options = {},
            std::stop_token stop = {});

// The check of a rule: its code, or its phrases and patterns. `lexicon` must hold the rules' phrases (see
// make_lexicon).
Check make_check(const Rule& rule, const Options& options);

// Words that settings add to lists of the lexicon.
using MoreWords = std::vector<std::pair<WordClass, std::string>>;

// What a rule's options add: an option named after a list with "more_" before it ("more_say_verb") holds entries of
// that list. A slash parts the forms of an entry, the lemma first: "chirp/chirps/chirped/chirping". They are read in
// every draft with these settings, whether the rule runs or not.
void add_more_words(const std::map<std::string, OptionValue, std::less<>>& options, MoreWords& more);

// The lexicon of the built-in lists, every phrase and pattern atom of the catalog's rules, and more.
std::shared_ptr<const Lexicon> make_lexicon(const Catalog& catalog, const MoreWords& more = {});

}  // namespace stet
