#pragma once
// Attributions: who is said to say what. A source, a cue, a content; any may be missing.
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "facts/quote.h"
#include "prose/context.h"
#include "prose/paragraph.h"

namespace stet {

enum class SourceType : std::uint8_t {
  unknown,
  person,
  organisation,
  document,
  outlet,
  study,
  official_unnamed,
  anonymous,
  collective,
  pronoun,
};

// The rule of scope (catalogue section 2) that decided what the content is.
enum class ScopeRule : std::uint8_t {
  none,
  complement /*S1*/,
  postposed /*S2*/,
  according_to /*S3*/,
  as_wrote /*S4*/,
  partial_quote /*S7*/,
  paragraph_speaker /*S8*/,
  continuation /*S9*/,
  open_quotation /*S10*/,
  block_after_colon /*S11*/,
  question_answer /*S12*/,
  holderless /*S16*/,
  passive /*S17*/,
  stance /*a crowd's, on a thing*/,
};

struct Attribution {
  std::optional<WordRange> source, cue;
  std::vector<WordRange> content;  // several parts for a split quotation
  Span span;                       // all of it, relative to the paragraph
  SourceType type = SourceType::unknown;
  ScopeRule rule = ScopeRule::none;
  std::uint8_t strength = 0;  // 0 to 4, catalogue section 1
  bool named = false;
  bool endorsed = false;  // factive cue: noted, revealed
  bool denied = false;    // the source denies the content
};

// Attributions of one paragraph, by position. What needs the paragraphs before (pronouns, open quotations, blocks after
// a colon) is finished by read_facts.
std::vector<Attribution> find_attributions(const Paragraph& paragraph, const Context& context,
                                           std::span<const Quote> quotes);

}  // namespace stet
