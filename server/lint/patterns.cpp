#include "lint/patterns.h"

#include <re2/re2.h>

#include <algorithm>
#include <memory>

#include "lint/phrases.h"
#include "lint/places.h"

namespace stet {

namespace {

constexpr std::size_t longest_pattern = 4096;

RE2::Options re2_options() {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  return options;
}

std::string straightened(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view mark = word.substr(i, 3);
    if (mark == "’" || mark == "‘") out.push_back('\'');
    else if (mark == "“" || mark == "”") out.push_back('"');
    else {
      out.push_back(word[i++]);
      continue;
    }
    i += 3;
  }
  return out;
}

// A sentence as patterns read it, and where its words are in it.
struct SentenceText {
  WordRange words;
  std::string text;
  std::vector<std::uint32_t> begins, ends;

  SentenceText(const Paragraph& paragraph, WordRange range) : words(range) {
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const Word& word = paragraph.words[i];
      if (i != range.first && word.has(Word::space_before)) text.push_back(' ');
      begins.push_back(static_cast<std::uint32_t>(text.size()));
      if (word.kind == WordKind::opaque) text.append("…");
      else text.append(straightened(paragraph.text(word)));
      ends.push_back(static_cast<std::uint32_t>(text.size()));
    }
  }

  // The words [begin, end) covers, whole ones only.
  std::optional<WordRange> range(std::size_t begin, std::size_t end) const {
    const auto first = std::lower_bound(begins.begin(), begins.end(), begin);
    const auto last = std::lower_bound(ends.begin(), ends.end(), end);
    if (first == begins.end() || *first != begin || last == ends.end() || *last != end) return std::nullopt;
    return WordRange{words.first + static_cast<std::uint32_t>(first - begins.begin()),
                     words.first + static_cast<std::uint32_t>(last - ends.begin()) + 1};
  }
};

struct Compiled {
  std::vector<std::unique_ptr<RE2>> rows;
  std::vector<std::uint32_t> everywhere;  // rows without a required word
};

class Run {
 public:
  Run(const Page& page, const Compiled& compiled, const Places& places, const Facts& facts, Report& report)
      : page_(page), compiled_(compiled), places_(places), facts_(facts), report_(report) {}

  void paragraph(std::size_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    candidates_.clear();
    const std::uint64_t owner = phrase_owner(page_.name, pattern_row);
    for (const PhraseHit& hit : paragraph.phrases) {
      const std::uint64_t row = facts_.lexicon().phrase_owner(hit.phrase) ^ owner;
      if (row < compiled_.rows.size())
        candidates_.emplace_back(paragraph.sentence_of(hit.words.first), static_cast<std::uint32_t>(row));
    }
    if (candidates_.empty() && compiled_.everywhere.empty()) return;
    if (!places_.read(facts_, p)) return;
    for (std::uint32_t s = 0; s < paragraph.sentences.size(); ++s)
      for (const std::uint32_t row : compiled_.everywhere) candidates_.emplace_back(s, row);
    std::sort(candidates_.begin(), candidates_.end());
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
    std::optional<SentenceText> text;
    for (const auto& [sentence, row] : candidates_) {
      const WordRange words = paragraph.sentences[sentence].words;
      if (!text || text->words != words) text.emplace(paragraph, words);
      find(p, *text, row);
    }
  }

 private:
  void find(std::size_t p, const SentenceText& sentence, std::uint32_t row) {
    const Paragraph& paragraph = facts_.paragraph(p);
    re2::StringPiece match;
    for (std::size_t at = 0; at < sentence.text.size();) {
      if (!compiled_.rows[row]->Match(sentence.text, at, sentence.text.size(), RE2::UNANCHORED, &match, 1)) return;
      const auto begin = static_cast<std::size_t>(match.data() - sentence.text.data());
      const auto words = sentence.range(begin, begin + match.size());
      if (!words) {
        // Not whole words: the next match may begin at the next word.
        const auto next = std::upper_bound(sentence.begins.begin(), sentence.begins.end(), begin);
        if (next == sentence.begins.end()) return;
        at = *next;
        continue;
      }
      at = begin + match.size();
      if (!places_.flag(paragraph, *words)) continue;
      report_.add(p, paragraph.span(*words),
                  message_for(page_, page_.patterns[row].message, {}, paragraph.text(*words)));
    }
  }

  const Page& page_;
  const Compiled& compiled_;
  const Places& places_;
  const Facts& facts_;
  Report& report_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates_;  // sentence, row
};

}  // namespace

std::optional<PatternFault> pattern_fault(std::string_view pattern) {
  if (pattern.size() > longest_pattern) return PatternFault{longest_pattern, "a pattern has at most 4,096 bytes"};
  const RE2 re(re2::StringPiece(pattern.data(), pattern.size()), re2_options());
  if (!re.ok()) {
    const auto at = pattern.find(re.error_arg());
    return PatternFault{at == std::string_view::npos || re.error_arg().empty() ? 0 : at, "RE2: " + re.error()};
  }
  if (RE2::PartialMatch("", re))
    return PatternFault{0, "the pattern matches nothing at all: it would match everywhere"};
  return std::nullopt;
}

void add_pattern_words(const Page& page, Lexicon::Builder& builder) {
  for (std::uint32_t row = 0; row < page.patterns.size(); ++row)
    for (const std::string& word : required_words(page.patterns[row].pattern))
      builder.add_phrase(word, phrase_owner(page.name, pattern_row | row));
}

Check pattern_check(const Page& page, const Options& options) {
  auto compiled = std::make_shared<Compiled>();
  for (std::uint32_t row = 0; row < page.patterns.size(); ++row) {
    compiled->rows.push_back(std::make_unique<RE2>(page.patterns[row].pattern, re2_options()));
    if (required_words(page.patterns[row].pattern).empty()) compiled->everywhere.push_back(row);
  }
  return [&page, compiled = std::shared_ptr<const Compiled>(std::move(compiled)), places = Places(page, options)](
             const Facts& facts, const Sources&, Report& report) {
    Run run(page, *compiled, places, facts, report);
    for (std::size_t p = 0; p < facts.size(); ++p) run.paragraph(p);
  };
}

}  // namespace stet
