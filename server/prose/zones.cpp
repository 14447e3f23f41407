#include "prose/zones.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "prose/fold.h"
#include "prose/words.h"

namespace stet {

namespace {

std::size_t count_spaces(std::string_view letters) {
  constexpr std::uint64_t each = 0x0101010101010101u;
  std::size_t count = 0, i = 0;
  for (; i + 8 <= letters.size(); i += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, letters.data() + i, 8);
    bytes ^= each * ' ';
    // The high bit of every byte that is not zero now.
    const std::uint64_t others = (((bytes & each * 0x7F) + each * 0x7F) | bytes) & each * 0x80;
    count += 8 - static_cast<std::size_t>(((others >> 7) * each) >> 56);
  }
  for (; i < letters.size(); ++i) count += letters[i] == ' ' ? 1 : 0;
  return count;
}

// A block's words and how it ends.
void look_at(std::string_view letters, Standing& look) {
  // Nothing is told by how a long paragraph looks.
  constexpr std::size_t long_paragraph = 900;
  if (letters.size() > long_paragraph) {
    look.words = static_cast<std::uint32_t>(letters.size() / 8);
    return;
  }
  look.words = static_cast<std::uint32_t>(count_spaces(letters)) + 1;
  const std::size_t first = letters.find_first_not_of(std::string_view(" \x01", 2));
  look.starts_upper = first != std::string::npos && letters[first] >= 'A' && letters[first] <= 'Z';
  std::string_view end = letters;
  constexpr std::string_view last_bytes = " \x01\x04\"')]\x9D\x99\xBB";  // of what is passed over
  for (bool more = true; more && !end.empty() && last_bytes.find(end.back()) != std::string_view::npos;) {
    more = false;
    for (const std::string_view closer : {" ", "\x01", "\x04", "”", "’", "\"", "'", ")", "]", "»"})
      if (end.ends_with(closer)) end.remove_suffix(closer.size()), more = true;
  }
  look.last = end.empty() ? 0 : end.ends_with("…") ? U'…' : static_cast<unsigned char>(end.back());
}

// The visible text, single spaces.
std::string visible(std::string_view letters) {
  std::string out;
  bool space = false;
  for (const char c : letters) {
    if (c == Paragraph::blank || c == entity_rest) continue;
    if (c == ' ') {
      space = !out.empty();
      continue;
    }
    if (space) out.push_back(' ');
    space = false;
    out.push_back(c == opaque_begin || c == opaque_rest ? '_' : c);
  }
  return out;
}
std::string start_of(std::string_view letters, std::size_t most = 160) { return visible(letters.substr(0, most)); }

bool sentence_stop(char32_t c) { return c == '.' || c == '!' || c == '?' || c == U'…'; }

bool contains_any(std::string_view text, std::initializer_list<std::string_view> needles) {
  return std::any_of(needles.begin(), needles.end(),
                     [&](std::string_view n) { return text.find(n) != std::string_view::npos; });
}

bool is_byline(std::string_view letters, const Standing& look) {
  if (look.words < 2 || look.words > 14 || sentence_stop(look.last)) return false;
  const std::string text = start_of(letters);
  return (text.starts_with("By ") || text.starts_with("BY ")) && text.size() > 3 && text[3] >= 'A' && text[3] <= 'Z';
}

// A credit closes it: "Photograph: Ana Ruiz/Desk".
bool is_caption(std::string_view letters, const Standing& look) {
  if (look.words > 90) return false;
  const std::string_view tail = letters.substr(letters.size() - std::min<std::size_t>(letters.size(), 120));
  const bool colon = tail.find(':') != std::string_view::npos;
  if (!contains_any(tail, {"hoto", "HOTO", "mage cr"}) &&
      !(colon && contains_any(tail, {"icture: ", "llustration: ", "mage: "})))
    return false;
  const std::string text = fold(visible(tail));
  return contains_any(text, {" photo by ", "photograph by ",
                             " photo: ", "photograph: ", "picture: ", "illustration: ", "image credit", "photo credit",
                             "(photo", "(ap photo", "photo courtesy", "image: ", "photos by "}) ||
         text.starts_with("photo by ") || text.starts_with("photo: ");
}

// "Ana Ruiz is a reporter …" at the end of a piece.
bool is_bio(std::string_view letters, const Standing& look) {
  if (look.words > 90 || !look.starts_upper) return false;
  const std::string start = fold(start_of(letters));
  const std::size_t verb =
      std::min({start.find(" is a"), start.find(" is the "), start.find(" writes "), start.find(" teaches ")});
  if (verb == std::string::npos ||
      std::count(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(verb), ' ') > 4)
    return false;
  return contains_any(
      start, {"author", "writer", "journalist", "editor", "reporter", "professor", "fellow", "correspondent",
              "columnist", "historian", "lecturer", "contributor", "researcher", "writes ", "teaches ", "analyst"});
}

// How a block that is not plain narration opens.
Zone zone_by_opening(std::string_view letters) {
  if (letters.starts_with("Correction:") || letters.starts_with("Clarification:") ||
      letters.starts_with("This article was amended") || letters.starts_with("This story was corrected"))
    return Zone::correction;
  if (letters.starts_with("Q: ") || letters.starts_with("Q. ")) return Zone::question;
  if (letters.starts_with("A: ") || letters.starts_with("A. ")) return Zone::answer;
  return Zone::body;
}

bool is_references_heading(std::string_view letters, const Standing& look) {
  if (look.words == 0 || look.words > 3) return false;
  static constexpr std::array headings{"notes",    "references",      "sources",   "bibliography",   "works cited",
                                       "endnotes", "further reading", "footnotes", "reference list", "citations"};
  std::string text = fold(start_of(letters));
  while (!text.empty() && (text.back() == ':' || text.back() == '.')) text.pop_back();
  return std::find(headings.begin(), headings.end(), text) != headings.end();
}

// A line of its own that heads what follows: short, no stop, between blocks that are prose.
bool is_plain_subhead(const Standing& look) {
  if (look.words == 0 || look.words > 12 || !look.starts_upper) return false;
  return !sentence_stop(look.last) && look.last != ',' && look.last != ';' && look.last != ':' && look.last != 0;
}

class Assigner {
 public:
  Assigner(std::span<const Standing> blocks, Format format, const LettersOf& letters)
      : blocks_(blocks), format_(format), letters_(letters) {
    zones_.reserve(blocks.size());
    for (const Standing& b : blocks) zones_.push_back(b.zone);
  }

