#include "facts/restated.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>

#include "facts/repeats.h"
#include "prose/word_key.h"

namespace stet {

namespace {

// A content word as compared: a hash of its beginning, and in the last bit whether it is a name or a number, which is
// what tells parallel sentences apart.
using Content = std::uint32_t;
constexpr Content own = 1;

struct Said {
  Restated::Place place;
  std::uint32_t begin;  // of its content words; they end where the next one's begin
};

// Longer than this is no sentence but a list.
constexpr std::uint32_t longest = 120;
// How many sentences with the same three words are kept to compare with, and how many one is held against.
constexpr std::size_t most_alike = 3, most_tried = 8;

// 1 for a word that counts. Every other one does, and no processor guesses which: so there are no branches.
unsigned counts(const Word& w, const Lexicon& lexicon) {
  const unsigned number = w.kind == WordKind::number, word = w.kind == WordKind::word;
  const unsigned says = w.end - w.begin >= 3, nothing = lexicon.function_word(w.id);
  // Code: what it says is not read, and may be what tells two sentences apart. A footnote's marker is glued on.
  const unsigned code = w.kind == WordKind::opaque, apart = w.has(Word::space_before);
  return number | (code & apart) | (word & says & ~nothing);
}

// The first five letters, small, of a number eight digits: "flood" and "flooded" are one.
Content content_of(const Paragraph& p, const Word& w) {
  if (w.kind == WordKind::opaque) return (w.begin * 0x9E37'79B9u) | own;
  const bool number = w.kind == WordKind::number;
  std::uint64_t letters = 0;
  std::uint32_t size = w.end - w.begin;
  if (w.spelled == 0 && w.begin + sizeof letters <= p.letters.size()) {
    std::memcpy(&letters, p.letters.data() + w.begin, sizeof letters);
  } else {
    const std::string_view text = p.text(w).substr(0, sizeof letters);
    size = static_cast<std::uint32_t>(text.size());
    letters = word_key_detail::load(text);
  }
  letters &= ~std::uint64_t{0} >> (64 - 8 * std::clamp(size, 1u, number ? 8u : 5u));
  if (!number) letters |= 0x20'2020'2020u;
  const std::uint64_t hash = letters * 0x9E37'79B9'7F4A'7C15u;
  const bool name = w.has(Word::capital) && !w.has(Word::starts_sentence);
  return static_cast<Content>(hash >> 32 & ~std::uint64_t{own}) | (number || name ? own : 0);
}

}  // namespace

class Restatements::Finder {
 public:
  Finder(const Facts& facts, double threshold, std::uint32_t least)
      : facts_(facts), threshold_(threshold), least_(least) {}

  void contents(std::size_t p, Contents& out) const {
    const Paragraph& paragraph = facts_.paragraph(p);
    if (paragraph.zone != Zone::body || paragraph.foreign) return;
    for (std::uint32_t s = 0; s < paragraph.sentences.size(); ++s) sentence(paragraph, s, out);
  }

  void take(std::size_t p, std::span<const Content> all) {
    while (!all.empty()) {
      said_.push_back({{static_cast<std::uint32_t>(p), all[0]}, static_cast<std::uint32_t>(contents_.size())});
      const std::span<const Content> words = all.subspan(2, all[1]);
      contents_.insert(contents_.end(), words.begin(), words.end());
      all = all.subspan(2 + words.size());
    }
  }

  std::vector<Restated> find() {
    Repeats repeats(contents_.size());
    for (std::uint32_t s = 0; s < said_.size(); ++s)
      for (std::uint32_t i = said_[s].begin; i + 3 <= end_of(s); ++i) repeats.add(three_at(i));
    // Few drafts hold the same three words twice.
    if (!repeats.any()) return {};
    std::size_t again = 0;
    for (std::uint32_t s = 0; s < said_.size(); ++s)
      for (std::uint32_t i = said_[s].begin; i + 3 <= end_of(s); ++i) again += repeats.may_repeat(three_at(i)) ? 1 : 0;
    slots_.assign(std::bit_ceil(again * 2 + 2), none);
    for (std::uint32_t s = 0; s < said_.size(); ++s) compare(s, repeats);
    return std::move(out_);
  }

 private:
  void sentence(const Paragraph& p, std::uint32_t s, Contents& out) const {
    const WordRange words = p.sentences[s].words;
    if (words.size() < least_ || words.size() > longest) return;
    std::uint32_t quoted = 0;
    std::array<Content, longest> contents;
    std::size_t count = 0;
    for (const Word& w : std::span(p.words).subspan(words.first, words.size())) {
      quoted += w.has(Word::in_quotation) ? 1 : 0;
      contents[count] = content_of(p, w);
      count += counts(w, facts_.lexicon());
    }
    if (count < least_ || quoted * 3 > words.size()) return;
    out.push_back(s);
    out.push_back(static_cast<std::uint32_t>(count));
    out.insert(out.end(), contents.begin(), contents.begin() + static_cast<std::ptrdiff_t>(count));
  }

  std::uint32_t end_of(std::uint32_t said) const {
    return said + 1 < said_.size() ? said_[said + 1].begin : static_cast<std::uint32_t>(contents_.size());
  }
  std::span<const Content> words_of(std::uint32_t said) const {
    return std::span(contents_).subspan(said_[said].begin, end_of(said) - said_[said].begin);
  }

