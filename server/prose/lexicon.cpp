#include "prose/lexicon.h"

#include <algorithm>
#include <unordered_map>

#include "prose/fold.h"
#include "prose/lexicon_lists.h"
#include "prose/words.h"

namespace stet {

namespace {

// FNV-1a, finished with a multiply: for the few words that are long or not ASCII.
std::uint32_t hash_folded(std::string_view folded) {
  std::uint64_t h = 0xcbf29ce484222325u;
  for (const char c : folded) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return static_cast<std::uint32_t>((h * 0x9E3779B97F4A7C15u) >> 32);
}

std::uint32_t mix(std::uint64_t key) { return static_cast<std::uint32_t>((key * 0x9E3779B97F4A7C15u) >> 32); }

std::string_view trim(std::string_view s) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!s.empty() && blank(s.front())) s.remove_prefix(1);
  while (!s.empty() && blank(s.back())) s.remove_suffix(1);
  return s;
}

// One word as it is listed, which is neither cut nor folded.
bool small_letters(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

WordId Lexicon::id(std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  if (word.size() == 4 && word[0] == '\xE2' && word[1] == '\x80' && word[2] == '\x99') {  // ’s
    const char plain[2] = {'\'', word[3]};
    return id({plain, 2});
  }
  if (const WordKey key = word_key(word); !key.empty()) return id_of(key);
  const std::string folded = fold(word);
  if (const WordKey key = word_key(folded); !key.empty()) return id_of(key);
  const std::uint32_t h = hash_folded(folded);
  for (std::size_t i = h & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.id == none) return unknown_bit | (h & 0x7FFF'FFFFu);
    if (slot.hash == h && this->word(slot.id) == folded) return slot.id;
  }
}

std::string_view Lexicon::word(WordId id) const {
  if (id >= classes_.size()) return {};
  return std::string_view(letters_).substr(starts_[id], starts_[id + 1] - starts_[id]);
}

std::uint32_t Lexicon::step(std::uint32_t node, WordId id) const {
  const std::uint64_t key = (std::uint64_t{node} << 32) | id;
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t i = mix(key) & mask;; i = (i + 1) & mask) {
    if (edges_[i].key == key) return edges_[i].to;
    if (edges_[i].key == ~std::uint64_t{0}) return 0;
  }
}

struct Lexicon::Builder::State {
  struct Phrase {
    std::vector<WordId> ids;
    ClassSet classes;
    std::uint64_t owner;
  };
  std::unordered_map<std::string, WordId> ids;
  std::vector<std::string> words;
  std::vector<ClassSet> classes;
  std::vector<WordId> lemmas;
  std::vector<Phrase> phrases;

  WordId add(const std::string& folded) {
    const auto [found, added] = ids.try_emplace(folded, static_cast<WordId>(words.size()));
    if (added) {
      words.push_back(folded);
      classes.emplace_back();
      lemmas.push_back(found->second);
    }
    return found->second;
  }

  // The words of a phrase, cut as prose is.
  std::vector<WordId> cut(std::string_view phrase) {
    static const std::shared_ptr<const Lexicon> empty = Lexicon::Builder(nullptr).build();
    Paragraph p;
    p.letters = phrase;
    cut_words(p, *empty);
    std::vector<WordId> out;
    out.reserve(p.words.size());
    for (const Word& w : p.words) out.push_back(w.kind == WordKind::mark ? w.id : add(fold(p.text(w))));
    return out;
  }

  void add_list(const LexiconList& list) {
    std::string_view rest = list.text;
    while (!rest.empty()) {
      const auto end = rest.find('\n');
      const std::string_view line = rest.substr(0, end);
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
      add_entry(trim(line.substr(0, line.find('#'))), list.word_class);
    }
  }

  void add_entry(std::string_view line, WordClass c) {
    ClassSet one;
    one.set(static_cast<std::size_t>(c));
    WordId lemma = none;
    while (!line.empty()) {
      const auto comma = line.find(',');
      const std::string_view form = trim(line.substr(0, comma));
      line = comma == std::string_view::npos ? std::string_view() : line.substr(comma + 1);
      if (form.empty()) continue;
      if (small_letters(form)) {
        add_form(add(std::string(form)), lemma, one);
        continue;
      }
      std::vector<WordId> cut_form = cut(form);
      if (cut_form.size() == 1 && (cut_form[0] & mark_bit) == 0) add_form(cut_form[0], lemma, one);
      else if (!cut_form.empty()) phrases.push_back({std::move(cut_form), one, 0});
    }
  }

  void add_form(WordId id, WordId& lemma, const ClassSet& one) {
    classes[id] |= one;
    if (lemma == none) lemma = id;
    // The first list to give a word a lemma other than itself decides.
    if (lemmas[id] == id) lemmas[id] = lemma;
  }
};

