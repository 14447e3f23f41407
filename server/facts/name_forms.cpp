#include "facts/name_forms.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <utility>

#include "facts/capitals.h"
#include "facts/facts.h"
#include "prose/fold.h"

namespace stet {

namespace {

bool named_in(Zone zone) {
  return zone != Zone::code && zone != Zone::math && zone != Zone::references && zone != Zone::credit;
}

std::string letters_of(std::string_view text) {
  std::string folded = fold_accents(text);
  std::erase(folded, '\'');
  return folded;
}

// A polynomial of the letters, modulo 2^64.
constexpr std::uint64_t base = 0x9E3779B97F4A7C15u;
std::uint64_t letter(char c) { return static_cast<unsigned char>(c) + 1u; }

// Who shares a key with whom: a hash table whose chains hold the forms of one key. A key that many share tells nothing:
// past the first two dozen forms nobody is told of it.
class Neighbourhoods {
 public:
  explicit Neighbourhoods(std::size_t most) : heads_(std::bit_ceil(most * 2 + 2), none) { entries_.reserve(most); }

  template <class Found>
  void add(std::uint64_t key, std::uint32_t form, Found&& found) {
    constexpr std::uint32_t crowd = 24;
    std::uint32_t& head = heads_[(key ^ key >> 32) * base >> 20 & (heads_.size() - 1)];
    std::uint32_t sharing = 0;
    for (std::uint32_t e = head; e != none; e = entries_[e].next) {
      if (entries_[e].key != key) continue;
      if (entries_[e].form == form || ++sharing >= crowd) return;
      found(entries_[e].form);
    }
    entries_.push_back({key, form, head});
    head = static_cast<std::uint32_t>(entries_.size() - 1);
  }

 private:
  static constexpr std::uint32_t none = ~0u;
  struct Entry {
    std::uint64_t key;
    std::uint32_t form, next;
  };
  std::vector<std::uint32_t> heads_;
  std::vector<Entry> entries_;
};

// How a becomes b by one edit, if it does.
bool one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return a.size() == b.size() ? a.substr(i + 1) == b.substr(i + 1) : a.substr(i) == b.substr(i + 1);
}

bool one_swap(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
}

std::size_t distance(std::string_view a, std::string_view b) {
  if (a.size() > 40 || b.size() > 40) return 40;
  std::array<std::size_t, 41> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t up = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      corner = up;
    }
  }
  return row[b.size()];
}

// Which form a word is: open addressing, for it is asked of every capital of a draft.
class FormTable {
 public:
  // The form of `id`; `next`, from now on, where it has none yet.
  std::uint32_t form(WordId id, std::uint32_t next) {
    if (next * 2 >= slots_.size()) grow();
    Slot& slot = slots_[place(id)];
    if (slot.form == none) slot = {id, next};
    return slot.form;
  }

 private:
  static constexpr std::uint32_t none = ~0u;
  struct Slot {
    WordId id = 0;
    std::uint32_t form = none;
  };
  std::size_t place(WordId id) const {
    std::size_t i = id * base >> 20 & (slots_.size() - 1);
    while (slots_[i].form != none && slots_[i].id != id) i = (i + 1) & (slots_.size() - 1);
    return i;
  }
  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    std::swap(old, slots_);
    for (const Slot& slot : old)
      if (slot.form != none) slots_[place(slot.id)] = slot;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(1024);
};

}  // namespace

std::vector<NameForm> name_forms(const Facts& facts) {
  std::vector<NameForm> forms;
  FormTable known;
  for (std::uint32_t p = 0; p < facts.size(); ++p) {
    const Paragraph& paragraph = facts.paragraph(p);
    if (paragraph.foreign || !named_in(paragraph.zone)) continue;
    const bool title = paragraph.zone == Zone::headline || paragraph.zone == Zone::subhead;
    for_capitals(paragraph, [&](std::uint32_t i, const Word& w) {
      if (w.kind != WordKind::word || w.has(Word::capitals) || w.end - w.begin < 4) return;
      const std::uint32_t f = known.form(w.id, static_cast<std::uint32_t>(forms.size()));
      if (f == forms.size()) {
        NameForm form;
        form.id = w.id;
        form.folded = letters_of(paragraph.text(w));
        forms.push_back(std::move(form));
      }
      NameForm& form = forms[f];
      form.mentions.push_back({p, i});
      const bool after_mark = i > 0 && paragraph.words[i - 1].kind == WordKind::mark &&
                              !paragraph.words[i - 1].is_mark(U',') && !paragraph.words[i - 1].is_mark(U'(') &&
                              !paragraph.words[i - 1].is_mark(U'-');
      if (!w.has(Word::starts_sentence) && i > 0 && !after_mark && !title) ++form.inside;
      if (w.has(Word::in_quotation)) ++form.quoted;
    });
  }
  return forms;
}

