// Acronyms that are used first and spelt out later.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "facts/acronym_table.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Settings {
  std::set<std::string, std::less<>> allow;
  Severity in_quotes = Severity::information;
};

class Reader {
 public:
  Reader(const Settings& settings, const Facts& facts, Report& report)
      : settings_(settings), facts_(facts), report_(report) {}

  void look(const AcronymEntry& entry) {
    if (entry.definitions.empty() || settings_.allow.contains(entry.key) || entry.key.size() < 2) return;
    const AcronymUse definition = entry.definitions.front();
    // A note may spell it out where its marker stands.
    if (!in_running_text(facts_.paragraph(definition.paragraph).zone) || at(definition).quoted) return;
    for (const AcronymUse use : entry.uses) {
      if (use.paragraph == definition.paragraph && use.index == definition.index) return;
      if (facts_.paragraph(use.paragraph).zone != Zone::body && facts_.paragraph(use.paragraph).zone != Zone::list)
        continue;
      const Acronym& a = at(use);
      if (a.glossed) return;
      if (a.in_name) continue;
      // "The HRSU, or Harbour Rescue and Salvage Union (HRSU)": the same sentence tells.
      if (use.paragraph == definition.paragraph && sentence(use) == sentence(definition)) return;
      return tell(entry, use, definition);
    }
  }

 private:
  const Acronym& at(AcronymUse use) const { return facts_.local(use.paragraph).acronyms[use.index]; }
  std::uint32_t sentence(AcronymUse use) const {
    return facts_.paragraph(use.paragraph).sentence_of(at(use).short_form.first);
  }

  void tell(const AcronymEntry& entry, AcronymUse use, AcronymUse definition) {
    const Paragraph& here = facts_.paragraph(use.paragraph);
    const Paragraph& there = facts_.paragraph(definition.paragraph);
    const Acronym &first = at(use), &spelt = at(definition);
    const std::string written(here.text(first.short_form)), form = there.text(*spelt.long_form);
    auto added =
        report_.add(use.paragraph, first.span, fmt::format("“{}” is used here and spelt out only later", entry.key));
    const WordRange both{std::min(spelt.short_form.first, spelt.long_form->first),
                         std::max(spelt.short_form.last, spelt.long_form->last)};
    const Span place = there.span(both);
    added.related(definition.paragraph, place, "spelt out here");
    if (first.quoted) {
      added.at_most(settings_.in_quotes);
      return;
    }
    const std::uint32_t close =
        both.last < there.words.size() && (there.words[both.last].is_mark(U')') || there.words[both.last].is_mark(U']'))
            ? there.words[both.last].end
            : place.end;
    added.fix("Move the definition here",
              {{use.paragraph, first.span, fmt::format("{} ({})", form, written)},
               {definition.paragraph, {place.begin, close}, std::string(there.text(spelt.short_form))}});
  }

  const Settings& settings_;
  const Facts& facts_;
  Report& report_;
};

}  // namespace

Check acronym_before_definition(const Options& options) {
  Settings settings;
  for (const std::string& word : options.list("allow")) settings.allow.insert(acronym_key(word));
  if (const auto level = severity_of(options.text("quote_level"))) settings.in_quotes = *level;
  return [settings = std::move(settings)](const Facts& facts, const Sources&, Report& report) {
    Reader reader(settings, facts, report);
    for (const AcronymEntry& entry : acronym_table(facts)) reader.look(entry);
  };
}

}  // namespace stet::rules
