#pragma once
// A small checked draft for the tests of reports: findings where `marks` say, without any lint.
#include <gtest/gtest.h>

#include "cli/check_report.h"

namespace stet::test {

// The place of `words` in the draft.
inline Span place_in(const Text& text, std::string_view words) {
  const std::size_t at = text.bytes().find(words);
  EXPECT_NE(at, std::string_view::npos) << words;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline Finding finding_at(Span span, std::string message = "who?") {
  Finding f;
  f.rule = "weasel-attribution";
  f.family = "attribution";
  f.severity = Severity::warning;
  f.span = span;
  f.message = std::move(message);
  f.fingerprint = "00112233445566aa";
  return f;
}

// A draft with one finding for each of `marked`.
inline Checked checked_draft(std::string bytes, std::initializer_list<std::string_view> marked) {
  Checked draft;
  draft.path = "drafts/ferry.md";
  draft.text = Text(std::move(bytes));
  draft.words = 7;
  draft.fail_on = Severity::error;
  for (const std::string_view words : marked) draft.linted.findings.push_back(finding_at(place_in(draft.text, words)));
  return draft;
}

// The draft of the manual: two figures for one thing, and a fix.
inline Checked tunnel_draft() {
  Checked draft = checked_draft("It cost $1.6 billion.\n\nThe tunnel cost $1.8 billion in all.\n", {});
  Finding f = finding_at(place_in(draft.text, "$1.8 billion"), "$1.8 billion here, $1.6 billion in paragraph 1");
  f.rule = "figure-inconsistent";
  f.family = "figures";
  f.severity = Severity::error;
  f.related.push_back({"", place_in(draft.text, "$1.6 billion"), "$1.6 billion"});
  f.fixes.push_back({"Replace with $1.6 billion", {{f.span, "$1.6 billion"}}, false});
  f.url = "https://example.org/figure-inconsistent.md";
  draft.linted.findings.push_back(std::move(f));
  return draft;
}

// A whole report in that format.
inline std::string whole_report(std::string_view format, const std::vector<Checked>& drafts, const Look& look = {}) {
  const auto report = make_report(format, look);
  Tally tally;
  std::string out = report->opening();
  for (const Checked& draft : drafts) {
    tally.add(draft);
    out += report->draft(draft);
  }
  return out + report->closing(tally);
}

}  // namespace stet::test
