#pragma once
// Page: a rule's Markdown page. One text is documentation, defaults, examples, tests, hover text and settings schema.
//
// # weasel-attribution            the name: must equal the file's
//
// One paragraph: what it flags.   the summary, shown in hovers
//
// | option   | default | meaning |
// | -------- | ------- | ------- |
// | severity | warning | how loud |      always there; `off` ships the rule off
// | settles  | yes     | wait until the edit has moved on |     optional
// | scope    | draft   | … |            optional: paragraph (default) or draft
// | holders  | experts, critics | who counts as nobody |
//
// | phrase        | instead | message |   a phrase table (optional); one without both may be the code's
// ```pattern                              RE2 patterns (optional), one a line, over the words of a sentence: single
// (very|rather) unique  # or is it?       spaces, straight quotes and apostrophes, case of no matter; see patterns.h.
// ```                                     After two spaces and # stands the message; a line that begins with # is a
// note
// ```draft md date=2020-06-01 genre=opinion holders="boffins"
// {==Many analysts==}{>>“many analysts”: who?<<} say …         a marked example, see examples.h
// ```
//
// In a message `{}` is the words found. Phrases and patterns are looked for in the zones that option `zones` lists
// (names of zones, and `quotation`); without it in body text alone for the families attribution and language, for
// others in every zone where the writer speaks; never in quotations, code or maths unless listed.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lint/finding.h"
#include "lint/options.h"

namespace stet {

struct PageError {
  std::string path;
  std::uint32_t line = 1, column = 1;  // 1-based; column in code points
  std::string message;
};

struct PageOption {
  std::string name;
  OptionValue value;  // the default
  std::string meaning;
  std::uint32_t line = 0;
};

struct PhraseRow {
  std::string phrase;   // alternatives in parentheses: "(critics|experts) say"
  std::string instead;  // empty: nothing to offer
  std::string message;  // empty: made from the summary
  std::uint32_t line = 0;
};

struct PatternRow {
  std::string pattern;
  std::string message;
  std::uint32_t line = 0;
};

struct PageFile {  // a ```file PATH fence: stands beside the next draft
  std::string path, content;
};

struct PageExample {
  std::string marked;                                        // with CriticMarkup
  std::string format;                                        // "md", "txt" or "html"
  std::map<std::string, std::string, std::less<>> settings;  // date=, genre=, locale=, lang=, options by name
  std::vector<PageFile> files;
  std::uint32_t line = 0;  // of the fence's first line of text
};

struct Page {
  std::string name, family, path;
  std::string text;                       // the whole page
  std::string summary;                    // the first paragraph
  std::string why;                        // the prose between the summary and the first example, without tables
  std::optional<Severity> severity;       // the default; none: off by default
  Severity loudness = Severity::warning;  // severity when it is turned on by hand while off by default
  bool settles = false, draft_scope = false;
  std::vector<PageOption> options;  // without severity, settles and scope
  std::vector<PhraseRow> phrases;
  std::vector<PatternRow> patterns;
  std::vector<PageExample> examples;
};

// A page from its text. `family` is the folder's name. Every fault is one PageError with its line; the page is unusable
// then. Patterns are compiled here so that a bad one is an error of the page.
std::variant<Page, PageError> read_page(std::string_view text, std::string path, std::string family);

// Where the page can be read: its place in this project's repository; a workspace's own page's path.
std::string page_url(const Page& page);

// The options as the page sets them.
Options default_options(const Page& page);

// "stet" of "desk/stet.md": what a page at `path` must be named; its folder's name, "desk", is the family.
std::string_view page_stem(std::string_view path);
std::string_view page_folder(std::string_view path);

}  // namespace stet
