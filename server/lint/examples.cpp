#include "lint/examples.h"

#include <algorithm>

#include "lint/marks.h"
#include "text/utf8.h"

namespace stet {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// \xE9 -> the byte, and back.
std::string unescaped(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s.substr(i).starts_with("\\x") && i + 3 < s.size() && hex_digit(s[i + 2]) >= 0 && hex_digit(s[i + 3]) >= 0) {
      out.push_back(static_cast<char>(hex_digit(s[i + 2]) * 16 + hex_digit(s[i + 3])));
      i += 3;
    } else {
      out.push_back(s[i]);
    }
  }
  return out;
}

std::string escaped(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size();) {
    const Decoded d = decode_utf8(s, i);
    if (d.well_formed) {
      out.append(s.substr(i, d.length));
    } else {
      const auto byte = static_cast<unsigned char>(s[i]);
      out.append("\\x").push_back("0123456789ABCDEF"[byte >> 4]);
      out.push_back("0123456789ABCDEF"[byte & 15]);
    }
    i += d.length;
  }
  return out;
}

std::string_view setting(const PageExample& example, std::string_view key) {
  const auto it = example.settings.find(key);
  return it == example.settings.end() ? std::string_view() : it->second;
}

Context context_of(const PageExample& example, std::shared_ptr<const Lexicon> lexicon) {
  Context context;
  context.lexicon = std::move(lexicon);
  context.date = date_of(setting(example, "date"));
  if (const auto genre = genre_of(setting(example, "genre"))) context.genre = *genre;
  if (const auto locale = locale_of(setting(example, "locale"))) context.locale = *locale;
  if (const auto language = setting(example, "lang"); !language.empty()) context.language = language;
  return context;
}

Options options_of(const Page& page, const PageExample& example) {
  auto values = default_options(page).values();
  for (auto& [name, value] : values)
    if (const auto it = example.settings.find(name); it != example.settings.end())
      if (auto given = read_option(it->second, value)) value = std::move(*given);
  return Options(std::move(values));
}

Sources sources_of(const PageExample& example) {
  Sources sources;
  auto transcripts = std::make_shared<Transcripts>();
  for (const PageFile& file : example.files)
    if (file.path.ends_with(".bib"))
      sources.bibliographies.push_back({file.path, std::make_shared<const Bibliography>(file.content), true});
    else transcripts->files.push_back(std::make_shared<const Transcript>(file.path, file.content));
  if (!transcripts->files.empty()) sources.transcripts = std::move(transcripts);
  return sources;
}

// A finding as a mark, saying as much as the mark that was wanted there.
Mark mark_of(const Finding& finding, const std::vector<Mark>& wanted) {
  Mark mark{finding.span, std::nullopt, {}};
  const auto like = std::find_if(wanted.begin(), wanted.end(), [&](const Mark& m) { return m.span == finding.span; });
  if (like == wanted.end() || !like->messages.empty()) mark.messages.push_back(finding.message);
  if (like != wanted.end() && like->fix)
    for (const Fix& fix : finding.fixes)
      if (!mark.fix && fix.edits.size() == 1 && fix.edits[0].span == finding.span) mark.fix = fix.edits[0].text;
  return mark;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

Examples::Examples(std::shared_ptr<const Catalog> catalog)
    : catalog_(std::move(catalog)), lexicon_(make_lexicon(*catalog_)) {}

ExampleRun Examples::run(const Rule& rule, const PageExample& example) const {
  const bool raw = setting(example, "bytes") == "escaped";
  // read_page has seen that the marks can be read.
  const auto marked = std::get<Marked>(read_marks(raw ? unescaped(example.marked) : example.marked));
  std::vector<Ready> checks;
  for (const Rule& other : catalog_->rules()) {
    const bool this_one = &other == &rule;
    if (!this_one && rule.page.family != "waivers") continue;
    const Options options = this_one ? options_of(other.page, example) : default_options(other.page);
    checks.push_back({catalog_, &other, other.page.loudness, make_check(other, options)});
  }
  const Format format = *format_of_path("draft." + example.format);
  MoreWords more;
  add_more_words(options_of(rule.page, example).values(), more);
  const auto lexicon = more.empty() ? lexicon_ : make_lexicon(*catalog_, more);
  const Facts facts = read(Text(marked.plain), format, context_of(example, lexicon));
  const Linted linted = lint(facts, sources_of(example), checks);
  Marked found{marked.plain, {}};
  for (const Finding& finding : linted.findings)
    if (finding.rule == rule.page.name) found.marks.push_back(mark_of(finding, marked.marks));
  const std::string text = write_marks(found);
  return {example.line, example.marked, raw ? escaped(text) : text, linted.not_assessed};
}

std::string difference(const ExampleRun& run) {
  const auto wanted = lines_of(run.expected), found = lines_of(run.found);
  std::string out;
  // Lines are the same in number: marks hold no line end that the draft does not.
  for (std::size_t i = 0; i < std::max(wanted.size(), found.size()); ++i) {
    const std::string_view want = i < wanted.size() ? wanted[i] : "", came = i < found.size() ? found[i] : "";
    if (want == came) {
      out.append("  ").append(want).push_back('\n');
      continue;
    }
    out.append("- ").append(want).push_back('\n');
    out.append("+ ").append(came).push_back('\n');
  }
  for (const NotAssessed& why : run.not_assessed) out.append("not assessed: ").append(why.why).push_back('\n');
  return out;
}

std::string updated_page(const Page& page, std::span<const ExampleRun> runs) {
  const auto lines = lines_of(page.text);
  std::string out;
  std::size_t next = 0;
  for (std::size_t i = 0; i < lines.size();) {
    if (next < runs.size() && i + 1 == runs[next].line) {
      out.append(runs[next].found);
      i += static_cast<std::size_t>(std::count(runs[next].expected.begin(), runs[next].expected.end(), '\n'));
      ++next;
    } else {
      out.append(lines[i++]).push_back('\n');
    }
  }
  return out;
}

}  // namespace stet
