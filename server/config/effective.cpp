#include "config/effective.h"

#include <algorithm>
#include <memory>

#include "text/nearest.h"

namespace stet {

namespace {

const Origin by_default{"default"};

bool names(std::span<const std::string> choices, const Rule& rule) {
  return std::any_of(choices.begin(), choices.end(), [&](const std::string& choice) {
    return choice == "all" || choice == rule.page.name || choice == rule.page.family;
  });
}

void lay_family(RuleState& rule, const RuleStatement& above) {
  if (above.on) rule.family_on = *above.on;
  if (above.on && above.on->value && !above.severity) rule.on = *above.on;
  if (above.severity) {
    rule.severity = *above.severity;
    rule.by_hand = true;
  }
}

void lay_rule(RuleState& rule, const RuleStatement& above) {
  if (above.on) rule.on = *above.on;
  if (above.on && above.on->value) rule.family_on = *above.on;
  if (above.severity) {
    rule.severity = *above.severity;
    rule.by_hand = true;
  }
  for (const OptionStatement& option : above.options) {
    Stated<OptionValue>& value = rule.options.at(option.name);
    if (option.adds) {
      auto& list = std::get<std::vector<std::string>>(value.value);
      for (const std::string& entry : std::get<std::vector<std::string>>(option.value))
        if (std::find(list.begin(), list.end(), entry) == list.end()) list.push_back(entry);
    } else {
      value.value = option.value;
    }
    value.origin = option.origin;
  }
}

std::map<std::string, OptionValue, std::less<>> values_of(const RuleState& state) {
  std::map<std::string, OptionValue, std::less<>> out;
  for (const auto& [name, value] : state.options) out[name] = value.value;
  return out;
}

}  // namespace

Effective shipped(const Catalog& catalog) {
  const Context context;
  Effective out{{std::nullopt, by_default},
                {context.locale, by_default},
                {context.language, by_default},
                {context.genre, by_default},
                {}};
  for (const Rule& rule : catalog.rules()) {
    RuleState state;
    state.on = {rule.page.severity.has_value(), by_default};
    state.family_on = {true, by_default};
    state.severity = {rule.page.severity.value_or(rule.page.loudness), by_default};
    for (const PageOption& option : rule.page.options) state.options[option.name] = {option.value, by_default};
    out.rules.push_back(std::move(state));
  }
  return out;
}

Effective lay(Effective below, const DraftStatement& above, const Catalog& catalog) {
  if (above.date) below.date = {above.date->value, above.date->origin};
  if (above.locale) below.locale = *above.locale;
  if (above.language) below.language = *above.language;
  if (above.genre) below.genre = *above.genre;
  for (const RuleStatement& statement : above.rules)
    for (std::size_t i = 0; i < below.rules.size(); ++i) {
      const Page& page = catalog.rules()[i].page;
      if (statement.is_family && page.family == statement.target) lay_family(below.rules[i], statement);
      if (!statement.is_family && page.name == statement.target) lay_rule(below.rules[i], statement);
    }
  return below;
}

Effective choose(Effective below, std::span<const std::string> select, std::span<const std::string> ignore,
                 const Catalog& catalog) {
  for (std::size_t i = 0; i < below.rules.size(); ++i) {
    RuleState& state = below.rules[i];
    const Rule& rule = catalog.rules()[i];
    if (!select.empty()) state.on = state.family_on = {names(select, rule), {"--select"}};
    if (names(ignore, rule)) state.on = {false, {"--ignore"}};
  }
  return below;
}

std::vector<ConfigError> unknown_choices(std::span<const std::string> choices, const std::string& option,
                                         const Catalog& catalog) {
  std::vector<std::string_view> known{"all"};
  for (const Rule& rule : catalog.rules()) known.insert(known.end(), {rule.page.name, rule.page.family});
  std::vector<ConfigError> out;
  for (const std::string& choice : choices) {
    if (std::find(known.begin(), known.end(), choice) != known.end()) continue;
    const std::string meant = nearest(known, choice);
    ConfigError& error = out.emplace_back();
    error.origin.where = option;
    error.message = "no rule or family is named \"" + choice + "\"" +
                    (meant.empty() ? "; \"stet rules\" lists them" : ": did you mean \"" + meant + "\"?");
  }
  return out;
}

Severity severity_in(Genre genre, const Rule& rule, const RuleState& state) {
  const bool lowered = genre == Genre::opinion && !state.by_hand && state.severity.value != Severity::hint &&
                       (rule.page.family == "attribution" || rule.page.family == "language");
  return lowered ? static_cast<Severity>(static_cast<int>(state.severity.value) + 1) : state.severity.value;
}

MoreWords more_words(const Effective& effective) {
  MoreWords out;
  for (const RuleState& state : effective.rules) add_more_words(values_of(state), out);
  return out;
}

Checks make_checks(const Effective& effective, const std::shared_ptr<const Catalog>& catalog) {
  Checks out;
  for (std::size_t i = 0; i < effective.rules.size(); ++i) {
    const RuleState& state = effective.rules[i];
    if (!state.runs()) continue;
    const Rule& rule = catalog->rules()[i];
    Ready ready{catalog, &rule, severity_in(Genre::news, rule, state), make_check(rule, Options(values_of(state)))};
    out.plain.push_back(ready);
    ready.severity = severity_in(Genre::opinion, rule, state);
    out.opinion.push_back(std::move(ready));
  }
  return out;
}

}  // namespace stet
