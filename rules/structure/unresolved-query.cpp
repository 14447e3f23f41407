// What editors and writers said to each other and left in the copy: comments, tracked changes, conflicts, notes in
// brackets.
#include <algorithm>
#include <array>

#include "facts/word_view.h"
#include "lint/deletion.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Settings {
  std::vector<std::string> allow_comments, names;
  bool critic_markup = true, comments = true;
};

std::string_view trimmed(std::string_view s) {
  const auto first = s.find_first_not_of(" \t\r\n");
  if (first == s.npos) return {};
  return s.substr(first, s.find_last_not_of(" \t\r\n") - first + 1);
}

// With the space before, where one stands behind as well: what is left has one.
Span with_space(const Text& text, Span span) {
  const std::string_view bytes = text.bytes();
  const bool before = span.begin > 0 && bytes[span.begin - 1] == ' ';
  const bool after =
      span.end >= bytes.size() || std::string_view(" .,;:\r\n").find(bytes[span.end]) != std::string_view::npos;
  return before && after ? Span{span.begin - 1, span.end} : span;
}

// Its first words, in one line.
std::string shortened(std::string_view s) {
  constexpr std::size_t most = 40;
  std::size_t end = s.size();
  if (end > most) end = s.find_last_of(" \t\r\n", most);
  if (end == s.npos || end == 0) return {};
  std::string out(s.substr(0, end));
  for (char& c : out)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return end < s.size() ? out + " …" : out;
}

// Several lines of "key: value" and "- item".
bool is_data(std::string_view comment) {
  std::size_t lines = 0;
  while (!comment.empty()) {
    const auto end = std::min(comment.find('\n'), comment.size());
    const std::string_view line = trimmed(comment.substr(0, end));
    comment.remove_prefix(std::min(end + 1, comment.size()));
    if (line.empty()) continue;
    if (++lines > 1 && line.find(':') == line.npos && !line.starts_with('-')) return false;
  }
  return lines > 1;
}

// Written for a program: a directive, a closing tag, code.
bool for_a_program(std::string_view comment) {
  if (is_data(comment)) return true;
  return comment.find_first_of("<{}=;") != comment.npos || comment.find("://") != comment.npos ||
         comment.starts_with('/') || comment.starts_with('[') || comment.find(' ') == comment.npos;
}

bool asks(std::string_view folded) {
  constexpr std::array<std::string_view, 12> words{"?",     "check", "verify", "confirm", "todo",    "tk",
                                                   "fact ", "legal", "source", "ask ",    "rewrite", "cut this"};
  return std::any_of(words.begin(), words.end(), [&](auto w) { return folded.find(w) != folded.npos; });
}

void comments(const Settings& settings, const Facts& facts, Report& report) {
  const Document& document = *facts.document;
  for (const Comment& comment : document.comments) {
    const std::string_view inner = trimmed(document.text.bytes(comment.inner));
    const std::string folded = fold(inner.substr(0, 200));
    if (inner.empty() || folded.starts_with("stet") || folded.find("publish:ok") != folded.npos) continue;
    if (std::any_of(settings.allow_comments.begin(), settings.allow_comments.end(),
                    [&](const std::string& start) { return folded.starts_with(start); }))
      continue;
    // Of the comments on a page most are its template's.
    if (for_a_program(inner) || (document.format == Format::html && !asks(folded))) continue;
    const std::string told = shortened(inner);
    report.add_absolute(comment.span, told.empty() ? "a comment is left in the copy" : "a comment: “" + told + "”")
        .fix_absolute("Delete it", {with_space(document.text, comment.span), ""});
  }
}

// {>>why?<<}, {++new++}, {--old--}, {~~old~>new~~}: changes that were neither taken nor refused.
void critic_markup(const Facts& facts, Report& report) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> marks{
      {{"{>>", "<<}"}, {"{++", "++}"}, {"{--", "--}"}, {"{~~", "~~}"}}};
  const std::string_view bytes = facts.document->text.bytes();
  std::array<std::size_t, marks.size()> ends{};  // where the last of each ends
  for (auto at = bytes.find('{'); at != bytes.npos; at = bytes.find('{', at + 1))
    for (std::size_t m = 0; m < marks.size(); ++m) {
      const auto& [open, close] = marks[m];
      std::size_t& end = ends[m];
      if (at < end || !bytes.substr(at).starts_with(open)) continue;
      end = bytes.find(close, at);
      if (end == bytes.npos) continue;  // nor does any behind it
      end += close.size();
      const Span where{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      const std::size_t p = facts.document->block_at(where.begin);
      // In code, markup is shown.
      if (p >= facts.size() || facts.paragraph(p).foreign || where.end <= facts.document->blocks[p].begin) continue;
      const auto& inlines = facts.paragraph(p).inlines;
      const bool code = std::any_of(inlines.begin(), inlines.end(), [&](const Inline& in) {
        return in.kind == Inline::Kind::code && facts.absolute(p, in.span).overlaps(where);
      });
      if (code) continue;
      report.add_absolute(where,
                          open == "{>>" ? "a comment is left in the copy" : "a change that nobody has decided on");
    }
}

