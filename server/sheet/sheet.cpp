#include "sheet/sheet.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "facts/date_text.h"
#include "facts/verbatim.h"
#include "sheet/shown.h"
#include "text/utf8.h"

namespace stet {

namespace {

// Shorter ones are words as words, or belong to a sentence that is no speech.
constexpr std::uint32_t shortest_quotation = 3;

bool speech(const Quote& q) {
  return q.form != Quote::Form::scare && q.depth == 0 && q.words.size() >= shortest_quotation;
}

// Headings and the like claim nothing by themselves (see find_claims); in a note stand titles.
bool quotes_count(Zone zone) {
  return zone != Zone::headline && zone != Zone::subhead && zone != Zone::dek && zone != Zone::references &&
         zone != Zone::table && zone != Zone::question && zone != Zone::footnote;
}

class Rows {
 public:
  Rows(const Facts& facts, const Transcripts& transcripts)
      : facts_(facts), transcripts_(transcripts), held_(hold_quotations(facts, transcripts)) {}

  std::vector<SheetRow> all() {
    for (p_ = 0; p_ < facts_.size(); ++p_) {
      const std::size_t before = out_.size();
      const ParagraphFacts& local = facts_.local(p_);
      claims_.clear();
      std::copy_if(local.claims.begin(), local.claims.end(), std::back_inserter(claims_),
                   [&](const Claim& claim) { return !only_speech(claim); });
      for (const Claim& claim : claims_) add(claim);
      std::vector<Speech> speeches;
      for (const Quote& quote : local.quotes)
        if (speech(quote) && quotes_count(paragraph().zone)) add(quote, speeches);
      for (const Speech& speech : speeches) {
        SheetRow& row = add_row(speech.words);
        if (const auto who = speech.attribution ? speech.attribution : speaker_of(speech.words)) speaker(row, *who);
      }
      std::stable_sort(out_.begin() + static_cast<std::ptrdiff_t>(before), out_.end(),
                       [](const SheetRow& a, const SheetRow& b) { return a.words.first < b.words.first; });
      for (; looked_up_ < held_.size() && held_[looked_up_].quote.paragraph == p_; ++looked_up_)
        look_up(held_[looked_up_], std::span(out_).subspan(before));
    }
    return std::move(out_);
  }

 private:
  const Paragraph& paragraph() const { return facts_.paragraph(p_); }
  std::string text(WordRange words) const { return shown(facts_, p_, paragraph().span(words)); }

  // “The crew agrees,” said Lena Ortiz: but for who says it, all of it is quoted.
  bool only_speech(const Claim& claim) const {
    if (!claim.reaches || !claim.attribution) return false;
    const Attribution& a = facts_.local(p_).attributions[*claim.attribution];
    bool quoted = false;
    for (std::uint32_t i = claim.words.first; i < claim.words.last; ++i) {
      const Word& word = paragraph().words[i];
      if (word.has(Word::in_quotation)) quoted = true;
      else if (word.kind != WordKind::mark && !(a.source && a.source->contains(i)) && !(a.cue && a.cue->contains(i)))
        return false;
    }
    return quoted;
  }

  SheetRow& add_row(WordRange words) {
    SheetRow row;
    row.paragraph = p_;
    row.words = words;
    row.claim = text(words);
    for (const Figure& f : facts_.local(p_).figures)
      if (words.contains(f.words.first)) row.figures.push_back(shown(facts_, p_, f.span));
    for (const DateMention& d : facts_.local(p_).dates)
      if (words.contains(d.words.first)) row.dates.push_back(date(d));
    for (const Citation& c : facts_.local(p_).citations)
      if (c.covers.overlaps(words)) row.sources.push_back(cited(c));
    return out_.emplace_back(std::move(row));
  }

  void add(const Claim& claim) {
    SheetRow& row = add_row(claim.words);
    row.kind = claim.kind;
    row.status = claim.status;
    row.worth = claim.worth;
    if (claim.status == Claim::Status::weasel) speakers(row, claim);
    else if (claim.reaches && claim.attribution) speaker(row, *claim.attribution);
  }

  struct Speech {
    WordRange words;
    std::optional<std::uint32_t> attribution;
  };

