#include "facts/verbatim.h"

#include <algorithm>
#include <optional>
#include <span>

#include "facts/said_match.h"

namespace stet {

namespace {

// Fewer in a row, and chance finds them in any long transcript.
constexpr std::size_t fewest_found = 4;
// A longer stretch is compared piece by piece.
constexpr std::size_t longest_piece = 120;
// Where nothing says that a transcript is the speaker's, what is told to be near must be nearer.
constexpr double stranger = 0.1;

// A run of the quotation's words between two places where the writer says that something is left out or changed.
using Piece = std::span<const SaidWord>;

std::vector<Piece> pieces_of(std::span<const SaidWord> words) {
  std::vector<Piece> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    if (i < words.size() && words[i].kind == SaidWord::Kind::word && i - begin < longest_piece) continue;
    if (i > begin) out.push_back(words.subspan(begin, i - begin));
    begin = i < words.size() && words[i].kind == SaidWord::Kind::word ? i : i + 1;
  }
  return out;
}

class Holder {
 public:
  Holder(const Facts& facts, const Transcripts& transcripts, Closeness closeness)
      : facts_(facts), transcripts_(transcripts), closeness_(closeness) {}

  std::vector<Verbatim> all() {
    for (std::uint32_t p = 0; p < facts_.size(); ++p) {
      const Zone zone = facts_.paragraph(p).zone;
      if (zone == Zone::references || zone == Zone::table) continue;
      const std::span<const Quote> quotes = facts_.local(p).quotes;
      for (std::uint32_t i = 0; i < quotes.size(); ++i)
        if (quotes[i].depth == 0 && quotes[i].form != Quote::Form::scare && !quotes[i].words.empty())
          hold({p, i}, quotes[i]);
    }
    return std::move(out_);
  }

 private:
  void hold(FactRef ref, const Quote& quote) {
    const Paragraph& paragraph = facts_.paragraph(ref.paragraph);
    const Span span = paragraph.span(quote.words);
    std::vector<SaidWord> words = cut_said(paragraph.letters.substr(span.begin, span.size()));
    for (SaidWord& word : words) {
      word.begin += span.begin;
      word.end += span.begin;
    }
    const std::vector<Piece> pieces = pieces_of(words);
    const auto long_enough = [](Piece piece) { return piece.size() >= fewest_found; };
    if (std::none_of(pieces.begin(), pieces.end(), long_enough)) return;
    for (std::uint32_t file = 0; file < transcripts_.files.size(); ++file)
      if (const auto there = whole(pieces, *transcripts_.files[file])) {
        out_.push_back({ref, Verbatim::How::found, file, span, *there, {}});
        return;
      }
    nearest(ref, quote, span, pieces);
  }

  static Span bytes_of(const Transcript& transcript, SaidRange range) {
    return {transcript.words()[range.first].begin, transcript.words()[range.last - 1].end};
  }

  // All pieces that are long enough, in their order.
  static std::optional<Span> whole(const std::vector<Piece>& pieces, const Transcript& transcript) {
    std::optional<SaidRange> all;
    for (const Piece piece : pieces) {
      if (piece.size() < fewest_found) continue;
      const auto there = find_said(transcript, piece, all ? all->last : 0);
      if (!there) return std::nullopt;
      all = SaidRange{all ? all->first : there->first, there->last};
    }
    return all ? std::optional(bytes_of(transcript, *all)) : std::nullopt;
  }

  void nearest(FactRef ref, const Quote& quote, Span span, const std::vector<Piece>& pieces) {
    const std::uint32_t name = speaker(ref, quote);
    const auto theirs = [&](const std::shared_ptr<const Transcript>& t) { return name != 0 && t->named(name); };
    const bool known = std::any_of(transcripts_.files.begin(), transcripts_.files.end(), theirs);
    const bool sure = known || transcripts_.files.size() == 1;
    std::optional<Verbatim> best;
    double most = closeness_.likeness + (sure ? 0 : stranger);
    for (std::uint32_t file = 0; file < transcripts_.files.size(); ++file) {
      if (known && !theirs(transcripts_.files[file])) continue;
      Verbatim found{ref, Verbatim::How::near, file, span, {}, {}};
      const double likeness = near(pieces, *transcripts_.files[file], name, found);
      if (likeness < most) continue;
      most = likeness;
      best = std::move(found);
    }
    if (best) out_.push_back(std::move(*best));
  }

