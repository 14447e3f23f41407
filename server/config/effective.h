#pragma once
// Effective: what all layers together say for a draft, rule by rule, each value with its origin.
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "config/layer.h"
#include "config/settings.h"

namespace stet {

struct RuleState {
  Stated<bool> on;         // by name, or as the page ships it
  Stated<bool> family_on;  // families[rule] = "off" silences what is on
  Stated<Severity> severity;
  bool by_hand = false;  // some layer gave the severity
  std::map<std::string, Stated<OptionValue>, std::less<>> options;

  bool runs() const { return on.value && family_on.value; }
};

struct Effective {
  Stated<std::optional<Date>> date;
  Stated<Locale> locale;
  Stated<std::string> language;
  Stated<Genre> genre;
  std::vector<RuleState> rules;  // beside Catalog::rules()
};

// What the pages ship with.
Effective shipped(const Catalog& catalog);

// `above` laid over `below`.
//
// A rule's severity turns it on and "off" turns it off, whatever its family said before. A family's severity sets the
// loudness of its rules and undoes an earlier "off" of the family; it turns on no rule that is off by its own name or
// ships off. `family = true` turns on all of them.
Effective lay(Effective below, const DraftStatement& above, const Catalog& catalog);

// --select and --ignore: with any --select only what it names runs, also what is off; then --ignore takes away.
Effective choose(Effective below, std::span<const std::string> select, std::span<const std::string> ignore,
                 const Catalog& catalog);
// The names in them that are no rule, no family and not "all".
std::vector<ConfigError> unknown_choices(std::span<const std::string> names, const std::string& option,
                                         const Catalog& catalog);

// The severity a rule reports with in a draft of that genre: in opinion one step below what the page ships with, for
// the families attribution and language.
Severity severity_in(Genre genre, const Rule& rule, const RuleState& state);

// Checks of the rules that run, beside each other for the usual genres and for opinion.
struct Checks {
  std::vector<Ready> plain, opinion;
};
Checks make_checks(const Effective& effective, const std::shared_ptr<const Catalog>& catalog);

// What the options add to the lexicon, in the order of the rules.
MoreWords more_words(const Effective& effective);

// Everything as `stet config` shows it, written as in stet.toml.
std::vector<PathSettings::Value> shown_values(const Effective& effective, const Catalog& catalog);

// A value as TOML writes it.
std::string toml_text(std::string_view text);
std::string toml_value(const OptionValue& value);

}  // namespace stet
