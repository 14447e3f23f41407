#include "prose/words.h"

#include <array>
#include <bit>
#include <cstring>

#include "prose/fold.h"
#include "text/superscript.h"
#include "text/utf8.h"

namespace stet {

namespace {

constexpr bool ascii_letter(char c) {
  return static_cast<unsigned char>((static_cast<unsigned char>(c) | 0x20) - 'a') < 26;
}
constexpr bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Currencies whose code is often written right before the digits (ISO 4217).
constexpr std::array<std::string_view, 19> money_codes{"AUD", "BRL", "CAD", "CHF", "CNY", "DKK", "EUR",
                                                       "GBP", "HKD", "INR", "JPY", "MXN", "NOK", "NZD",
                                                       "RMB", "SEK", "SGD", "USD", "ZAR"};
bool money_code(std::string_view letters) {
  for (const std::string_view code : money_codes)
    if (letters == code) return true;
  return false;
}

// Lengths whose squares and cubes are units; of what has a longer name a superscript is a note's mark.
constexpr std::array<std::string_view, 10> lengths{"km", "cm", "mm", "dm", "nm", "ft", "mi", "in", "yd", "µm"};
bool takes_power(std::string_view letters, std::size_t run, char32_t power) {
  if (run == 1) return true;  // m², x⁴, χ²
  if (power != 0xB2 && power != 0xB3) return false;
  for (const std::string_view length : lengths)
    if (letters == length) return true;
  return false;
}

// letter_run, with less to do for what is shorter than eight letters, as most words are.
LetterRun run_at(const char* at) {
  using namespace word_key_detail;
  constexpr std::uint64_t high_bits = 0x8080808080808080u;
  std::uint64_t low = 0;
  std::memcpy(&low, at, 8);
  const std::uint64_t in_low = letters(low);
  if (std::endian::native == std::endian::big || in_low == high_bits) return letter_run(at);
  LetterRun run;
  run.size = static_cast<unsigned>(std::countr_zero(~in_low & high_bits)) / 8;
  const std::uint64_t taken = (std::uint64_t{1} << (8 * run.size)) - 1, in = in_low & taken;
  low &= taken;
  const std::uint64_t upper = in & ~(low << 2);
  run.capital = (upper & 0x80) != 0;
  run.capitals = upper == in;
  run.key.low = low | upper >> 2;
  return run;
}

class Cutter {
 public:
  Cutter(Paragraph& paragraph, const Lexicon& lexicon)
      : paragraph_(paragraph), words_(scratch()), letters_(paragraph.letters), lexicon_(lexicon) {
    words_.clear();
  }

  void run() {
    while (at_ < letters_.size()) {
      const char c = letters_[at_];
      if (c == Paragraph::blank || c == opaque_rest || c == entity_rest) {
        ++at_;
      } else if (c == ' ') {
        ++at_;
        space_ = true;
      } else if (ascii_letter(c)) {
        if (!cut_plain_words()) cut_word();
      } else if (ascii_digit(c)) {
        cut_number();
      } else if (c == opaque_begin) {
        cut_opaque();
      } else {
        cut_other();
      }
    }
    paragraph_.words.assign(words_.begin(), words_.end());
    paragraph_.spaced_words += spaced_words_;
  }

 private:
  // One growing array a thread, so that each paragraph's own is made once, at its size.
  static std::vector<Word>& scratch() {
    thread_local std::vector<Word> words;
    return words;
  }

  struct Next {
    std::size_t at;   // of the code point; letters_.size() at the end
    Decoded decoded;  // code_point 0 at the end
  };

  // The next code point at or after `from` that is not blanked markup.
  Next next(std::size_t from) const {
    while (from < letters_.size() && is_fill(letters_[from])) ++from;
    if (from >= letters_.size()) return {letters_.size(), {0, 0, true}};
    return {from, decode_utf8(letters_, from)};
  }