  std::uint64_t three_at(std::uint32_t i) const {
    std::uint64_t key = contents_[i] | own;
    for (const std::uint32_t k : {i + 1, i + 2}) key = (key ^ (contents_[k] | own)) * 0x9E37'79B9'7F4A'7C15u;
    return key;
  }

  void compare(std::uint32_t index, const Repeats& repeats) {
    std::array<std::uint32_t, most_tried> tried{};
    std::size_t count = 0;
    bool found = false;
    for (std::uint32_t i = said_[index].begin; i + 3 <= end_of(index); ++i) {
      const std::uint64_t three = three_at(i);
      if (!repeats.may_repeat(three)) continue;
      Alike& alike = alike_at(three);
      for (std::uint32_t k = 0; k < alike.count; ++k) {
        const std::uint32_t other = alike.sentences[k];
        if (found || count == tried.size()) break;
        const auto end = tried.begin() + static_cast<std::ptrdiff_t>(count);
        if (other == index || std::find(tried.begin(), end, other) != end) continue;
        tried[count++] = other;
        found = hold(other, index);
      }
      if (alike.count < most_alike && (alike.count == 0 || alike.sentences[alike.count - 1] != index))
        alike.sentences[alike.count++] = index;
    }
  }

  struct Alike {
    std::uint64_t three = 0;
    std::array<std::uint32_t, most_alike> sentences;
    std::uint32_t count = 0;
  };
  static constexpr std::uint32_t none = ~0u;
  Alike& alike_at(std::uint64_t three) {
    std::size_t at = three >> 32 & (slots_.size() - 1);
    while (slots_[at] != none && alike_[slots_[at]].three != three) at = (at + 1) & (slots_.size() - 1);
    if (slots_[at] == none) {
      slots_[at] = static_cast<std::uint32_t>(alike_.size());
      alike_.push_back({three, {}, 0});
    }
    return alike_[slots_[at]];
  }
  struct Shared {
    std::uint32_t all = 0, plain = 0;  // plain: neither names nor numbers
  };

  using Words = std::span<const Content>;

  static bool stands_in(Content word, Words words) {
    return std::ranges::any_of(words, [&](Content c) { return (c | own) == (word | own); });
  }

  // Has `a` names or numbers that `b` has not?
  static bool tells_more(Words a, Words b) {
    return std::ranges::any_of(a, [&](Content c) { return (c & own) != 0 && !stands_in(c, b); });
  }

  // Words of the shorter sentence that stand close together in the longer: a clause of it may say the same.
  static Shared shared_words(Words shorter, Words longer) {
    constexpr std::size_t between = 3;
    const std::size_t width = shorter.size() + between;
    Shared best;
    for (;; longer = longer.subspan(1)) {
      const Words window = longer.first(std::min(width, longer.size()));
      Shared here;
      for (const Content word : shorter) {
        if (!stands_in(word, window)) continue;
        ++here.all;
        here.plain += (word & own) != 0 ? 0 : 1;
      }
      if (here.all > best.all) best = here;
      if (window.size() == longer.size()) return best;
    }
  }

  bool hold(std::uint32_t earlier, std::uint32_t index) {
    const Said &first = said_[earlier], &later = said_[index];
    const Words a = words_of(earlier), b = words_of(index);
    const std::size_t size = std::min(a.size(), b.size());
    if (tells_more(a, b) && tells_more(b, a)) return false;
    const Shared shared = a.size() <= b.size() ? shared_words(a, b) : shared_words(b, a);
    // Names alone restate nothing.
    if (shared.all < threshold_ * static_cast<double>(size) || shared.plain + 1 < least_) return false;
    // Of a sentence more than twice as long only its neighbours restate a clause.
    const bool near = first.place.paragraph + 1 >= later.place.paragraph;
    if (!near && std::max(a.size(), b.size()) > 2 * size) return false;
    const Paragraph &p = facts_.paragraph(first.place.paragraph), &q = facts_.paragraph(later.place.paragraph);
    const bool same =
        p.text(p.sentences[first.place.sentence].words) == q.text(q.sentences[later.place.sentence].words);
    out_.push_back(
        {first.place, later.place, static_cast<double>(shared.all) / static_cast<double>(size), shared.all, same});
    return true;
  }

  const Facts& facts_;
  double threshold_;
  std::uint32_t least_;
  std::vector<Content> contents_;
  std::vector<Said> said_;
  std::vector<Alike> alike_;          // sentences by three words that may come again
  std::vector<std::uint32_t> slots_;  // of alike_: open addressing, half of it free
  std::vector<Restated> out_;
};

Restatements::Restatements(const Facts& facts, double threshold, std::uint32_t least)
    : finder_(std::make_unique<Finder>(facts, threshold, std::max(least, 3u))) {}
Restatements::Restatements(Restatements&&) noexcept = default;
Restatements::~Restatements() = default;

void Restatements::contents(std::size_t p, Contents& out) const { finder_->contents(p, out); }
void Restatements::take(std::size_t p, std::span<const std::uint32_t> contents) { finder_->take(p, contents); }
std::vector<Restated> Restatements::find() { return finder_->find(); }

}  // namespace stet
