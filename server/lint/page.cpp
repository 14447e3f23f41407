#include "lint/page.h"

#include <algorithm>

#include "lint/marks.h"
#include "lint/page_text.h"
#include "lint/patterns.h"
#include "lint/phrases.h"
#include "lint/places.h"
#include "prose/context.h"

namespace stet {

namespace {

constexpr std::size_t most_rows = 5000;
constexpr std::string_view documentation = "https://github.com/stet-editorial/stet/blob/main/";

bool kebab_case(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !name.empty() && name.front() != '-' && name.back() != '-' && std::all_of(name.begin(), name.end(), letter);
}

std::string quoted(std::string_view s) { return "\"" + std::string(s) + "\""; }

struct FenceWord {
  std::string key, value;  // key empty: a word alone
  std::size_t byte = 0;    // in the line
};

// Words of a fence: `md date=2020-06-01 holders="a, b"`.
std::vector<FenceWord> fence_words(std::string_view info, std::size_t byte) {
  std::vector<FenceWord> out;
  for (std::size_t i = 0; i < info.size();) {
    if (info[i] == ' ' || info[i] == '\t') {
      ++i;
      continue;
    }
    FenceWord word{{}, {}, byte + i};
    bool in_quotes = false;
    for (; i < info.size() && (in_quotes || (info[i] != ' ' && info[i] != '\t')); ++i) {
      if (info[i] == '"') in_quotes = !in_quotes;
      else if (info[i] == '=' && !in_quotes && word.key.empty()) std::swap(word.key, word.value);
      else word.value.push_back(info[i]);
    }
    out.push_back(std::move(word));
  }
  return out;
}

class PageReader {
 public:
  PageReader(std::string_view text, std::string path, std::string family) {
    page_.text = text;
    page_.path = std::move(path);
    page_.family = std::move(family);
  }

  std::variant<Page, PageError> run() {
    // Views into page_.text, which stays where it is until the page is handed over.
    const auto parts = cut_page(page_.text);
    if (const auto* fault = std::get_if<PageFault>(&parts)) return at(fault->line, fault->byte, fault->message);
    for (const PagePart& part : std::get<std::vector<PagePart>>(parts)) {
      std::visit([this](const auto& p) { take(p); }, part);
      if (error_) return *error_;
    }
    finish();
    if (error_) return *error_;
    return std::move(page_);
  }

 private:
  PageError at(const PageLine& line, std::size_t byte, std::string message) const {
    return {page_.path, line.number, line.column(byte), std::move(message)};
  }
  void fail(const PageLine& line, std::size_t byte, std::string message) {
    if (!error_) error_ = at(line, byte, std::move(message));
  }

  void take(const PageHeading& heading) {
    if (!page_.name.empty()) {
      if (heading.level == 1) return fail(heading.line, 0, "a page has one name: a second heading of level 1");
      return add_prose("**" + std::string(heading.text) + "**");
    }
    const std::string_view stem = page_stem(page_.path);
    if (heading.level != 1) return fail(heading.line, 0, "a page begins with its name: # " + std::string(stem));
    if (!kebab_case(heading.text))
      return fail(heading.line, 2, "a rule's name is small letters, digits and hyphens, not " + quoted(heading.text));
    if (heading.text != stem)
      return fail(heading.line, 2, "the page is named " + quoted(heading.text) + ", its file " + quoted(stem));
    page_.name = heading.text;
  }

  void take(const PageParagraph& paragraph) {
    if (page_.name.empty())
      return fail(paragraph.lines[0], 0, "a page begins with its name: # " + std::string(page_stem(page_.path)));
    if (page_.summary.empty()) page_.summary = paragraph.text();
    else add_prose(paragraph.text());
  }

  void take(const PageTable& table) {
    if (table.head.cell(0) == "option") {
      for (const PageRow& row : table.rows) take_option(row);
      options_read_ = true;
    } else if (table.head.cell(0) == "phrase") {
      take_phrases(table);
    } else {
      std::string prose(table.head.line.text);
      for (const PageRow& row : table.rows) prose.append("\n").append(row.line.text);
      add_prose(prose);
    }
  }

