#include "lint/places.h"

#include <algorithm>
#include <optional>

namespace stet {

namespace {

constexpr std::string_view quotation = "quotation";

std::optional<Zone> zone_of(std::string_view name) {
  for (auto zone = Zone::body; zone <= Zone::math; zone = static_cast<Zone>(static_cast<int>(zone) + 1)) {
    std::string known(zone_name(zone));
    if (known == name) return zone;
    std::replace(known.begin(), known.end(), ' ', '-');
    if (known == name) return zone;
  }
  return std::nullopt;
}

constexpr Zone writers[] = {Zone::body,     Zone::headline, Zone::dek,       Zone::byline, Zone::subhead,
                            Zone::caption,  Zone::credit,   Zone::question,  Zone::list,   Zone::table,
                            Zone::footnote, Zone::bio,      Zone::correction};

}  // namespace

std::string unknown_zone(const std::vector<std::string>& names) {
  for (const std::string& name : names)
    if (name != quotation && !zone_of(name)) return name;
  return {};
}

Places::Places(const Page& page, const Options& options) {
  const auto add = [this](Zone zone) { zones_.set(static_cast<std::size_t>(zone)); };
  if (options.values().contains("zones")) {
    for (const std::string& name : options.list("zones")) {
      quotations_ = quotations_ || name == quotation;
      if (const auto zone = zone_of(name)) add(*zone);
    }
  } else if (page.family == "attribution" || page.family == "language") {
    add(Zone::body);
  } else {
    for (const Zone zone : writers) add(zone);
  }
}

bool Places::flag(const Paragraph& paragraph, WordRange words) const {
  if (words.empty() || paragraph.sentence_of(words.first) != paragraph.sentence_of(words.last - 1)) return false;
  const auto first = paragraph.words.begin();
  return quotations_ ||
         std::none_of(first + words.first, first + words.last, [](const Word& w) { return w.has(Word::in_quotation); });
}

std::string in_the_case_of(const Paragraph& paragraph, WordRange words, const std::string& instead) {
  std::string out = instead;
  if (!out.empty() && paragraph.words[words.first].has(Word::capital) && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 32);
  return out;
}

std::string message_for(const Page& page, const std::string& message, const std::string& instead,
                        const std::string& words) {
  if (!message.empty()) {
    std::string out = message;
    if (const auto at = out.find("{}"); at != std::string::npos) out.replace(at, 2, words);
    return out;
  }
  if (!instead.empty()) return "“" + words + "”: write “" + instead + "”";
  const std::string_view summary = page.summary;
  const auto stop = std::min(summary.find(". "), summary.ends_with('.') ? summary.size() - 1 : summary.size());
  return "“" + words + "”: " + std::string(summary.substr(0, stop));
}

}  // namespace stet