  static bool is_fill(char c) { return c == Paragraph::blank || c == entity_rest; }
  static bool apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }

  void cut_other() {
    const Decoded d = decode_utf8(letters_, at_);
    if (is_space(d.code_point) || d.code_point < 0x20) {
      space_ = space_ || is_space(d.code_point);
      at_ += d.length;
    } else if (is_letter(d.code_point)) {
      cut_word();
    } else if (superscript_digit(d.code_point) && after_text()) {
      skip_note_marks();
    } else if (is_digit(d.code_point)) {
      cut_number();
    } else {
      cut_mark(d);
    }
  }

  // Right behind a word, or a mark that ends some words: not ⁻¹, not ¹ where a note's own text begins.
  bool after_text() const {
    if (space_ || words_.empty()) return false;
    const Word& before = words_.back();
    if (before.kind == WordKind::word || before.kind == WordKind::opaque) return true;
    for (const char32_t mark : std::u32string_view(U".,;:!?)]\"'”’»%…"))
      if (before.is_mark(mark)) return true;
    return false;
  }

  // ¹ and ²,³ and ¹⁻³ behind what they are notes to: nothing that is read out.
  void skip_note_marks() {
    Decoded d = decode_utf8(letters_, at_);
    while (superscript_digit(d.code_point)) {
      at_ += d.length;
      if (at_ >= letters_.size()) return;
      d = decode_utf8(letters_, at_);
      const bool joins = d.code_point == ',' || d.code_point == '-' || d.code_point == 0x2013 || d.code_point == 0x207B;
      const std::size_t after = at_ + d.length;
      if (!joins || after >= letters_.size()) continue;
      const Decoded then = decode_utf8(letters_, after);
      if (superscript_digit(then.code_point)) at_ = after, d = then;
    }
  }

