#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>

#include "lint/patterns.h"

namespace stet {

namespace {

constexpr std::size_t most_words = 64;

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0; }

// What stands between words in a sentence's text and ends a word on both sides whatever follows.
bool separator(char c) { return c == ' ' || c == '-' || c == ',' || c == ';' || c == ':' || c == '"'; }

bool quantifier(char c) { return c == '*' || c == '+' || c == '{'; }

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// The pattern's own text around a literal: where can its word begin and how can it end? Reads only what is common;
// gives up (nullopt, false) on the rest.
class Source {
 public:
  explicit Source(std::string_view pattern) : s_(lower(pattern)) {}

  // How a word that has been read up to `pos` can end: "" where it can end here, "s" for `critics?`.
  std::optional<std::vector<std::string>> endings(std::size_t pos, int depth = 0) const {
    if (depth > 40) return std::nullopt;
    if (pos >= s_.size()) return std::vector<std::string>{""};
    const char c = s_[pos], next = pos + 1 < s_.size() ? s_[pos + 1] : '\0';
    if (separator(c)) {
      if (next == '?' || next == '*') return endings(pos + 2, depth + 1);
      return std::vector<std::string>{""};
    }
    if (c == '\\' && (next == 'b' || next == 's')) {
      const char after = pos + 2 < s_.size() ? s_[pos + 2] : '\0';
      if (after == '?' || after == '*') return endings(pos + 3, depth + 1);
      return std::vector<std::string>{""};
    }
    if (c == '|') return endings(group_end(pos), depth + 1);
    if (c == ')') {
      if (quantifier(next)) return std::nullopt;
      return endings(pos + (next == '?' ? 2 : 1), depth + 1);
    }
    if (!letter(c) || quantifier(next)) return std::nullopt;
    auto rest = endings(pos + (next == '?' ? 2 : 1), depth + 1);
    if (!rest) return std::nullopt;
    std::vector<std::string> out;
    for (const std::string& ending : *rest) out.push_back(c + ending);
    if (next == '?') out.insert(out.end(), rest->begin(), rest->end());
    if (out.size() > most_words) return std::nullopt;
    return out;
  }

  // Can only a word begin at `pos`?
  bool begins(std::size_t pos) const {
    while (pos > 0) {
      const char c = s_[pos - 1], before = pos > 1 ? s_[pos - 2] : '\0';
      if (before == '\\') return c == 'b' || c == 's';
      if (separator(c) && !(c == ':' && before == '?')) return true;
      if (c == '+' && pos > 2 && before == 's' && s_[pos - 3] == '\\') return true;
      if (c == '|') {
        const std::size_t open = group_begin(pos - 1);
        if (open == std::string::npos) return true;
        pos = open + 1;
      } else if (c == ':' && before == '?') {
        --pos;
      } else if (c != '(') {
        return false;
      }
      --pos;
    }
    return true;
  }

  const std::string& text() const { return s_; }

 private:
  // Past the alternatives that begin at the bar `pos`: the closing parenthesis, or the end.
  std::size_t group_end(std::size_t pos) const {
    int depth = 0;
    for (; pos < s_.size(); ++pos) {
      if (s_[pos] == '\\') ++pos;
      else if (s_[pos] == '(') ++depth;
      else if (s_[pos] == ')' && depth-- == 0) return pos;
    }
    return s_.size();
  }
  // The opening parenthesis of the group the bar `pos` is in; what is before the text where there is none.
  std::size_t group_begin(std::size_t pos) const {
    int depth = 0;
    while (pos-- > 0) {
      if (pos > 0 && s_[pos - 1] == '\\') continue;
      if (s_[pos] == ')') ++depth;
      else if (s_[pos] == '(' && depth-- == 0) return pos;
    }
    return std::string::npos;
  }

  std::string s_;
};

// Atoms of which one is in every match, as few as it takes. Empty: none.
std::vector<std::string> needed_atoms(std::string_view pattern) {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  re2::FilteredRE2 filter(2);
  int id = 0;
  if (filter.Add(re2::StringPiece(pattern.data(), pattern.size()), options, &id) != RE2::NoError) return {};
  std::vector<std::string> atoms;
  filter.Compile(&atoms);
  // Can there be a match where only the atoms that are not in `without` are seen?
  const auto possible = [&](const std::vector<bool>& without) {
    std::vector<int> seen, potentials;
    for (std::size_t i = 0; i < atoms.size(); ++i)
      if (!without[i]) seen.push_back(static_cast<int>(i));
    filter.AllPotentials(seen, &potentials);
    return !potentials.empty();
  };
  std::vector<bool> needed(atoms.size(), true);
  if (atoms.empty() || atoms.size() > 256 || possible(needed)) return {};
  std::vector<std::size_t> by_length(atoms.size());
  for (std::size_t i = 0; i < atoms.size(); ++i) by_length[i] = i;
  // Short words are common words: what can be done without them is.
  std::sort(by_length.begin(), by_length.end(),
            [&](std::size_t a, std::size_t b) { return atoms[a].size() < atoms[b].size(); });
  for (const std::size_t i : by_length) {
    needed[i] = false;
    if (possible(needed)) needed[i] = true;
  }
  std::vector<std::string> out;
  for (std::size_t i = 0; i < atoms.size(); ++i)
    if (needed[i]) out.push_back(atoms[i]);
  return out;
}

// The forms of the word that is [begin, end) of an atom; nullopt where they cannot all be listed.
std::optional<std::vector<std::string>> word_forms(const Source& source, std::string_view atom, std::size_t begin,
                                                   std::size_t end) {
  const std::string word(atom.substr(begin, end - begin));
  const bool open_left = begin == 0, open_right = end == atom.size();
  if (!open_left && !separator(atom[begin - 1])) return std::nullopt;
  if (!open_right && !separator(atom[end])) return std::nullopt;
  if (!open_left && !open_right) return std::vector<std::string>{word};
  std::vector<std::string> forms;
  const std::string& text = source.text();
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    if (open_left && !source.begins(at)) return std::nullopt;
    if (!open_right) continue;
    const auto endings = source.endings(at + word.size());
    if (!endings) return std::nullopt;
    for (const std::string& ending : *endings) forms.push_back(word + ending);
  }
  if (!open_right && text.find(word) != std::string::npos) forms.push_back(word);
  if (forms.empty()) return std::nullopt;
  return forms;
}

// The longest word of an atom whose forms can be listed.
std::vector<std::string> forms_of_atom(const Source& source, std::string_view atom) {
  std::vector<std::string> best;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < atom.size();) {
    if (!letter(atom[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < atom.size() && letter(atom[end])) ++end;
    if (end - i > longest)
      if (auto forms = word_forms(source, atom, i, end)) {
        best = std::move(*forms);
        longest = end - i;
      }
    i = end;
  }
  return best;
}

}  // namespace

std::vector<std::string> required_words(std::string_view pattern) {
  // Flags and character classes change what the text says: leave those patterns alone.
  if (pattern.find("(?-") != std::string_view::npos || pattern.find("(?P") != std::string_view::npos) return {};
  const Source source(pattern);
  std::vector<std::string> out;
  for (const std::string& atom : needed_atoms(pattern)) {
    const std::vector<std::string> forms = forms_of_atom(source, atom);
    if (forms.empty() || out.size() + forms.size() > most_words) return {};
    out.insert(out.end(), forms.begin(), forms.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace stet
