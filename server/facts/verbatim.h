#pragma once
// Verbatim: are the quotations of a draft in its transcripts, word for word?
//
//   “We will close in May,” said Ana Ruiz.      transcript: RUIZ: We will open in May.
//   near; differences: close / open
//
// What stands for left-out words (…) may stand for any; words in brackets for a few. The parts of a split quotation are
// looked up each by itself. Where nothing in the transcripts is convincingly near, nothing is said.
#include <span>
#include <vector>

#include "facts/facts.h"
#include "facts/transcript.h"

namespace stet {

struct Verbatim {
  enum class How : std::uint8_t { found, near };
  // Words that differ: of the draft (relative to the paragraph; empty where words are missing, then where they should
  // stand) and of the transcript (empty where the draft has words too many).
  struct Difference {
    Span here, there;
  };
  FactRef quote;
  How how = How::found;
  std::uint32_t file = 0;  // index into Transcripts::files
  Span here, there;        // the stretch compared: relative to the paragraph; of the transcript
  std::vector<Difference> differences;
};

struct Closeness {
  std::uint32_t fewest_words = 5;  // of a quotation that may be told to be near
  double likeness = 0.75;          // part of its words that must be the transcript's
};

// By paragraph and quotation; those that are neither are left out. Costs nothing without transcripts, else a few
// microseconds a quotation.
std::vector<Verbatim> hold_quotations(const Facts& facts, const Transcripts& transcripts, Closeness closeness = {});

// Of one quotation; null where it is neither found nor near.
const Verbatim* verbatim_of(std::span<const Verbatim> held, FactRef quote);

// The first that is found of the quotations whose words overlap `words` of paragraph `p`; null where none is.
const Verbatim* found_among(const Facts& facts, std::span<const Verbatim> held, std::uint32_t p, WordRange words);

// What a claim's status is once its quotations are looked up: quoted words that are found are sourced.
Claim::Status status_of(const Facts& facts, std::span<const Verbatim> held, std::uint32_t p, const Claim& claim);

}  // namespace stet
