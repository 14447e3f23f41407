#pragma once
// Rule settings: the tables of [rules] and of an override's `rules`, checked against the rules' pages.
#include <vector>

#include "config/layer.h"
#include "config/setting_reader.h"

namespace stet {

enum class RulesAt : std::uint8_t { top, override_ };

// Families before rules, else in order of writing.
//
//   weasel-attribution = { severity = "hint", holders = ["+boffins"] }
//   language = "off"
//   relative-time = true
//
// `paths` may stand at the top only; it is passed over here.
std::vector<RuleStatement> read_rules(const Setting& rules, RulesAt at, const Catalog& catalog, SettingReader& reader);

}  // namespace stet