void conflicts(const Facts& facts, Report& report) {
  const std::string_view bytes = facts.document->text.bytes();
  for (const std::string_view mark : {"<<<<<<< ", ">>>>>>> "})
    for (auto at = bytes.find(mark); at != bytes.npos; at = bytes.find(mark, at + 1)) {
      if (at > 0 && bytes[at - 1] != '\n' && bytes[at - 1] != '\r') continue;
      const auto end = std::min(bytes.find_first_of("\r\n", at), bytes.size());
      report.add_absolute({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                          "two versions of the draft were merged and nobody has chosen");
    }
}

class Brackets {
 public:
  Brackets(const Settings& settings, const Facts& facts, std::size_t p, Report& report)
      : settings_(settings), facts_(facts), w_(facts.paragraph(p), facts.context()), p_(p), report_(report) {}

  // "[Ed: how close?]", "[Legal: fine?]".
  void note(At open) {
    const At colon = w_.mark(open + 2, '.') ? open + 3 : open + 2;
    if (!w_.word(open + 1) || !w_.mark(colon, ':')) return;
    std::string name = w_.lower(open + 1);
    if (name.ends_with('.')) name.pop_back();
    if (std::find(settings_.names.begin(), settings_.names.end(), name) == settings_.names.end()) return;
    constexpr At longest = 60;
    At close = colon;
    while (w_.inside(close) && close < open + longest && !w_.mark(close, ']')) ++close;
    if (!w_.mark(close, ']')) return;
    // What the desk adds to another's words is told so.
    if (w_[open].has(Word::in_quotation) || w_.any(colon + 1, {"note", "emphasis", "italics"})) return;
    const WordRange words{open, close + 1};
    auto added = report_.add(p_, w_.paragraph().span(words),
                             "“" + shortened(w_.paragraph().text(words)) + "” is a note to the desk");
    if (auto edit = deletion(facts_, p_, words)) added.fix("Delete it", {std::move(*edit)});
  }

 private:
  const Settings& settings_;
  const Facts& facts_;
  WordView w_;
  std::size_t p_;
  Report& report_;
};

void strikethrough(const Facts& facts, std::size_t p, Report& report) {
  for (const Inline& in : facts.paragraph(p).inlines) {
    if (in.kind != Inline::Kind::strike) continue;
    const Span where = facts.absolute(p, in.span);
    // {~~old~>new~~} is a change, and told as one.
    if (where.begin > 0 && facts.document->text.bytes()[where.begin - 1] == '{') continue;
    report.add(p, in.span, "words that are struck through are still there")
        .fix_absolute("Delete them", {with_space(facts.document->text, where), ""});
  }
}

}  // namespace

Check unresolved_query(const Options& options) {
  Settings settings{options.list("allow_comments"), options.list("names"), options.flag("critic_markup"),
                    options.flag("comments")};
  for (auto* list : {&settings.allow_comments, &settings.names})
    for (std::string& item : *list) item = fold(item);
  return [settings = std::move(settings)](const Facts& facts, const Sources&, Report& report) {
    const bool markdown = facts.document->format == Format::markdown;
    if (settings.comments) comments(settings, facts, report);
    if (settings.critic_markup && facts.document->format != Format::html) critic_markup(facts, report);
    conflicts(facts, report);
    return Pass{[&, markdown](std::size_t p) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.foreign || paragraph.zone == Zone::code) return Holds::nothing;
      if (markdown && !paragraph.inlines.empty()) strikethrough(facts, p, report);
      if (paragraph.letters.find('[') == std::string::npos)
        return paragraph.inlines.empty() ? Holds::nothing : Holds::something;
      Brackets brackets(settings, facts, p, report);
      for (At i = 0; i + 3 < paragraph.words.size(); ++i)
        if (paragraph.words[i].is_mark('[')) brackets.note(i);
      return Holds::something;
    }};
  };
}

}  // namespace stet::rules
