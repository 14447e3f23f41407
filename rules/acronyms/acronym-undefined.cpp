// Acronyms that are used and never spelt out.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "facts/acronym_table.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Settings {
  std::set<std::string, std::less<>> allow;
  std::size_t min_uses = 1;
  bool gloss_is_enough = true;
  Severity in_quotes = Severity::information;
};

// The letters of a run of words or of a key, five bits each, the last lowest: 1 for a, 27 for what is no letter of
// ASCII; 0 stands before the first. Twelve fit.
using Initials = std::uint64_t;
constexpr unsigned letter_bits = 5;

// By first byte of a word; 0 for clitics, which count for no word: of "Mali’s".
constexpr auto initial_of = [] {
  std::array<std::uint8_t, 256> out{};
  out.fill(27);
  for (unsigned i = 0; i < 26; ++i) out['a' + i] = out['A' + i] = static_cast<std::uint8_t>(i + 1);
  out['\''] = out[0xE2] = 0;
  return out;
}();

Initials initials_of(std::string_view key) {
  Initials out = 0;
  for (const char c : key) out = out << letter_bits | initial_of[static_cast<unsigned char>(c)];
  return out;
}

// Places in the draft that could be an acronym's long form, found in one pass over the words.
class LongForms {
 public:
  struct Place {
    std::uint32_t paragraph = 0;
    WordRange words;
    bool capitals = false;  // written as a name
  };

  LongForms(const Facts& facts, const std::vector<AcronymEntry>& wanted) : facts_(facts) {
    for (const AcronymEntry& entry : wanted) {
      const bool spelt = std::all_of(entry.key.begin(), entry.key.end(), [](char c) { return c >= 'A'; });
      if (spelt && entry.key.size() <= longest) {
        const Initials letters = initials_of(entry.key);
        wanted_.insert(letters);
        premise_ = (premise_ ^ letters) * 0x9E37'79B9'7F4A'7C15u;
        if (entry.key.size() == 2) pairs_.set(letters % pairs_.size());
        else endings_.set(letters % endings_.size());
      }
    }
  }

  // Words of a paragraph that spell a key.
  struct Spelt {
    Initials letters;
    WordRange words;
    bool capitals;
  };

  // In a paragraph, the first of each key, and its first in capitals.
  void find(std::size_t p, std::vector<Spelt>& out) const {
    if (!facts_.paragraph(p).foreign) look(facts_.paragraph(p), out);
  }
  void take(std::size_t p, std::span<const Spelt> spelt) {
    for (const auto& [letters, words, capitals] : spelt) {
      const Place place{static_cast<std::uint32_t>(p), words, capitals};
      const auto [it, added] = found_.try_emplace(letters, place);
      if (!added && capitals && !it->second.capitals) it->second = place;
    }
  }
  // Which long forms are looked for.
  std::uint64_t premise() const { return premise_; }

  const Place* find(const std::string& key) const {
    const auto it = found_.find(initials_of(key));
    return it != found_.end() ? &it->second : nullptr;
  }
  // Does the draft use the letters as a word in small letters too ("NOW", "now")?
  bool is_word(const std::string& key) const { return facts_.vocabulary.small(facts_.lexicon().id(key)); }

 private:
  static constexpr std::size_t longest = 6;

  // Which words of a run count: all, or those that are no short ones ("of", "the").
  enum class Run : std::uint8_t { all, content };

  void look(const Paragraph& paragraph, std::vector<Spelt>& out) const {
    const char* const letters = paragraph.letters.data();
    Initials all = 0, content = 0;
    const Word* const first = paragraph.words.data();
    const Word* const last = first + paragraph.words.size();
    for (const Word* word = first; word != last; ++word) {
      if (word->kind != WordKind::word) {
        if (!(word->is_mark(U'-') || word->is_mark(U'&') || word->is_mark(U'’'))) all = content = 0;
        continue;
      }
      if (word->has(Word::starts_sentence)) all = content = 0;
      const bool capital = word->has(Word::capital);
      const Initials initial = initial_of[static_cast<unsigned char>(letters[word->begin])];
      if (initial == 0) continue;
      all = all << letter_bits | initial;
      const bool counts = !is_short(*word);
      content = counts ? content << letter_bits | initial : content;
      if (!may_end(all, capital) && !may_end(content, capital)) continue;
      const auto i = static_cast<std::uint32_t>(word - first);
      match(paragraph, i, Run::all, all, out);
      if (counts && content != all) match(paragraph, i, Run::content, content, out);
    }
  }

