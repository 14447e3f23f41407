#include "facts/cross_reference.h"

#include <algorithm>
#include <array>
#include <optional>

#include "facts/word_view.h"

namespace stet {

namespace {

using At = WordView::At;

std::optional<LabelKind> kind_at(const WordView& w, At i) {
  if (!w.word(i) || !w.capital(i)) return std::nullopt;
  if (w.any(i, {"figure", "figures", "fig", "fig.", "figs", "figs."})) return LabelKind::figure;
  if (w.any(i, {"table", "tables"})) return LabelKind::table;
  if (w.any(i, {"chart", "charts"})) return LabelKind::chart;
  if (w.any(i, {"map", "maps"})) return LabelKind::map;
  if (w.any(i, {"box", "boxes"})) return LabelKind::box;
  if (w.any(i, {"section", "sections", "sect."})) return LabelKind::section;
  if (w.any(i, {"appendix", "appendices", "annex", "annexes"})) return LabelKind::appendix;
  return std::nullopt;
}

bool letter(char c) { return c >= 'A' && c <= 'Z'; }

// "3", "4.2", "B", "A1". A word of one capital is a number only behind the kinds that are counted so.
std::optional<std::string> number_at(const WordView& w, At i, LabelKind kind) {
  const std::string_view text = w.text(i);
  if (w.number(i)) {
    if (text.size() > 6 || text.find_first_not_of("0123456789.") != text.npos) return std::nullopt;
    return std::string(text);
  }
  if (!w.word(i) || text.empty() || !letter(text[0])) return std::nullopt;
  if (text.size() == 1) return kind == LabelKind::appendix ? std::optional(std::string(text)) : std::nullopt;
  if (text.size() <= 4 && text.find_first_not_of("0123456789", 1) == text.npos) return std::string(text);
  return std::nullopt;
}

// The letter of a part: the a of 3a.
bool part_at(const WordView& w, At i) { return w.word(i) && w.glued(i) && w.text(i).size() == 1; }

bool may_label(Zone zone) {
  return zone != Zone::references && zone != Zone::footnote && zone != Zone::code && zone != Zone::math &&
         zone != Zone::block_quote;
}

// The paragraphs that hold a word that kind_at knows, ascending. They are written with a capital.
std::vector<std::uint32_t> naming_objects(const Facts& facts) {
  std::vector<std::uint32_t> out;
  for (const std::string_view name : {"figure",  "figures",  "fig",    "fig.",     "figs",       "figs.", "table",
                                      "tables",  "chart",    "charts", "map",      "maps",       "box",   "boxes",
                                      "section", "sections", "sect.",  "appendix", "appendices", "annex", "annexes"})
    for (const WordPlace at : facts.vocabulary.capitals(facts.lexicon().id(name))) out.push_back(at.paragraph);
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

class Reader {
 public:
  explicit Reader(const Facts& facts) : facts_(facts) {}

  CrossReferences run() {
    bool objects = false;
    for (std::size_t p = 0; p < facts_.size(); ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      objects = objects || paragraph.zone == Zone::table;
      if (!is_read(paragraph)) continue;
      if (may_label(paragraph.zone)) label(p, WordView(paragraph, facts_.context()));
      for (const Inline& in : paragraph.inlines)
        if (in.kind == Inline::Kind::image) objects = true, picture(p, in);
    }
    if (!objects && out_.labels.empty()) return {};
    for (const std::uint32_t p : naming_objects(facts_))
      if (is_read(facts_.paragraph(p))) mentions(p);
    return std::move(out_);
  }

 private:
  static bool is_read(const Paragraph& p) {
    return !p.words.empty() && !p.foreign && p.zone != Zone::code && p.zone != Zone::math;
  }

  void mentions(std::size_t p) {
    const WordView w(facts_.paragraph(p), facts_.context());
    const bool labelled = std::any_of(out_.labels.begin(), out_.labels.end(), [&](const ObjectLabel& l) {
      return l.paragraph == p && l.span.begin == w[0].begin;
    });
    for (At i = labelled ? 1 : 0; i < w.size(); ++i)
      if (const auto kind = kind_at(w, i)) i = std::max(i, mentions(p, w, i, *kind));
  }

  // A label that opens the paragraph.
  void label(std::size_t p, const WordView& w) {
    const Zone zone = w.paragraph().zone;
    if (zone == Zone::subhead && w.number(0)) {
      // "4. Methods", "4.2 Rents": numbers of sections are low, years are not.
      if (auto number = number_at(w, 0, LabelKind::section);
          number && std::min(number->find('.'), number->size()) <= 2 && w.inside(1))
        out_.labels.push_back({LabelKind::section, std::move(*number), p, w[0].span(), false, false});
      return;
    }
    const auto kind = kind_at(w, 0);
    if (!kind) return;
    const At n = w.mark(1, '.') && w.glued(1) ? 2 : 1;
    const auto number = number_at(w, n, *kind);
    if (!number) return;
    At after = n + 1;
    const bool part = part_at(w, after);
    if (part) ++after;
    const bool ends = !w.inside(after) || w.mark(after, '.') || w.mark(after, ':') || w.mark(after, '|') ||
                      w.mark(after, U'–') || w.mark(after, U'—') || w.mark(after, '-') || w.mark(after, '(');
    if (!ends && zone != Zone::caption && zone != Zone::subhead) return;
    const bool continued =
        w.any(after, {"continued", "cont", "cont."}) || w.any(after + 1, {"continued", "cont", "cont."});
    out_.labels.push_back({*kind, *number, p, {w[0].begin, w[n].end}, part, continued});
  }

  // ![Figure 2: the pier](pier.png): the words of a picture are not read as prose.
  void picture(std::size_t p, const Inline& in) {
    const std::string_view alt = facts_.document->text.bytes(facts_.absolute(p, in.inner));
    constexpr std::array<std::string_view, 4> names{"Figure ", "Fig. ", "Chart ", "Map "};
    constexpr std::array kinds{LabelKind::figure, LabelKind::figure, LabelKind::chart, LabelKind::map};
    for (std::size_t k = 0; k < names.size(); ++k) {
      if (!alt.starts_with(names[k])) continue;
      const std::string_view rest = alt.substr(names[k].size());
      const std::string_view number = rest.substr(0, rest.find_first_not_of("0123456789"));
      if (number.empty() || number.size() > 4) return;
      const auto end = in.inner.begin + static_cast<std::uint32_t>(names[k].size() + number.size());
      out_.labels.push_back({kinds[k], std::string(number), p, {in.inner.begin, end}, false, false});
    }
  }

  // "Figures 2, 3a and 4", "Tables 1–3"; returns the last word read.
  At mentions(std::size_t p, const WordView& w, At i, LabelKind kind) {
    At n = w.mark(i + 1, '.') && w.glued(i + 1) ? i + 2 : i + 1;
    At last = i;
    std::vector<ObjectMention> found;
    for (auto number = number_at(w, n, kind); number; number = number_at(w, n, kind)) {
      const Span span = found.empty() ? Span{w[i].begin, w[n].end} : w[n].span();
      last = n;
      if (part_at(w, n + 1)) ++last;
      found.push_back({kind, std::move(*number), p, span, false});
      At next = last + 1;
      if (w.mark(next, ',')) ++next;
      if (w.any(next, {"and", "or", "to"}) || w.mark(next, U'–') || w.mark(next, '&') || w.hyphen(next)) ++next;
      if (next == last + 1) break;
      n = next;
    }
    if (found.empty()) return i;
    const bool away = elsewhere(p, w, i, last);
    for (ObjectMention& mention : found) {
      mention.elsewhere = away;
      out_.mentions.push_back(std::move(mention));
    }
    return last;
  }

  // [Table 2](#wages) leads to this work; [1](#fn1), which has no words, is a note's marker.
  static bool leads_here(const Paragraph& p, const Citation& c) {
    if (c.form != Citation::Form::anchor) return false;
    auto word =
        std::partition_point(p.words.begin(), p.words.end(), [&](const Word& w) { return w.begin < c.span.begin; });
    while (word != p.words.end() && word->begin < c.span.end && word->kind != WordKind::word) ++word;
    return word != p.words.end() && word->begin < c.span.end;
  }

  // Said of another work: "Table 2 of Ortiz", "the report's Figure 3", "Supplementary Table 1", "(Ortiz 2018, Table
  // 2)".
  bool elsewhere(std::size_t p, const WordView& w, At i, At last) const {
    const Zone zone = w.paragraph().zone;
    if (zone == Zone::references || zone == Zone::footnote || zone == Zone::block_quote) return true;
    if (w[i].has(Word::in_quotation) || w[i].has(Word::in_link)) return true;
    if (w.any(last + 1, {"of", "in", "from", "on", "at", "act", "code"})) return true;
    if (w.text(i - 1) == "’s" || w.any(i - 1, {"'s", "their", "its", "his", "her", "supplementary", "supplemental",
                                               "extended", "online", "data", "additional", "your"}))
      return true;
    if (i > 0 && w.word(i - 1) && w.text(i - 1).ends_with("s’")) return true;
    // A citation near by, in the same sentence: the other work.
    constexpr At before = 8, after = 3;
    const WordRange sentence = w.paragraph().sentences[w.paragraph().sentence_of(i)].words;
    const At from = std::max(sentence.first, i > before ? i - before : 0),
             to = std::min(sentence.last, last + 1 + after);
    const auto& citations = facts_.local(p).citations;
    auto next = std::partition_point(citations.begin(), citations.end(),
                                     [&](const Citation& c) { return c.span.begin < w[from].begin; });
    while (next != citations.end() && leads_here(w.paragraph(), *next)) ++next;
    return next != citations.end() && next->span.begin < w[to - 1].end;
  }

  const Facts& facts_;
  CrossReferences out_;
};

}  // namespace

std::string_view label_kind_name(LabelKind kind) {
  constexpr std::array<std::string_view, 7> names{"Figure", "Table", "Chart", "Map", "Box", "Section", "Appendix"};
  return names[static_cast<std::size_t>(kind)];
}

const ObjectLabel* CrossReferences::find(LabelKind kind, std::string_view number) const {
  const auto it = std::find_if(labels.begin(), labels.end(),
                               [&](const ObjectLabel& l) { return l.kind == kind && l.number == number; });
  return it == labels.end() ? nullptr : &*it;
}

CrossReferences cross_references(const Facts& facts) { return Reader(facts).run(); }

}  // namespace stet
