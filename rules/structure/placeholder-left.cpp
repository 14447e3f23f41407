#include <algorithm>
#include <array>
#include <utility>

#include "facts/word_set.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

// Wiki templates that are notes to the writer; others are the site's own.
constexpr std::array wiki_notes{"citation needed",   "cn",    "fact",  "who",      "when",    "by whom",
                                "according to whom", "vague", "where", "quantify", "clarify", "page needed",
                                "dubious",           "which"};

// Words after which a run of X is a number or a size, not a gap.
constexpr std::array not_after_x{"century", "chromosome", "chromosomes", "rated", "large", "small"};

struct Settings {
  std::vector<std::string> words, bracketed, allow;
};

class Reader {
 public:
  Reader(const Settings& settings, const Facts& facts, Report& report)
      : settings_(settings), facts_(facts), report_(report) {
    for (const std::string& word : settings.words) words_.insert(facts.lexicon().id(word));
    lorem_ = facts.lexicon().id("lorem");
    insert_ = facts.lexicon().id("insert");
    small_ = {lorem_, insert_};
  }

  void paragraph(std::size_t p) {
    p_ = p;
    paragraph_ = &facts_.paragraph(p);
    const auto count = static_cast<std::uint32_t>(paragraph_->words.size());
    const Word* const first = paragraph_->words.data();
    const Word* const last = first + count;
    for (const Word* word = first; word < last; ++word) {
      if (word->kind == WordKind::word && !word->has(Word::capital) && !small_.may_hold(word->id)) continue;
      const auto i = static_cast<std::uint32_t>(word - first);
      if (begins(*word)) word = first + std::max(i + 1, look(i)) - 1;
    }
    for (const Inline& in : paragraph_->inlines)
      if (in.kind == Inline::Kind::link || in.kind == Inline::Kind::url) look_at_link(in);
  }

 private:
  const Word& word(std::uint32_t i) const { return paragraph_->words[i]; }
  bool has(std::uint32_t i) const { return i < paragraph_->words.size(); }
  bool mark(std::uint32_t i, char32_t c) const { return has(i) && word(i).is_mark(c); }
  bool spaced(std::uint32_t i) const { return !has(i) || word(i).has(Word::space_before); }
  std::string folded(std::uint32_t i) const { return has(i) ? fold(paragraph_->text(i)) : std::string(); }

  // May a gap begin at the word? Hardly any word does.
  bool begins(const Word& w) const {
    if (w.kind == WordKind::word && !w.has(Word::capital)) return w.id == lorem_ || w.id == insert_;
    if (w.kind == WordKind::mark) return w.is_mark('[') || w.is_mark('(') || w.is_mark('{') || w.is_mark('?');
    if (w.kind == WordKind::number) return w.end - w.begin == 3 || w.spelled != 0;
    return words_.contains(w.id) || paragraph_->letters[w.begin] == 'X' || w.id == lorem_ || w.id == insert_;
  }

  // Past what was found at word i, or i.
  std::uint32_t look(std::uint32_t i) {
    const Word& w = word(i);
    if (w.kind == WordKind::mark) {
      if (w.id == mark_id('[') || w.id == mark_id('(')) return look_at_brackets(i);
      if (w.id == mark_id('{') && mark(i + 1, '{')) return look_at_template(i);
      if (w.id == mark_id('?') && mark(i + 1, '?')) return look_at_question_marks(i);
      return i;
    }
    if (w.kind == WordKind::number) return paragraph_->text(i) == "555" ? look_at_phone(i) : i;
    if (w.id == lorem_ && folded(i + 1) == "ipsum")
      return found({i, i + 2}, "“" + paragraph_->text(WordRange{i, i + 2}) + "” is dummy text");
    if (w.id == insert_) return look_at_insert(i, i);
    if (!w.has(Word::capital)) return i;
    if (words_.contains(w.id)) return look_at_word(i);
    if (paragraph_->letters[w.begin] == 'X') return look_at_x(i);
    return i;
  }

  std::uint32_t look_at_word(std::uint32_t i) {
    const std::string_view written = paragraph_->text(i);
    if (std::find(settings_.words.begin(), settings_.words.end(), written) == settings_.words.end()) return i;
    if (allowed(i) || (has(i + 1) && word(i + 1).kind == WordKind::number && spaced(i + 1))) return i;
    return gap({i, i + 1});
  }

  // A name of the list `allow` that begins here.
  bool allowed(std::uint32_t i) const {
    return std::any_of(settings_.allow.begin(), settings_.allow.end(), [&](const std::string& name) {
      const auto words = 1 + static_cast<std::uint32_t>(std::count(name.begin(), name.end(), ' '));
      return has(i + words - 1) && paragraph_->text(WordRange{i, i + words}) == name;
    });
  }

