#include "cli/facts_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "facts/date_carried.h"
#include "facts/date_range.h"
#include "facts/name_chain.h"
#include "facts/said_by.h"
#include "facts/verbatim.h"
#include "text/utf8.h"

namespace stet {

namespace {

using Json = nlohmann::ordered_json;

// 1600000000 and not 1600000000.0.
Json number(double value) {
  if (std::abs(value) < 9e15 && value == std::floor(value)) return static_cast<std::int64_t>(value);
  return value;
}

std::string_view form_name(Quote::Form form) {
  switch (form) {
    case Quote::Form::inline_quote: return "inline";
    case Quote::Form::block: return "block";
    case Quote::Form::scare: return "scare";
  }
  return {};
}

std::string_view form_name(Citation::Form form) {
  switch (form) {
    case Citation::Form::link: return "link";
    case Citation::Form::reference: return "reference";
    case Citation::Form::footnote: return "footnote";
    case Citation::Form::inline_note: return "inline-note";
    case Citation::Form::cite_key: return "cite-key";
    case Citation::Form::anchor: return "anchor";
    case Citation::Form::numbered: return "numbered";
    case Citation::Form::parenthetical: return "parenthetical";
    case Citation::Form::url: return "url";
  }
  return {};
}

std::string_view type_name(Name::Type type) {
  switch (type) {
    case Name::Type::unknown: return {};
    case Name::Type::person: return "person";
    case Name::Type::organisation: return "organisation";
    case Name::Type::place: return "place";
    case Name::Type::work: return "work";
  }
  return {};
}

// Facts have numbers through the draft (f1, f2 …), in the order of their places; a paragraph's begin after `before`.
class Writer {
 public:
  Writer(const Facts& facts, const Transcripts& transcripts)
      : facts_(facts),
        transcripts_(transcripts),
        held_(hold_quotations(facts, transcripts)),
        entities_(name_entities(facts)),
        targets_(citation_targets(*facts.document)),
        said_by_(said_by(facts)),
        dates_(facts) {
    std::size_t before = 0;
    for (std::size_t p = 0; p < facts.size(); ++p) {
      before_.push_back(before);
      before += facts.local(p).attributions.size();
    }
  }

  Json all() {
    for (p_ = 0; p_ < facts_.size(); ++p_) {
      const ParagraphFacts& local = facts_.local(p_);
      for (const Figure& x : local.figures) add(figure(x), "figure", 'f', x.span);
      date_ids_.clear();
      for (const DateMention& x : dates_.of(p_)) {
        date_ids_.emplace_back();
        if (const auto ends = ends_of_range(x)) {
          add_date(ends->first);
          add_date(ends->second);
        } else {
          add_date(x);
        }
      }
      for (const Quote& x : local.quotes)
        add(quote(x, static_cast<std::uint32_t>(&x - local.quotes.data())), "quote", 'q', x.span);
      for (const Attribution& x : local.attributions) add(attribution(x), "attribution", 'a', x.span);
      for (const Name& x : local.names)
        add(name(x, static_cast<std::size_t>(&x - local.names.data())), "name", 'n', x.span);
      for (const Acronym& x : local.acronyms) add(acronym(x), "acronym", 'y', x.span);
      for (const Citation& x : local.citations) add(citation(x), "citation", 'c', x.span);
      for (const Claim& x : local.claims) add(claim(x), "claim", 'k', x.span);
      figures_ += local.figures.size();
      attributions_ += local.attributions.size();
    }
    return std::move(out_);
  }

 private:
  Json place(Span relative) const {
    const Span s = facts_.absolute(p_, relative);
    return {s.begin, s.end};
  }
  Json place(WordRange words) const { return place(facts_.paragraph(p_).span(words)); }
  std::string text(Span relative) const {
    return valid_utf8(facts_.document->text.bytes(facts_.absolute(p_, relative)));
  }
  static std::string id(char letter, std::size_t before, std::size_t index) {
    return letter + std::to_string(before + index + 1);
  }

  void add(Json fields, std::string_view kind, char letter, Span span) {
    Json fact = {
        {"id", id(letter, count_[static_cast<unsigned char>(letter)]++, 0)}, {"kind", kind}, {"bytes", place(span)}};
    fact.update(fields);
    out_.push_back(std::move(fact));
  }

  void add_date(const DateMention& x) {
    add(date(x), "date", 'd', x.span);
    date_ids_.back().push_back(out_.back()["id"]);
  }

  Json figure(const Figure& x) const {
    Json j = {{"text", text(x.span)}, {"dimension", dimension_name(x.dimension)}};
    if (!x.unit.empty()) j["unit"] = valid_utf8(x.unit);
    if (std::isfinite(x.low)) j["low"] = number(x.low);
    if (std::isfinite(x.high)) j["high"] = number(x.high);
    if (x.value && std::isfinite(*x.value)) j["value"] = number(*x.value);
    if (x.head) j["head"] = valid_utf8(facts_.paragraph(p_).text(*x.head));
    return j;
  }

