#pragma once
// Signs of a claim: is a word of a telling class what it looks like here? Each is asked of one word of a clause that
// has the class, outside quotations.
//
//   changes:          The port grew.                 Not: grew up; the growing port; the potential to grow
//   stands_alone:     the largest port               Not: one of the largest; its largest
//   counts:           Most farmers sell.             Not: the most diverse; by most of the board
//   brings_about:     The storm led to a strike.     Not: is due to sail; which she led to victory
//   gives_cause:      It sank because it was old.    Not: It is odd because it is old.
//   accuses:          Holm stole the boat.           Not: a stolen boat; fears of corruption; a plan to steal it
//   stands_with_law:  Holm was convicted.            Not: convicted criminals; they can be sentenced
#include "facts/phrase.h"

namespace stet {

bool changes(const Phrases& phrases, std::uint32_t word, WordRange clause);
bool stands_alone(const Phrases& phrases, std::uint32_t word, WordRange clause);
bool counts(const Phrases& phrases, std::uint32_t word, WordRange clause);
bool brings_about(const Phrases& phrases, WordRange words);  // a listed phrase of causes
bool gives_cause(const Phrases& phrases, std::uint32_t word, WordRange clause);
bool accuses(const Phrases& phrases, std::uint32_t word, WordRange clause);
bool stands_with_law(const Phrases& phrases, std::uint32_t word, WordRange clause);

}  // namespace stet
