// Frames: according to X; as X wrote.
#include <algorithm>

#include "facts/attribution_read.h"

namespace stet {

namespace {

constexpr std::uint32_t long_source = 30;

// From k on: a quotation taken whole where one begins there, else the clause.
WordRange content_from(const Phrases& ph, const QuoteMap& quotes, std::uint32_t k, std::uint32_t to) {
  if (k < to && ph.opens_quotation(k))
    if (const auto quote = quotes.opening_at(k); quote && quote->last + 3 >= to) return *quote;
  std::uint32_t end = ph.clause_end(k, to);
  if (end > k)
    if (const auto quote = quotes.around(end - 1); quote && quote->last > end) end = quote->last;
  return {k, end};
}

// The comma (or colon) that ends a frame which begins at i: not one of an appositive's pair.
std::uint32_t frame_end(const Phrases& ph, std::uint32_t i, std::uint32_t to) {
  std::uint32_t k = i;
  while (k < to && k - i < long_source && !ph.comma(k) && !ph.mark(k, U':') && !ph.stop(k)) ++k;
  return k < to && k - i < long_source ? k : to;
}

bool opens_sentence(const Phrases& ph, std::uint32_t i, std::uint32_t from) {
  for (std::uint32_t k = from; k < i; ++k)
    if (!ph.is(k, WordClass::conjunction) && !ph.adverb(k) && ph.paragraph().words[k].kind == WordKind::word)
      return false;
  return true;
}

// The end of a source's noun phrase with its appositive: "Wilkins, curator of the show,".
std::uint32_t past_appositive(const Phrases& ph, std::uint32_t comma, std::uint32_t to) {
  if (comma + 1 >= to || !ph.comma(comma)) return comma;
  const bool appositive = (ph.is(comma + 1, WordClass::determiner) || ph.is(comma + 1, WordClass::speaker_role) ||
                           ph.word(comma + 1, "who") || ph.is(comma + 1, WordClass::clause_adverb));
  if (!appositive || ph.clause_at(comma + 1, std::min(to, frame_end(ph, comma + 1, to)))) return comma;
  const std::uint32_t next = frame_end(ph, comma + 1, to);
  return next < to && ph.comma(next) ? next : comma;
}

}  // namespace

std::optional<Attribution> read_according(const Phrases& ph, const QuoteMap& quotes, const Cue& cue) {
  const auto [from, to] = cue.bounds;
  const std::uint32_t i = cue.word;
  if (i + 2 >= to || !ph.word(i + 1, "to")) return std::nullopt;
  if (ph.word(i + 2, "plan") || ph.word(i + 2, "schedule") || ph.word(i + 2, "plans") || ph.word(i + 2, "whether") ||
      ph.word(i + 2, "how") || ph.word(i + 2, "which"))
    return std::nullopt;
  auto source = ph.noun_phrase_at(i + 2, to);
  if (!source) return std::nullopt;
  const WordRange words{i, i + 2};
  std::uint32_t end = frame_end(ph, i + 2, to);
  // "figures released on Tuesday by the ministry": what is told of them is theirs, up to the comma.
  if (source->last < end && end - i < long_source && !ph.clause_at(source->last, end) &&
      (ph.paragraph().text(source->last - 1).ends_with("ed") || ph.word(source->last - 1, "seen")))
    source->last = end;
  end = past_appositive(ph, end, to);
  if (opens_sentence(ph, i, from)) {
    // "According to Ruiz the bridge is closed": no comma.
    const std::uint32_t next = source->last;
    const bool number = next + 1 < end && ph.is(next, WordClass::preposition) &&
                        ph.paragraph().words[next + 1].kind == WordKind::number;
    if (next < end && (ph.is(next, WordClass::determiner) || number) && ph.clause_at(number ? next + 1 : next, to))
      return made(ph, source, words, {content_from(ph, quotes, next, to)}, ScopeRule::according_to);
    if (end + 1 >= to) {
      if (end < to && ph.mark(end, U':')) return made(ph, source, words, {}, ScopeRule::block_after_colon);
      return std::nullopt;
    }
    return made(ph, source, words, {content_from(ph, quotes, end + 1, to)}, ScopeRule::according_to);
  }
  std::uint32_t before = i;
  while (before > from && (ph.comma(before - 1) || ph.dash(before - 1))) --before;
  // "furious – at least according to Pell"
  if (before > from + 3 && ph.word(before - 1, "least") && ph.word(before - 2, "at")) before -= 2;
  while (before > from && (ph.comma(before - 1) || ph.dash(before - 1))) --before;
  if (before <= from + 1) return std::nullopt;
  std::uint32_t begin = from;
  // "…; according to": only its own clause.
  for (std::uint32_t k = before; k > from; --k)
    if (ph.mark(k - 1, U';')) {
      begin = k;
      break;
    }
  std::vector<WordRange> content = {{begin, before}};
  if (const auto quote = quotes.around(before - 1); quote && quote->first < begin) content[0].first = quote->first;
  if (end + 2 < to && ph.comma(end) && before < i &&
      (ph.is(end + 1, WordClass::auxiliary) || ph.opens_quotation(end + 1)))
    content.push_back(content_from(ph, quotes, end + 1, to));
  return made(ph, source, words, std::move(content), ScopeRule::according_to);
}

std::optional<Attribution> read_in_words(const Phrases& ph, const QuoteMap& quotes, const Cue& cue) {
  const auto [from, to] = cue.bounds;
  const std::uint32_t i = cue.word;
  // In the words of one diplomat, C.   In Holm's view, C.
  std::uint32_t in = i;
  while (in > from && in + 6 > i && !ph.word(in, "in")) --in;
  if (!ph.word(in, "in") || in == i || i + 1 >= to) return std::nullopt;
  std::optional<WordRange> source;
  std::uint32_t end = i + 1;
  if (ph.word(i + 1, "of") && ph.word(i - 1, "the") && in + 2 == i) {
    source = ph.noun_phrase_at(i + 2, to);
    if (!source) return std::nullopt;
    end = frame_end(ph, source->last, to);
  } else if (ph.word(i - 1, "'s") && in + 1 < i - 1) {
    source = WordRange{in + 1, i - 1};
  } else if (in + 2 == i && (ph.word(i - 1, "his") || ph.word(i - 1, "her") || ph.word(i - 1, "their"))) {
    source = WordRange{i - 1, i};
  }
  if (!source || end > to || (end < to && !ph.comma(end) && !ph.stop(end))) return std::nullopt;
  const WordRange words{i, i + 1};
  if (opens_sentence(ph, in, from)) {
    if (end + 1 >= to) return std::nullopt;
    return made(ph, source, words, {content_from(ph, quotes, end + 1, to)}, ScopeRule::as_wrote);
  }
  if (in < from + 3 || !ph.comma(in - 1)) return std::nullopt;
  std::vector<WordRange> content = {{from, in - 1}};
  if (end + 2 < to && ph.comma(end)) content.push_back(content_from(ph, quotes, end + 1, to));
  return made(ph, source, words, std::move(content), ScopeRule::as_wrote);
}

std::optional<Attribution> read_as_wrote(const Phrases& ph, const QuoteMap& quotes, const Cue& cue, WordRange source) {
  const auto [from, to] = cue.bounds;
  const std::uint32_t as = source.first - 1;
  const WordRange words{cue.word, cue.word + 1};
  const std::uint32_t end = frame_end(ph, cue.word + 1, to);
  if (opens_sentence(ph, as, from)) {
    if (end >= to || ph.stop(end)) return std::nullopt;
    if (end + 1 >= to) {
      if (ph.mark(end, U':')) return made(ph, source, words, {}, ScopeRule::block_after_colon);
      return std::nullopt;
    }
    return made(ph, source, words, {content_from(ph, quotes, end + 1, to)}, ScopeRule::as_wrote);
  }
  if (as == from || !(ph.comma(as - 1) || ph.dash(as - 1) || ph.closes_quotation(as - 1))) return std::nullopt;
  std::uint32_t before = as;
  while (before > from && (ph.comma(before - 1) || ph.dash(before - 1))) --before;
  std::vector<WordRange> content = {{from, before}};
  if (end + 2 < to && ph.comma(end)) content.push_back(content_from(ph, quotes, end + 1, to));
  return made(ph, source, words, std::move(content), ScopeRule::as_wrote);
}

}  // namespace stet
