#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "facts/speaker.h"
#include "facts/word_set.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Line {
  std::string who, words, origin;
};

// The words of a line as ids, and of the name.
struct Known {
  WordId who = 0;
  std::vector<WordId> words;
};

std::vector<WordId> ids_of(const std::string& words, const Lexicon& lexicon) {
  std::vector<WordId> out;
  for (std::size_t from = 0; from < words.size();) {
    const std::size_t end = std::min(words.find(' ', from), words.size());
    std::string_view word = std::string_view(words).substr(from, end - from);
    const bool clitic = word.ends_with("’s");
    if (clitic) word.remove_suffix(std::string_view("’s").size());
    out.push_back(lexicon.id(word));
    if (clitic) out.push_back(lexicon.id("'s"));
    from = end + 1;
  }
  return out;
}

// The share of `line` that stands in `said` in its order.
double likeness(const std::vector<WordId>& line, const std::vector<WordId>& said) {
  std::vector<std::size_t> best(said.size() + 1, 0);  // longest common subsequence so far
  for (const WordId id : line) {
    std::size_t corner = 0;
    for (std::size_t k = 1; k <= said.size(); ++k) {
      const std::size_t above = best[k];
      best[k] = said[k - 1] == id ? corner + 1 : std::max(best[k], best[k - 1]);
      corner = above;
    }
  }
  return line.empty() ? 0 : static_cast<double>(best.back()) / static_cast<double>(line.size());
}

constexpr std::size_t longest = 80;  // words of a quotation that are looked at

class Reader {
 public:
  Reader(const std::vector<Line>& lines, const std::vector<std::string>& doubt, double similarity, const Facts& facts,
         Report& report)
      : lines_(lines), doubt_(doubt), similarity_(similarity), facts_(facts), report_(report) {
    for (const Line& line : lines_) {
      known_.push_back({facts.lexicon().id(line.who), {}});
      credited_.insert(known_.back().who);
    }
  }

  Holds paragraph(std::size_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    Holds holds = Holds::nothing;
    for (const Quote& q : facts_.local(p).quotes) {
      if (q.depth != 0 || q.form == Quote::Form::block || spoken_words(paragraph, q.words) < 4) continue;
      const std::vector<Place> names = names_near(p, q);
      for (const Place& name : names) compare(p, q, name);
      // A credit line may come to stand below.
      if (!names.empty() || q.words.last + 1 >= paragraph.words.size()) holds = Holds::something;
    }
    return holds;
  }

 private:
  struct Place {
    std::size_t paragraph;
    std::uint32_t word;
  };

  // The credited names beside a quotation: in its sentence, or in a credit line below.
  std::vector<Place> names_near(std::size_t p, const Quote& q) const {
    std::vector<Place> out;
    const Paragraph& paragraph = facts_.paragraph(p);
    const WordRange sentence = sentences_around(paragraph, {q.words.first - 1, q.words.last});
    const auto look = [&](std::size_t at, WordRange words) {
      const Paragraph& there = facts_.paragraph(at);
      for (std::uint32_t i = words.first; i < words.last; ++i)
        if (there.words[i].has(Word::capital) && !there.words[i].has(Word::in_quotation) &&
            credited_.contains(there.words[i].id))
          out.push_back({at, i});
    };
    look(p, sentence);
    const std::uint32_t behind = q.words.last + 1;
    if (behind < paragraph.words.size()) {
      if (dash(paragraph.words[behind])) look(p, credit_line(paragraph, behind));
      return out;
    }
    if (p + 1 >= facts_.size() || facts_.paragraph(p + 1).words.empty()) return out;
    const Paragraph& next = facts_.paragraph(p + 1);
    if (dash(next.words.front())) look(p + 1, credit_line(next, 0));
    return out;
  }

  static bool dash(const Word& w) { return w.is_mark(U'—') || w.is_mark(U'–') || w.is_mark(U'-'); }
  static WordRange credit_line(const Paragraph& p, std::uint32_t first) {
    return {first, std::min<std::uint32_t>(first + 8, static_cast<std::uint32_t>(p.words.size()))};
  }

  void compare(std::size_t p, const Quote& q, const Place& name) {
    const Paragraph& paragraph = facts_.paragraph(p);
    std::vector<WordId> said;
    for (std::uint32_t i = q.words.first; i < q.words.last && said.size() < longest; ++i)
      if (paragraph.words[i].kind == WordKind::word) said.push_back(paragraph.words[i].id);
    const WordId who = facts_.paragraph(name.paragraph).words[name.word].id;
    for (std::size_t n = 0; n < lines_.size(); ++n) {
      if (known_[n].who != who) continue;
      if (known_[n].words.empty()) known_[n].words = ids_of(lines_[n].words, facts_.lexicon());
      if (likeness(known_[n].words, said) < similarity_) continue;
      if (!doubted(p, q) && credits(p, q, name)) tell(p, q, name, lines_[n]);
      return;
    }
  }

  // Is it this name that speaks: nobody else is said to?
  bool credits(std::size_t p, const Quote& q, const Place& name) const {
    if (name.paragraph != p || !q.attribution) return true;
    const Attribution& a = facts_.local(p).attributions[*q.attribution];
    return !a.named || a.source->contains(name.word);
  }

  // The draft shows that it knows better.
  bool doubted(std::size_t p, const Quote& q) const {
    const Paragraph& paragraph = facts_.paragraph(p);
    const WordRange sentence = sentences_around(paragraph, {q.words.first - 1, q.words.last});
    return std::any_of(doubt_.begin(), doubt_.end(), [&](const std::string& word) {
      const WordId id = facts_.lexicon().id(word);
      return std::any_of(paragraph.words.begin() + sentence.first, paragraph.words.begin() + sentence.last,
                         [&](const Word& w) { return w.id == id && !w.has(Word::in_quotation); });
    });
  }

  void tell(std::size_t p, const Quote& q, const Place& name, const Line& line) {
    auto added = report_.add(p, q.span, fmt::format("Not known to be {}’s: {}", line.who, line.origin));
    const Paragraph& there = facts_.paragraph(name.paragraph);
    const Span span = there.words[name.word].span();
    added.related(name.paragraph, span, line.who);
    const std::string doubt = fmt::format("(a line often attributed to {})", line.who);
    added.fix(fmt::format("Insert “{}”", doubt), {{p, {q.span.end, q.span.end}, " " + doubt}});
    added.detail(fmt::format("**The line.** {}\n\n**Known origin.** {}", line.words, line.origin));
  }

  const std::vector<Line>& lines_;
  const std::vector<std::string>& doubt_;
  double similarity_;
  const Facts& facts_;
  Report& report_;
  std::vector<Known> known_;
  WordSet credited_;
};

}  // namespace

Check quote_apocryphal(const Options& options) {
  std::vector<Line> lines;
  for (const auto& [name, value] : options.values())
    if (const auto* row = std::get_if<std::vector<std::string>>(&value);
        row != nullptr && name != "doubt" && row->size() == 3)
      lines.push_back({(*row)[0], (*row)[1], (*row)[2]});
  return [lines = std::move(lines), doubt = options.list("doubt"), similarity = options.number("similarity")](
             const Facts& facts, const Sources&, Report& report) {
    return Pass{[&facts, reader = Reader(lines, doubt, similarity, facts, report)](std::size_t p) mutable {
      const Zone zone = facts.paragraph(p).zone;
      if (zone == Zone::references || zone == Zone::table) return Holds::nothing;
      return reader.paragraph(p);
    }};
  };
}

}  // namespace stet::rules