  // Does a wanted key end so? Nearly every word says no.
  bool may_end(Initials initials, bool capital) const {
    return endings_[initials % endings_.size()] || (capital && pairs_[initials % pairs_.size()]);
  }

  static bool clitic(char c) { return initial_of[static_cast<unsigned char>(c)] == 0; }
  static bool is_short(const Word& w) {
    return w.has(Word::capitals) || (!w.has(Word::capital) && w.end - w.begin <= 3);
  }

  // Do the last words, of which i is the last, spell a wanted key? Two must be written as a name.
  void match(const Paragraph& paragraph, std::uint32_t i, Run run, Initials initials, std::vector<Spelt>& out) const {
    if (endings_[initials % endings_.size()]) spell(paragraph, i, run, initials, {3, longest}, out);
    if (paragraph.words[i].has(Word::capital) && pairs_[initials % pairs_.size()])
      spell(paragraph, i, run, initials, {2, 2}, out);
  }

  struct Length {
    std::size_t least, most;
  };

  void spell(const Paragraph& paragraph, std::uint32_t last, Run run, Initials initials, Length length,
             std::vector<Spelt>& out) const {
    bool all = true, none = true;
    std::uint32_t first = last;
    for (std::size_t n = 1; n <= length.most && (initials >> (letter_bits * (n - 1)) & 0x1F) != 0; ++n) {
      if (n > 1) first = before(paragraph, first, run);
      const Word& word = paragraph.words[first];
      all = all && word.has(Word::capital);
      none = none && (!word.has(Word::capital) || word.has(Word::starts_sentence));
      // Two words in small letters prove nothing; three may.
      if (!all && !none) return;
      const Initials letters = initials & ((Initials{1} << (letter_bits * n)) - 1);
      if (n < length.least || (!all && n < 3) || !wanted_.contains(letters)) continue;
      const bool known =
          std::ranges::any_of(out, [&](const Spelt& s) { return s.letters == letters && (s.capitals || !all); });
      if (!known) out.push_back({letters, {first, last + 1}, all});
    }
  }

  // The word of the run before word i; there is one.
  static std::uint32_t before(const Paragraph& paragraph, std::uint32_t i, Run run) {
    for (--i;; --i) {
      const Word& w = paragraph.words[i];
      if (w.kind == WordKind::word && !clitic(paragraph.letters[w.begin]) && (run == Run::all || !is_short(w)))
        return i;
    }
  }

  const Facts& facts_;
  std::unordered_set<Initials> wanted_;
  // Of the wanted keys: the last three letters, and of those of two letters both.
  std::bitset<1 << (3 * letter_bits)> endings_;
  std::bitset<1 << (2 * letter_bits)> pairs_;
  std::unordered_map<Initials, Place> found_;
  std::uint64_t premise_ = 1;
};

class Reader {
 public:
  Reader(const Settings& settings, const Facts& facts, Report& report)
      : settings_(settings), facts_(facts), report_(report), open_(acronym_table(facts)) {
    std::erase_if(open_, [&](const AcronymEntry& entry) { return !is_open(entry); });
    if (any()) forms_ = std::make_unique<LongForms>(facts, open_);
  }

  // Are there any that are not defined?
  bool any() const { return !open_.empty(); }
  LongForms& forms() { return *forms_; }
  void conclude() const {
    for (const AcronymEntry& entry : open_) look(entry, *forms_);
  }

 private:
  const Acronym& at(AcronymUse use) const { return facts_.local(use.paragraph).acronyms[use.index]; }

  bool running_text(AcronymUse use) const { return in_running_text(facts_.paragraph(use.paragraph).zone); }