  // A quotation, sentence by sentence, where no claim has it: the sentence with who says it, or the quoted words alone
  // where the rest of the sentence claims something. What one person says in one go is one row.
  void add(const Quote& quote, std::vector<Speech>& out) const {
    const auto claimed = [&](WordRange words) {
      return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& c) { return c.words.overlaps(words); });
    };
    const auto& sentences = paragraph().sentences;
    for (std::uint32_t s = paragraph().sentence_of(quote.words.first);
         s < sentences.size() && sentences[s].words.first < quote.words.last; ++s) {
      WordRange words = sentences[s].words;
      if (claimed(words)) words = {std::max(words.first, quote.words.first), std::min(words.last, quote.words.last)};
      if (words.first >= words.last || claimed(words)) continue;
      if (!out.empty() && one_speech(out.back(), words, quote.attribution)) {
        out.back().words.last = std::max(out.back().words.last, words.last);
        if (!out.back().attribution) out.back().attribution = quote.attribution;
      } else {
        out.push_back({words, quote.attribution});
      }
    }
  }

  bool one_speech(const Speech& before, WordRange words, std::optional<std::uint32_t> attribution) const {
    if (before.words.last > words.first) return true;
    if (before.words.last < words.first) return false;
    const std::span<const Attribution> all = facts_.local(p_).attributions;
    return !before.attribution || !attribution || all[*before.attribution].source == all[*attribution].source;
  }

  void look_up(const Verbatim& v, std::span<SheetRow> rows) const {
    const WordRange words = facts_.local(p_).quotes[v.quote.index].words;
    const std::string path = valid_utf8(transcripts_.files[v.file]->path());
    const bool found = v.how == Verbatim::How::found;
    for (SheetRow& row : rows) {
      if (!row.words.overlaps(words)) continue;
      const auto differs = [](const std::string& source) { return source.starts_with("not word for word in "); };
      if (!found && row.status == Claim::Status::sourced && row.kind == Claim::Kind::quotation)
        row.status = Claim::Status::quoted;
      if (found && row.status == Claim::Status::quoted && std::none_of(row.sources.begin(), row.sources.end(), differs))
        row.status = Claim::Status::sourced;
      const std::string source = found ? path : "not word for word in " + path;
      if (std::find(row.sources.begin(), row.sources.end(), source) == row.sources.end()) row.sources.push_back(source);
    }
  }

  void speaker(SheetRow& row, std::uint32_t attribution) {
    const Attribution& a = facts_.local(p_).attributions[attribution];
    if (a.source) row.sources.insert(row.sources.begin(), text(*a.source));
  }

  std::optional<std::uint32_t> speaker_of(WordRange words) const {
    const auto& attributions = facts_.local(p_).attributions;
    for (std::uint32_t i = 0; i < attributions.size(); ++i)
      if (attributions[i].source && held(attributions[i], words)) return i;
    return std::nullopt;
  }

  static bool held(const Attribution& a, WordRange words) {
    return std::any_of(a.content.begin(), a.content.end(), [&](WordRange part) { return part.overlaps(words); });
  }

  // Those who cannot be asked: the crowd that the words name.
  void speakers(SheetRow& row, const Claim& claim) {
    const auto& attributions = facts_.local(p_).attributions;
    for (std::uint32_t i = 0; i < attributions.size(); ++i) {
      const Attribution& a = attributions[i];
      if (a.strength == 0 && a.cue && (claim.words.contains(a.cue->first) || held(a, claim.words)))
        return speaker(row, i);
    }
  }

  // What a marker sends the reader to: an address, "note 3", or the marker as it stands.
  std::string cited(const Citation& c) const {
    const std::string target = valid_utf8(facts_.document->text.bytes(facts_.absolute(p_, c.target)));
    switch (c.form) {
      case Citation::Form::link:
      case Citation::Form::url: return target;
      case Citation::Form::anchor: return "#" + target;
      case Citation::Form::cite_key: return "@" + target;
      case Citation::Form::footnote: return "note " + target;
      case Citation::Form::inline_note: return "a note";
      case Citation::Form::reference:
      case Citation::Form::numbered:
      case Citation::Form::parenthetical: break;
    }
    return valid_utf8(facts_.document->text.bytes(facts_.absolute(p_, c.span)));
  }

  std::string date(const DateMention& d) const {
    const std::string said = shown(facts_, p_, d.span), days = written_days(d);
    if (days.empty() || said.find(days) != std::string::npos) return said;
    return days.starts_with(said) ? days : said + " (" + days + ")";
  }

  const Facts& facts_;
  const Transcripts& transcripts_;
  std::vector<Verbatim> held_;
  std::size_t looked_up_ = 0;  // of them
  std::uint32_t p_ = 0;
  std::vector<Claim> claims_;  // of the paragraph, without those that are speech and nothing else
  std::vector<SheetRow> out_;
};

}  // namespace

std::vector<SheetRow> sheet_rows(const Facts& facts, const Transcripts* transcripts) {
  static const Transcripts none;
  return Rows(facts, transcripts ? *transcripts : none).all();
}

}  // namespace stet
