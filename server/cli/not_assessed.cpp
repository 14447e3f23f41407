#include "cli/not_assessed.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/terminal.h"

namespace stet {

namespace {

constexpr std::size_t places_shown = 3;

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

}  // namespace

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}

void NotAssessedList::add(const NotAssessed& what, const Checked& draft) {
  std::string place = printable(draft.path);
  if (!what.span.empty()) {
    const Place at = place_of(draft.text, what.span.begin);
    place += fmt::format(":{}:{}", at.line, at.column);
  }
  auto reason = std::find_if(reasons_.begin(), reasons_.end(), [&](const Reason& r) { return r.why == what.why; });
  if (reason == reasons_.end()) reason = reasons_.insert(reasons_.end(), Reason{what.why, {}, {}, 0, {}});
  if (!what.rule.empty()) {
    const auto at = std::lower_bound(reason->rules.begin(), reason->rules.end(), what.rule);
    if (at == reason->rules.end() || *at != what.rule) reason->rules.insert(at, what.rule);
  }
  // A draft's reasons come together: several rules with one reason in one draft are one place.
  if (reason->last == place) return;
  reason->last = place;
  ++reason->count;
  if (reason->places.size() < places_shown) reason->places.push_back(std::move(place));
}

std::string NotAssessedList::shown(const Look& look) const {
  if (reasons_.empty()) return {};
  std::string out = inked("Not assessed:", Ink::strong, look.colour) + "\n";
  for (const Reason& r : reasons_) {
    const std::string rules = r.rules.empty() ? "" : inked(joined(r.rules), Ink::faint, look.colour) + ": ";
    const std::string many = r.count == 1 ? "" : with_commas(r.count) + " places: ";
    out += fmt::format("  {}{} ({}{}{})\n", rules, printable(r.why), many, joined(r.places),
                       r.count > r.places.size() ? " …" : "");
  }
  return out;
}

}  // namespace stet
