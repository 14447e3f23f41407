// A or an before the wrong sound, and "as not as" where the verb is missing. Doubled words are the page's own table.
#include <algorithm>
#include <array>

#include "facts/word_set.h"
#include "facts/word_view.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

using At = WordView::At;

bool vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool begins_with_any(std::string_view word, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view s) { return word.starts_with(s); });
}

// "npm", "http", "rsync": said letter by letter, and the letter's name begins with a vowel.
bool spelt_out(std::string_view word) {
  constexpr std::string_view letters = "fhlmnrs";
  if (letters.find(word[0]) == letters.npos || vowel(word[1]) || word[1] == 'y') return false;
  return !begins_with_any(word,
                          {"fl", "fr", "rh", "sc", "sh", "sk", "sl", "sm", "sn", "sp", "sq", "st", "sw", "sv", "ll"});
}

// Does the word, in small letters, begin with a vowel's sound? nullopt where spelling does not tell, or people differ.
std::optional<bool> sounds_like_vowel(std::string_view word) {
  if (word.size() < 3 || word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != word.npos) return std::nullopt;
  const char first = word[0];
  if (first == 'h' && !spelt_out(word)) {
    if (begins_with_any(word, {"hour", "honest", "honour", "honor", "heir"})) return true;
    if (begins_with_any(word, {"his", "hab", "her", "hyp", "hot", "hal", "hil", "hor", "hum", "hom", "hal", "hist"}))
      return std::nullopt;
    return false;
  }
  if (first == 'y' || first == 'x' || word == "url") return std::nullopt;
  if (!vowel(first)) return spelt_out(word) ? std::nullopt : std::optional(false);
  if (begins_with_any(word,
                      {"eu",  "ew",  "one",  "once", "ou",  "uni", "use", "usu", "usa", "usi", "uti",  "uto", "ura",
                       "uri", "ubi", "unan", "ufo",  "uku", "ukr", "uga", "uru", "uzb", "iou", "oaxa", "ute"}))
    return begins_with_any(word, {"unin", "unim", "unid", "unan", "ounc", "out", "our"}) ? std::nullopt
                                                                                         : std::optional(false);
  return true;
}

// "A bridge", "an arch": nearly every article, told by the letters that begin the word.
bool plainly_right(bool an, std::string_view next) {
  if (next.size() < 2) return false;
  const auto either = [](char c, std::string_view letters) { return letters.find(c) != letters.npos; };
  switch (next[0]) {
    case 'a': return an;
    case 'e': return an && !either(next[1], "uw");
    case 'i': return an && next[1] != 'o';
    case 'o': return an && !either(next[1], "nua");
    case 'h': return !an && either(next[1], "aiuy");
    case 's': return !an && either(next[1], "aeiouychklmnpqtw");
    case 'f':
    case 'l':
    case 'm':
    case 'n':
    case 'r': return !an && either(next[1], "aeiouy");
    default: return !an && either(next[0], "bcdgjkpqtvwz");
  }
}

// Behind these "of" is no "have" that was heard wrong: of course, of necessity.
constexpr WordKeySet after_modal_of{{"course", "necessity", "late", "old", "itself"}};

class Reader {
 public:
  Reader(const Facts& facts, std::size_t p, const std::vector<std::string>& allow, Report& report)
      : w_(facts.paragraph(p), facts.context()), p_(p), allow_(allow), report_(report) {}