  // How like the transcript the least like piece is; below 0 where one is not there at all.
  double near(const std::vector<Piece>& pieces, const Transcript& transcript, std::uint32_t name, Verbatim& out) const {
    double least = 2;
    for (const Piece piece : pieces) {
      if (piece.size() < fewest_found || find_said(transcript, piece)) continue;
      if (piece.size() < closeness_.fewest_words) return -1;
      const auto aligned = align_said(transcript, piece);
      if (!aligned || aligned->differences.empty()) return -1;
      const std::string_view label = transcript.speaker(aligned->there.first);
      if (name != 0 && transcript.speaks(name) && !holds(label, name)) return -1;
      std::uint32_t extra = 0;
      for (const SaidAlignment::Difference& d : aligned->differences) {
        const std::uint32_t here = d.here.last - d.here.first, there = d.there.last - d.there.first;
        extra += there > here ? there - here : 0;
        out.differences.push_back({place(piece, d.here), place(transcript.words(), d.there)});
      }
      least = std::min(least, double(aligned->same) / static_cast<double>(piece.size() + extra));
      out.here = {piece.front().begin, piece.back().end};
      out.there = bytes_of(transcript, aligned->there);
    }
    return out.differences.empty() ? -1 : least;
  }

  static bool holds(std::string_view label, std::uint32_t name) {
    const std::vector<SaidWord> words = cut_said(label);
    return std::any_of(words.begin(), words.end(), [&](const SaidWord& w) { return w.key == name; });
  }

  // Of no words: where they would stand, after the word before.
  static Span place(std::span<const SaidWord> words, SaidRange range) {
    if (range.first < range.last) return {words[range.first].begin, words[range.last - 1].end};
    const std::uint32_t at = range.first > 0 ? words[range.first - 1].end : words[0].begin;
    return {at, at};
  }

  // The last name in the source's words; 0 where it names nobody ("she").
  std::uint32_t speaker(FactRef ref, const Quote& quote) const {
    const ParagraphFacts& local = facts_.local(ref.paragraph);
    if (!quote.attribution || !local.attributions[*quote.attribution].source) return 0;
    const WordRange source = *local.attributions[*quote.attribution].source;
    const Paragraph& paragraph = facts_.paragraph(ref.paragraph);
    std::uint32_t key = 0;
    for (const Name& name : local.names)
      if (name.words.overlaps(source) && !name.words.empty()) {
        key = said_key(paragraph.text(name.words.last - 1));
        break;
      }
    return key;
  }

  const Facts& facts_;
  const Transcripts& transcripts_;
  Closeness closeness_;
  std::vector<Verbatim> out_;
};

}  // namespace

std::vector<Verbatim> hold_quotations(const Facts& facts, const Transcripts& transcripts, Closeness closeness) {
  if (transcripts.files.empty()) return {};
  return Holder(facts, transcripts, closeness).all();
}

const Verbatim* verbatim_of(std::span<const Verbatim> held, FactRef quote) {
  const auto at = std::lower_bound(held.begin(), held.end(), quote,
                                   [](const Verbatim& v, const FactRef& ref) { return v.quote < ref; });
  return at != held.end() && at->quote == quote ? &*at : nullptr;
}

const Verbatim* found_among(const Facts& facts, std::span<const Verbatim> held, std::uint32_t p, WordRange words) {
  auto at = std::lower_bound(held.begin(), held.end(), FactRef{p, 0},
                             [](const Verbatim& v, const FactRef& ref) { return v.quote < ref; });
  for (; at != held.end() && at->quote.paragraph == p; ++at)
    if (at->how == Verbatim::How::found && facts.local(p).quotes[at->quote.index].words.overlaps(words)) return &*at;
  return nullptr;
}

Claim::Status status_of(const Facts& facts, std::span<const Verbatim> held, std::uint32_t p, const Claim& claim) {
  if (claim.status != Claim::Status::quoted || found_among(facts, held, p, claim.words) == nullptr) return claim.status;
  return Claim::Status::sourced;
}

}  // namespace stet