  bool x_run(std::uint32_t i) const {
    const std::string_view text = paragraph_->text(i);
    return text.size() >= 2 && text.find_first_not_of('X') == std::string_view::npos;
  }

  std::uint32_t look_at_x(std::uint32_t i) {
    if (!x_run(i)) return i;
    std::uint32_t last = i + 1;
    // Digits yet to come: XX/XX/2019, XX.X
    while (has(last + 1) && !spaced(last) && !spaced(last + 1) &&
           (mark(last, '/') || mark(last, '.') || mark(last, ',')) &&
           (word(last + 1).kind == WordKind::number ||
            paragraph_->text(last + 1).find_first_not_of("XY") == std::string_view::npos))
      last += 2;
    const bool money = i > 0 && !spaced(i) && (mark(i - 1, '$') || mark(i - 1, 0x20AC) || mark(i - 1, 0xA3));
    if (money) return gap({i - 1, last});
    if (last > i + 1 || paragraph_->text(i).size() > 3) return gap({i, last});
    if (mark(last, '%')) return gap({i, last + 1});
    // "about XX people": a number is wanted between words that are no names.
    const bool name_before = i > 0 && word(i - 1).kind == WordKind::word && word(i - 1).has(Word::capital);
    const bool word_after = has(last) && word(last).kind == WordKind::word && !word(last).has(Word::capital);
    if (name_before || !word_after || !spaced(last)) return i;
    const std::string after = folded(last), before = i > 0 ? folded(i - 1) : "";
    if (std::find(not_after_x.begin(), not_after_x.end(), after) != not_after_x.end()) return i;
    if (before == "size" || before == "chapter" || after == "and" || after == "or") return i;
    return gap({i, last});
  }

  std::uint32_t look_at_question_marks(std::uint32_t i) {
    std::uint32_t last = i;
    while (mark(last, '?') && (last == i || !spaced(last))) ++last;
    if (facts_.context().genre == Genre::fiction) return last;
    const bool bracketed =
        i > 0 && !spaced(i) && (mark(i - 1, '(') || mark(i - 1, '[')) && (mark(last, ')') || mark(last, ']'));
    if (bracketed) return found({i - 1, last + 1}, missing("??"));
    const bool money = i > 0 && !spaced(i) && (mark(i - 1, '$') || mark(i - 1, 0x20AC) || mark(i - 1, 0xA3));
    if (money) return gap({i - 1, last});
    return spaced(i) && i > 0 ? gap({i, last}) : last;
  }

  std::uint32_t look_at_phone(std::uint32_t i) {
    if (!mark(i + 1, '-') || !has(i + 2) || spaced(i + 1) || spaced(i + 2)) return i;
    const std::string_view line = paragraph_->text(i + 2);
    if (line.size() != 4 || !line.starts_with("01") || facts_.context().genre == Genre::fiction) return i;
    const std::string number(paragraph_->text(WordRange{i, i + 3}));
    return found({i, i + 3}, number + " is nobody's number: 555-01… is kept for fiction");
  }

  std::uint32_t look_at_brackets(std::uint32_t i) {
    const bool square = mark(i, '[');
    const char32_t close = square ? U']' : U')';
    if (mark(i + 1, close)) {
      // "main()" and "int[]" are code, "- [ ]" is a box to tick.
      if (!spaced(i) || spaced(i + 1) || i == 0) return i + 2;
      return found({i, i + 2}, "empty brackets");
    }
    std::uint32_t last = i + 1;
    while (has(last) && last < i + 8 && !mark(last, close)) ++last;
    if (!mark(last, close)) return i;
    const WordRange inner{i + 1, last};
    const std::string text(paragraph_->text(inner));
    const std::string plain = fold(text);
    if (word(i + 1).id == insert_) return look_at_insert(i, i + 1);
    const bool loud = word(i + 1).has(Word::capitals);
    // Between round brackets only the desk's own abbreviations are notes: "(name)" may be prose.
    const bool note =
        std::find(settings_.bracketed.begin(), settings_.bracketed.end(), plain) != settings_.bracketed.end() &&
        (square || loud || plain == "cq" || plain == "tk" || plain == "citation needed");
    if (!note || (in_quotation({i, last + 1}) && !loud)) return i;
    return found({i, last + 1}, "“" + paragraph_->text(WordRange{i, last + 1}) + "” is a note to the desk");
  }

