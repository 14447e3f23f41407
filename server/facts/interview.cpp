#include "facts/interview.h"

#include <algorithm>

namespace stet {

namespace {

constexpr std::size_t fewest_questions = 2;
constexpr std::size_t most_answers = 6;       // paragraphs of answers to a question, on the average
constexpr std::uint32_t short_question = 20;  // words of a paragraph that only asks

bool asks(const Paragraph& p, const Lexicon& lexicon) {
  if (p.zone != Zone::body || p.words.empty() || !p.words.back().is_mark(U'?')) return false;
  if (p.sentences.size() == 1 && p.spaced_words <= short_question) return true;
  static constexpr WordKeySet you{{"you", "your"}};
  return std::any_of(p.words.begin(), p.words.end(),
                     [&](const Word& w) { return !w.has(Word::in_quotation) && you.contains(lexicon.key(w.id)); });
}

}  // namespace

std::size_t interview_begin(const Facts& facts) {
  std::size_t first = facts.size(), questions = 0, paragraphs = 0;
  for (std::size_t p = 0; p < facts.size(); ++p) {
    if (asks(facts.paragraph(p), facts.lexicon())) {
      if (questions++ == 0) first = p;
    }
    if (questions > 0 && facts.paragraph(p).zone == Zone::body) ++paragraphs;
  }
  return questions >= fewest_questions && paragraphs <= questions * most_answers ? first : facts.size();
}

}  // namespace stet
