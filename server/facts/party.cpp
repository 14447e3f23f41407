#include "facts/party.h"

#include <algorithm>

#include "facts/word_view.h"

namespace stet {

namespace {

using At = WordView::At;

constexpr At longest_aside = 12;  // words between the commas of "Holm, the mayor of Vella,"

// What begins a sentence with a capital, and is nobody's name.
constexpr WordKeySet nobody{
    {"police",     "staff",      "management", "nobody", "someone", "somebody",   "anyone",  "everyone",  "everybody",
     "whoever",    "some",       "many",       "most",   "others",  "people",     "men",     "women",     "parliament",
     "congress",   "government", "society",    "he",     "she",     "they",       "it",      "who",       "that",
     "this",       "these",      "those",      "which",  "i",       "we",         "you",     "one",       "another",
     "both",       "all",        "each",       "none",   "neither", "everything", "nothing", "something", "children",
     "corruption", "anybody",    "no",         "half",   "crime",   "then",       "there",   "here",      "when",
     "if",         "while",      "because",    "but",    "and",     "or",         "yet",     "so",        "having",
     "once",       "after",      "before",     "nature", "time",    "death",      "war",     "god",       "what"}};
// Words with a capital that go before a name and are no part of it.
constexpr WordKeySet titles{{"mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "president", "minister", "mayor",
                             "judge", "senator", "governor", "captain", "professor", "prime", "former"}};

bool part_of_name(const WordView& w, At i) {
  return w.word(i) && w.capital(i) && !w.in(i, WordClass::month) && !w.in(i, WordClass::weekday);
}

// Is a word seen with a capital where no sentence begins, in the paragraphs around?
bool named_near(const Facts& facts, std::size_t p, WordId id) {
  constexpr std::size_t around = 20;
  for (std::size_t q = p < around ? 0 : p - around; q < std::min(p + around, facts.size()); ++q)
    for (const Word& word : facts.paragraph(q).words)
      if (word.id == id && word.has(Word::capital) && !word.has(Word::starts_sentence)) return true;
  return false;
}

// "The former treasurer", "Harbour master", "Vella's mayor": nothing but a few nouns from the sentence's beginning to
// `end`.
bool described(const WordView& w, At end, WordRange sentence) {
  constexpr At longest = 5;
  if (end == sentence.first || end - sentence.first > longest) return false;
  for (At i = sentence.first; i < end; ++i) {
    const bool possessive = w.is(i, "'s") || w.reads(i, "’s");
    if (!possessive &&
        (!w.word(i) || w.in(i, WordClass::auxiliary) || w.in(i, WordClass::conjunction) ||
         w.in(i, WordClass::say_verb) || (w.in(i, WordClass::preposition) && !w.in(i, WordClass::determiner))))
      return false;
  }
  return !w.capital(end - 1);
}

std::optional<Party> made(const Facts& facts, std::size_t p, WordRange words) {
  const WordView w(facts.paragraph(p), facts.context());
  while (words.size() > 1 &&
         (titles.contains(w.key(words.first)) || w.is(words.first, "the") || w.mark(words.first, '.')))
    ++words.first;
  const At last = words.last - 1;
  if (words.empty() || !w.word(last) || nobody.contains(w.key(words.first)) || w.text(last).size() < 3)
    return std::nullopt;
  if (words.size() == 1 && w.starts_sentence(last)) {
    const bool alone = !titles.contains(w.key(last)) && !w.in(last, WordClass::crowd) &&
                       !w.in(last, WordClass::sentence_opener) && !w.in(last, WordClass::preposition) &&
                       !w.in(last, WordClass::determiner) && !w.in(last, WordClass::clause_adverb);
    // "Hackers stole", "Holdings laundered": a plural, unless it is somebody's name elsewhere.
    if (!alone || ((w.text(last).ends_with("s") || w.text(last).ends_with("ly") || w.text(last).ends_with("ing")) &&
                   !named_near(facts, p, w[last].id)))
      return std::nullopt;
  }
  for (const Name& name : facts.local(p).names)
    if (name.words.overlaps(words) && (name.type == Name::Type::place || name.type == Name::Type::work))
      return std::nullopt;
  return Party{words, w[last].id};
}

}  // namespace

std::optional<Party> party_at(const Facts& facts, std::size_t p, std::uint32_t at) {
  const WordView w(facts.paragraph(p), facts.context());
  At end = at;
  while (part_of_name(w, end) && (end == at || !w.starts_sentence(end)))
    if (end += w.mark(end + 1, '.') && w.text(end).size() == 1 ? 2 : 1; end - at > 6) return std::nullopt;
  return end == at ? std::nullopt : made(facts, p, {at, end});
}

std::optional<Party> party_before(const Facts& facts, std::size_t p, std::uint32_t end) {
  const WordView w(facts.paragraph(p), facts.context());
  At first = end;
  while (first > 0 && end - first < 7) {
    const At i = first - 1;
    const bool initial = w.mark(i, '.') && i > 0 && part_of_name(w, i - 1) && w.glued(i) && w.text(i - 1).size() <= 3;
    const bool joins = (w.mark(i, '&') || w.hyphen(i)) && i > 0 && part_of_name(w, i - 1) && first != end;
    if (!part_of_name(w, i) && !initial && !joins) break;
    first = i;
    if (w.starts_sentence(i)) break;
  }
  if (first == end) return std::nullopt;
  return made(facts, p, {first, end});
}

std::optional<Party> doer_of(const Facts& facts, std::size_t p, std::uint32_t verb) {
  const Paragraph& paragraph = facts.paragraph(p);
  const WordView w(paragraph, facts.context());
  const WordRange sentence = paragraph.sentences[paragraph.sentence_of(verb)].words;
  At e = verb;
  while (e > sentence.first && (w.any(e - 1, {"has", "have", "had", "also", "then", "once", "himself", "herself"}) ||
                                (w.word(e - 1) && !w.capital(e - 1) && w.text(e - 1).ends_with("ly") &&
                                 !w.in(e - 1, WordClass::hearsay_adverb))))
    --e;
  if (e == sentence.first) return std::nullopt;
  if (w.any(e - 1, {"who", "which"})) {
    --e;
    if (e > sentence.first && w.mark(e - 1, ',')) --e;
  } else if (w.mark(e - 1, ',')) {
    // The aside between two commas, where it opens as one does; or it is the name: "The minister, Ilse Varga, stole".
    At k = e - 1;
    while (k > sentence.first && !w.mark(k - 1, ',') && e - k < longest_aside) --k;
    if (k == sentence.first || !w.mark(k - 1, ',')) return std::nullopt;
    if (const auto party = party_before(facts, p, e - 1);
        party && party->words.first == k && described(w, k - 1, sentence))
      return party;
    if (!(w.in(k, WordClass::determiner) || w.number(k))) return std::nullopt;
    e = k - 1;
  }
  const auto party = party_before(facts, p, e);
  if (!party) return std::nullopt;
  // Nothing may own the name or lead to it but a clause's beginning: "the wife of Holm stole", "at Vella Holm stole".
  At before = party->words.first;
  while (before > sentence.first &&
         (titles.contains(w.key(before - 1)) || w.is(before - 1, "the") || w.mark(before - 1, '.')))
    --before;
  const bool clear = before == sentence.first || w.mark(before - 1, ',') || w.mark(before - 1, ';') ||
                     w.any(before - 1, {"and", "but", "because", "after", "when", "while", "since"}) ||
                     described(w, before, sentence);
  return clear ? party : std::nullopt;
}

Verdicts::Verdicts(const Facts& facts) {
  static constexpr WordKeySet verdicts{{"convicted", "conviction", "convictions", "guilty", "sentenced", "jailed",
                                        "imprisoned", "admitted", "admits", "confessed", "confession", "confesses",
                                        "prison", "jail", "executed", "hanged", "disbarred", "fined", "settled"}};
  static constexpr WordKeySet pronouns{{"he", "she", "they", "his", "her", "their", "him", "it", "its", "who"}};
  constexpr std::size_t most_told = 60;
  std::vector<WordId> told, named;  // the names that the sentences before, and this one, speak of
  for (std::size_t p = 0; p < facts.size(); ++p) {
    const Paragraph& paragraph = facts.paragraph(p);
    const WordView w(paragraph, facts.context());
    for (const Sentence& s : paragraph.sentences) {
      bool pronoun = false, verdict = false;
      named.clear();
      for (At i = s.words.first; i < s.words.last; ++i) {
        if (!w.word(i)) continue;
        const WordKey key = w.key(i);
        if (w.capital(i)) named.push_back(w[i].id);
        pronoun = pronoun || pronouns.contains(key);
        verdict = verdict || (verdicts.contains(key) && !w.any(i - 1, {"not", "never", "no"}));
      }
      if (pronoun) named.insert(named.end(), told.begin(), told.end());
      if (verdict) guilty_.insert(named.begin(), named.end());
      if (named.size() > most_told) named.resize(most_told);
      std::swap(told, named);
    }
  }
}

bool tells_fiction_or_history(const Facts& facts, std::size_t p) {
  static constexpr WordKeySet made_up{{"novel",     "film",     "play",        "series",  "episode", "drama",
                                       "character", "thriller", "opera",       "musical", "plot",    "season",
                                       "fictional", "movie",    "protagonist", "villain", "myth",    "legend",
                                       "tale",      "game",     "match",       "inning",  "song",    "album",
                                       "century",   "medieval", "ancient",     "comedy",  "trilogy", "sitcom"}};
  constexpr int history = 80;  // years
  if (facts.context().genre == Genre::fiction || facts.context().genre == Genre::review) return true;
  const WordView w(facts.paragraph(p), facts.context());
  const auto& date = facts.context().date;
  const int now = date ? static_cast<int>(date->year()) : 2026;
  for (const DateMention& d : facts.local(p).dates)
    if (d.year && *d.year > 0 && *d.year < now - history) return true;
  for (At i = 0; i < w.size(); ++i)
    if (w.word(i) && made_up.contains(w.key(i))) return true;
  return false;
}

}  // namespace stet
