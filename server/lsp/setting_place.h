#pragma once
// Setting places: what a place in stet.toml or stet.waivers.toml is for, by the schema of the settings. For hovers and
// completion while the file is half typed and no TOML yet, so it is read line by line.
//
//   [rules]
//   weasel-attribution = { sev|          keys of that rule: severity, holders …
//   language = |                         "error", "warning", …, "off"
#include <optional>
#include <string>
#include <vector>

#include "lsp/markdown.h"
#include "lsp/reading.h"

namespace stet {

struct SettingChoice {
  std::string label, text;    // what is put in
  std::string detail, about;  // about: Markdown
  bool is_key = true;
};

struct SettingChoices {
  Span replaced;  // what is typed already
  std::vector<SettingChoice> all;
};
SettingChoices setting_choices(const Reading& reading, std::uint32_t offset);

struct SettingCard {
  Span span;
  std::string text;
};
// What the key there means, its default, the rule's page. Nothing where there is no key that is known.
std::optional<SettingCard> setting_card(const Reading& reading, std::uint32_t offset, const Style& style);

}  // namespace stet