  void take_option(const PageRow& row) {
    const std::string name(row.cell(0));
    const std::string_view value = row.cell(1);
    const std::size_t byte = row.cells.size() > 1 ? row.cells[1].byte : 0;
    if (value.empty()) return fail(row.line, byte, "option " + quoted(name) + " needs a default");
    if (name == "severity") {
      severity_read_ = true;
      const bool off = value.starts_with("off");
      const std::string_view loud =
          off ? value.substr(std::min(value.size(), value.find_first_not_of(" ,(", 3))) : value;
      const auto severity = severity_of(loud.substr(0, loud.find(')')));
      if (!severity && !(off && loud.empty()))
        return fail(row.line, byte, "severity is error, warning, information, hint or off, not " + quoted(value));
      page_.severity = off ? std::nullopt : severity;
      page_.loudness = severity.value_or(Severity::warning);
    } else if (name == "settles") {
      if (value != "yes" && value != "no") return fail(row.line, byte, "settles is yes or no, not " + quoted(value));
      page_.settles = value == "yes";
    } else if (name == "scope") {
      if (value != "paragraph" && value != "draft")
        return fail(row.line, byte, "scope is paragraph or draft, not " + quoted(value));
      page_.draft_scope = value == "draft";
    } else {
      if (name.empty() || name.find_first_of(" \t=\"") != std::string::npos)
        return fail(row.line, 0, "an option's name is one word");
      if (std::any_of(page_.options.begin(), page_.options.end(), [&](const auto& o) { return o.name == name; }))
        return fail(row.line, row.cells[0].byte, "option " + quoted(name) + " stands here twice");
      page_.options.push_back({name, read_option(value), std::string(row.cell(2)), row.line.number});
      if (name == "zones") check_zones(row, byte);
    }
  }

  void check_zones(const PageRow& row, std::size_t byte) {
    OptionValue& value = page_.options.back().value;
    if (const auto* one = std::get_if<std::string>(&value)) value = std::vector<std::string>{*one};
    if (const auto* zones = std::get_if<std::vector<std::string>>(&value))
      if (const std::string wrong = unknown_zone(*zones); !wrong.empty())
        fail(row.line, byte, "no zone is called " + quoted(wrong));
  }

  void take_phrases(const PageTable& table) {
    const auto column = [&](std::string_view name) {
      const auto& cells = table.head.cells;
      return static_cast<std::size_t>(
          std::find_if(cells.begin(), cells.end(), [&](const PageCell& c) { return c.text == name; }) - cells.begin());
    };
    const std::size_t instead = column("instead"), message = column("message");
    for (const PageRow& row : table.rows) {
      PhraseRow phrase{std::string(row.cell(0)), std::string(row.cell(instead)), std::string(row.cell(message)),
                       row.line.number};
      const std::size_t byte = row.cells.empty() ? 0 : row.cells[0].byte;
      const auto expanded = expand_phrase(phrase.phrase);
      if (const auto* wrong = std::get_if<std::string>(&expanded)) return fail(row.line, byte, *wrong);
      page_.phrases.push_back(std::move(phrase));
      if (page_.phrases.size() > most_rows) return fail(row.line, 0, "more than 5,000 phrases on one page");
    }
  }

  void take(const PageFence& fence) {
    const std::vector<FenceWord> words = fence_words(fence.info, fence.info_byte);
    if (page_.name.empty()) return fail(fence.line, 0, "a page begins with its name");
    if (words.empty() || !words[0].key.empty()) return add_prose("```\n" + fence.content() + "```");
    const std::string& what = words[0].value;
    if (what == "pattern") take_patterns(fence);
    else if (what == "file") take_file(fence, words);
    else if (what == "draft") take_draft(fence, words);
    else add_prose("```" + std::string(fence.info) + "\n" + fence.content() + "```");
  }

  void take_patterns(const PageFence& fence) {
    for (const PageLine& line : fence.lines) {
      const auto ink = line.text.find_first_not_of(" \t");
      if (ink == std::string_view::npos || line.text[ink] == '#') continue;
      const auto note = line.text.find("  # ", ink);
      std::string_view pattern = line.text.substr(ink, note == std::string_view::npos ? note : note - ink);
      pattern = pattern.substr(0, pattern.find_last_not_of(" \t") + 1);
      if (const auto fault = pattern_fault(pattern)) return fail(line, ink + fault->offset, fault->message);
      std::string message(note == std::string_view::npos ? std::string_view() : line.text.substr(note + 4));
      page_.patterns.push_back({std::string(pattern), std::move(message), line.number});
      if (page_.patterns.size() > most_rows) return fail(line, 0, "more than 5,000 patterns on one page");
    }
  }

