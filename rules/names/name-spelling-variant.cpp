// One name in two spellings.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include "facts/name_forms.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

struct Settings {
  std::size_t min_len = 4;
  bool edits = true, sounds = true, quotes_count = false;
  std::set<std::string, std::less<>> house;
};

// Names that differ by a letter and are not one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> two_names{{{"iceland", "ireland"},
                                                                                   {"johnson", "johnston"},
                                                                                   {"marin", "martin"},
                                                                                   {"marina", "martina"},
                                                                                   {"christian", "christina"},
                                                                                   {"anders", "andres"},
                                                                                   {"maria", "marta"},
                                                                                   {"daniel", "daniela"},
                                                                                   {"women", "woman"},
                                                                                   {"program", "programme"},
                                                                                   {"morris", "norris"}}};

// British and American: centre/center, labour/labor, organisation/organization, defence/defense.
bool two_standards(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() == b.size()) {
    if (i + 1 < a.size() &&
        ((a.substr(i) == "er" && b.substr(i) == "re") || (a.substr(i) == "re" && b.substr(i) == "er")))
      return true;
    const auto either = [&](char x, char y) { return (a[i] == x && b[i] == y) || (a[i] == y && b[i] == x); };
    return i > 2 && i < a.size() && (either('s', 'z') || either('c', 's')) && a.substr(i + 1) == b.substr(i + 1);
  }
  return i > 0 && i + 1 < b.size() && b[i] == 'u' && b[i - 1] == 'o' && b[i + 1] == 'r' &&
         a.substr(i) == b.substr(i + 1);
}

bool inflected(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.starts_with(a)) return true;
  return a.size() == b.size() && a.substr(0, a.size() - 1) == b.substr(0, b.size() - 1);
}

class Reader {
 public:
  Reader(const Settings& settings, const Facts& facts, Report& report)
      : settings_(settings), facts_(facts), report_(report), forms_(name_forms(facts)) {}

  void draft() {
    std::vector<NamePair> pairs = alike(forms_);
    std::erase_if(pairs, [&](const NamePair& pair) { return !plausible(pair); });
    if (pairs.empty()) return;
    find_small(pairs);
    std::unordered_set<std::uint32_t> told;
    for (const NamePair& pair : pairs) {
      if (small_.contains(forms_[pair.a].id) || small_.contains(forms_[pair.b].id)) continue;
      const auto [wrong, right] = decide(pair);
      if (two_people(forms_[wrong], forms_[right]) || !told.insert(wrong).second) continue;
      report(forms_[wrong], forms_[right], pair.likeness);
    }
  }

 private:
  bool plausible(const NamePair& pair) const {
    const NameForm &a = forms_[pair.a], &b = forms_[pair.b];
    if (std::min(a.folded.size(), b.folded.size()) < settings_.min_len) return false;
    if (pair.likeness == Likeness::skeleton && !settings_.sounds) return false;
    if ((pair.likeness == Likeness::edit || pair.likeness == Likeness::swap) && !settings_.edits) return false;
    // Accents in one mention and not in another are a rule of their own.
    if (pair.likeness == Likeness::fold) return false;
    if (inflected(a.folded, b.folded) || two_standards(a.folded, b.folded)) return false;
    for (const auto& [x, y] : two_names)
      if ((a.folded == x && b.folded == y) || (a.folded == y && b.folded == x)) return false;
    const std::size_t fewer = std::min(a.mentions.size(), b.mentions.size()),
                      more = std::max(a.mentions.size(), b.mentions.size());
    // Two spellings that both come back are two names, unless one is rare.
    if (fewer > 1 && more < 3 * fewer) return false;
    const NameForm &rare = a.mentions.size() <= b.mentions.size() ? a : b, &common = &rare == &a ? b : a;
    if (facts_.lexicon().known(rare.id) || (fewer == more && facts_.lexicon().known(common.id))) return false;
    // Capitals that only their place explains prove no name.
    if (rare.inside + common.inside == 0) return false;
    return settings_.quotes_count || rare.quoted < rare.mentions.size();
  }

  // Which of the words of the pairs does the draft also write small?
  void find_small(const std::vector<NamePair>& pairs) {
    std::unordered_set<WordId> asked;
    for (const NamePair& pair : pairs) {
      asked.insert(forms_[pair.a].id);
      asked.insert(forms_[pair.b].id);
    }
    for (std::size_t p = 0; p < facts_.size(); ++p)
      for (const Word& w : facts_.paragraph(p).words)
        if (w.kind == WordKind::word && !w.has(Word::capital) && asked.contains(w.id)) small_.insert(w.id);
  }

