#include "prose/quotation.h"

#include <algorithm>
#include <string_view>

namespace stet {

namespace {

using Kind = QuotationFault::Kind;

constexpr char32_t double_open = U'“', double_close = U'”', single_open = U'‘', single_close = U'’';
constexpr char32_t low_double = U'„', low_single = U'‚', left_angle = U'«', right_angle = U'»';
constexpr char32_t straight_double = U'"', straight_single = U'\'';
constexpr std::u32string_view opens_after = U"([{—–-/¿¡…";        // a quotation may open right after these
constexpr std::u32string_view closes_before = U".,;:!?)]}—–-/…";  // and close right before these
constexpr std::uint32_t far_enough = 400;                         // words to look ahead for a closing ’

bool one_of(const Word& w, std::u32string_view marks) {
  return w.kind == WordKind::mark && marks.find(static_cast<char32_t>(w.id & ~mark_bit)) != std::u32string_view::npos;
}

bool is_quotation_mark(const Word& w) {
  if (w.kind != WordKind::mark) return false;
  const auto c = static_cast<char32_t>(w.id & ~mark_bit);
  return c == straight_double || c == straight_single || c == left_angle || c == right_angle ||
         (c >= single_open && c <= low_double && c != U'‛');
}

bool is_single(char32_t mark) { return mark == single_open || mark == low_single || mark == straight_single; }

class Pairer {
 public:
  Pairer(const Paragraph& p, const Lexicon& lexicon)
      : p_(p), words_(p.words), lexicon_(lexicon), count_(static_cast<std::uint32_t>(p.words.size())) {
    constexpr std::size_t many = 8;  // as many pairs as a paragraph of news has
    stack_.reserve(4);
    out_.pairs.reserve(many);
  }

  QuotationMarks run() {
    for (at_ = 0; at_ < count_; ++at_)
      if (is_quotation_mark(words_[at_])) read_mark();
    if (!out_.pairs.empty() || !out_.faults.empty()) finish();
    return std::move(out_);
  }

 private:
  struct Open {
    std::uint32_t pair;  // index into out_.pairs
    char32_t mark;
    bool tentative;  // may be an apostrophe
  };
  struct Nesting {
    std::uint32_t inner, outer;  // pairs
  };

  // Neighbouring marks (“‘ or ’”) look outward together.
  void find_run() {
    if (at_ < run_end_) return;
    run_begin_ = at_;
    run_end_ = at_ + 1;
    while (run_end_ < count_ && !words_[run_end_].has(Word::space_before) && is_quotation_mark(words_[run_end_]))
      ++run_end_;
    const Word* before = run_begin_ == 0 ? nullptr : &words_[run_begin_ - 1];
    free_left_ = words_[run_begin_].has(Word::space_before) || before == nullptr || one_of(*before, opens_after);
    free_right_ =
        run_end_ == count_ || words_[run_end_].has(Word::space_before) || one_of(words_[run_end_], closes_before);
    // "—" and "-" stand on both sides: what is beyond the other side decides.
    if (free_left_ && free_right_ && !words_[run_begin_].has(Word::space_before) && before != nullptr)
      free_left_ = false;
    else if (free_left_ && free_right_ && run_end_ < count_ && !words_[run_end_].has(Word::space_before))
      free_right_ = words_[run_end_].is_mark(U'.') || words_[run_end_].is_mark(U',');
  }

  bool opener() const { return free_left_ && !free_right_; }
  bool closer() const { return !free_left_ && free_right_; }

  bool after_number() const {
    return at_ > 0 && !words_[at_].has(Word::space_before) && words_[at_ - 1].kind == WordKind::number;
  }
  bool after_stop() const {
    return at_ > 0 && !words_[at_].has(Word::space_before) && one_of(words_[at_ - 1], U",.?!…");
  }
  // 'em, '90s
  bool elided() const {
    if (at_ + 1 >= count_ || words_[at_ + 1].has(Word::space_before)) return false;
    const Word& next = words_[at_ + 1];
    if (lexicon_.is(next.id, WordClass::elision)) return true;
    if (next.kind != WordKind::number || p_.text(next).size() != 2) return false;
    return at_ + 2 < count_ && !words_[at_ + 2].has(Word::space_before) && words_[at_ + 2].kind == WordKind::word;
  }
  char32_t stack_mark() const { return stack_.empty() ? 0 : stack_.back().mark; }

  void read_mark() {
    find_run();
    const auto mark = static_cast<char32_t>(words_[at_].id & ~mark_bit);
    switch (mark) {
      case double_open: read_double_open(); break;
      case double_close: read_double_close(); break;
      case straight_double: read_straight_double(); break;
      case single_open: read_single_open(); break;
      case single_close: read_single_close(single_close); break;
      case straight_single: read_straight_single(); break;
      case low_double:
      case low_single: push(mark); break;
      case left_angle: stack_mark() == right_angle ? close_top(mark) : push(mark); break;
      case right_angle: read_right_angle(); break;
      default: break;
    }
  }

  void push(char32_t mark) { push_open(mark, false); }

