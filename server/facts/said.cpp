#include "facts/said.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "prose/fold.h"
#include "prose/paragraph.h"
#include "prose/words.h"
#include "text/utf8.h"

namespace stet {

namespace {

constexpr std::uint32_t seed = 2166136261u;
constexpr std::uint32_t mixed(std::uint32_t key, std::uint32_t unit) { return (key ^ unit) * 16777619u; }

constexpr std::uint32_t ascii_key(std::string_view word) {
  std::uint32_t key = seed;
  for (const char c : word) key = mixed(key, static_cast<unsigned char>(c));
  return key == 0 ? 1 : key;
}

// Windows-1252 where it is not Latin-1.
constexpr std::array<char16_t, 32> upper_controls{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                  0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

struct Unit {
  char32_t c;
  std::uint32_t length;
};

Unit unit_at(std::string_view bytes, std::size_t i) {
  const Decoded d = decode_utf8(bytes, i);
  if (d.well_formed) return {d.code_point, d.length};
  const auto byte = static_cast<unsigned char>(bytes[i]);
  return {byte < 0xA0 ? static_cast<char32_t>(upper_controls[byte - 0x80]) : byte, 1};
}

constexpr bool nothing(char32_t c) {
  return c == static_cast<char32_t>(Paragraph::blank) || c == static_cast<char32_t>(entity_rest) || c == 0xAD ||
         (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

constexpr bool ascii_letter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
constexpr bool digit(char32_t c) { return c >= '0' && c <= '9'; }
bool letter(char32_t c) { return c < 0x80 ? ascii_letter(c) : c >= 0xAA && is_letter(c); }
constexpr bool apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC; }

// Small numbers in words, as digits; sounds that are no words, as 0.
std::uint32_t settled(std::uint32_t key) {
  static const std::unordered_map<std::uint32_t, std::uint32_t> known = [] {
    std::unordered_map<std::uint32_t, std::uint32_t> out;
    std::uint32_t n = 0;
    for (const std::string_view word :
         {"zero",     "one",     "two",     "three",     "four",     "five",     "six",
          "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
          "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"})
      out.emplace(ascii_key(word), ascii_key(std::to_string(n++)));
    n = 30;
    for (const std::string_view word : {"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}) {
      out.emplace(ascii_key(word), ascii_key(std::to_string(n)));
      n += 10;
    }
    for (const std::string_view sound : {"um", "uh", "umm", "uhm", "er", "erm", "hmm", "mm", "mhm"})
      out.emplace(ascii_key(sound), 0);
    return out;
  }();
  const auto it = known.find(key);
  return it == known.end() ? key : it->second;
}

class Cutter {
 public:
  explicit Cutter(std::string_view bytes) : bytes_(bytes) { out_.reserve(bytes.size() / 6); }

  std::vector<SaidWord> run() {
    while (at_ < bytes_.size()) {
      const Unit u = unit_at(bytes_, at_);
      if (letter(u.c) || digit(u.c)) word(at_);
      else if (u.c == '[') bracket();
      else if (u.c == 0x2026 || dots()) ellipsis(u);
      else if (u.c == '%' || u.c == '&') sign(u.c == '%' ? "percent" : "and");
      else at_ += u.length;
    }
    return std::move(out_);
  }

 private:
  Unit next_seen(std::size_t i) const {
    while (i < bytes_.size()) {
      const Unit u = unit_at(bytes_, i);
      if (!nothing(u.c)) return u;
      i += u.length;
    }
    return {0, 0};
  }

  void sign(std::string_view word) {
    add(at_, at_ + 1, ascii_key(word));
    ++at_;
  }

  bool dots() const { return bytes_.substr(at_, 3) == "..." || bytes_.substr(at_, 5) == ". . ."; }

  void ellipsis(Unit u) {
    const std::size_t begin = at_;
    at_ += u.length;
    while (at_ < bytes_.size() && (bytes_[at_] == '.' || (bytes_[at_] == ' ' && bytes_.substr(at_ + 1, 1) == ".")))
      ++at_;
    push(begin, at_, SaidWord::Kind::ellipsis);
  }

  // "[…]", "[the mayor]", "[W]e", "work[ed]".
  void bracket() {
    constexpr std::size_t longest = 200;
    const std::size_t begin = at_, close = bytes_.substr(0, begin + longest).find(']', begin);
    if (close == std::string_view::npos) {
      ++at_;
      return;
    }
    const std::string_view inner = bytes_.substr(begin + 1, close - begin - 1);
    at_ = close + 1;
    if (inner.find_first_not_of(". ") == std::string_view::npos || inner == "…")
      return push(begin, at_, SaidWord::Kind::ellipsis);
    const Unit after = next_seen(at_);
    const bool one_letter = !inner.empty() && unit_at(inner, 0).length == inner.size() && letter(unit_at(inner, 0).c);
    if (one_letter && letter(after.c)) {
      const Unit first = unit_at(inner, 0);
      return word(begin, mixed_in(seed, first.c));
    }
    // The letters that hang on it are of the word that was changed.
    if (!out_.empty() && out_.back().end == begin && out_.back().kind == SaidWord::Kind::word) out_.pop_back();
    while (at_ < bytes_.size() && letter(unit_at(bytes_, at_).c)) at_ += unit_at(bytes_, at_).length;
    push(begin, at_, SaidWord::Kind::edit);
  }

  static std::uint32_t mixed_in(std::uint32_t key, char32_t c) {
    if (c < 0x80) return mixed(key, ascii_letter(c) ? c | 0x20 : c);
    std::string one;
    append_utf8(one, c);
    for (const char byte : fold(one)) key = mixed(key, static_cast<unsigned char>(byte));
    return key;
  }

  // At `at_`: the letters of a word, after those that `key` has already.
  void word(std::size_t begin, std::uint32_t key = seed) {
    std::size_t end = at_;
    while (at_ < bytes_.size()) {
      const Unit u = unit_at(bytes_, at_);
      if (letter(u.c) || digit(u.c)) {
        key = mixed_in(key, u.c);
        at_ += u.length;
        end = at_;
      } else if (nothing(u.c)) {
        at_ += u.length;
      } else if (!inside(u, key)) {
        break;
      }
    }
    at_ = end;
    add(begin, end, key);
  }

  // A mark between two letters or digits that does not end the word; moves past it.
  bool inside(Unit u, std::uint32_t& key) {
    if (at_ == 0) return false;
    const char before = bytes_[at_ - 1];
    const Unit after = next_seen(at_ + u.length);
    const bool number = digit(static_cast<unsigned char>(before)) && digit(after.c);
    if (apostrophe(u.c) ? !letter(after.c) : !(number && (u.c == ',' || u.c == '.' || u.c == ':'))) return false;
    if (u.c == '.' || u.c == ':') key = mixed(key, '.');
    at_ += u.length;
    return true;
  }

  void add(std::size_t begin, std::size_t end, std::uint32_t key) {
    key = settled(key == 0 ? 1 : key);
    if (key == 0) return;
    if (key == ascii_key("cent") && !out_.empty() && out_.back().key == ascii_key("per") &&
        out_.back().kind == SaidWord::Kind::word) {
      out_.back().end = static_cast<std::uint32_t>(end);
      out_.back().key = ascii_key("percent");
      return;
    }
    out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), key, SaidWord::Kind::word});
  }

  void push(std::size_t begin, std::size_t end, SaidWord::Kind kind) {
    out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), 0, kind});
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::vector<SaidWord> out_;
};

}  // namespace

std::vector<SaidWord> cut_said(std::string_view bytes) { return Cutter(bytes).run(); }

std::uint32_t said_key(std::string_view word) {
  const std::vector<SaidWord> words = cut_said(word);
  return words.empty() ? 0 : words.front().key;
}

}  // namespace stet