  // The index of the form to flag, and of the other.
  std::pair<std::uint32_t, std::uint32_t> decide(const NamePair& pair) const {
    const NameForm &a = forms_[pair.a], &b = forms_[pair.b];
    const bool a_house = settings_.house.contains(a.folded), b_house = settings_.house.contains(b.folded);
    if (a_house != b_house) return a_house ? std::pair(pair.b, pair.a) : std::pair(pair.a, pair.b);
    if (a.mentions.size() != b.mentions.size())
      return a.mentions.size() < b.mentions.size() ? std::pair(pair.a, pair.b) : std::pair(pair.b, pair.a);
    // Once each: the fuller mention is believed, else the first.
    const bool a_full = !companions(a, -1).empty(), b_full = !companions(b, -1).empty();
    if (a_full != b_full) return a_full ? std::pair(pair.b, pair.a) : std::pair(pair.a, pair.b);
    return std::pair(pair.b, pair.a);
  }

  // The capitalised words right before (-1) or after (+1) the mentions: a surname's first names, a first name's
  // surnames. The first twenty mentions tell enough.
  std::set<WordId> companions(const NameForm& form, int side) const {
    std::set<WordId> out;
    for (std::size_t m = 0; m < form.mentions.size() && m < 20; ++m) {
      const Paragraph& p = facts_.paragraph(form.mentions[m].paragraph);
      const std::uint32_t i = form.mentions[m].word;
      if (side < 0 ? (i == 0 || !p.words[i].has(Word::space_before) || p.words[i].has(Word::starts_sentence))
                   : (i + 1 >= p.words.size() || !p.words[i + 1].has(Word::space_before) ||
                      p.words[i + 1].has(Word::starts_sentence)))
        continue;
      const Word& w = p.words[side < 0 ? i - 1 : i + 1];
      const bool title = facts_.lexicon().is(w.id, WordClass::title_abbreviation) ||
                         facts_.lexicon().is(w.id, WordClass::sentence_opener);
      if (w.kind == WordKind::word && w.has(Word::capital) && !title) out.insert(w.id);
    }
    return out;
  }

  bool two_people(const NameForm& a, const NameForm& b) const {
    for (const int side : {-1, 1}) {
      const auto x = companions(a, side), y = companions(b, side);
      if (x.empty() || y.empty()) continue;
      const bool shared = std::any_of(x.begin(), x.end(), [&](WordId id) { return y.contains(id); });
      if (!shared) return true;
      return false;
    }
    return false;
  }

  Span span(NameMention m) const { return facts_.paragraph(m.paragraph).words[m.word].span(); }
  std::string written(const NameForm& form) const {
    return std::string(facts_.paragraph(form.mentions[0].paragraph).text(form.mentions[0].word));
  }

  void report(const NameForm& wrong, const NameForm& right, Likeness likeness) {
    const std::string now = written(wrong), better = written(right);
    const NameMention first = wrong.mentions[0];
    auto added =
        report_.add(first.paragraph, span(first), fmt::format("“{}” here, “{}” elsewhere in the draft", now, better));
    added.related(right.mentions[0].paragraph, span(right.mentions[0]), better);
    std::vector<ParagraphEdit> edits;
    for (std::size_t m = 0; m < wrong.mentions.size(); ++m) {
      const NameMention mention = wrong.mentions[m];
      if (m > 0 && m <= 20) added.related(mention.paragraph, span(mention), now);
      edits.push_back({mention.paragraph, span(mention), better});
    }
    added.fix(fmt::format("Write {} {}", better, edits.size() == 1 ? "here" : "everywhere"), edits);
    const auto times = [](std::size_t n) { return n == 1 ? std::string("once") : fmt::format("{} times", n); };
    static constexpr std::array<std::string_view, 4> why{"they differ in accents only", "they differ by one letter",
                                                         "two letters have changed places", "they sound alike"};
    added.detail(fmt::format("“{}” stands {} in the draft, “{}” {}; {}.", better, times(right.mentions.size()), now,
                             times(wrong.mentions.size()), why[static_cast<std::size_t>(likeness)]));
  }

  const Settings& settings_;
  const Facts& facts_;
  Report& report_;
  std::vector<NameForm> forms_;
  std::unordered_set<WordId> small_;
};

}  // namespace

Check name_spelling_variant(const Options& options) {
  Settings settings;
  settings.min_len = static_cast<std::size_t>(std::clamp(options.number("min_len"), 4.0, 40.0));
  settings.edits = options.number("max_edit") >= 1;
  settings.sounds = options.flag("translit");
  for (const std::string& form : options.list("house_forms")) settings.house.insert(fold_accents(form));
  settings.quotes_count = options.text("ignore") != "quotes";
  return [settings = std::move(settings)](const Facts& facts, const Sources&, Report& report) {
    Reader(settings, facts, report).draft();
  };
}

}  // namespace stet::rules