Lexicon::Builder::Builder() : state_(std::make_unique<State>()) {
  for (const LexiconList& list : lexicon_lists()) state_->add_list(list);
  state_->add("'s");  // of no list, and asked for by all who read possessives
}
Lexicon::Builder::Builder(std::nullptr_t) : state_(std::make_unique<State>()) {}
Lexicon::Builder::~Builder() = default;
Lexicon::Builder::Builder(Builder&&) noexcept = default;

void Lexicon::Builder::add_word(std::string_view word, WordClass c) {
  state_->classes[state_->add(fold(word))].set(static_cast<std::size_t>(c));
}
void Lexicon::Builder::add_entry(std::string_view line, WordClass c) { state_->add_entry(line, c); }
void Lexicon::Builder::add_word(std::string_view word) { state_->add(fold(word)); }
void Lexicon::Builder::add_phrase(std::string_view phrase, std::uint64_t owner) {
  state_->phrases.push_back({state_->cut(phrase), {}, owner});
}
void Lexicon::Builder::add_phrase(std::string_view phrase, WordClass c) {
  ClassSet one;
  one.set(static_cast<std::size_t>(c));
  state_->phrases.push_back({state_->cut(phrase), one, 0});
}

std::optional<WordClass> word_class_of(std::string_view list) {
  for (const LexiconList& l : lexicon_lists())
    if (l.name == list) return l.word_class;
  return std::nullopt;
}

std::shared_ptr<const Lexicon> Lexicon::Builder::build() && {
  State& s = *state_;
  auto lexicon = std::make_shared<Lexicon>();
  Lexicon& l = *lexicon;
  std::size_t size = 16;
  while (size < s.words.size() * 3) size *= 2;
  l.slots_.resize(size);
  l.starts_.push_back(0);
  for (WordId id = 0; id < s.words.size(); ++id) {
    l.letters_ += s.words[id];
    l.starts_.push_back(static_cast<std::uint32_t>(l.letters_.size()));
    Slot slot;
    slot.id = id;
    const WordKey key = word_key(s.words[id]);
    slot.hash = key.empty() ? hash_folded(s.words[id]) : hash(key);
    l.keys_.push_back(key);
    std::size_t i = slot.hash & (size - 1);
    while (l.slots_[i].id != none) i = (i + 1) & (size - 1);
    l.slots_[i] = slot;
  }
  l.classes_ = std::move(s.classes);
  const ClassSet function_words =
      class_set({WordClass::np_stop, WordClass::auxiliary, WordClass::common_english, WordClass::sentence_opener});
  l.function_words_.assign(l.classes_.size() + 1, 0);
  for (WordId id = 0; id < l.classes_.size(); ++id)
    l.function_words_[id] = (l.classes_[id] & function_words).any() ? 1 : 0;
  l.lemmas_ = std::move(s.lemmas);
  l.begins_phrase_.resize(s.words.size());

  std::unordered_map<std::uint64_t, std::uint32_t> edges;
  l.nodes_.emplace_back();  // the root
  for (const State::Phrase& phrase : s.phrases) {
    if (phrase.ids.empty()) continue;
    std::uint32_t node = 0;
    for (const WordId id : phrase.ids) {
      const auto [edge, added] =
          edges.try_emplace((std::uint64_t{node} << 32) | id, static_cast<std::uint32_t>(l.nodes_.size()));
      if (added) l.nodes_.emplace_back();
      node = edge->second;
    }
    if (phrase.ids[0] < l.begins_phrase_.size())
      l.begins_phrase_[phrase.ids[0]] |=
          phrase.ids.size() == 1 ? ~std::uint64_t{0} : std::uint64_t{1} << second_bit(phrase.ids[1]);
    else l.marks_begin_phrases_ = true;
    l.phrase_next_.push_back(l.nodes_[node].first_phrase);
    l.nodes_[node].first_phrase = static_cast<std::uint32_t>(l.phrase_classes_.size());
    l.phrase_classes_.push_back(phrase.classes);
    l.phrase_owners_.push_back(phrase.owner);
  }
  std::size_t edge_size = 16;
  while (edge_size < edges.size() * 2) edge_size *= 2;
  l.edges_.resize(edge_size);
  for (const auto& [key, to] : edges) {
    std::size_t i = mix(key) & (edge_size - 1);
    while (l.edges_[i].key != ~std::uint64_t{0}) i = (i + 1) & (edge_size - 1);
    l.edges_[i] = {key, to};
  }
  return lexicon;
}

std::shared_ptr<const Lexicon> plain_lexicon() {
  static const std::shared_ptr<const Lexicon> lexicon = Lexicon::Builder().build();
  return lexicon;
}

}  // namespace stet
