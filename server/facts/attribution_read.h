#pragma once
// Inside facts/: the readers that find_attributions asks in turn, one for each family of cues. Each looks at one cue
// word and answers with an attribution or nothing.
#include <optional>
#include <span>
#include <vector>

#include "facts/attribution.h"
#include "facts/phrase.h"

namespace stet {

// Outermost quotations, by the words of their marks.
class QuoteMap {
 public:
  explicit QuoteMap(std::span<const Quote> quotes);
  std::optional<WordRange> opening_at(std::uint32_t mark) const;  // marks included
  std::optional<WordRange> closing_at(std::uint32_t mark) const;
  std::optional<WordRange> around(std::uint32_t word) const;
  const std::vector<WordRange>& ranges() const { return ranges_; }

 private:
  std::vector<WordRange> ranges_;
};

struct Cue {
  std::uint32_t word = 0;                // index of the cue word
  WordRange bounds;                      // the sentence, or the part of it inside the quotation the cue is in
  std::optional<WordRange> last_source;  // of the attribution before in the same sentence
};

// Verbs: X said that C; C, X said; “C,” said X.
std::optional<Attribution> read_speech(const Phrases& phrases, const QuoteMap& quotes, const Cue& cue);
// As X wrote, C; C, as X put it. `source` begins behind "as", the cue's word is its verb.
std::optional<Attribution> read_as_wrote(const Phrases& phrases, const QuoteMap& quotes, const Cue& cue,
                                         WordRange source);
// In the words of X, C; in X's view, C. The cue's word is the noun.
std::optional<Attribution> read_in_words(const Phrases& phrases, const QuoteMap& quotes, const Cue& cue);
// According to X, C. The cue's word is "according".
std::optional<Attribution> read_according(const Phrases& phrases, const QuoteMap& quotes, const Cue& cue);
// It was found that C; X is seen as C; C, it is said: nobody is named. The cue's word is the participle.
std::optional<Attribution> read_passive(const Phrases& phrases, const Cue& cue);
// Holm reportedly left: somebody said so. The cue's word is the adverb.
std::optional<Attribution> read_hearsay(const Phrases& phrases, const Cue& cue);
// The ministry put the cost at $40m: an estimate is somebody's. The cue's word is the verb.
std::optional<Attribution> read_estimate(const Phrases& phrases, const Cue& cue);
// Critics condemned the deal: a crowd's stand on a thing. The cue's word is the verb.
std::optional<Attribution> read_stance(const Phrases& phrases, const Cue& cue);
// The clause behind "(to) the fact that" at word k: Ruiz pointed to the fact that C, stressed the fact that C.
std::optional<WordRange> fact_told(const Phrases& phrases, std::uint32_t k, std::uint32_t to);
// Ruiz: “C”; she went on: “C”; “C,” she went on. `quote` includes its marks.
std::optional<Attribution> read_labelled(const Phrases& phrases, WordRange quote);
// X's claim that C; fears that C. The cue's word is the noun.
std::optional<Attribution> read_noun(const Phrases& phrases, const Cue& cue);

// Fills what follows from source, cue and content: type, strength, flags, span.
Attribution made(const Phrases& phrases, std::optional<WordRange> source, WordRange cue, std::vector<WordRange> content,
                 ScopeRule rule);

}  // namespace stet