  std::vector<Zone> run() {
    const std::size_t top = head();
    for (std::size_t i = top; i < blocks_.size(); ++i) body(i);
    foot(top);
    references();
    return std::move(zones_);
  }

 private:
  static constexpr std::size_t few_blocks = 3;  // a fragment has no headline

  bool prose(std::size_t i) const { return zones_[i] == Zone::body; }

  // Headline, dek, byline and a caption at the top; returns the first block below them.
  std::size_t head() {
    std::size_t i = 0;
    if (blocks_.size() < few_blocks && !(blocks_.size() == 2 && zones_[0] == Zone::subhead)) return 0;
    if (zones_[0] == Zone::subhead && blocks_[0].level <= 1) {
      zones_[0] = Zone::headline;
      i = 1;
    } else if (format_ == Format::plain && prose(0) && blocks_[0].words <= 25 && blocks_[0].last != '.' &&
               blocks_[0].last != ':' && blocks_[0].starts_upper && blocks_[1].words > 1) {
      zones_[0] = Zone::headline;
      i = 1;
    }
    const std::size_t limit = std::min<std::size_t>(blocks_.size(), 6);
    if (i == 1 && i < limit && prose(i) && !is_byline(letters_(i), blocks_[i]) && blocks_[i].words <= 45 &&
        ((blocks_[i].words >= 5 && !sentence_stop(blocks_[i].last) && blocks_[i].last != ':') ||
         blocks_[i].whole_emphasis)) {
      zones_[i] = Zone::dek;
      ++i;
    }
    for (std::size_t j = i; j < limit; ++j) {
      if (!prose(j)) continue;
      if (is_byline(letters_(j), blocks_[j])) {
        zones_[j] = Zone::byline;
        return j + 1;
      }
      if (blocks_[j].words > 20) break;
    }
    return i;
  }

  void body(std::size_t i) {
    if (!prose(i)) return;
    if (blocks_[i].alone != Zone::body) zones_[i] = blocks_[i].alone;
    else if (format_ == Format::plain && blocks_.size() >= few_blocks && i + 1 < blocks_.size() &&
             is_plain_subhead(blocks_[i]) && blocks_[i + 1].words > 12)
      zones_[i] = Zone::subhead;
  }

  void foot(std::size_t top) {
    if (blocks_.size() < 5) return;
    for (std::size_t i = std::max(top + 2, blocks_.size() - 2); i < blocks_.size(); ++i)
      if (prose(i) && is_bio(letters_(i), blocks_[i])) zones_[i] = Zone::bio;
  }

  void references() {
    bool inside = false;
    std::uint8_t level = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const bool heads = blocks_[i].heads_references;
      const bool heading = zones_[i] == Zone::subhead || (prose(i) && heads);
      if (heading && heads) {
        inside = true;
        level = blocks_[i].level;
        zones_[i] = Zone::subhead;
      } else if (heading && blocks_[i].level <= level) {
        inside = false;
      } else if (inside && (prose(i) || zones_[i] == Zone::list)) {
        zones_[i] = Zone::references;
      }
    }
  }

  std::span<const Standing> blocks_;
  Format format_;
  const LettersOf& letters_;
  std::vector<Zone> zones_;
};

}  // namespace

Standing standing_of(const RawBlock& block) {
  Standing out;
  out.zone = out.alone = block.zone;
  out.level = block.level;
  out.whole_emphasis = block.whole_emphasis;
  look_at(block.letters, out);
  if (block.zone == Zone::body) {
    out.alone = zone_by_opening(block.letters);
    if (out.alone == Zone::body && is_caption(block.letters, out)) out.alone = Zone::caption;
  }
  out.heads_references = is_references_heading(block.letters, out);
  return out;
}

std::vector<Zone> zones_of(std::span<const Standing> blocks, Format format, const LettersOf& letters) {
  if (blocks.empty()) return {};
  return Assigner(blocks, format, letters).run();
}

}  // namespace stet
