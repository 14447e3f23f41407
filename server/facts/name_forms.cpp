#include "facts/name_forms.h"

#include <algorithm>
#include <array>
#include <unordered_map>

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

std::uint64_t hash_of(std::string_view s, std::size_t without) {
  std::uint64_t h = 0xcbf29ce484222325u;
  for (std::size_t i = 0; i < s.size(); ++i)
    if (i != without) h = (h ^ static_cast<unsigned char>(s[i])) * 0x100000001b3u;
  return h;
}

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

}  // namespace

std::vector<NameForm> name_forms(const Facts& facts) {
  std::vector<NameForm> forms;
  std::unordered_map<WordId, std::uint32_t> known;
  for (std::uint32_t p = 0; p < facts.size(); ++p) {
    const Paragraph& paragraph = facts.paragraph(p);
    if (paragraph.foreign || !named_in(paragraph.zone)) continue;
    for (std::uint32_t i = 0; i < paragraph.words.size(); ++i) {
      const Word& w = paragraph.words[i];
      if (w.kind != WordKind::word || !w.has(Word::capital) || w.has(Word::capitals) || w.end - w.begin < 4) continue;
      const auto [it, added] = known.try_emplace(w.id, static_cast<std::uint32_t>(forms.size()));
      if (added) {
        NameForm form;
        form.id = w.id;
        form.folded = letters_of(paragraph.text(w));
        forms.push_back(std::move(form));
      }
      NameForm& form = forms[it->second];
      form.mentions.push_back({p, i});
      const bool after_mark = i > 0 && paragraph.words[i - 1].kind == WordKind::mark &&
                              !paragraph.words[i - 1].is_mark(U',') && !paragraph.words[i - 1].is_mark(U'(') &&
                              !paragraph.words[i - 1].is_mark(U'-');
      if (!w.has(Word::starts_sentence) && i > 0 && !after_mark && paragraph.zone != Zone::headline &&
          paragraph.zone != Zone::subhead)
        ++form.inside;
      if (w.has(Word::in_quotation)) ++form.quoted;
    }
  }
  return forms;
}

std::string sound_skeleton(const std::string& folded) {
  std::string out;
  const auto starts = [&](std::size_t i, std::string_view what) { return folded.compare(i, what.size(), what) == 0; };
  for (std::size_t i = 0; i < folded.size();) {
    char sound = folded[i];
    std::size_t length = 1;
    if (starts(i, "tch")) sound = 'c', length = 3;
    else if (starts(i, "kh") || starts(i, "gh") || starts(i, "ck")) sound = 'k', length = 2;
    else if (starts(i, "dh")) sound = 'd', length = 2;
    else if (starts(i, "th")) sound = 't', length = 2;
    else if (starts(i, "ph")) sound = 'f', length = 2;
    else if (starts(i, "ch")) sound = 'c', length = 2;
    else if (starts(i, "sh")) sound = 's', length = 2;
    else if (sound == 'q' || sound == 'g' || sound == 'k') sound = 'k';
    else if (sound == 'w') sound = 'v';
    else if (sound == 'j') sound = 'y';
    const bool vowel = std::string_view("aeiouy").find(sound) != std::string_view::npos;
    if (vowel && out.empty()) out += 'V';
    else if (!vowel && !(sound == 'h' && !out.empty() && i + 1 == folded.size()) &&
             (out.empty() || out.back() != sound))
      out += sound;
    i += length;
  }
  return out;
}

std::vector<NamePair> alike(const std::vector<NameForm>& forms) {
  constexpr std::size_t longest = 40, crowd = 24;  // a bucket with more forms than that tells nothing
  std::vector<std::pair<std::uint64_t, std::uint32_t>> buckets;
  for (std::uint32_t f = 0; f < forms.size(); ++f) {
    const std::string& s = forms[f].folded;
    if (s.size() < 4 || s.size() > longest) continue;
    buckets.emplace_back(hash_of(s, s.size()), f);
    // The first letter stays: people slip inside a name.
    for (std::size_t i = 1; i < s.size(); ++i)
      if (s[i] != s[i - 1]) buckets.emplace_back(hash_of(s, i), f);
    const std::string skeleton = sound_skeleton(s);
    if (skeleton.size() >= 4 || (skeleton.size() == 3 && skeleton[0] != 'V'))
      buckets.emplace_back(~hash_of(skeleton, skeleton.size()), f);
  }
  std::sort(buckets.begin(), buckets.end());
  std::vector<NamePair> pairs;
  for (std::size_t begin = 0; begin < buckets.size();) {
    std::size_t end = begin;
    while (end < buckets.size() && buckets[end].first == buckets[begin].first) ++end;
    const std::size_t last = std::min(end, begin + crowd);
    for (std::size_t x = begin; x < last; ++x)
      for (std::size_t y = x + 1; y < last; ++y)
        if (buckets[x].second != buckets[y].second)
          pairs.push_back({std::min(buckets[x].second, buckets[y].second),
                           std::max(buckets[x].second, buckets[y].second), Likeness::fold});
    begin = end;
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
    else if (sound_skeleton(a) == sound_skeleton(b) && distance(a, b) * 5 <= longer && longer >= 6)
      pair.likeness = Likeness::skeleton;
    else return true;
    return false;
  });
  return pairs;
}

}  // namespace stet
