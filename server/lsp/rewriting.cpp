#include "lsp/rewriting.h"

#include <fmt/format.h>

#include <array>

#include "facts/date_carried.h"
#include "facts/interval.h"
#include "lsp/conversion.h"
#include "lsp/mentions.h"

namespace stet {

namespace {

constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

std::string in_prose(const Date& date, Locale locale) {
  const char* month = months[static_cast<unsigned>(date.month()) - 1];
  const auto day = static_cast<unsigned>(date.day());
  const auto year = static_cast<int>(date.year());
  return locale == Locale::en_us ? fmt::format("{} {}, {}", month, day, year)
                                 : fmt::format("{} {} {}", day, month, year);
}

bool meet(Span a, Span b) { return a.begin <= b.end && b.begin <= a.end; }

}  // namespace

std::vector<Rewriting> rewritings_at(const Reading& reading, Span span) {
  std::vector<Rewriting> out;
  const Facts& facts = reading.facts;
  if (!facts.document) return out;
  const CarriedDates dates(facts);
  for (std::size_t p = facts.document->block_at(span.begin); p < facts.size(); ++p) {
    if (facts.document->blocks[p].begin > span.end) break;
    const Paragraph& paragraph = facts.paragraph(p);
    for (const DateMention& date : dates.of(p)) {
      const Span place = facts.absolute(p, date.span);
      const bool one_day = date.relative && date.first && date.first == date.last && !date.until;
      if (!one_day || date.quoted || date.weekday || !meet(place, span)) continue;
      const std::string day = in_prose(*date.first, facts.context().locale);
      out.push_back({"Say which day: add (" + day + ")", {{place.end, place.end}, " (" + day + ")"}});
    }
    for (const Figure& figure : facts.local(p).figures) {
      const Span place = facts.absolute(p, figure.span);
      if (quoted(paragraph, figure) || !meet(place, span)) continue;
      if (const auto other = in_the_other_system(figure))
        out.push_back({"Add (" + *other + ")", {{place.end, place.end}, " (" + *other + ")"}});
    }
  }
  return out;
}

}  // namespace stet