  Json date(const DateMention& x) const {
    Json j = {{"text", text(x.span)}};
    if (x.first || x.last) {
      j["first"] = x.first ? Json(iso_date(*x.first)) : Json();
      j["last"] = x.last ? Json(iso_date(*x.last)) : Json();
    }
    return j;
  }

  Json quote(const Quote& x, std::uint32_t index) const {
    Json j = {{"form", form_name(x.form)}};
    if (x.attribution) j["attribution"] = id('a', attributions_, *x.attribution);
    const Verbatim* held = verbatim_of(held_, {static_cast<std::uint32_t>(p_), index});
    if (held == nullptr) return j;
    const Json place = {{"path", valid_utf8(transcripts_.files[held->file]->path())},
                        {"bytes", {held->there.begin, held->there.end}}};
    j[held->how == Verbatim::How::found ? "sourced" : "near"] = place;
    return j;
  }

  Json attribution(const Attribution& x) const {
    Json j = Json::object();
    j["source"] = x.source ? Json::array({place(*x.source)}) : Json();
    const auto index = static_cast<std::uint32_t>(&x - facts_.local(p_).attributions.data());
    if (const auto speaker = speaker_of(said_by_, {static_cast<std::uint32_t>(p_), index})) {
      const auto [p, i] = *speaker;
      const WordRange who = *facts_.local(p).attributions[i].source;
      const Span s = facts_.absolute(p, facts_.paragraph(p).span(who));
      if (!x.source) j["source"] = Json::array({{s.begin, s.end}});
      j["speaker"] = id('a', before_[p], i);
    }
    j["cue"] = x.cue ? Json::array({place(*x.cue)}) : Json();
    j["content"] = Json::array();
    for (const WordRange part : x.content) j["content"].push_back(place(part));
    j["strength"] = x.strength;
    j["named"] = x.named;
    return j;
  }

  Json name(const Name& x, std::size_t index) const {
    Json j = {{"text", text(x.span)}};
    if (const std::string_view type = type_name(x.type); !type.empty()) j["type"] = type;
    j["entity"] = id('e', 0, entities_[p_][index]);
    return j;
  }

  Json acronym(const Acronym& x) const {
    Json j = {{"short", place(x.span)}};
    if (x.long_form) j["long"] = place(*x.long_form);
    return j;
  }

  Json citation(const Citation& x) const {
    Json j = {{"form", form_name(x.form)}};
    if (!x.target.empty()) j["target"] = text(x.target);
    const std::string_view target = facts_.document->text.bytes(facts_.absolute(p_, x.target));
    if (const auto found = resolved(x.form, target, targets_)) j["resolved"] = *found;
    return j;
  }

  Json claim(const Claim& x) const {
    Json j = {{"type", claim_kind_name(x.kind)},
              {"worth", x.worth},
              {"status", claim_status_name(status_of(facts_, held_, static_cast<std::uint32_t>(p_), x))}};
    for (const std::uint32_t i : x.figures) j["figures"].push_back(id('f', figures_, i));
    for (const std::uint32_t i : x.dates)
      for (const std::string& id : date_ids_[i]) j["dates"].push_back(id);
    if (x.attribution && x.reaches) j["attribution"] = id('a', attributions_, *x.attribution);
    return j;
  }

  const Facts& facts_;
  const Transcripts& transcripts_;
  std::vector<Verbatim> held_;
  std::vector<std::vector<std::uint32_t>> entities_;  // of names, by paragraph
  CitationTargets targets_;
  std::vector<SaidBy> said_by_;
  CarriedDates dates_;
  std::vector<std::size_t> before_;  // attributions in the paragraphs before each
  std::size_t p_ = 0, figures_ = 0, attributions_ = 0;
  std::vector<std::vector<std::string>> date_ids_;  // of the paragraph's dates; two for a range with two ends
  std::array<std::size_t, 128> count_{};
  Json out_ = Json::array();
};

Json sentences(const Facts& facts) {
  Json out = Json::array();
  for (std::size_t p = 0; p < facts.size(); ++p) {
    const Paragraph& paragraph = facts.paragraph(p);
    if (paragraph.zone == Zone::code || paragraph.zone == Zone::math) continue;
    for (const Sentence& sentence : paragraph.sentences) {
      const Span s = facts.absolute(p, paragraph.span(sentence));
      out.push_back({s.begin, s.end});
    }
  }
  return out;
}

}  // namespace

std::string facts_json(const Facts& facts, const Sources& sources, std::string_view path) {
  static const Transcripts none;
  Json file = {{"path", valid_utf8(path)}, {"words", facts.document->word_count}};
  if (facts.context().date) file["date"] = iso_date(*facts.context().date);
  file["sentences"] = sentences(facts);
  file["facts"] = Writer(facts, sources.transcripts ? *sources.transcripts : none).all();
  return file.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace stet