  void article(At i) {
    const Word &word = w_[i], &next = w_[i + 1];
    if (plainly_right(w_.text(i).size() == 2, w_.text(i + 1))) return;
    if (!w_.word(i + 1) || !next.has(Word::space_before) || next.has(Word::starts_sentence)) return;
    if (word.has(Word::is_spliced) || next.has(Word::capitals) || w_.paragraph().zone == Zone::references) return;
    const std::string_view written = w_.text(i);
    // "Grade A eggs", "Vitamin A is": a letter, not an article.
    if (written != "a" && written != "an" && !(word.has(Word::starts_sentence) && (written == "An" || written == "A")))
      return;
    if (w_.glued(i) && i > 0 && !w_[i - 1].is_mark(U'“') && !w_[i - 1].is_mark(U'"') && !w_[i - 1].is_mark(U'('))
      return;
    if (w_.in(i + 1, WordClass::auxiliary) || w_.in(i + 1, WordClass::preposition) ||
        w_.in(i + 1, WordClass::conjunction) || w_.any(i + 1, {"and", "or", "is", "la", "to", "fortiori", "priori"}))
      return;
    // Names are said as those who bear them say them.
    if (next.has(Word::capital) || word.has(Word::in_emphasis) != next.has(Word::in_emphasis)) return;
    const std::string lower = w_.lower(i + 1);
    if (std::find(allow_.begin(), allow_.end(), lower) != allow_.end()) return;
    const auto sound = sounds_like_vowel(lower);
    const bool an = written.size() == 2;
    if (!sound || *sound == an) return;
    const bool capital = word.has(Word::capital);
    const std::string instead = an ? (capital ? "A" : "a") : (capital ? "An" : "an");
    auto added = report_.add(p_, {word.begin, next.end},
                             "“" + w_.paragraph().text(WordRange{i, i + 2}) + "”: “" + instead + "” before this sound");
    added.fix("Replace with “" + instead + "”", {{p_, word.span(), instead}});
    if (word.has(Word::in_quotation)) added.quoted();
  }

  void modal_of(At i) {
    if (!w_.any(i - 1, {"could", "would", "should", "must", "might"}) || w_[i].has(Word::starts_sentence)) return;
    if (!w_.word(i + 1) || after_modal_of.contains(w_.key(i + 1)) || w_[i].has(Word::in_quotation)) return;
    const std::string modal(w_.text(i - 1));
    report_.add(p_, {w_[i - 1].begin, w_[i].end}, "“" + modal + " of” for “" + modal + " have”")
        .fix("Replace with “have”", {{p_, w_[i].span(), "have"}});
  }

  // "The bridge as not as high as": no verb stands before.
  void as_not_as(At i) {
    if (!w_.is(i + 1, "not") || !w_.is(i + 2, "as") || w_[i].has(Word::starts_sentence)) return;
    At noun = i;
    for (constexpr At most = 5; noun > 0 && i - noun < most && !w_.starts_sentence(noun);) --noun;
    if (!w_.starts_sentence(noun) || !w_.word(i - 1)) return;
    for (At k = noun; k < i; ++k)
      if (!w_.word(k) || w_.in(k, WordClass::auxiliary) || w_.lower(k).ends_with("ed") ||
          w_.in(k, WordClass::conjunction))
        return;
    if (!w_.in(noun, WordClass::determiner)) return;
    auto added = report_.add(p_, w_[i].span(), "“as not as”: a verb is missing");
    added.fix("Replace “as” with “was”", {{p_, w_[i].span(), "was"}});
    if (w_[i].has(Word::in_quotation)) added.quoted();
  }

 private:
  WordView w_;
  std::size_t p_;
  const std::vector<std::string>& allow_;
  Report& report_;
};

bool is_read(const Paragraph& p) {
  return !p.foreign && p.zone != Zone::code && p.zone != Zone::math && p.zone != Zone::table &&
         p.zone != Zone::references;
}

}  // namespace

Check doubled_or_dropped_word(const Options& options) {
  return [allow = options.list("allow")](const Facts& facts, const Sources&, Report& report) {
    const WordId a = facts.lexicon().id("a"), an = facts.lexicon().id("an"), as = facts.lexicon().id("as"),
                 of = facts.lexicon().id("of"), no = facts.lexicon().id("not");
    const WordFilter asked{a, an, as, of};
    for (std::size_t p = 0; p < facts.size(); ++p) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (!is_read(paragraph) || paragraph.words.size() < 3) continue;
      Reader reader(facts, p, allow, report);
      const Word* const first = paragraph.words.data();
      const Word* const last = first + paragraph.words.size() - 1;
      for (const Word* word = first; word != last; ++word) {
        if (!asked.may_hold(word->id)) continue;
        const At i = static_cast<At>(word - first);
        if (word->id == a || word->id == an) reader.article(i);
        else if (word->id == as && i > 0 && word[1].id == no) reader.as_not_as(i);
        else if (word->id == of && i > 0) reader.modal_of(i);
      }
    }
  };
}

}  // namespace stet::rules