  // A single mark that may be an apostrophe gives way to the next one.
  void push_single(char32_t mark, bool tentative) {
    if (stack_mark() == mark) {
      out_.pairs[stack_.back().pair].close = dropped;
      stack_.pop_back();
    }
    push_open(mark, tentative);
  }

  void push_open(char32_t mark, bool tentative) {
    stack_.push_back({static_cast<std::uint32_t>(out_.pairs.size()), mark, tentative});
    out_.pairs.push_back({at_, no_close, mark, 0, 0});
  }

  void fault(Kind kind, std::uint32_t mark, std::uint32_t partner = QuotationFault::no_word) {
    out_.faults.push_back({kind, mark, partner});
  }

  // Closes the innermost open quotation with the mark at hand.
  void close_top(char32_t mark) {
    const Open open = stack_.back();
    stack_.pop_back();
    last_closed_ = open.pair;
    out_.pairs[open.pair].close = at_;
    out_.pairs[open.pair].close_mark = mark;
    if (!stack_.empty() && stack_.back().mark == open.mark && !is_single(open.mark))
      nestings_.push_back({open.pair, stack_.back().pair});
  }

  // Closes the innermost open one of `marks`; singles above it that never closed were apostrophes or faults.
  bool close_one_of(std::u32string_view marks, char32_t mark) {
    std::size_t n = stack_.size();
    while (n > 0 && marks.find(stack_[n - 1].mark) == std::u32string_view::npos && is_single(stack_[n - 1].mark)) --n;
    if (n == 0 || marks.find(stack_[n - 1].mark) == std::u32string_view::npos) return false;
    while (stack_.size() > n) {
      if (!stack_.back().tentative) fault(Kind::unclosed, out_.pairs[stack_.back().pair].open);
      out_.pairs[stack_.back().pair].close = dropped;
      stack_.pop_back();
    }
    close_top(mark);
    return true;
  }

  void read_double_open() {
    if (stack_mark() == low_double) return close_top(double_open);
    if (closer() && stack_mark() == double_open) {
      fault(Kind::mixed_pair, at_, out_.pairs[stack_.back().pair].open);
      return close_top(double_open);
    }
    push(double_open);
  }

  void read_double_close() {
    if (close_one_of(U"“„”", double_close)) return;
    if (stack_mark() == straight_double && closer()) {
      fault(Kind::mixed_pair, at_, out_.pairs[stack_.back().pair].open);
      return close_top(double_close);
    }
    if (after_number() && stack_.empty()) return;
    if (opener()) {
      fault(Kind::mixed_pair, at_);
      return push(double_close);
    }
    fault(Kind::unopened, at_);
  }

  void read_straight_double() {
    const bool inside = has_open(straight_double);
    if (after_number() && !inside && !has_open(double_open)) return;  // inches
    if (opener() || (!closer() && !inside && !has_open(double_open))) {
      if (!opener() && !free_left_) return;  // rock"n"roll
      return push(straight_double);
    }
    if (close_one_of(U"\"", straight_double)) {
      measure_close_ = after_number() ? std::int64_t{last_closed_} : -1;
      return;
    }
    if (!closer()) return;
    if (stack_mark() == double_open && !after_number()) {
      fault(Kind::mixed_pair, at_, out_.pairs[stack_.back().pair].open);
      return close_top(straight_double);
    }
    if (measure_close_ >= 0) {  // "a 12" pipe": the first was inches
      out_.pairs[static_cast<std::size_t>(measure_close_)].close = at_;
      measure_close_ = -1;
      return;
    }
    if (stack_.empty()) fault(Kind::unopened, at_);
  }

  bool has_open(char32_t mark) const {
    for (std::size_t n = stack_.size(); n > 0; --n) {
      if (stack_[n - 1].mark == mark) return true;
      if (!is_single(stack_[n - 1].mark)) return false;
    }
    return false;
  }

  void read_single_open() {
    if (stack_mark() == low_single) return close_top(single_open);
    if (elided() || !opener()) return;
    push_single(single_open, at_ + 1 < count_ && words_[at_ + 1].kind == WordKind::number);
  }

  void read_straight_single() {
    if (opener()) {
      if (!elided()) push_single(straight_single, true);
      return;
    }
    read_single_close(straight_single);
  }

  void read_single_close(char32_t mark) {
    if (opener()) return;  // ’em
    const char32_t top = stack_mark();
    if (top == single_open || top == low_single || (top == straight_single && mark == straight_single)) {
      if (!free_right_ || (possessive() && another_close(mark))) return;
      if (top == single_open && mark == straight_single) {
        if (!after_stop()) return;
        fault(Kind::mixed_pair, at_, out_.pairs[stack_.back().pair].open);
      }
      return close_top(mark);
    }
    if (after_stop() && free_right_) false_closes_.push_back(at_);
  }

  // the dogs’ food: an s before, a word in lower case after.
  bool possessive() const {
    if (at_ == 0 || at_ + 1 >= count_ || words_[at_ - 1].kind != WordKind::word) return false;
    const char last = p_.text(words_[at_ - 1]).back();
    const Word& next = words_[at_ + 1];
    return (last == 's' || last == 'S') && next.kind == WordKind::word && !next.has(Word::capital);
  }

