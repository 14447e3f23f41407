#pragma once
// The capitalised words of a draft, each spelling with its mentions: what names are compared by.
#include <cstdint>
#include <string>
#include <vector>

#include "facts/vocabulary.h"

namespace stet {

struct Facts;

// One word as a name, whatever its accents; "Keïta" and "Keita" are two forms.
struct NameForm {
  WordId id = 0;
  WordPlace first;     // mention
  std::string folded;  // lower case, accents gone, apostrophes dropped
};

// Forms of at least four letters, in the order of first mention; words in capitals, and the zones where names are not
// told (code, references), are left out. Linear in the draft.
std::vector<NameForm> name_forms(const Facts& facts);

// The mentions of a form, in order.
std::vector<WordPlace> name_mentions(const Facts& facts, const NameForm& form);
// How many of them stand where no sentence begins, so that the capital is the name's own; how many in quotations.
std::size_t count_inside(const Facts& facts, std::span<const WordPlace> mentions);
std::size_t count_quoted(const Facts& facts, std::span<const WordPlace> mentions);

// Two forms that may be one name, and what makes them alike.
enum class Likeness : std::uint8_t {
  fold,      // equal but for accents and apostrophes
  edit,      // one letter more, fewer or other
  swap,      // two neighbouring letters exchanged
  skeleton,  // equal by the sounds that transliterations spell differently (Chebyshev, Tchebyshev)
};
struct NamePair {
  std::uint32_t a = 0, b = 0;  // indexes into the forms
  Likeness likeness = Likeness::fold;
};

// The pairs among the forms, found by their deletion neighbourhoods and skeletons: no form is held against all others.
std::vector<NamePair> alike(const std::vector<NameForm>& forms);

// The forms of a draft that are alike.
struct NamesAlike {
  std::vector<NameForm> forms;  // those of a pair, in the order of first mention
  std::vector<NamePair> pairs;  // by form a, then b
  std::uint64_t all = 0;        // a hash of all forms of the draft, in that order
};
// Where `before` is not null and the draft's forms are those of that version, they are not compared again.
NamesAlike names_alike(const Facts& facts, const NamesAlike* before);

// Consonants as they sound in most transliterations, the first letter kept (a vowel is V): "Tchebyshev" and "Chebyshev"
// are "cbsv". After catalogue practice of name desks; x, al- and doubled letters are levelled.
std::string sound_skeleton(const std::string& folded);

}  // namespace stet
