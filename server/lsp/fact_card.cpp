#include "lsp/fact_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "facts/date_carried.h"
#include "facts/interval.h"
#include "facts/support.h"
#include "facts/verbatim.h"
#include "lsp/fact_words.h"
#include "lsp/mentions.h"

namespace stet {

namespace {

constexpr std::size_t most_mentions = 12;

class Cards {
 public:
  Cards(const Reading& reading, std::size_t p, std::uint32_t offset, const Style& style)
      : facts_(reading.facts),
        text_(reading.text),
        transcripts_(reading.sources ? reading.sources->transcripts.get() : nullptr),
        p_(p),
        local_(reading.facts.local(p)),
        style_(style) {
    relative_ = offset - facts_.document->blocks[p].begin;
  }

  std::vector<FactCard> all() {
    for (std::uint32_t i = 0; i < local_.figures.size(); ++i) add(local_.figures[i].span, [&] { return figure(i); });
    const CarriedDates dates(facts_);
    for (const DateMention& date : dates.of(p_)) add(date.span, [&] { return this->date(date); });
    for (const Acronym& acronym : local_.acronyms) add(acronym.span, [&] { return this->acronym(acronym); });
    for (const Name& name : local_.names) add(name.span, [&] { return this->name(name); });
    for (const Citation& citation : local_.citations) add(citation.span, [&] { return this->citation(citation); });
    for (const Attribution& a : local_.attributions) add(a.span, [&] { return attribution(a); });
    for (const Claim& claim : local_.claims)
      if (claim.status != Claim::Status::exempt) add(claim.span, [&] { return this->claim(claim); });
    std::ranges::stable_sort(out_, {}, [](const FactCard& card) { return card.span.size(); });
    return std::move(out_);
  }

 private:
  template <class Make>
  void add(Span relative, Make make) {
    if (touches(relative, relative_)) out_.push_back({facts_.absolute(p_, relative), make()});
  }

  std::string title(std::string_view kind, Span relative) const {
    return fmt::format("{}{}{} {}\n\n", style_.strong, kind, style_.strong,
                       style_.text(quotation(text_, facts_.absolute(p_, relative))));
  }
  std::string place(std::size_t p, Span relative) const {
    const Span span = facts_.absolute(p, relative);
    return style_.text(line_of(text_, span.begin) + ": " + quotation(text_, span));
  }
  std::string words(WordRange range) const { return "“" + style_.text(facts_.paragraph(p_).text(range)) + "”"; }

  std::string figure(std::uint32_t index) const {
    const Figure& f = local_.figures[index];
    std::string out = title("figure", f.span) + style_.text(figure_in_words(f));
    if (f.head) out += ", of “" + style_.text(facts_.paragraph(p_).text(*f.head)) + "”";
    if (f.quoted) out += ", in a quotation";
    out += "\n" + scene(f.words) + support(f.words);
    return out + cluster({static_cast<std::uint32_t>(p_), index});
  }

  // Whose it is and when, as far as the sentence says.
  std::string scene(WordRange of) const {
    const Paragraph& paragraph = facts_.paragraph(p_);
    if (of.empty() || paragraph.sentences.empty()) return {};
    const WordRange sentence = paragraph.sentences[paragraph.sentence_of(of.first)].words;
    std::string holders, times, out;
    for (const Name& name : local_.names)
      if (sentence.contains(name.words.first)) holders += (holders.empty() ? "" : ", ") + words(name.words);
    for (const DateMention& date : local_.dates)
      if (sentence.contains(date.words.first)) times += (times.empty() ? "" : ", ") + words(date.words);
    if (!holders.empty()) out += "\nNamed with it: " + holders + "\n";
    if (!times.empty()) out += "\nTime: " + times + "\n";
    return out;
  }

  std::string support(WordRange of) const {
    const Support found = support_of(facts_.paragraph(p_), local_, facts_.lexicon(), of, Riding::never);
    const auto source = [&](const Attribution& a) { return a.source ? words(*a.source) : "nobody named"; };
    switch (found.by) {
      case Support::By::quotation: return "\nIn a quotation.\n";
      case Support::By::citation: return "\nCited: " + place(p_, local_.citations[found.index].span) + "\n";
      case Support::By::attribution:
      case Support::By::continuation: return "\nSays who: " + source(local_.attributions[found.index]) + "\n";
      case Support::By::none: break;
    }
    return "\nNo visible support: " + style_.text(explain(facts_.paragraph(p_), local_, found)) + "\n";
  }

  std::string cluster(FactRef here) const {
    const auto members = figure_cluster(facts_, here);
    if (members.size() < 2) return {};
    std::string out = "\nThe same quantity, it seems:\n";
    std::size_t shown = 0;
    for (const FactRef& member : members) {
      if (member == here) continue;
      if (++shown > most_mentions) {
        out += fmt::format("\n- and {} more", members.size() - 1 - most_mentions);
        break;
      }
      const Figure& f = facts_.local(member.paragraph).figures[member.index];
      out += "\n- " + place(member.paragraph, f.span) + ", " + style_.text(interval_in_words(f)) + pair(here, member);
    }
    return out + "\n";
  }