  bool another_close(char32_t mark) const {
    const std::uint32_t end = std::min(count_, at_ + far_enough);
    for (std::uint32_t i = at_ + 1; i < end; ++i) {
      if (words_[i].is_mark(single_open) || words_[i].is_mark(double_close)) return false;
      if (words_[i].is_mark(mark) && !words_[i].has(Word::space_before)) return true;
    }
    return false;
  }

  void read_right_angle() {
    if (close_one_of(U"«", right_angle)) return;
    if (opener()) push(right_angle);
    else if (!free_left_) fault(Kind::unopened, at_);
  }

  // What is still open at the end.
  void finish() {
    bool told = false;
    std::size_t last_double = 0;
    for (std::size_t n = 0; n < stack_.size(); ++n)
      if (!is_single(stack_[n].mark)) last_double = n;
    for (std::size_t n = 0; n < stack_.size(); ++n) {
      const Open& open = stack_[n];
      QuotationPair& pair = out_.pairs[open.pair];
      if (open.tentative) {
        pair.close = dropped;
        continue;
      }
      const bool doubles_above = n < last_double;
      const bool another = open.pair + 1 < out_.pairs.size();
      const std::uint32_t next = another ? out_.pairs[open.pair + 1].open : count_;
      const auto wrong = std::lower_bound(false_closes_.begin(), false_closes_.end(), pair.open);
      if (!is_single(open.mark) && wrong != false_closes_.end() && *wrong < next) {
        fault(Kind::apostrophe_close, *wrong, pair.open);
        pair.close = *wrong;
        pair.close_mark = static_cast<char32_t>(words_[*wrong].id & ~mark_bit);
      } else if (doubles_above || (another && same_kind_after(open))) {
        if (!told) fault(Kind::unclosed, pair.open, another ? next : QuotationFault::no_word);
        told = true;
        pair.close = std::min(next, sentence_end(pair.open));
      } else {
        pair.close = spoken_on(pair.open) ? count_ : sentence_end(pair.open);
      }
    }
    for (const Nesting& nesting : nestings_)
      if (const QuotationPair& outer = out_.pairs[nesting.outer];
          outer.close_mark != 0 && out_.pairs[nesting.inner].open < outer.close)
        fault(Kind::same_level, out_.pairs[nesting.inner].open, outer.open);
    std::erase_if(out_.pairs, [](const QuotationPair& pair) { return pair.close == dropped; });
    std::vector<std::uint32_t> closes;
    for (QuotationPair& pair : out_.pairs) {
      while (!closes.empty() && closes.back() <= pair.open) closes.pop_back();
      pair.depth = static_cast<std::uint8_t>(std::min<std::size_t>(closes.size(), 255));
      closes.push_back(pair.close);
    }
    std::stable_sort(out_.faults.begin(), out_.faults.end(),
                     [](const QuotationFault& a, const QuotationFault& b) { return a.mark < b.mark; });
  }

  bool same_kind_after(const Open& open) const {
    for (std::size_t i = open.pair + 1; i < out_.pairs.size(); ++i)
      if (out_.pairs[i].open_mark == open.mark && out_.pairs[i].close != dropped) return true;
    return false;
  }

  std::uint32_t sentence_end(std::uint32_t word) const {
    return p_.sentences.empty() ? count_ : p_.sentences[p_.sentence_of(word)].words.last;
  }

  // Does the opening mark stand where speech begins, so that the next paragraph may go on with it?
  bool spoken_on(std::uint32_t open) const {
    return open == 0 || one_of(words_[open - 1], U":,") || words_[open].has(Word::starts_sentence);
  }

  static constexpr std::uint32_t no_close = 0xFFFF'FFFFu, dropped = 0xFFFF'FFFEu;

  const Paragraph& p_;
  const std::vector<Word>& words_;
  const Lexicon& lexicon_;
  std::uint32_t count_, at_ = 0, run_begin_ = 0, run_end_ = 0, last_closed_ = 0;
  bool free_left_ = false, free_right_ = false;
  std::vector<Open> stack_;
  std::vector<Nesting> nestings_;
  std::vector<std::uint32_t> false_closes_;  // ’ and ' after a stop that close nothing
  std::int64_t measure_close_ = -1;          // a pair that may have been closed by an inch mark
  QuotationMarks out_;
};

}  // namespace

QuotationMarks pair_quotation_marks(const Paragraph& paragraph, const Lexicon& lexicon) {
  // Most paragraphs have none of them: that is seen without a Pairer.
  if (std::none_of(paragraph.words.begin(), paragraph.words.end(), is_quotation_mark)) return {};
  return Pairer(paragraph, lexicon).run();
}

void flag_quoted_words(Paragraph& paragraph, const Lexicon& lexicon) {
  for (const QuotationPair& pair : pair_quotation_marks(paragraph, lexicon).pairs) {
    if (pair.depth != 0) continue;
    for (std::uint32_t i = pair.open + 1; i < pair.close; ++i) paragraph.words[i].flags |= Word::in_quotation;
    paragraph.flags |= Word::in_quotation;
  }
}

}  // namespace stet
