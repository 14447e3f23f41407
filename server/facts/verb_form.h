#pragma once
// Forms of a listed verb, told by its letters.
#include "facts/phrase.h"

namespace stet {

enum class VerbForm { base, third, past, participle /*present*/ };

VerbForm verb_form(const Phrases& phrases, std::uint32_t word);

// "pointed out": a verb of saying, which "pointed" alone is not. Within [word, to).
bool points_out(const Phrases& phrases, std::uint32_t word, std::uint32_t to);

// "as Ruiz put it". Within [word, to).
bool puts_it(const Phrases& phrases, std::uint32_t word, std::uint32_t to);

// "were told", "has been widely said": a form of be before the verb, past adverbs. Within [from, word).
bool be_before(const Phrases& phrases, std::uint32_t word, std::uint32_t from);

// known, shown, written: the simple past is another word (knew, showed, wrote).
bool participle_only(const Phrases& phrases, std::uint32_t word, std::uint32_t from);

// "has reasons": no verb in -s stands behind such an auxiliary.
bool has_before(const Phrases& phrases, std::uint32_t word);

// The dam will fail, or so Ortiz believes: the words before a speaker. Within [from, speaker).
bool or_so_before(const Phrases& phrases, std::uint32_t speaker, std::uint32_t from);

// Although critics say A, B: what stands behind the comma is the writer's (S6). `first` begins the sentence.
bool concedes(const Phrases& phrases, std::uint32_t first);

// Do these words carry a statement: some verb or enough words, and no mere adverbial before "he said"?
bool is_statement(const Phrases& phrases, WordRange words);
// The same of words before a comma and "Ruiz said": what shows no verb is told, too ("People hate the noise"), where it
// does not say when.
bool is_told(const Phrases& phrases, WordRange words);

}  // namespace stet
