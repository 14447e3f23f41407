#pragma once
// Rule: a page, and for some a check in code.
//
// Rule code is one free function, named as the page with underscores, in namespace stet::rules:
//
//   Check figure_inconsistent(const Options& options) {
//     const double threshold = options.number("identity_threshold");
//     return [=](const Facts& facts, const Sources&, Report& report) {
//       …
//       report.add(p, figure.span, "$1.8 billion here, $1.6 billion in paragraph 2: …")
//           .related(q, other.span, "$1.6 billion")
//           .fix("Replace with $1.6 billion", {{p, figure.span, "$1.6 billion"}});
//     };
//   }
//
// A rule says what it is triggered by where it is written, so that a draft without it costs nothing: it goes over the
// paragraphs with a fact of the kind it needs, and asks a paragraph or a sentence what words it holds before it looks
// at them.
//
//   for (const std::size_t p : facts.with<DateMention>()) …          // no other paragraph is touched
//   if (!paragraph.holds(WordKind::number)) continue;                // nor the words of one without digits
//   static const ClassSet cues = class_set({WordClass::say_verb});   // nor a sentence without the class
//   if ((sentence.classes & cues).none()) continue;
//   for (const auto& [p, i] : facts.vocabulary.capitals(id)) …       // where a word stands, without looking for it
//
// No class, no registration; no name, default or description in code: those are on the page. The outer function does
// what is done once; the inner one keeps nothing between calls and may run on any thread.
#include <concepts>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"
#include "lint/check.h"
#include "lint/density.h"
#include "lint/finding.h"
#include "lint/options.h"

namespace stet {

// An edit in a paragraph (relative span), for fixes.
struct ParagraphEdit {
  std::size_t paragraph;
  Span span;
  std::string text;
};

class Report {
 public:
  // Refers to the finding just added; valid until the next add.
  class Added {
   public:
    Added& related(std::size_t paragraph, Span relative, std::string message);
    // A place in another file, named as Sources names it.
    Added& related_file(std::string path, Span span, std::string message);
    // The publication date, where the draft itself says it (in its front matter).
    Added& related_date();
    Added& fix(std::string title, std::initializer_list<ParagraphEdit> edits, bool safe = false);
    Added& fix(std::string title, std::span<const ParagraphEdit> edits, bool safe = false);
    Added& fix_absolute(std::string title, Edit edit);
    Added& detail(std::string markdown);
    // Made only where it will be kept.
    template <std::invocable Make>
    Added& detail(Make&& make) {
      return report_->keeps() ? detail(std::string(make())) : *this;
    }
    // Words of a confidential file, told where nobody else reads along (see Finding::confided).
    Added& confide(std::string words);
    // Not louder than the setting: the finding gets the quieter of the two.
    Added& at_most(Severity severity);
    // In a quotation: at most information, and no fix, for the words are another's. Said last.
    Added& quoted();

   private:
    friend class Report;
    explicit Added(Report& report) : report_(&report) {}
    Report* report_;
  };

  // Too many findings of one rule are folded into one as they come (see density.h), but where each may be waived by
  // itself, or is kept for the next version of the draft.
  enum class Many : std::uint8_t { fold, keep };

  // `rule`: its name.
  Report(const Facts& facts, std::string_view rule, Severity severity, Many many);

  // A finding of the rule under check, at `relative` in paragraph `paragraph`.
  Added add(std::size_t paragraph, Span relative, std::string message);
  // At an absolute place of the draft (front matter, comments).
  Added add_absolute(Span span, std::string message);
  void not_assessed(std::string why, Span absolute = {});

  // By span. Whose they are is not said in them yet: rule, family, url and fingerprint are empty.
  std::vector<Finding> take_findings();
  std::vector<NotAssessed> take_not_assessed() { return std::move(not_assessed_); }

 private:
  void close();  // no more will be said of the finding just added
  bool keeps() const { return many_ == Many::keep || folding_.keeps(open_->span); }

  const Facts* facts_;
  std::string rule_;
  Severity severity_;
  Many many_;
  std::optional<Finding> open_;
  Folding folding_;
  std::vector<Finding> kept_;
  std::vector<NotAssessed> not_assessed_;
};

using MakeCheck = Check (*)(const Options&);

}  // namespace stet
