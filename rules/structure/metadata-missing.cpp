// What a draft does not say of itself, so that rules which go by it cannot judge; and two dates that disagree.
#include <algorithm>
#include <array>

#include "facts/date_text.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

// Names that stand for one another in front matter.
std::vector<std::string_view> names_of(std::string_view field) {
  if (field == "date") return {"date", "published", "pubDate", "publishDate", "published_at", "publish_date"};
  if (field == "byline") return {"byline", "author", "authors", "by", "author.name"};
  if (field == "place") return {"place", "dateline", "location"};
  return {field};
}

std::string_view without_it(std::string_view field) {
  if (field == "date") return "“last year” and “on Friday” cannot be judged";
  if (field == "genre") return "the draft is read as its folder’s";
  if (field == "byline") return "a note about the writer is read as text";
  return "rules that go by it cannot judge";
}

const Meta::Entry* entry_of(const Meta& meta, std::string_view field) {
  for (const std::string_view name : names_of(field))
    if (const Meta::Entry* entry = meta.find(name)) return entry;
  return nullptr;
}

bool in_draft(const Facts& facts, std::string_view field) {
  if (entry_of(facts.document->meta, field) != nullptr) return true;
  if (field == "date") return facts.context().date.has_value();
  if (field == "byline")
    for (std::size_t p = 0; p < std::min<std::size_t>(facts.size(), 8); ++p)
      if (facts.paragraph(p).zone == Zone::byline) return true;
  return false;
}

// Where a finding about the whole draft stands: on its front matter's first line, else on its first words.
Span place_of(const Facts& facts) {
  const Document& document = *facts.document;
  if (!document.meta.span.empty()) {
    const Span line = document.text.line(document.text.position(document.meta.span.begin, Encoding::utf8).line);
    return {std::max(line.begin, document.meta.span.begin), line.end};
  }
  for (const Block& block : document.blocks)
    if (!block.paragraph->sentences.empty())
      return block.paragraph->span(block.paragraph->sentences[0]).moved(block.begin);
  return {};
}

void missing(const Facts& facts, const std::vector<std::string>& required, Report& report) {
  std::string list, detail, lines;
  for (const std::string& field : required) {
    if (in_draft(facts, field)) continue;
    list += (list.empty() ? "" : ", ") + field;
    detail += "- " + field + ": " + std::string(without_it(field)) + "\n";
    lines += field + ": TK\n";
  }
  const Span place = place_of(facts);
  if (list.empty() || place.empty()) return;
  auto added = report.add_absolute(place, "the draft does not say its " + list);
  added.detail("Without it:\n\n" + detail);
  const Meta& meta = facts.document->meta;
  if (meta.span.empty()) {
    const std::uint32_t begin = facts.document->text.bytes().starts_with("\xEF\xBB\xBF") ? 3 : 0;
    added.fix_absolute("Insert front matter", {{begin, begin}, "---\n" + lines + "---\n\n"});
  } else if (facts.document->text.bytes(place).starts_with("---")) {
    const Span line = facts.document->text.line(facts.document->text.position(place.begin, Encoding::utf8).line + 1);
    added.fix_absolute("Insert it", {{line.begin, line.begin}, lines});
  }
}

// A slug or an address that begins with another day than the date: "2020-11-02-dam".
void conflicts(const Facts& facts, Report& report) {
  const Meta& meta = facts.document->meta;
  const Meta::Entry* said = entry_of(meta, "date");
  const auto date = said != nullptr ? date_of(said->value) : std::nullopt;
  if (!date) return;
  for (const std::string_view name : {"slug", "permalink", "url"}) {
    const Meta::Entry* entry = meta.find(name);
    if (entry == nullptr) continue;
    std::string_view value = entry->value;
    if (const auto digit = value.find_first_of("0123456789"); digit != value.npos) value = value.substr(digit);
    std::string day(value.substr(0, 10));
    std::replace(day.begin(), day.end(), '/', '-');
    const auto other = date_of(day);
    if (!other || *other == *date) continue;
    auto added = report.add_absolute(
        said->span, "the date is " + iso_date(*date) + " here, " + iso_date(*other) + " in " + std::string(name));
    added.fix_absolute("Replace with " + iso_date(*other), {said->span, iso_date(*other)});
  }
}

}  // namespace

Check metadata_missing(const Options& options) {
  return [required = options.list("required"), plain = options.flag("plain_text")](const Facts& facts, const Sources&,
                                                                                   Report& report) {
    const Document& document = *facts.document;
    conflicts(facts, report);
    // A fragment is no draft, and plain text and HTML have their data elsewhere, unless they begin with front matter.
    constexpr std::size_t fragment = 3;
    const bool kept_elsewhere = document.format == Format::html || (document.format == Format::plain && !plain);
    if (document.blocks.size() < fragment || (document.meta.span.empty() && kept_elsewhere)) return;
    if (!document.meta.error) missing(facts, required, report);
  };
}

}  // namespace stet::rules
