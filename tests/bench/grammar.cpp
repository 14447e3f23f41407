#include "bench/grammar.h"

#include <array>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace stet::bench {
namespace {

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\\n") {
      out += '\n';
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

// {2-90}: both ends included.
std::optional<std::pair<int, int>> range_of(std::string_view slot) {
  const std::size_t dash = slot.find('-');
  if (slot.empty() || slot[0] < '0' || slot[0] > '9' || dash == slot.npos) return {};
  int low = 0, high = 0;
  std::from_chars(slot.data(), slot.data() + dash, low);
  std::from_chars(slot.data() + dash + 1, slot.data() + slot.size(), high);
  return std::pair(low, high);
}

}  // namespace

Grammar read_grammar(std::string_view text) {
  Grammar grammar;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line[0] == '#') continue;
    const std::size_t equals = line.find(" = ");
    if (equals == line.npos) throw std::runtime_error("grammar: no = in: " + std::string(line));
    std::vector<std::string>& choices = grammar[std::string(line.substr(0, equals))];
    line.remove_prefix(equals + 3);
    for (std::size_t cut; (cut = line.find(" ~")) != line.npos; line.remove_prefix(std::min(cut + 3, line.size())))
      choices.push_back(unescaped(line.substr(0, cut)));
    choices.push_back(unescaped(line));
  }
  return grammar;
}

std::string Writer::invented(bool proper) {
  static constexpr std::array onsets{"b", "br", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v"};
  static constexpr std::array vowels{"a", "e", "i", "o", "u", "ai", "ea", "oo"};
  static constexpr std::array codas{"", "n", "l", "r", "m", "s", "nd", "rt", "ck", "lm"};
  std::string out;
  for (std::uint64_t syllable = 2 + below(2); syllable > 0; --syllable) {
    out += onsets[below(onsets.size())];
    out += vowels[below(vowels.size())];
    if (syllable == 1 || below(3) == 0) out += codas[below(codas.size())];
  }
  if (proper) out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

void Writer::choose_cast() {
  cast_.clear();
  for (const char* key : {"surname", "surname2", "place", "city"}) cast_[key] = invented(true);
  cast_["person"] = invented(true) + " " + cast_["surname"];
  cast_["person2"] = invented(true) + " " + cast_["surname2"];
  const std::string first = invented(true), second = invented(true);
  cast_["org"] = first + " " + second + " Trust";
  cast_["acronym"] = {first[0], second[0], 'T'};
  cast_["note"] = "n" + std::to_string(below(1'000'000'000));
}

void Writer::slot(std::string_view name, std::string& out) {
  if (const auto range = range_of(name)) {
    out += std::to_string(range->first + static_cast<int>(below(1 + range->second - range->first)));
  } else if (name == "Surname" || name == "Place") {
    out += invented(true);
  } else if (name == "word") {
    out += invented(false);
  } else if (name.starts_with("Cast.")) {
    out += cast_.at(std::string(name.substr(5)));
  } else {
    const auto found = grammar_.find(name);
    if (found == grammar_.end()) throw std::runtime_error("grammar: nothing called " + std::string(name));
    expand(found->second[below(found->second.size())], out);
  }
}

void Writer::expand(std::string_view text, std::string& out) {
  while (true) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == text.npos) return;
    const std::size_t close = text.find('}', open);
    slot(text.substr(open + 1, close - open - 1), out);
    text.remove_prefix(close + 1);
  }
}

std::string Writer::write(std::string_view name) {
  choose_cast();
  std::string out;
  slot(name, out);
  return out;
}

}  // namespace stet::bench
