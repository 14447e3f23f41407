#include "facts/name_forms.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <utility>

#include "facts/facts.h"
#include "facts/repeats.h"
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
    std::uint32_t& head = heads_[key >> 20 & (heads_.size() - 1)];
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

bool is_mention(const Facts& facts, WordPlace at) {
  const Paragraph& paragraph = facts.paragraph(at.paragraph);
  const Word& w = paragraph.words[at.word];
  return !paragraph.foreign && named_in(paragraph.zone) && !w.has(Word::capitals) && w.end - w.begin >= 4;
}

// Is the capital of the word at i the word's own, and not its place's?
bool inside(const Paragraph& paragraph, std::uint32_t i) {
  if (paragraph.zone == Zone::headline || paragraph.zone == Zone::subhead) return false;
  if (i == 0 || paragraph.words[i].has(Word::starts_sentence)) return false;
  const Word& before = paragraph.words[i - 1];
  return before.kind != WordKind::mark || before.is_mark(U',') || before.is_mark(U'(') || before.is_mark(U'-');
}

}  // namespace

namespace {

struct FirstMention {
  WordPlace at;
  WordId id;
};

// Of each form, in order.
std::vector<FirstMention> first_mentions(const Facts& facts) {
  std::vector<FirstMention> out;
  const std::span<const WordId> words = facts.vocabulary.capital_words();
  for (std::size_t n = 0; n < words.size(); ++n) {
    const std::span<const WordPlace> places = facts.vocabulary.places(n);
    const auto first = std::ranges::find_if(places, [&](WordPlace at) { return is_mention(facts, at); });
    if (first != places.end()) out.push_back({*first, words[n]});
  }
  std::ranges::sort(out, {}, &FirstMention::at);
  return out;
}

std::vector<NameForm> forms_of(const Facts& facts, std::span<const FirstMention> mentions) {
  std::vector<NameForm> forms;
  forms.reserve(mentions.size());
  for (const auto& [at, id] : mentions)
    forms.push_back({id, at, letters_of(facts.paragraph(at.paragraph).text(at.word))});
  return forms;
}

}  // namespace

std::vector<NameForm> name_forms(const Facts& facts) { return forms_of(facts, first_mentions(facts)); }

NamesAlike names_alike(const Facts& facts, const NamesAlike* before) {
  const std::vector<FirstMention> mentions = first_mentions(facts);
  NamesAlike out;
  for (const FirstMention& m : mentions) out.all = (out.all ^ m.id) * base;
  if (before != nullptr && before->all == out.all) {
    out.forms = before->forms;
    out.pairs = before->pairs;
    // The order is the same, so that one look along it finds where they stand now.
    auto next = mentions.begin();
    for (NameForm& form : out.forms) {
      next = std::ranges::find(next, mentions.end(), form.id, &FirstMention::id);
      if (next == mentions.end()) break;
      form.first = next->at;
    }
    if (next != mentions.end() || out.forms.empty()) return out;
    out = {{}, {}, out.all};  // two drafts of one hash
  }
  std::vector<NameForm> forms = forms_of(facts, mentions);
  out.pairs = alike(forms);
  constexpr std::uint32_t none = ~0u;
  std::vector<std::uint32_t> kept(forms.size(), none);
  for (const NamePair& pair : out.pairs) kept[pair.a] = kept[pair.b] = 0;
  for (std::size_t f = 0; f < forms.size(); ++f) {
    if (kept[f] == none) continue;
    kept[f] = static_cast<std::uint32_t>(out.forms.size());
    out.forms.push_back(std::move(forms[f]));
  }
  for (NamePair& pair : out.pairs) pair = {kept[pair.a], kept[pair.b], pair.likeness};
  return out;
}

std::vector<WordPlace> name_mentions(const Facts& facts, const NameForm& form) {
  std::vector<WordPlace> out;
  for (const WordPlace at : facts.vocabulary.capitals(form.id))
    if (is_mention(facts, at)) out.push_back(at);
  return out;
}

std::size_t count_inside(const Facts& facts, std::span<const WordPlace> mentions) {
  return static_cast<std::size_t>(
      std::ranges::count_if(mentions, [&](WordPlace at) { return inside(facts.paragraph(at.paragraph), at.word); }));
}

std::size_t count_quoted(const Facts& facts, std::span<const WordPlace> mentions) {
  return static_cast<std::size_t>(std::ranges::count_if(
      mentions, [&](WordPlace at) { return facts.paragraph(at.paragraph).words[at.word].has(Word::in_quotation); }));
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

namespace {

// Calls meet(key) with every key that a form shares with its neighbours: its letters whole, without the i-th, and its
// sound.
template <class Meet>
void for_keys(const std::string& s, Meet&& meet) {
  constexpr std::size_t longest = 40;
  if (s.size() < 4 || s.size() > longest) return;
  // Hashes of the letters without the i-th, each from the hashes of what stands before and behind it.
  std::array<std::uint64_t, longest + 1> behind, power;
  power[0] = 1;
  behind[s.size()] = 0;
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

}  // namespace

std::vector<NamePair> alike(const std::vector<NameForm>& forms) {
  std::vector<std::uint64_t> keys;
  std::vector<std::size_t> ends;  // of each form's, in keys
  for (const NameForm& form : forms) {
    for_keys(form.folded, [&](std::uint64_t key) { keys.push_back((key ^ key >> 32) * base); });
    ends.push_back(keys.size());
  }
  // Nearly every key is one form's alone.
  Repeats repeats(keys.size());
  for (const std::uint64_t key : keys) repeats.add(key);
  Neighbourhoods neighbourhoods(static_cast<std::size_t>(
      std::ranges::count_if(keys, [&](std::uint64_t key) { return repeats.may_repeat(key); })));
  std::vector<NamePair> pairs;
  std::size_t k = 0;
  for (std::uint32_t f = 0; f < forms.size(); ++f)
    for (; k < ends[f]; ++k)
      if (repeats.may_repeat(keys[k]))
        neighbourhoods.add(keys[k], f, [&](std::uint32_t other) { pairs.push_back({other, f, Likeness::fold}); });
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
