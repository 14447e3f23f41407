#pragma once
// What facts are, in plain words: for hovers, hints and symbols.
#include <optional>
#include <string>
#include <string_view>

#include "facts/facts.h"

namespace stet {

// "money, USD?; means 1,750,000,000 to 1,850,000,000"
std::string figure_in_words(const Figure& figure);
std::string interval_in_words(const Figure& figure);
std::string_view pair_kind_name(FigurePair::Kind kind);
// "score 6: noun 3, words 2, names 1"
std::string score_in_words(const IdentityScore& score);

// "2025-01-01 to 2025-12-31 (a year), reckoned from 2026-11-02"
std::string date_in_words(const DateMention& date, const std::optional<Date>& publication);
std::string_view grain_name(DateMention::Grain grain);

std::string_view source_type(SourceType type);
std::string_view scope_in_words(ScopeRule rule);
std::string_view status_in_words(Claim::Status status);
std::string_view citation_kind(Citation::Form form);
std::string_view name_type(Name::Type type);

}  // namespace stet
