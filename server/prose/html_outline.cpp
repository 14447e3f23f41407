#include "prose/html_outline.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stet {

namespace {

constexpr std::string_view space = " \t\n\f\r", shortened = "xxxxxxxx";
// Texts up to this length are not worth a cut.
constexpr std::size_t short_text = 32;

bool letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

std::size_t or_end(std::size_t at, std::string_view page) { return std::min(at, page.size()); }
std::size_t after(std::string_view mark, std::size_t at, std::string_view page) {
  const std::size_t found = page.find(mark, at);
  return found == std::string_view::npos ? page.size() : found + mark.size();
}

// The end of a tag whose name ends at `at`. A `>` in a quoted value does not end it (HTML standard, 13.2.5.32 to .40).
std::size_t tag_end(std::size_t at, std::string_view page) {
  while (true) {
    at = or_end(page.find_first_not_of(" \t\n\f\r/", at), page);
    if (at == page.size()) return at;
    if (page[at] == '>') return at + 1;
    at = or_end(page.find_first_of(" \t\n\f\r/>=", at + 1), page);  // the attribute's name
    const std::size_t sign = or_end(page.find_first_not_of(space, at), page);
    if (sign == page.size() || page[sign] != '=') continue;
    at = or_end(page.find_first_not_of(space, sign + 1), page);
    if (at == page.size() || page[at] == '>') continue;
    if (page[at] == '"' || page[at] == '\'') at = after(page.substr(at, 1), at + 1, page);
    else at = or_end(page.find_first_of(" \t\n\f\r>", at), page);
  }
}

std::size_t comment_end(std::size_t at, std::string_view page) {  // `at` is behind its "<!--"
  const std::string_view rest = page.substr(at);
  if (rest.starts_with('>')) return at + 1;
  if (rest.starts_with("->")) return at + 2;
  for (at = page.find("--", at); at != std::string_view::npos; ++at, at = page.find("--", at)) {
    if (page.substr(at).starts_with("-->")) return at + 3;
    if (page.substr(at).starts_with("--!>")) return at + 4;
  }
  return page.size();
}

// Of names of elements, which are letters of ASCII: whatever their case.
bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return letter(x) && (x | 0x20) == (y | 0x20); });
}

// Elements in which a `<` opens no tag but their own end, and two whose own rules (what is a script in them?) are not
// worth knowing: they are copied to their end.
bool copied_whole(std::string_view name) {
  static constexpr std::array<std::string_view, 10> whole = {"script", "style",   "textarea", "title", "xmp",
                                                             "iframe", "noembed", "noframes", "svg",   "math"};
  return std::ranges::any_of(whole, [&](std::string_view one) { return same_name(name, one); });
}

// Where the end tag of such an element begins, searched from `at` on.
std::size_t whole_end(std::string_view name, std::size_t at, std::string_view page) {
  for (at = page.find("</", at); at != std::string_view::npos; at = page.find("</", at + 2))
    if (same_name(page.substr(at + 2, name.size()), name)) return at;
  return page.size();
}

}  // namespace

HtmlOutline::HtmlOutline(std::string_view page) : page_(page) {
  bytes_.reserve(page.size() / 2);
  // The next of each from read_ on; found anew only when it has been passed, for a page may have few or millions.
  std::array<std::pair<char, std::size_t>, 3> ends{{{'<', 0}, {'&', 0}, {'\0', 0}}};
  while (read_ < page.size()) {
    std::size_t end = page.size();
    for (auto& [mark, at] : ends) {
      if (at < read_ || at == 0) at = or_end(page.find(mark, read_), page);
      end = std::min(end, at);
    }
    text(end);
    if (read_ < page.size()) copy(page[read_] == '<' ? markup_end(read_) : read_ + 1);
  }
}

std::size_t HtmlOutline::markup_end(std::size_t at) const {
  const std::string_view rest = page_.substr(at, 4);
  if (rest == "<!--") return comment_end(at + 4, page_);
  if (rest.starts_with("<!") || rest.starts_with("<?")) return after(">", at, page_);
  const bool closing = rest.starts_with("</");
  const std::size_t name = at + (closing ? 2 : 1);
  if (name >= page_.size()) return page_.size();
  if (!letter(page_[name])) return closing ? after(">", at, page_) : at + 1;
  const std::size_t name_end = or_end(page_.find_first_of(" \t\n\f\r/>", name), page_);
  const std::size_t end = tag_end(name_end, page_);
  const std::string_view called = page_.substr(name, name_end - name);
  return !closing && copied_whole(called) ? whole_end(called, end, page_) : end;
}

void HtmlOutline::copy(std::size_t end) {
  bytes_.append(page_, read_, end - read_);
  read_ = end;
}

void HtmlOutline::text(std::size_t end) {
  // Its first word may be what makes an entity of a "&" before it, or nothing of a "<".
  const std::string_view words = page_.substr(read_, end - read_);
  const std::size_t word = words.find_first_not_of(space);
  const std::size_t second = words.find_first_not_of(space, words.find_first_of(space, word));
  copy(second == std::string_view::npos ? end : read_ + second);
  if (end - read_ <= short_text) return copy(end);
  bytes_ += shortened;
  read_ = end;
  cuts_.push_back({bytes_.size(), read_ - bytes_.size()});
}

std::size_t HtmlOutline::place(std::size_t at) const {
  const auto next = std::ranges::upper_bound(cuts_, at, {}, &Cut::at);
  return next == cuts_.begin() ? at : at + std::prev(next)->left_out;
}

}  // namespace stet
