#include "lint/phrases.h"

#include <algorithm>

#include "lint/places.h"

namespace stet {

namespace {

constexpr std::size_t most_phrases = 256;

bool has_word(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<signed char>(c) < 0;
  });
}

std::vector<std::string_view> alternatives(std::string_view inner) {
  std::vector<std::string_view> out;
  for (;;) {
    const auto bar = inner.find('|');
    out.push_back(inner.substr(0, bar));
    if (bar == std::string_view::npos) return out;
    inner.remove_prefix(bar + 1);
  }
}

struct Hit {
  WordRange words;
  std::uint32_t row;
};

// Of hits by first word: leftmost, then longest, not overlapping.
std::vector<Hit> without_overlaps(const std::vector<Hit>& hits) {
  std::vector<Hit> out;
  for (const Hit& hit : hits) {
    if (out.empty() || hit.words.first >= out.back().words.last) out.push_back(hit);
    else if (hit.words.first == out.back().words.first && hit.words.last > out.back().words.last) out.back() = hit;
  }
  return out;
}

}  // namespace

std::variant<std::vector<std::string>, std::string> expand_phrase(std::string_view phrase) {
  std::vector<std::string> out{""};
  while (!phrase.empty()) {
    const auto open = phrase.find_first_of("()");
    for (std::string& s : out) s.append(phrase.substr(0, open));
    if (open == std::string_view::npos) break;
    const auto close = phrase.find_first_of("()", open + 1);
    if (phrase[open] == ')' || close == std::string_view::npos || phrase[close] == '(')
      return "parentheses do not pair: alternatives are written (critics|experts)";
    std::vector<std::string> longer;
    for (const std::string_view alternative : alternatives(phrase.substr(open + 1, close - open - 1)))
      for (const std::string& s : out) {
        if (longer.size() == most_phrases) return "more than 256 phrases in one row";
        longer.push_back(s + std::string(alternative));
      }
    out = std::move(longer);
    phrase.remove_prefix(close + 1);
  }
  if (!std::all_of(out.begin(), out.end(), has_word)) return "a phrase needs a word";
  return out;
}

std::uint64_t phrase_owner(std::string_view rule, std::uint32_t row) {
  std::uint64_t h = 0xcbf29ce484222325u;
  for (const char c : rule) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return ((h >> 32 | 1) << 32) | row;
}

void add_phrases(const Page& page, Lexicon::Builder& builder) {
  for (std::uint32_t row = 0; row < page.phrases.size(); ++row) {
    const auto expanded = expand_phrase(page.phrases[row].phrase);
    if (const auto* phrases = std::get_if<std::vector<std::string>>(&expanded))
      for (const std::string& phrase : *phrases) builder.add_phrase(phrase, phrase_owner(page.name, row));
  }
}

bool speaks(const PhraseRow& row) { return !row.instead.empty() || !row.message.empty(); }

Check phrase_check(const Page& page, const Options& options, Rows rows) {
  return [&page, rows, places = Places(page, options), owner = phrase_owner(page.name, 0)](
             const Facts& facts, const Sources&, Report& report) {
    const Lexicon& lexicon = facts.lexicon();
    std::vector<Hit> hits;
    for (std::size_t p = 0; p < facts.size(); ++p) {
      const Paragraph& paragraph = facts.paragraph(p);
      hits.clear();
      for (const PhraseHit& hit : paragraph.phrases) {
        const std::uint64_t row = lexicon.phrase_owner(hit.phrase) ^ owner;
        if (row < page.phrases.size() && (rows == Rows::all || speaks(page.phrases[row])))
          hits.push_back({hit.words, static_cast<std::uint32_t>(row)});
      }
      if (hits.empty() || !places.read(facts, p)) continue;
      for (const Hit& hit : without_overlaps(hits)) {
        if (!places.flag(paragraph, hit.words)) continue;
        const PhraseRow& row = page.phrases[hit.row];
        const std::string instead = in_the_case_of(paragraph, hit.words, row.instead);
        auto added = report.add(p, paragraph.span(hit.words),
                                message_for(page, row.message, instead, paragraph.text(hit.words)));
        if (!instead.empty()) added.fix("Replace with “" + instead + "”", {{p, paragraph.span(hit.words), instead}});
        if (paragraph.words[hit.words.first].has(Word::in_quotation)) added.quoted();
      }
    }
  };
}

}  // namespace stet
