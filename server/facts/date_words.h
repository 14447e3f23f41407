#pragma once
// The words that dates are written with, by id. Inside facts/ only.
//
// The built-in lists come first in every lexicon and in one order, so the ids of their words are the same in all of
// them: these tables are made once.
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "prose/context.h"
#include "prose/paragraph.h"

namespace stet {

enum class TimeUnit : std::uint8_t { day, week, fortnight, weekend, month, quarter, year, decade, century };

// What a word is to a date; nullopt where it is nothing of the kind.
std::optional<unsigned> month_of(WordId id);  // 1 to 12
std::optional<std::chrono::weekday> weekday_of_word(WordId id);
std::optional<int> season_of(WordId id);  // 0 spring to 3 winter
std::optional<TimeUnit> unit_of(WordId id);
std::optional<int> count_of(WordId id);      // one 1 … ninety 90; a, an 1; couple 2; few 3; several 5
std::optional<int> rank_of(WordId id);       // first 1 … thirtieth 30
std::optional<int> decade_of(WordId id);     // sixties 60
std::optional<int> direction_of(WordId id);  // last, past, previous -1; this, current 0; next, coming, following 1

// May a date begin at, or be recognised by, this word? By id; no word past the end does. The one question asked of
// every word.
std::span<const char> date_beginnings();

// The id of a word of the lists; a word that is on none is a bug (a test asks for all).
WordId date_word(std::string_view word);

// The words of a paragraph as a reader of dates wants them. Indexes past the end are harmless and match nothing.
class DateText {
 public:
  explicit DateText(const Paragraph& paragraph) : paragraph_(paragraph) {}

  const Paragraph& paragraph() const { return paragraph_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(paragraph_.words.size()); }
  bool has(std::uint32_t i) const { return i < size(); }
  const Word& word(std::uint32_t i) const { return paragraph_.words[i]; }
  WordId id(std::uint32_t i) const { return has(i) ? word(i).id : 0xFFFF'FFFFu; }
  bool is(std::uint32_t i, WordId id) const { return has(i) && word(i).id == id; }
  bool mark(std::uint32_t i, char32_t c) const { return has(i) && word(i).is_mark(c); }
  bool dash(std::uint32_t i) const {
    return mark(i, U'-') || mark(i, 0x2013) || mark(i, 0x2014) || mark(i, 0x2012) || mark(i, 0x2010) || mark(i, 0x2011);
  }
  // No white space between word i - 1 and word i.
  bool joined(std::uint32_t i) const { return i > 0 && has(i) && !word(i).has(Word::space_before); }
  bool capital(std::uint32_t i) const { return has(i) && word(i).has(Word::capital); }
  bool lower_word(std::uint32_t i) const { return has(i) && word(i).kind == WordKind::word && !capital(i); }
  std::string_view text(std::uint32_t i) const { return has(i) ? paragraph_.text(i) : std::string_view(); }

  // A number of one to four plain digits.
  struct Digits {
    int value;
    std::uint8_t count;
  };
  std::optional<Digits> digits(std::uint32_t i) const;

  // Before or after Christ, as the years of the paragraph are whose era is said ("508 BC", "AD 71", "c. 347"); unknown
  // where none is. Looks through the paragraph once.
  enum class Era : std::uint8_t { unknown, christian, before_christ };
  Era era() const;

  // Words that belong to one sentence: the index past its last.
  std::uint32_t sentence_end(std::uint32_t i) const {
    return has(i) ? paragraph_.sentences[paragraph_.sentence_of(i)].words.last : size();
  }

 private:
  const Paragraph& paragraph_;
  mutable std::optional<Era> era_;
};

}  // namespace stet
