#pragma once
// WordKey: the letters of a word as two numbers, so that words are compared, and looked up, without a loop.
//
//   word_key("Council") == WordKey("council")
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace stet {

// The letters of a word of up to 16 bytes of ASCII, capitals made small; the empty key for every other word, which
// equals no word's. What is no letter stays: "o'clock", "a.m.", "3".
struct WordKey {
  std::uint64_t low = 0, high = 0;

  constexpr WordKey() = default;
  // A word of the program, in small letters; a longer one does not compile.
  template <std::size_t N>
  consteval WordKey(const char (&small)[N]) {
    static_assert(N >= 2 && N <= 17);
    for (std::size_t i = 0; i + 1 < N; ++i) {
      if (small[i] >= 'A' && small[i] <= 'Z') throw "small letters only";
      (i < 8 ? low : high) |= static_cast<std::uint64_t>(static_cast<unsigned char>(small[i])) << (8 * (i % 8));
    }
  }

  constexpr bool empty() const { return low == 0; }
  friend constexpr bool operator==(const WordKey&, const WordKey&) = default;
};

namespace word_key_detail {

// The first eight bytes as a number, those past the end zero.
inline std::uint64_t load(std::string_view bytes) {
  std::uint64_t value = 0;
  const std::size_t n = bytes.size();
  const auto at = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i); };
  if (n >= 8) {
    std::memcpy(&value, bytes.data(), 8);
  } else if (n >= 4) {
    std::uint32_t first = 0, last = 0;
    std::memcpy(&first, bytes.data(), 4);
    std::memcpy(&last, bytes.data() + n - 4, 4);
    value = first | (std::uint64_t{last} << (8 * (n - 4)));
  } else if (n > 0) {
    value = at(0) | at(n / 2) | at(n - 1);
  }
  return value;
}

// Eight bytes with the capitals among them made small; all must be ASCII. A byte is a capital where adding 0x3F sets
// its high bit and adding 0x25 does not.
inline std::uint64_t lower(std::uint64_t bytes) {
  constexpr std::uint64_t each = 0x0101010101010101u;
  const std::uint64_t from_a = bytes + each * 0x3F, past_z = bytes + each * 0x25;
  return bytes | ((from_a & ~past_z & each * 0x80) >> 2);
}

// The high bit of every byte that is an ASCII letter.
inline std::uint64_t letters(std::uint64_t bytes) {
  constexpr std::uint64_t each = 0x0101010101010101u;
  const std::uint64_t small = (bytes | each * 0x20) & each * 0x7F;
  return (small + each * 0x1F) & ~(small + each * 0x05) & ~bytes & each * 0x80;
}

// The first n of eight bytes, the others zero.
inline std::uint64_t first(std::uint64_t bytes, unsigned n) {
  return n >= 8 ? bytes : bytes & ((std::uint64_t{1} << (8 * n)) - 1);
}

}  // namespace word_key_detail

// A list of words of the program that words are looked up in.
//
//   constexpr WordKeySet particles{{"de", "van", "von"}};
template <std::size_t N>
class WordKeySet {
 public:
  consteval WordKeySet(const WordKey (&words)[N]) {
    for (const WordKey& word : words) {
      std::size_t i = place(word);
      while (!slots_[i].empty()) i = (i + 1) % size;
      slots_[i] = word;
    }
  }
  constexpr bool contains(const WordKey& word) const {
    for (std::size_t i = place(word); !slots_[i].empty(); i = (i + 1) % size)
      if (slots_[i] == word) return true;
    return false;
  }

 private:
  static constexpr std::size_t size = std::bit_ceil(N * 4);
  static constexpr std::size_t place(const WordKey& word) {
    return static_cast<std::size_t>((word.low ^ word.high * 31) * 0x9E3779B97F4A7C15u >> 40) % size;
  }

  std::array<WordKey, size> slots_{};
};

// The run of ASCII letters that begins at a place.
struct LetterRun {
  unsigned size = 0;      // 0 to 16; a run of 16 may go on
  bool capital = false;   // the first is one
  bool capitals = false;  // all are
  WordKey key;
};

// `at` must have sixteen bytes to read.
inline LetterRun letter_run(const char* at) {
  using namespace word_key_detail;
  constexpr std::uint64_t high_bits = 0x8080808080808080u;
  LetterRun run;
  std::uint64_t low = 0, high = 0;
  std::memcpy(&low, at, 8);
  std::memcpy(&high, at + 8, 8);
  if constexpr (std::endian::native == std::endian::big) return run;
  const std::uint64_t in_low = letters(low), in_high = letters(high);
  const auto run_of = [](std::uint64_t in) {
    return in == high_bits ? 8u : static_cast<unsigned>(std::countr_zero(~in & high_bits)) / 8;
  };
  run.size = run_of(in_low);
  if (run.size == 8) run.size += run_of(in_high);
  low = first(low, run.size);
  high = run.size > 8 ? first(high, run.size - 8) : 0;
  // A letter is a capital where its bit 5 is clear.
  const std::uint64_t upper_low = first(in_low, run.size) & ~(low << 2);
  const std::uint64_t upper_high = run.size > 8 ? first(in_high, run.size - 8) & ~(high << 2) : 0;
  run.capital = (upper_low & 0x80) != 0;
  run.capitals =
      upper_low == first(in_low, run.size) && upper_high == (run.size > 8 ? first(in_high, run.size - 8) : 0);
  run.key.low = low | upper_low >> 2;
  run.key.high = high | upper_high >> 2;
  return run;
}

inline WordKey word_key(std::string_view word) {
  WordKey key;
  const std::size_t n = word.size();
  if (n == 0 || n > 16) return key;
  const std::uint64_t low = word_key_detail::load(word);
  const std::uint64_t high = n > 8 ? word_key_detail::load(word.substr(8)) : 0;
  if (((low | high) & 0x8080808080808080u) != 0) return key;
  key.low = word_key_detail::lower(low);
  key.high = word_key_detail::lower(high);
  return key;
}

}  // namespace stet