  void take_file(const PageFence& fence, const std::vector<FenceWord>& words) {
    if (words.size() != 2 || !words[1].key.empty())
      return fail(fence.line, fence.info_byte, "a file fence names one path: ```file notes/ruiz.txt");
    files_.push_back({words[1].value, fence.content()});
    file_line_ = fence.line;
    in_examples_ = true;
  }

  void take_draft(const PageFence& fence, const std::vector<FenceWord>& words) {
    PageExample example{fence.content(), "md", {}, std::move(files_), fence.line.number + 1};
    files_.clear();
    in_examples_ = true;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!words[i].key.empty()) example.settings[words[i].key] = words[i].value;
      else if (words[i].value == "md" || words[i].value == "txt" || words[i].value == "html")
        example.format = words[i].value;
      else return fail(fence.line, words[i].byte, "a draft is md, txt or html, not " + quoted(words[i].value));
      scene_.push_back({fence.line, words[i]});
    }
    const auto marked = read_marks(example.marked);
    if (const auto* fault = std::get_if<MarkFault>(&marked)) return fail_in(fence, *fault);
    page_.examples.push_back(std::move(example));
  }

  void fail_in(const PageFence& fence, const MarkFault& fault) {
    std::size_t left = fault.offset;
    for (const PageLine& line : fence.lines) {
      if (left <= line.text.size()) return fail(line, left, fault.message);
      left -= line.text.size() + 1;
    }
    fail(fence.line, 0, fault.message);
  }

  void add_prose(std::string_view text) {
    if (in_examples_ || page_.name.empty()) return;
    if (!page_.why.empty()) page_.why.append("\n\n");
    page_.why.append(text);
  }

  // What can be judged only when all is read.
  void finish() {
    const PageLine top{"", 1};
    if (page_.name.empty()) return fail(top, 0, "a page begins with its name: # " + std::string(page_stem(page_.path)));
    if (page_.summary.empty()) return fail(top, 0, "a page says in a paragraph what its rule flags");
    if (!options_read_ || !severity_read_)
      return fail(top, 0, "a page has a table | option | default | meaning | with a row for severity");
    if (!files_.empty()) return fail(file_line_, 0, "a file fence stands before the draft it belongs to");
    for (const auto& [line, word] : scene_)
      if (const std::string wrong = scene_fault(word); !wrong.empty()) return fail(line, word.byte, wrong);
  }

  std::string scene_fault(const FenceWord& word) const {
    const auto& [key, value, byte] = word;
    const auto not_a = [&](std::string_view what) { return quoted(value) + " is no " + std::string(what); };
    if (key.empty() || key == "lang") return {};
    if (key == "date") return date_of(value) ? "" : not_a("date (YYYY-MM-DD)");
    if (key == "genre") return genre_of(value) ? "" : not_a("genre");
    if (key == "locale") return locale_of(value) ? "" : not_a("locale");
    if (key == "bytes") return value == "escaped" ? "" : "bytes=escaped is all there is";
    for (const PageOption& option : page_.options)
      if (option.name == key)
        return read_option(value, option.value) ? ""
                                                : quoted(value) + " is not " + std::string(type_name(option.value));
    return "the page has no option " + quoted(key);
  }

  Page page_;
  std::vector<PageFile> files_;
  PageLine file_line_;
  std::vector<std::pair<PageLine, FenceWord>> scene_;
  bool options_read_ = false, severity_read_ = false, in_examples_ = false;
  std::optional<PageError> error_;
};

}  // namespace

std::variant<Page, PageError> read_page(std::string_view text, std::string path, std::string family) {
  return PageReader(text, std::move(path), std::move(family)).run();
}

std::string page_url(const Page& page) {
  return page.path.starts_with("rules/") ? std::string(documentation) + page.path : page.path;
}

Options default_options(const Page& page) {
  std::map<std::string, OptionValue, std::less<>> values;
  for (const PageOption& option : page.options) values[option.name] = option.value;
  return Options(std::move(values));
}

std::string_view page_stem(std::string_view path) {
  path = path.substr(path.find_last_of("/\\") + 1);
  return path.substr(0, path.find('.'));
}

std::string_view page_folder(std::string_view path) {
  const auto slash = path.find_last_of("/\\");
  if (slash == std::string_view::npos) return {};
  path = path.substr(0, slash);
  return path.substr(path.find_last_of("/\\") + 1);
}

}  // namespace stet
