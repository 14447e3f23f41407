#pragma once
// Claims: the smallest clause a checker could put a tick or a cross beside; how much it wants checking, and what
// supports it.
#include <cstdint>
#include <ranges>
#include <vector>

#include "facts/optional_index.h"
#include "prose/paragraph.h"

namespace stet {

struct Claim {
  enum class Kind : std::uint8_t {
    event,
    quantity,
    change,
    record,
    identity,
    quotation,
    causal,
    motive,
    accusation,
    legal_status,
    prediction,
    finding,
    generalisation,
    absence,
    definition,
    opinion,
    question,
    instruction,
    observation,
    meta,
  };
  // In the order of the lattice: the first that holds.
  enum class Status : std::uint8_t {
    exempt,
    question,
    quoted,
    sourced,
    attributed,
    attributed_inherited,
    anonymous,
    weasel,
    common_knowledge,
    opinion,
    unsourced,
  };
  WordRange words;   // the clause that carries it
  Span span;         // relative to the paragraph
  bool lead = true;  // the weightiest of its sentence
  Kind kind = Kind::event;
  Status status = Status::unsourced;
  bool reaches = false;       // `attribution` does
  std::int16_t worth = 0;     // of a lead, what its whole sentence is worth
  std::int16_t alone = 0;     // what the clause is worth by itself, names and dates of the sentence counted
  OptionalIndex sign;         // the word that makes it this kind of claim: "stole", "because"
  OptionalIndex attribution;  // that reaches it, or the nearest that does not
  std::ranges::iota_view<std::uint32_t, std::uint32_t> figures, dates;  // indexes into the paragraph's facts
};
std::string_view claim_kind_name(Claim::Kind kind);
std::string_view claim_status_name(Claim::Status status);

struct ParagraphFacts;
struct Context;

// Claims of one paragraph, by position, from what is already read of it.
std::vector<Claim> find_claims(const Paragraph& paragraph, const Context& context, const ParagraphFacts& facts);

}  // namespace stet