std::string sound_skeleton(const std::string& folded) {
  std::string out;
  for (std::size_t i = 0; i < folded.size();) {
    const char next = i + 1 < folded.size() ? folded[i + 1] : '\0';
    char sound = folded[i];
    std::size_t length = next == 'h' ? 2 : 1;
    switch (sound) {
      case 't':
        if (next == 'c' && i + 2 < folded.size() && folded[i + 2] == 'h') sound = 'c', length = 3;
        break;
      case 'k':
      case 'g': sound = 'k'; break;
      case 'p': sound = next == 'h' ? 'f' : 'p'; break;
      case 'c':
        if (next == 'k') sound = 'k', length = 2;
        break;
      case 'd':
      case 's': break;
      case 'q': sound = 'k', length = 1; break;
      case 'w': sound = 'v', length = 1; break;
      case 'j': sound = 'y', length = 1; break;
      default: length = 1; break;
    }
    const bool vowel = sound == 'a' || sound == 'e' || sound == 'i' || sound == 'o' || sound == 'u' || sound == 'y';
    if (vowel && out.empty()) out += 'V';
    else if (!vowel && !(sound == 'h' && !out.empty() && i + 1 == folded.size()) &&
             (out.empty() || out.back() != sound))
      out += sound;
    i += length;
  }
  return out;
}

std::vector<NamePair> alike(const std::vector<NameForm>& forms) {
  constexpr std::size_t longest = 40;
  std::size_t most = 0;
  for (const NameForm& form : forms) most += form.folded.size() + 2;
  Neighbourhoods neighbourhoods(most);
  std::vector<NamePair> pairs;
  for (std::uint32_t f = 0; f < forms.size(); ++f) {
    const std::string& s = forms[f].folded;
    if (s.size() < 4 || s.size() > longest) continue;
    const auto meet = [&](std::uint64_t key) {
      neighbourhoods.add(key, f, [&](std::uint32_t other) { pairs.push_back({other, f, Likeness::fold}); });
    };
    // Hashes of the letters without the i-th, each from the hashes of what stands before and behind it.
    std::array<std::uint64_t, longest + 1> behind{}, power{};
    power[0] = 1;
    for (std::size_t i = s.size(); i-- > 0;) {
      const std::size_t n = s.size() - 1 - i;
      behind[i] = behind[i + 1] + letter(s[i]) * power[n];
      power[n + 1] = power[n] * base;
    }
    std::uint64_t before = letter(s[0]);
    meet(behind[0] + s.size());
    // The first letter stays: people slip inside a name.
    for (std::size_t i = 1; i < s.size(); ++i) {
      if (s[i] != s[i - 1]) meet(before * power[s.size() - 1 - i] + behind[i + 1] + s.size() - 1);
      before = before * base + letter(s[i]);
    }
    const std::string skeleton = sound_skeleton(s);
    if (skeleton.size() >= 4 || (skeleton.size() == 3 && skeleton[0] != 'V'))
      meet(~std::hash<std::string_view>()(skeleton));
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const NamePair& x, const NamePair& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  pairs.erase(std::unique(pairs.begin(), pairs.end(),
                          [](const NamePair& x, const NamePair& y) { return x.a == y.a && x.b == y.b; }),
              pairs.end());
  std::erase_if(pairs, [&](NamePair& pair) {
    const std::string &a = forms[pair.a].folded, &b = forms[pair.b].folded;
    const std::size_t longer = std::max(a.size(), b.size());
    if (a == b) pair.likeness = Likeness::fold;
    else if (a[0] == b[0] && one_swap(a, b)) pair.likeness = Likeness::swap;
    else if (a[0] == b[0] && longer >= 5 && one_edit(a, b)) pair.likeness = Likeness::edit;
    else if (longer >= 6 && distance(a, b) * 5 <= longer && sound_skeleton(a) == sound_skeleton(b))
      pair.likeness = Likeness::skeleton;
    else return true;
    return false;
  });
  return pairs;
}

}  // namespace stet