  // The common words, one after another: one to fifteen letters and no more before a space or a mark that ends them,
  // with one space between. False, and nothing done, where the word here is another.
  bool cut_plain_words() {
    const char* const letters = letters_.data();
    const std::size_t size = letters_.size();
    std::size_t at = at_;
    bool space = space_ || words_.empty();
    while (at < size) {
      char tail[16];
      const bool whole = size - at >= sizeof tail;
      if (!whole) {
        std::memset(tail, 0, sizeof tail);
        std::memcpy(tail, letters + at, size - at);
      }
      const LetterRun run = run_at(whole ? letters + at : tail);
      const std::size_t end = at + run.size;
      if (run.size == 0 || run.size > 15) break;
      // A letter and a stop may be an initial, or go on: U.S.
      if (end < size && (!ends_plain_word(letters[end]) || (run.size == 1 && letters[end] == '.'))) break;
      const bool capitals = run.capitals && run.size > 1;
      const int flags =
          (run.capital ? Word::capital : 0) | (capitals ? Word::capitals : 0) | (space ? Word::space_before : 0);
      words_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), lexicon_.id_of(run.key),
                        WordKind::word, static_cast<std::uint8_t>(flags), 0});
      spaced_words_ += space ? 1 : 0;
      space = end < size && letters[end] == ' ';
      at = end + (space ? 1 : 0);
      if (!space) break;
    }
    if (at == at_) return false;
    at_ = at;
    space_ = space;
    return true;
  }

  // What never belongs to the word before it, nor hides something that does.
  static bool ends_plain_word(char c) {
    static constexpr auto table = [] {
      std::array<bool, 256> out{};
      for (const char end : std::string_view(" ,.;:?!)\"]-/([")) out[static_cast<unsigned char>(end)] = true;
      return out;
    }();
    return table[static_cast<unsigned char>(c)];
  }

  void cut_word() {
    const std::size_t begin = at_;
    std::size_t end = at_;  // past the last letter taken
    std::size_t run = 0;    // letters since the last dot
    bool dotted = false, spliced = false, lower = false, ascii = true;
    std::size_t uppers = 0;
    for (;;) {
      // The fast road: plain letters.
      while (at_ < letters_.size() && ascii_letter(letters_[at_])) {
        if (letters_[at_] <= 'Z') ++uppers;
        else lower = true;
        ++run;
        ++at_;
      }
      end = at_;
      if (at_ < letters_.size() && (letters_[at_] == ' ' || letters_[at_] == ',')) break;  // the common end
      const Next n = next(at_);
      const char32_t c = n.decoded.code_point;
      const std::size_t after = n.at + n.decoded.length;
      const auto take = [&] {
        spliced = spliced || n.at != at_ || c == 0xAD;
        ascii = ascii && c < 0x80;
        at_ = after;
        end = at_;
      };
      if (c == 0) break;
      if (is_digit(c) && run == 3 && uppers == 3 && end == begin + 3 && n.at == end &&
          money_code(letters_.substr(begin, 3)))
        break;  // USD115
      if (superscript_digit(c) && !ascii_digit(letters_[at_ - 1]) &&
          !takes_power(std::string_view(letters_).substr(begin, end - begin), run, c))
        break;
      if (is_letter(c) || is_digit(c)) {
        if (is_upper(c)) ++uppers;
        else if (is_letter(c) && c != 0xAD) lower = true;
        ++run;
        take();
      } else if (apostrophe(c) && run > 0) {
        const Next n2 = next(after);
        if (!is_letter(n2.decoded.code_point)) break;
        const Next n3 = next(n2.at + n2.decoded.length);
        const bool clitic = (n2.decoded.code_point == 's' || n2.decoded.code_point == 'S') &&
                            !is_letter(n3.decoded.code_point) && !apostrophe(n3.decoded.code_point);
        if (clitic && begin != n.at) break;
        take();
      } else if (c == '.' && run == 1 && n.at == at_) {
        const Next n2 = next(after);
        const Next n3 = next(n2.at + n2.decoded.length);
        const bool goes_on = n2.at == after && is_letter(n2.decoded.code_point) && !is_letter(n3.decoded.code_point) &&
                             (n3.decoded.code_point == '.' || dotted);
        if (goes_on) {
          dotted = true;
          run = 0;
          take();
        } else {
          if (dotted && c != 0) take();
          break;
        }
      } else if (c == '&' && n.at == at_ && uppers == run && run <= 3) {
        const Next n2 = next(after);
        if (n2.at != after || !is_upper(n2.decoded.code_point)) break;
        take();
        run = 0;
        uppers = 0;
      } else {
        break;
      }
    }
    at_ = end;
    std::uint8_t flags = 0;
    if (is_upper(decode_utf8(letters_, begin).code_point)) flags |= Word::capital;
    if (uppers >= 2 && !lower) flags |= Word::capitals;
    put(begin, end, WordKind::word, flags, spliced);
    if (at_ < letters_.size() && letters_[at_] != ' ') cut_clitic();
  }

  // 's after a word: "Mali’s".
  void cut_clitic() {
    const Next n = next(at_);
    if (!apostrophe(n.decoded.code_point)) return;
    const Next n2 = next(n.at + n.decoded.length);
    if (n2.decoded.code_point != 's' && n2.decoded.code_point != 'S') return;
    const std::size_t end = n2.at + n2.decoded.length;
    if (is_letter(next(end).decoded.code_point)) return;
    put(n.at, end, WordKind::word, 0, n2.at != n.at + n.decoded.length);
    at_ = end;
  }

  void cut_number() {
    const std::size_t begin = at_;
    bool spliced = false;
    for (;;) {
      while (at_ < letters_.size() && ascii_digit(letters_[at_])) ++at_;
      const Next n = next(at_);
      const char32_t c = n.decoded.code_point;
      if (c != 0 && is_digit(c)) {
        spliced = spliced || n.at != at_;
        at_ = n.at + n.decoded.length;
        continue;
      }
      if ((c == '.' || c == ',' || c == 0x066B || c == 0x066C) && n.at == at_ && at_ > begin) {
        const Next n2 = next(n.at + n.decoded.length);
        if (n2.at == n.at + n.decoded.length && is_digit(n2.decoded.code_point)) {
          at_ = n2.at;
          continue;
        }
      }
      break;
    }
    put(begin, at_, WordKind::number, 0, spliced);
    cut_clitic();
  }

  void cut_opaque() {
    const std::size_t begin = at_++;
    while (at_ < letters_.size() && letters_[at_] == opaque_rest) ++at_;
    push(begin, at_, mark_id(0xFFFC), WordKind::opaque, 0);
  }

  void cut_mark(const Decoded& d) {
    const std::size_t begin = at_;
    at_ += d.length;
    char32_t code = d.code_point;
    if (code == '.' || code == '-') {
      const char c = letters_[begin];
      while (at_ < letters_.size() && letters_[at_] == c) ++at_;
      if (at_ - begin > 1) code = c == '.' ? 0x2026 : 0x2014;
    }
    push(begin, at_, mark_id(code), WordKind::mark, 0);
  }

  void put(std::size_t begin, std::size_t end, WordKind kind, std::uint8_t flags, bool spliced) {
    const std::string_view slice(letters_.data() + begin, end - begin);
    if (spliced) {
      const std::string plain = without_fill(slice);
      push(begin, end, lexicon_.id(plain), kind, flags);
      spell(plain);
    } else {
      push(begin, end, lexicon_.id(slice), kind, flags);
    }
  }

  // Letters without blanked markup and soft hyphens.
  static std::string without_fill(std::string_view slice) {
    std::string plain;
    for (std::size_t i = 0; i < slice.size();) {
      const Decoded d = decode_utf8(slice, i);
      if (!is_fill(slice[i]) && d.code_point != 0xAD) plain.append(slice.substr(i, d.length));
      i += d.length;
    }
    return plain;
  }

  void spell(std::string plain) {
    words_.back().flags |= Word::is_spliced;
    if (words_.back().spelled != 0 || paragraph_.spliced.size() >= 0xFFFE) return;
    paragraph_.spliced.push_back(std::move(plain));
    words_.back().spelled = static_cast<std::uint16_t>(paragraph_.spliced.size());
  }

  void push(std::size_t begin, std::size_t end, WordId id, WordKind kind, int flags) {
    Word w;
    w.begin = static_cast<std::uint32_t>(begin);
    w.end = static_cast<std::uint32_t>(end);
    w.id = id;
    w.kind = kind;
    w.flags = static_cast<std::uint8_t>(flags | (space_ || words_.empty() ? Word::space_before : 0));
    spaced_words_ += (w.flags & Word::space_before) != 0 ? 1 : 0;
    space_ = false;
    while (w.end < letters_.size() && letters_[w.end] == entity_rest) ++w.end;
    words_.push_back(w);
    if (w.end != end) spell(without_fill(letters_.substr(begin, end - begin)));
  }

  Paragraph& paragraph_;
  std::vector<Word>& words_;
  std::string_view letters_;
  const Lexicon& lexicon_;
  std::size_t at_ = 0;
  bool space_ = true;
  std::uint32_t spaced_words_ = 0;
};

}  // namespace

void cut_words(Paragraph& paragraph, const Lexicon& lexicon) { Cutter(paragraph, lexicon).run(); }

void find_phrases(Paragraph& paragraph, const Lexicon& lexicon) {
  const std::span<const Word> words(paragraph.words);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (!lexicon.begins_phrase(words[i].id, i + 1 < words.size() ? words[i + 1].id : mark_bit)) continue;
    lexicon.match(words.subspan(i), [&](std::uint32_t length, std::uint32_t phrase) {
      paragraph.phrases.push_back({{i, i + length}, phrase});
    });
  }
}

}  // namespace stet