  bool is_open(const AcronymEntry& entry) const {
    if (!entry.definitions.empty() || entry.key.size() < 2 || entry.key.size() > 6) return false;
    if (std::none_of(entry.key.begin(), entry.key.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return false;
    return !settings_.allow.contains(entry.key);
  }

  // Does the use stand within a few words of the long form? Then the two explain each other.
  bool beside(AcronymUse use, const LongForms::Place& form) const {
    constexpr std::uint32_t near = 6;
    if (use.paragraph != form.paragraph) return false;
    const WordRange words = at(use).short_form;
    return words.first < form.words.last + near && form.words.first < words.last + near;
  }

  void look(const AcronymEntry& entry, const LongForms& forms) const {
    std::vector<AcronymUse> uses;
    const LongForms::Place* form = forms.find(entry.key);
    bool glossed = false, quoted = true, named = false;
    for (const AcronymUse use : entry.uses) {
      const Acronym& a = at(use);
      glossed = glossed || a.glossed;
      named = named || a.in_name;
      glossed = glossed || (form != nullptr && beside(use, *form));
      // Without a long form in the draft, what belongs to a longer name is the name's own.
      if ((a.in_name && form == nullptr) || !running_text(use)) continue;
      uses.push_back(use);
      quoted = quoted && a.quoted;
    }
    if (uses.empty() || (glossed && settings_.gloss_is_enough) || forms.is_word(entry.key)) return;
    if (form != nullptr && !form->capitals) return;
    // Letters that also stand in a longer name ("TORQ Engine") are that name's own.
    const bool code = entry.key.find_first_of("0123456789") != std::string::npos;
    if (form == nullptr && (named || code || uses.size() < settings_.min_uses)) return;
    const AcronymUse first = uses.front();
    const Acronym& a = at(first);
    std::string message = fmt::format("“{}” is never spelt out", entry.key);
    if (form != nullptr)
      message = fmt::format("“{}” may stand for “{}”, but the draft never says so", entry.key,
                            facts_.paragraph(form->paragraph).text(form->words));
    auto added = report_.add(first.paragraph, a.span, std::move(message));
    if (quoted) added.at_most(settings_.in_quotes);
    constexpr std::size_t shown = 20;
    for (std::size_t k = 1; k < uses.size() && k <= shown; ++k)
      added.related(uses[k].paragraph, at(uses[k]).span, "used again");
    if (form != nullptr) {
      const Span span = facts_.paragraph(form->paragraph).span(form->words);
      added.related(form->paragraph, span, "the long form?");
      added.fix(fmt::format("Put ({}) after the long form", entry.key),
                {{form->paragraph, Span{span.end, span.end}, fmt::format(" ({})", entry.key)}});
    }
    added.fix("Leave a gap for the long form",
              {{first.paragraph, a.span, fmt::format("⟨Full Name TK⟩ ({})", entry.key)}});
    added.detail(fmt::format("“{}” stands {} in the draft, and nowhere is it spelt out.", entry.key,
                             uses.size() == 1 ? "once" : fmt::format("{} times", uses.size())));
  }

  const Settings& settings_;
  const Facts& facts_;
  Report& report_;
  std::vector<AcronymEntry> open_;  // never defined
  std::unique_ptr<LongForms> forms_;
};

}  // namespace

Check acronym_undefined(const Options& options) {
  Settings settings;
  for (const std::string& word : options.list("allow")) settings.allow.insert(acronym_key(word));
  settings.min_uses = static_cast<std::size_t>(std::clamp(options.number("min_uses"), 1.0, 1000.0));
  settings.gloss_is_enough = options.flag("one_use_ok_with_gloss");
  settings.in_quotes = severity_of(options.text("in_quotes")).value_or(Severity::information);
  return [settings = std::move(settings)](const Facts& facts, const Sources&, Report& report) {
    const auto reader = std::make_shared<Reader>(settings, facts, report);
    if (!reader->any()) return Pass{};
    using Spelt = LongForms::Spelt;
    return digesting<Spelt>([reader](std::size_t p, std::vector<Spelt>& out) { reader->forms().find(p, out); },
                            [reader](std::size_t p, std::span<const Spelt> spelt) { reader->forms().take(p, spelt); },
                            [reader] { reader->conclude(); }, reader->forms().premise());
  };
}

}  // namespace stet::rules
