#include "prose/markdown_marks.h"

#include <algorithm>

namespace stet {

namespace {

constexpr bool key_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}
// Punctuation that may stand inside a citation key, not at its end.
constexpr bool key_inner(char c) { return std::string_view(":.#$%&-+?<>~/").find(c) != std::string_view::npos; }

class Lifter {
 public:
  explicit Lifter(RawBlock& block) : block_(block), letters_(block.letters) {}

  void run() {
    if (letters_.find('[') == std::string::npos && letters_.find('{') == std::string::npos) return;
    for (std::size_t i = letters_.find_first_of("[{"); i != std::string::npos;
         i = letters_.find_first_of("[{", i + 1)) {
      if (letters_[i] == '{') shortcode(i);
      else bracket(i);
    }
    std::sort(block_.inlines.begin(), block_.inlines.end(),
              [](const Inline& a, const Inline& b) { return a.span < b.span; });
  }

 private:
  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  void add(Inline::Kind kind, Span all, Span inner, Span target, bool resolved = true) {
    block_.inlines.push_back({kind, resolved, all, inner, target});
  }

  // {{< figure src="…" >}} of static site generators.
  void shortcode(std::size_t i) {
    const std::string_view rest = std::string_view(letters_).substr(i);
    if (!rest.starts_with("{{<") && !rest.starts_with("{{%")) return;
    const std::size_t end = rest.find("}}");
    if (end != std::string_view::npos) make_opaque(letters_, span(i, i + end + 2));
  }

  void bracket(std::size_t i) {
    if (i + 1 >= letters_.size()) return;
    if (letters_[i + 1] == '^') return footnote(i);
    if (i > 0 && letters_[i - 1] == '^') return inline_note(i);
    const std::size_t close = letters_.find_first_of("[]", i + 1);
    if (close == std::string::npos || letters_[close] == '[') return;
    const std::string_view inside = std::string_view(letters_).substr(i + 1, close - i - 1);
    if (inside.find('@') != std::string_view::npos && cites(i, close)) return;
    if (close + 1 < letters_.size() && letters_[close + 1] == '[') reference(i, close);
  }

  void footnote(std::size_t i) {
    const std::size_t end = letters_.find_first_of("] \t", i);
    if (end == std::string::npos || letters_[end] != ']' || end == i + 2) return;
    const Span all = span(i, end + 1);
    add(Inline::Kind::footnote, all, {}, span(i + 2, end));
    make_opaque(letters_, all);
  }

  void inline_note(std::size_t i) {
    std::size_t depth = 0, end = i;
    for (; end < letters_.size(); ++end) {
      if (letters_[end] == '[') ++depth;
      else if (letters_[end] == ']' && --depth == 0) break;
    }
    if (end >= letters_.size()) return;
    add(Inline::Kind::inline_note, span(i - 1, end + 1), span(i + 1, end), {});
    // Its words are read in brackets: an aside.
    letters_[i - 1] = Paragraph::blank;
    letters_[i] = '(';
    letters_[end] = ')';
  }

  // [see @key, p. 3; -@other]: every key begins after a space, a semicolon, a minus or the bracket.
  bool cites(std::size_t open, std::size_t close) {
    bool any = false;
    for (std::size_t at = letters_.find('@', open); at < close; at = letters_.find('@', at + 1)) {
      const char before = letters_[at - 1];
      if (before != '[' && before != ' ' && before != ';' && before != '-') continue;
      std::size_t end = at + 1;
      while (end < close &&
             (key_char(letters_[end]) || (key_inner(letters_[end]) && end + 1 < close && key_char(letters_[end + 1]))))
        ++end;
      if (end == at + 1) continue;
      add(Inline::Kind::cite_key, span(open, close + 1), {}, span(at + 1, end));
      any = true;
    }
    if (any) make_opaque(letters_, span(open, close + 1));
    return any;
  }

  // [text][label] that md4c left as text: no such definition.
  void reference(std::size_t open, std::size_t close) {
    const std::size_t end = letters_.find_first_of("[]", close + 2);
    if (end == std::string::npos || letters_[end] != ']' || close == open + 1) return;
    const Span inner = span(open + 1, close);
    const Span label = end == close + 2 ? inner : span(close + 2, end);
    add(Inline::Kind::reference, span(open, end + 1), inner, label, false);
    blank_out(letters_, span(open, open + 1));
    blank_out(letters_, span(close, end + 1));
  }

  RawBlock& block_;
  std::string& letters_;
};

}  // namespace

void lift_markdown_marks(RawBlock& block) { Lifter(block).run(); }

}  // namespace stet
