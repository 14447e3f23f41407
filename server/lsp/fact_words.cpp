#include "lsp/fact_words.h"

#include <fmt/format.h>

#include <cmath>

#include "facts/interval.h"

namespace stet {

std::string interval_in_words(const Figure& f) {
  constexpr int decimals = 3;
  const bool low = std::isfinite(f.low), high = std::isfinite(f.high);
  if (!low && !high) return "means any number";
  if (!high) return "means " + in_digits(f.low, decimals) + " or more";
  if (!low) return "means at most " + in_digits(f.high, decimals);
  if (f.low == f.high) return "means " + in_digits(f.low, decimals);
  return "means " + in_digits(f.low, decimals) + " to " + in_digits(f.high, decimals);
}

std::string figure_in_words(const Figure& f) {
  std::string out(dimension_name(f.dimension));
  if (!f.unit.empty()) out += ", " + f.unit;
  return out + "; " + interval_in_words(f);
}

std::string_view pair_kind_name(FigurePair::Kind kind) {
  switch (kind) {
    case FigurePair::Kind::same: return "agrees";
    case FigurePair::Kind::conflict: return "conflict";
    case FigurePair::Kind::magnitude: return "a power of ten away";
    case FigurePair::Kind::disputed: return "told differently by another source";
  }
  return {};
}

std::string score_in_words(const IdentityScore& score) {
  std::string out = fmt::format("score {}", score.total());
  char before = ':';
  const auto part = [&](std::string_view what, int points) {
    if (points == 0) return;
    out += fmt::format("{} {} {}", before, what, points);
    before = ',';
  };
  part("noun", score.head);
  part("words", score.content);
  part("names", score.entities);
  part("time", score.window);
  part("rare noun", score.rare);
  part("told before", score.definite);
  part("typist's slip", score.slip);
  return out;
}

std::string_view grain_name(DateMention::Grain grain) {
  switch (grain) {
    case DateMention::Grain::day: return "a day";
    case DateMention::Grain::week: return "a week";
    case DateMention::Grain::month: return "a month";
    case DateMention::Grain::season: return "a season";
    case DateMention::Grain::quarter: return "a quarter";
    case DateMention::Grain::year: return "a year";
    case DateMention::Grain::decade: return "a decade";
    case DateMention::Grain::century: return "a century";
    case DateMention::Grain::open: return "no certain length";
  }
  return {};
}

std::string date_in_words(const DateMention& date, const std::optional<Date>& publication) {
  if (!date.first && !date.last)
    return date.relative && !publication ? "which days it means depends on the publication date, which is not known"
                                         : "which days it means is open";
  std::string out;
  if (date.first && date.last && *date.first == *date.last) out = iso_date(*date.first);
  else if (date.first && date.last) out = iso_date(*date.first) + " to " + iso_date(*date.last);
  else out = date.first ? "from " + iso_date(*date.first) + " on" : "until " + iso_date(*date.last);
  out += fmt::format(" ({}{})", grain_name(date.grain), date.approximate ? ", about" : "");
  if (date.relative && publication) out += ", reckoned from " + iso_date(*publication);
  return out;
}

std::string_view source_type(SourceType type) {
  switch (type) {
    case SourceType::unknown: return "of no kind that is known";
    case SourceType::person: return "a person";
    case SourceType::organisation: return "an organisation";
    case SourceType::document: return "a document";
    case SourceType::outlet: return "an outlet";
    case SourceType::study: return "a study";
    case SourceType::official_unnamed: return "an official, unnamed";
    case SourceType::anonymous: return "anonymous";
    case SourceType::collective: return "a crowd";
    case SourceType::pronoun: return "a pronoun";
  }
  return {};
}

std::string_view scope_in_words(ScopeRule rule) {
  switch (rule) {
    case ScopeRule::none: return "none";
    case ScopeRule::complement: return "what the verb takes (S1)";
    case ScopeRule::postposed: return "what stands before the source (S2)";
    case ScopeRule::according_to: return "the clause of “according to” (S3)";
    case ScopeRule::as_wrote: return "the clause that “as” hangs on (S4)";
    case ScopeRule::partial_quote: return "a quotation in part and its clause (S7)";
    case ScopeRule::paragraph_speaker: return "the paragraph's speaker (S8)";
    case ScopeRule::continuation: return "the sentence goes on from the one before (S9)";
    case ScopeRule::open_quotation: return "a quotation open from the paragraph before (S10)";
    case ScopeRule::block_after_colon: return "the block after a colon (S11)";
    case ScopeRule::question_answer: return "an answer to a question (S12)";
    case ScopeRule::holderless: return "a claim of nobody's (S16)";
    case ScopeRule::passive: return "the passive's content (S17)";
    case ScopeRule::stance: return "the thing a crowd takes a stand on";
  }
  return {};
}

std::string_view status_in_words(Claim::Status status) {
  return status == Claim::Status::attributed_inherited ? "attributed by the sentence before"
                                                       : claim_status_name(status);
}

std::string_view citation_kind(Citation::Form form) {
  switch (form) {
    case Citation::Form::link:
    case Citation::Form::reference: return "link";
    case Citation::Form::footnote:
    case Citation::Form::inline_note: return "footnote";
    case Citation::Form::cite_key: return "citation";
    case Citation::Form::anchor: return "anchor";
    case Citation::Form::numbered:
    case Citation::Form::parenthetical: return "citation";
    case Citation::Form::url: return "address";
  }
  return {};
}

std::string_view name_type(Name::Type type) {
  switch (type) {
    case Name::Type::unknown: return "somebody or something";
    case Name::Type::person: return "a person";
    case Name::Type::organisation: return "an organisation";
    case Name::Type::place: return "a place";
    case Name::Type::work: return "a work";
  }
  return {};
}

}  // namespace stet
