#pragma once
// A grammar of text templates, read from news.grammar (see its first lines), and a writer that expands it.
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace stet::bench {

using Grammar = std::map<std::string, std::vector<std::string>, std::less<>>;

// From `name = one ~ another` lines; `\n` in them is a line end. Throws std::runtime_error where a line has no `=`.
Grammar read_grammar(std::string_view text);

class Writer {
 public:
  Writer(const Grammar& grammar, std::uint64_t seed) : grammar_(grammar), random_(seed) {}

  // {name} expanded, in a new cast of people and places.
  std::string write(std::string_view name);

 private:
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  std::string invented(bool proper);
  void choose_cast();
  void expand(std::string_view text, std::string& out);
  void slot(std::string_view name, std::string& out);

  const Grammar& grammar_;
  std::mt19937_64 random_;  // its sequence is fixed by the standard; the standard's distributions are not
  std::map<std::string, std::string, std::less<>> cast_;
};

}  // namespace stet::bench
