#include <fmt/format.h>

#include <algorithm>

#include "sheet/page_parts.h"
#include "sheet/shown.h"
#include "text/utf8.h"

namespace stet {

namespace {

// How a stretch of a paragraph looks; a paragraph is cut wherever one of them begins or ends.
enum Look : std::uint8_t { strong = 1, emphasis = 2, fact = 4 };

struct Layer {
  Span span;
  std::uint8_t look = 0;
  std::optional<std::size_t> row;  // index into the rows
};

class ParagraphWriter {
 public:
  ParagraphWriter(const Facts& facts, std::uint32_t p, std::span<const SheetRow> rows, std::size_t first)
      : facts_(facts), p_(p), rows_(rows), first_(first) {}

  std::string write(Span whole) {
    collect(whole);
    for (std::size_t i = 0; i + 1 < cuts_.size(); ++i) segment({cuts_[i], cuts_[i + 1]});
    turn_to(std::nullopt);
    return std::move(out_);
  }

 private:
  void collect(Span whole) {
    const Paragraph& paragraph = facts_.paragraph(p_);
    const ParagraphFacts& local = facts_.local(p_);
    for (const Inline& item : paragraph.inlines) {
      if (item.kind == Inline::Kind::strong) layers_.push_back({item.span, strong, {}});
      if (item.kind == Inline::Kind::emphasis) layers_.push_back({item.span, emphasis, {}});
    }
    for (const Figure& f : local.figures) layers_.push_back({f.span, fact, {}});
    for (const DateMention& d : local.dates) layers_.push_back({d.span, fact, {}});
    for (std::size_t i = 0; i < rows_.size(); ++i) layers_.push_back({paragraph.span(rows_[i].words), 0, i});
    std::erase_if(layers_, [&](Layer& l) {
      l.span = {std::max(l.span.begin, whole.begin), std::min(l.span.end, whole.end)};
      return l.span.begin >= l.span.end;
    });
    std::stable_sort(layers_.begin(), layers_.end(),
                     [](const Layer& a, const Layer& b) { return a.span.begin < b.span.begin; });
    cuts_ = {whole.begin, whole.end};
    for (const Layer& l : layers_) cuts_.insert(cuts_.end(), {l.span.begin, l.span.end});
    std::sort(cuts_.begin(), cuts_.end());
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
  }

  void segment(Span s) {
    while (next_ < layers_.size() && layers_[next_].span.begin <= s.begin) live_.push_back(next_++);
    std::erase_if(live_, [&](std::size_t i) { return layers_[i].span.end <= s.begin; });
    std::uint8_t look = 0;
    std::optional<std::size_t> row;  // the one that began last
    for (const std::size_t i : live_) {
      look |= layers_[i].look;
      if (layers_[i].row) row = layers_[i].row;
    }
    // Rows that begin with another and are wholly under it still have their number.
    for (const std::size_t i : live_)
      if (layers_[i].row && layers_[i].row != row && layers_[i].span.begin == s.begin) turn_to(layers_[i].row);
    turn_to(row);
    const std::string words = html_text(shown(facts_, p_, s));
    if (look & strong) out_ += "<strong>";
    if (look & emphasis) out_ += "<em>";
    if (look & fact) out_ += "<span class=\"fact\">";
    out_ += words;
    if (look & fact) out_ += "</span>";
    if (look & emphasis) out_ += "</em>";
    if (look & strong) out_ += "</strong>";
  }

  // Closes the mark that is open and opens that of `row`; its first one carries the number.
  void turn_to(std::optional<std::size_t> row) {
    if (row == open_) return;
    if (open_) out_ += "</mark>";
    open_ = row;
    if (!row) return;
    const SheetRow& r = rows_[*row];
    const std::size_t number = first_ + *row;
    out_ += fmt::format("<mark class=\"{}\" data-n=\"{}\">", sheet_group(r.status), number);
    if (numbered_.size() <= *row) numbered_.resize(*row + 1);
    if (!numbered_[*row])
      out_ += fmt::format(
          "<a class=\"n\" id=\"c{0}\" href=\"#r{0}\" aria-label=\"Claim {0}, {1}: show in the table\">"
          "{0}</a>",
          number, sheet_word(r.status));
    numbered_[*row] = true;
  }

  const Facts& facts_;
  std::uint32_t p_;
  std::span<const SheetRow> rows_;  // of this paragraph
  std::size_t first_;               // number of the first of them
  std::vector<Layer> layers_;
  std::vector<std::uint32_t> cuts_;
  std::size_t next_ = 0;           // layers that have begun
  std::vector<std::size_t> live_;  // those that have not ended
  std::optional<std::size_t> open_;
  std::vector<bool> numbered_;
  std::string out_;
};

// Code and maths, as they are written.
std::string written(const Facts& facts, std::uint32_t p) {
  return "<pre>" + html_text(valid_utf8(facts.document->text.bytes(facts.document->blocks[p].span()))) + "</pre>\n";
}

std::string table_row(const Facts& facts, std::uint32_t p, ParagraphWriter& writer) {
  const Paragraph& paragraph = facts.paragraph(p);
  std::string out = "<tr>";
  const std::string_view cell = paragraph.row == 0 ? "th" : "td";
  for (const Sentence& s : paragraph.sentences)
    out += fmt::format("<{0}>{1}</{0}>", cell, ParagraphWriter(writer).write(paragraph.span(s)));
  return out + "</tr>\n";
}

std::string_view element(const Paragraph& paragraph) {
  switch (paragraph.zone) {
    case Zone::headline:
    case Zone::subhead: return "h3";
    case Zone::block_quote:
    case Zone::pull_quote: return "blockquote";
    default: return "p";
  }
}

}  // namespace

std::string sheet_draft_html(const Facts& facts, std::span<const SheetRow> rows, std::size_t first) {
  std::string out;
  std::size_t row = 0;
  bool in_table = false;
  for (std::uint32_t p = 0; p < facts.size(); ++p) {
    const Paragraph& paragraph = facts.paragraph(p);
    std::size_t after = row;
    while (after < rows.size() && rows[after].paragraph == p) ++after;
    ParagraphWriter writer(facts, p, rows.subspan(row, after - row), first + row);
    row = after;
    const bool table = paragraph.zone == Zone::table;
    if (in_table && (!table || paragraph.row == 0)) out += "</table>\n";
    if (table && (!in_table || paragraph.row == 0)) out += "<table class=\"figures\">\n";
    in_table = table;
    if (table) {
      out += table_row(facts, p, writer);
    } else if (paragraph.zone == Zone::code || paragraph.zone == Zone::math) {
      out += written(facts, p);
    } else {
      std::string zone(zone_name(paragraph.zone));
      std::replace(zone.begin(), zone.end(), ' ', '-');
      out += fmt::format("<{0} class=\"{1}\" dir=\"auto\">{2}</{0}>\n", element(paragraph), zone,
                         writer.write({0, paragraph.size()}));
    }
  }
  return in_table ? out + "</table>\n" : out;
}

}  // namespace stet
