#include "lint/fingerprint.h"

#include <algorithm>
#include <unordered_map>

#include "prose/fold.h"

namespace stet {

namespace {

constexpr std::uint32_t words_around = 3, most_words = 64;

// FNV-1a, 64 bits: the same on every machine and in every version.
struct Hash {
  std::uint64_t value = 0xcbf29ce484222325u;
  void add(char c) { value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3u; }
  void add(std::string_view s) {
    for (const char c : s) add(c);
    add('\0');
  }
  // The same as of fold(word), which needs a string of its own.
  void add_folded(std::string_view word) {
    if (!std::all_of(word.begin(), word.end(), [](char c) { return static_cast<signed char>(c) >= 0x20; }))
      return add(fold(word));
    for (const char c : word) add(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    add('\0');
  }
};

std::string hex(std::uint64_t value) {
  std::string out(16, '0');
  for (std::size_t i = out.size(); i-- > 0; value >>= 4) out[i] = "0123456789abcdef"[value & 15];
  return out;
}

// Words of the paragraph that `relative` touches.
WordRange words_at(const Paragraph& paragraph, Span relative) {
  const auto& words = paragraph.words;
  const auto first =
      std::partition_point(words.begin(), words.end(), [&](const Word& w) { return w.end <= relative.begin; });
  const auto last = std::partition_point(first, words.end(), [&](const Word& w) { return w.begin < relative.end; });
  return {static_cast<std::uint32_t>(first - words.begin()), static_cast<std::uint32_t>(last - words.begin())};
}

std::uint64_t hash_of(const Finding& finding, const Facts& facts) {
  Hash hash;
  hash.add(finding.rule);
  const Document& document = *facts.document;
  const std::size_t p = document.block_at(finding.span.begin);
  if (p >= document.blocks.size() || !document.blocks[p].span().contains(finding.span)) {
    hash.add(document.text.bytes({finding.span.begin, std::min(finding.span.end, finding.span.begin + 256)}));
    return hash.value;
  }
  const Paragraph& paragraph = *document.blocks[p].paragraph;
  const std::uint32_t begin = document.blocks[p].begin;
  const WordRange flagged = words_at(paragraph, {finding.span.begin - begin, finding.span.end - begin});
  const auto count = static_cast<std::uint32_t>(paragraph.words.size());
  const auto add_words = [&](std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) hash.add_folded(paragraph.text(i));
    hash.add('\n');
  };
  add_words(flagged.first - std::min(words_around, flagged.first), flagged.first);
  add_words(flagged.first, std::min(flagged.last, flagged.first + most_words));
  add_words(flagged.last, std::min(count, flagged.last + words_around));
  return hash.value;
}

}  // namespace

void set_fingerprints(std::span<Finding> findings, const Facts& facts) {
  std::unordered_map<std::uint64_t, std::uint32_t> alike;
  for (Finding& finding : findings) {
    Hash hash{hash_of(finding, facts)};
    const std::uint32_t ordinal = alike[hash.value]++;
    if (ordinal > 0) hash.add(std::to_string(ordinal));
    finding.fingerprint = hex(hash.value);
  }
}

}  // namespace stet