  std::string pair(FactRef a, FactRef b) const {
    if (b < a) std::swap(a, b);
    const auto found = std::ranges::find_if(facts_.figure_pairs, [&](const FigurePair& pair) {
      return FactRef{pair.first.paragraph, pair.first.index} == a &&
             FactRef{pair.second.paragraph, pair.second.index} == b;
    });
    if (found == facts_.figure_pairs.end()) return ", by way of another";
    return fmt::format(": {} ({})", pair_kind_name(found->kind), score_in_words(found->score));
  }

  std::string date(const DateMention& date) const {
    return title("date", date.span) + style_.text(date_in_words(date, facts_.context().date)) + "\n";
  }

  std::string acronym(const Acronym& acronym) const {
    std::string out = title("acronym", acronym.span);
    const auto mentions = mentions_at_place(acronym.span);
    if (!mentions || mentions->definitions.empty()) return out + "Not spelt out in this draft.\n";
    const auto p = paragraph_at(facts_, mentions->definitions.front().begin);
    const auto& there = facts_.local(*p).acronyms;
    const auto defining = std::ranges::find_if(there, [&](const Acronym& a) {
      return facts_.absolute(*p, a.span) == mentions->definitions.front() && a.long_form;
    });
    if (defining == there.end()) return out;
    return out + fmt::format("{} ({}); {} here\n", style_.text(facts_.paragraph(*p).text(*defining->long_form)),
                             line_of(text_, mentions->definitions.front().begin), times(mentions->all.size()));
  }

  std::string name(const Name& name) const {
    const auto mentions = mentions_at_place(name.span);
    if (!mentions) return title("name", name.span);
    std::string out = title("name", name.span) + std::string(name_type(name.type));
    out += fmt::format("{}named {}, first in {}\n", out.ends_with('\n') ? "" : ", ", times(mentions->all.size()),
                       line_of(text_, mentions->all.front().begin));
    return out;
  }

  std::string citation(const Citation& citation) const {
    std::string out = title(citation_kind(citation.form), citation.span);
    const std::string_view target = text_.bytes(facts_.absolute(p_, citation.target));
    const auto mentions = mentions_at_place(citation.span);
    if (mentions && !mentions->definitions.empty()) {
      const Span line = text_.line(text_.position(mentions->definitions.front().begin, Encoding::utf8).line);
      return out + style_.text(line_of(text_, line.begin) + ": " + quotation(text_, line)) + "\n";
    }
    const auto found = resolved(citation.form, target, citation_targets(*facts_.document));
    return out + (found == false ? "Leads nowhere in this draft.\n" : style_.text(target) + "\n");
  }

  std::string attribution(const Attribution& a) const {
    std::string out = title("attribution", a.span);
    out +=
        "Source: " + (a.source ? words(*a.source) : std::string("nobody")) + fmt::format(" ({})", source_type(a.type));
    if (a.cue) out += "; cue: " + words(*a.cue);
    out += fmt::format("\n\nStrength {} of 4; scope: {}\n", a.strength, scope_in_words(a.rule));
    if (a.endorsed) out += "\nThe cue takes the content for true.\n";
    if (a.denied) out += "\nThe source denies it.\n";
    return out;
  }

  std::string claim(const Claim& claim) const {
    std::string out = title("claim", claim.span);
    // Quoted words that a transcript has are sourced: only a claim that is looked at is looked up.
    const auto held = transcripts_ != nullptr ? hold_quotations(facts_, *transcripts_) : std::vector<Verbatim>();
    const auto p = static_cast<std::uint32_t>(p_);
    out += fmt::format("{}, worth {}, {}\n", claim_kind_name(claim.kind), claim.worth,
                       status_in_words(status_of(facts_, held, p, claim)));
    if (const Verbatim* found = found_among(facts_, held, p, claim.words))
      out += "\nSourced: word for word in " + style_.text(transcripts_->files[found->file]->path()) + "\n";
    if (claim.attribution && *claim.attribution < local_.attributions.size()) {
      const Attribution& a = local_.attributions[*claim.attribution];
      if (a.source)
        out += (claim.reaches ? "\nSays who: " : "\nNearest, but not reaching it: ") + words(*a.source) + "\n";
    }
    return out;
  }

  std::optional<Mentions> mentions_at_place(Span relative) const {
    return mentions_of(facts_, facts_.absolute(p_, relative).begin);
  }
  static std::string times(std::size_t n) { return n == 1 ? "once" : std::to_string(n) + " times"; }

  const Facts& facts_;
  const Text& text_;
  const Transcripts* transcripts_;  // null where none is named
  std::size_t p_;
  const ParagraphFacts& local_;
  const Style& style_;
  std::uint32_t relative_ = 0;
  std::vector<FactCard> out_;
};

}  // namespace

std::vector<FactCard> fact_cards(const Reading& reading, std::uint32_t offset, const Style& style) {
  if (!reading.facts.document) return {};
  const auto p = paragraph_at(reading.facts, offset);
  if (!p) return {};
  return Cards(reading, *p, offset, style).all();
}

}  // namespace stet
