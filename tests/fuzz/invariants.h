#pragma once
// What must hold of every reading, whatever the bytes. A breach ends the process, so that a fuzzer sees it.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "facts/facts.h"
#include "lint/lint.h"
#include "support/same_reading.h"

namespace stet::fuzz {

inline void must(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline void check_paragraph(const Paragraph& paragraph) {
  std::uint32_t end = 0;
  for (const Word& word : paragraph.words) {
    must(end <= word.begin && word.begin < word.end && word.end <= paragraph.size(), "words are in order and inside");
    end = word.end;
  }
  std::uint32_t next = 0;
  for (const Sentence& sentence : paragraph.sentences) {
    must(sentence.words.first == next && next < sentence.words.last, "sentences cover the words, in order");
    next = sentence.words.last;
  }
  must(next == paragraph.words.size(), "sentences cover all words");
}

template <typename Found>
void check_spans(const Kept<Found>& facts, const Paragraph& paragraph) {
  for (const Found& fact : facts)
    must(fact.span.begin <= fact.span.end && fact.span.end <= paragraph.size(), "a fact lies in its paragraph");
}

inline void check_facts(const Facts& facts) {
  const Document& document = *facts.document;
  must(facts.size() == document.blocks.size(), "every block has its facts");
  std::uint32_t end = 0;
  for (std::size_t p = 0; p < facts.size(); ++p) {
    const Block& block = document.blocks[p];
    must(end <= block.begin && block.span().end <= document.text.size(), "blocks are in order and inside");
    end = block.span().end;
    check_paragraph(*block.paragraph);
    const ParagraphFacts& local = facts.local(p);
    check_spans(local.quotes, *block.paragraph);
    check_spans(local.dates, *block.paragraph);
    check_spans(local.figures, *block.paragraph);
    check_spans(local.names, *block.paragraph);
    check_spans(local.acronyms, *block.paragraph);
    check_spans(local.attributions, *block.paragraph);
    check_spans(local.citations, *block.paragraph);
    check_spans(local.claims, *block.paragraph);
  }
}

// Reading with the version before at hand must give what reading afresh gives.
inline void check_same(const Facts& shared, const Facts& fresh) {
  const std::string what = difference(shared, fresh);
  must(what.empty(), "an edited draft reads as it does afresh, but for " + what);
}

inline void check_findings(const Linted& linted, const Facts& facts) {
  for (const Finding& finding : linted.findings)
    must(finding.span.begin <= finding.span.end && finding.span.end <= facts.document->text.size(),
         "a finding lies in the draft");
}

}  // namespace stet::fuzz