  // "[insert chart here]", or a whole paragraph "Insert chart here"; `begin` is the bracket.
  std::uint32_t look_at_insert(std::uint32_t begin, std::uint32_t i) {
    std::uint32_t here = i + 1;
    while (has(here) && here < i + 8 && folded(here) != "here") ++here;
    if (!has(here) || here == i + 1 || here == i + 8) return i;
    const bool bracketed = begin < i && (mark(here + 1, ']') || mark(here + 1, ')'));
    const bool alone = i == 0 && !has(here + 1);
    if (!bracketed && !alone) return i;
    return gap({begin, bracketed ? here + 2 : here + 1});
  }

  std::uint32_t look_at_template(std::uint32_t i) {
    std::uint32_t last = i + 2;
    while (has(last) && last < i + 12 && !mark(last, '}') && !mark(last, '|')) ++last;
    const std::string name = fold(paragraph_->text(WordRange{i + 2, last}));
    while (has(last) && last < i + 12 && !mark(last, '}')) ++last;
    if (!mark(last, '}') || !mark(last + 1, '}')) return i;
    if (std::find(wiki_notes.begin(), wiki_notes.end(), name) == wiki_notes.end()) return last + 2;
    return found({i, last + 2}, "a note to the writer: " + name);
  }

  void look_at_link(const Inline& in) {
    const std::string_view url = facts_.document->text.bytes(facts_.absolute(p_, in.target));
    const auto slashes = url.find("://");
    if (slashes == std::string_view::npos) return;
    std::string_view host = url.substr(slashes + 3);
    host = host.substr(0, host.find_first_of("/?#:"));
    if (host.starts_with("www.")) host.remove_prefix(4);
    if (host != "example.com" && host != "example.org" && host != "example.net") return;
    report_.add(p_, in.target, "a link to " + std::string(host) + ", which is nobody's site");
  }

  bool in_quotation(WordRange words) const {
    const auto first = paragraph_->words.begin();
    return std::any_of(first + words.first, first + words.last,
                       [](const Word& w) { return w.has(Word::in_quotation); });
  }

  // Is the draft speaking of the word rather than using it?
  bool mentioned(WordRange words) {
    if (quoted_alone(words)) return true;
    const WordRange sentence = paragraph_->sentences[paragraph_->sentence_of(words.first)].words;
    if (about_words_of_ != std::pair(p_, sentence.first)) {
      about_words_of_ = {p_, sentence.first};
      about_words_ = speaks_of_words(sentence);
    }
    return about_words_;
  }

  // A quotation of little more than these words.
  bool quoted_alone(WordRange words) const {
    if (!in_quotation(words)) return false;
    constexpr std::uint32_t little = 2;
    std::uint32_t more = 0;
    for (std::uint32_t i = words.first; i > 0 && word(i - 1).has(Word::in_quotation) && more <= little; --i) ++more;
    for (std::uint32_t i = words.last; has(i) && word(i).has(Word::in_quotation) && more <= little; ++i) ++more;
    return more <= little;
  }

  bool speaks_of_words(WordRange sentence) const {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const std::string w = folded(i);
      if (w == "placeholder" || w == "placeholders" || w == "abbreviation" || (w == "short" && folded(i + 1) == "for"))
        return true;
    }
    return false;
  }

  static std::string missing(const std::string& what) { return "“" + what + "” is still to be filled in"; }

  std::uint32_t gap(WordRange words) { return found(words, missing(paragraph_->text(words))); }

  std::uint32_t found(WordRange words, std::string message) {
    if (!mentioned(words)) report_.add(p_, paragraph_->span(words), std::move(message));
    return words.last;
  }

  const Settings& settings_;
  const Facts& facts_;
  Report& report_;
  WordSet words_;
  WordId lorem_ = 0, insert_ = 0;
  WordFilter small_{};  // of these two
  std::size_t p_ = 0;
  const Paragraph* paragraph_ = nullptr;
  // The sentence that was last asked about, by paragraph and first word, and the answer.
  std::pair<std::size_t, std::uint32_t> about_words_of_{static_cast<std::size_t>(-1), 0};
  bool about_words_ = false;
};

}  // namespace

Check placeholder_left(const Options& options) {
  Settings settings{options.list("words"), options.list("bracketed"), options.list("allow")};
  for (std::string& note : settings.bracketed) note = fold(note);
  return [settings = std::move(settings)](const Facts& facts, const Sources&, Report& report) {
    if (!facts.context().language.starts_with("en")) return;
    Reader reader(settings, facts, report);
    for (std::size_t p = 0; p < facts.size(); ++p) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.zone != Zone::code && paragraph.zone != Zone::math && !paragraph.foreign) reader.paragraph(p);
    }
  };
}

}  // namespace stet::rules
