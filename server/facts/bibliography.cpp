#include "facts/bibliography.h"

#include <algorithm>
#include <numeric>

namespace stet {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t longest_value = 200;

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string small(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

class Reader {
 public:
  explicit Reader(std::string_view bib) : bib_(bib) {}

  std::vector<BibEntry> run() {
    for (std::size_t at = skip_blanks(0); at < bib_.size(); at = skip_blanks(line_end(at)))
      while (at < bib_.size() && begins_entry(at)) at = skip_blanks(entry(at));
    return std::move(out_);
  }

 private:
  std::size_t skip_blanks(std::size_t at) const { return std::min(bib_.find_first_not_of(blanks, at), bib_.size()); }
  std::size_t line_end(std::size_t at) const { return std::min(bib_.find_first_of("\r\n", at), bib_.size()); }

  // "@book{" or "@book(" after nothing but blanks on its line: an @ inside a field is none.
  bool begins_entry(std::size_t at) const {
    if (bib_[at] != '@') return false;
    std::size_t i = at + 1;
    while (i < bib_.size() && i < at + 40 && letter(bib_[i])) ++i;
    if (i == at + 1) return false;
    i = skip_blanks(i);
    return i < bib_.size() && (bib_[i] == '{' || bib_[i] == '(');
  }

  // Reads the entry at `at`; returns where it ends.
  std::size_t entry(std::size_t at) {
    std::size_t i = at + 1;
    while (letter(bib_[i])) ++i;
    BibEntry entry;
    entry.type = small(bib_.substr(at + 1, i - at - 1));
    i = skip_blanks(skip_blanks(i) + 1);
    const std::size_t key_end = std::min(bib_.find_first_of(", \t\r\n})", i), bib_.size());
    entry.key = bib_.substr(i, key_end - i);
    entry.key_span = place(i, key_end);
    i = key_end;
    const bool kept =
        entry.type != "comment" && entry.type != "string" && entry.type != "preamble" && !entry.key.empty();
    bool closed = false;
    while (i < bib_.size() && !closed) {
      const char c = bib_[i];
      if (c == '}' || c == ')') closed = true, ++i;
      else if (c == '@' && starts_line(i) && begins_entry(i)) break;
      else if (letter(c)) i = field(i, entry);
      else if (c == '{') i = braced(i);
      else ++i;
    }
    entry.span = place(at, i);
    if (kept) out_.push_back(std::move(entry));
    return i;
  }

  bool starts_line(std::size_t at) const {
    while (at > 0 && (bib_[at - 1] == ' ' || bib_[at - 1] == '\t')) --at;
    return at == 0 || bib_[at - 1] == '\n' || bib_[at - 1] == '\r';
  }

  // name = value # value …
  std::size_t field(std::size_t i, BibEntry& entry) {
    const std::size_t begin = i;
    while (i < bib_.size() &&
           (letter(bib_[i]) || bib_[i] == '_' || bib_[i] == '-' || (bib_[i] >= '0' && bib_[i] <= '9')))
      ++i;
    const std::string name = small(bib_.substr(begin, std::min<std::size_t>(i - begin, 40)));
    std::size_t equals = skip_blanks(i);
    if (equals >= bib_.size() || bib_[equals] != '=') return i;
    i = skip_blanks(equals + 1);
    std::string value;
    for (bool more = true; more && i < bib_.size();) {
      const std::size_t from = i;
      if (bib_[i] == '{') i = braced(i);
      else if (bib_[i] == '"') i = quoted(i);
      else i = std::min(bib_.find_first_of(",#}) \t\r\n", i), bib_.size());
      add_plain(value, bib_.substr(from, i - from));
      const std::size_t next = skip_blanks(i);
      more = next < bib_.size() && bib_[next] == '#';
      if (more) i = skip_blanks(next + 1);
    }
    keep(entry, name, std::move(value));
    return i;
  }

  static void add_plain(std::string& value, std::string_view piece) {
    for (const char c : piece) {
      if (value.size() >= longest_value) return;
      if (c == '{' || c == '}' || c == '"') continue;
      const bool blank = blanks.find(c) != std::string_view::npos;
      if (!blank) value.push_back(c);
      else if (!value.empty() && value.back() != ' ') value.push_back(' ');
    }
  }

  static void keep(BibEntry& entry, std::string_view name, std::string value) {
    if (value.empty() || value == " ") return;
    if (name == "author") entry.author = std::move(value);
    else if (name == "editor" || name == "organization" || name == "institution" || name == "publisher" ||
             name == "school" || name == "holder") {
      if (entry.author.empty()) entry.author = std::move(value);
    } else if (name == "title") entry.title = std::move(value);
    else if (name == "booktitle") {
      if (entry.title.empty()) entry.title = std::move(value);
    } else if (name == "year" || name == "date") entry.date = std::move(value);
    else if (name == "pubstate" || name == "urldate") {
      if (entry.date.empty()) entry.date = std::move(value);
    } else if (name == "crossref" || name == "xdata") entry.inherits = true;
  }

  // Past the brace that closes the one at i; where none does, the line on which the next entry begins.
  std::size_t braced(std::size_t i) const {
    std::size_t depth = 0;
    for (; i < bib_.size(); ++i) {
      const char c = bib_[i];
      if (c == '\\') ++i;
      else if (c == '{') ++depth;
      else if (c == '}' && --depth == 0) return i + 1;
      else if (c == '@' && starts_line(i) && begins_entry(i)) return i;
    }
    return std::min(i, bib_.size());
  }

  std::size_t quoted(std::size_t i) const {
    std::size_t depth = 0;
    for (++i; i < bib_.size(); ++i) {
      const char c = bib_[i];
      if (c == '\\') ++i;
      else if (c == '{') ++depth;
      else if (c == '}' && depth > 0) --depth;
      else if (c == '"' && depth == 0) return i + 1;
      else if (c == '@' && starts_line(i) && begins_entry(i)) return i;
    }
    return std::min(i, bib_.size());
  }

  static Span place(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view bib_;
  std::vector<BibEntry> out_;
};

}  // namespace

Bibliography::Bibliography(std::string_view bib) : entries_(Reader(bib).run()), by_key_(entries_.size()) {
  std::iota(by_key_.begin(), by_key_.end(), 0u);
  std::stable_sort(by_key_.begin(), by_key_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return entries_[a].key < entries_[b].key; });
}

const BibEntry* Bibliography::find(std::string_view key) const {
  const auto it = std::lower_bound(by_key_.begin(), by_key_.end(), key,
                                   [&](std::uint32_t i, std::string_view k) { return entries_[i].key < k; });
  return it != by_key_.end() && entries_[*it].key == key ? &entries_[*it] : nullptr;
}

std::vector<const BibEntry*> Bibliography::all(std::string_view key) const {
  std::vector<const BibEntry*> out;
  for (auto it = std::lower_bound(by_key_.begin(), by_key_.end(), key,
                                  [&](std::uint32_t i, std::string_view k) { return entries_[i].key < k; });
       it != by_key_.end() && entries_[*it].key == key; ++it)
    out.push_back(&entries_[*it]);
  return out;
}

}  // namespace stet
