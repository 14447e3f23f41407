// textDocument/semanticTokens: claims by status, quotations, and who is said to say what, for clients that colour them.
// Where they lie in each other the narrower thing wins: a source or cue, a quotation, a claim. No token is longer than
// a line. Full, of a range, and as what differs from the last answer.
#include <algorithm>
#include <array>

#include "lsp/feature.h"
#include "lsp/ranges.h"

namespace stet {

namespace {

enum Type : std::uint8_t { claim, quotation, source, cue };
constexpr std::array type_names{"claim", "quotation", "source", "cue"};
constexpr std::size_t statuses = static_cast<std::size_t>(Claim::Status::unsourced) + 1;

// What stands at a byte: 0 nothing, else 1 + type, and for claims the status above that.
using Paint = std::uint8_t;
constexpr int type_bits = 3;
Paint paint_of(Type type, std::size_t status = 0) { return static_cast<Paint>(1 + type + (status << type_bits)); }
Type type_of(Paint paint) { return static_cast<Type>((paint & ((1 << type_bits) - 1)) - 1); }
std::uint32_t modifiers_of(Paint paint) { return type_of(paint) == claim ? 1u << (paint >> type_bits) : 0; }

std::vector<Paint> painted(const Paragraph& paragraph, const ParagraphFacts& local) {
  std::vector<Paint> out(paragraph.size(), 0);
  const auto fill = [&](Span span, Paint paint) {
    const auto end = std::min<std::size_t>(span.end, out.size());
    for (std::size_t i = span.begin; i < end; ++i) out[i] = paint;
  };
  for (const Claim& c : local.claims)
    if (c.status != Claim::Status::exempt) fill(c.span, paint_of(claim, static_cast<std::size_t>(c.status)));
  for (const Quote& quote : local.quotes)
    if (quote.form != Quote::Form::scare) fill(quote.span, paint_of(quotation));
  for (const Attribution& attribution : local.attributions) {
    if (attribution.source) fill(paragraph.span(*attribution.source), paint_of(source));
    if (attribution.cue) fill(paragraph.span(*attribution.cue), paint_of(cue));
  }
  return out;
}

class Writer {
 public:
  Writer(const Text& text, Encoding encoding) : text_(text), encoding_(encoding) {}

  void paragraph(std::uint32_t begin, const std::vector<Paint>& paints) {
    for (std::size_t i = 0; i < paints.size();) {
      std::size_t end = i;
      while (end < paints.size() && paints[end] == paints[i]) ++end;
      if (paints[i] != 0)
        lines({begin + static_cast<std::uint32_t>(i), begin + static_cast<std::uint32_t>(end)}, paints[i]);
      i = end;
    }
  }

  std::vector<std::uint32_t> take() { return std::move(data_); }

 private:
  void lines(Span span, Paint paint) {
    while (span.begin < span.end) {
      const std::uint32_t line_end = text_.line(text_.position(span.begin, encoding_).line).end;
      const std::uint32_t end = std::min(span.end, std::max(line_end, span.begin));
      token({span.begin, end}, paint);
      span.begin = std::max(end, span.begin + 1);
      const std::string_view rest = text_.bytes(span);
      span.begin += static_cast<std::uint32_t>(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    }
  }

  void token(Span span, Paint paint) {
    const Position start = text_.position(span.begin, encoding_), end = text_.position(span.end, encoding_);
    if (end.column <= start.column) return;
    const std::uint32_t line = start.line - last_.line;
    data_.insert(data_.end(), {line, line == 0 ? start.column - last_.column : start.column, end.column - start.column,
                               static_cast<std::uint32_t>(type_of(paint)), modifiers_of(paint)});
    last_ = start;
  }

  const Text& text_;
  Encoding encoding_;
  Position last_;
  std::vector<std::uint32_t> data_;
};

std::vector<std::uint32_t> tokens_in(const Question& question, Span span) {
  Writer writer(question.reading.text, question.client.encoding);
  if (!question.reading.facts.document) return {};
  const Facts& facts = question.reading.facts;
  for (std::size_t p = facts.document->block_at(span.begin); p < facts.size(); ++p) {
    const Block& block = facts.document->blocks[p];
    if (block.begin > span.end) break;
    writer.paragraph(block.begin, painted(*block.paragraph, facts.local(p)));
  }
  return writer.take();
}

// Remembers what is sent, under a new id.
std::string remember(const Question& question, std::vector<std::uint32_t> data) {
  question.tokens = {std::to_string(question.reading.state), std::move(data)};
  return question.tokens.id;
}

std::optional<json> full(const Question& question) {
  std::vector<std::uint32_t> data = tokens_in(question, {0, question.reading.text.size()});
  json out = {{"data", data}};
  if (question.client.tokens.deltas) out["resultId"] = remember(question, std::move(data));
  return out;
}

std::optional<json> delta(const Question& question) {
  if (question.params["previousResultId"].text() != question.tokens.id) return full(question);
  const std::vector<std::uint32_t> before = std::move(question.tokens.data);
  const std::vector<std::uint32_t> data = tokens_in(question, {0, question.reading.text.size()});
  const auto [a, b] = std::ranges::mismatch(before, data);
  const auto start = a - before.begin();
  auto before_end = before.end();
  auto end = data.end();
  while (before_end != a && end != b && *(before_end - 1) == *(end - 1)) {
    --before_end;
    --end;
  }
  json edits = json::array();
  if (a != before_end || b != end)
    edits.push_back({{"start", start}, {"deleteCount", before_end - a}, {"data", std::vector<std::uint32_t>(b, end)}});
  return json{{"resultId", remember(question, data)}, {"edits", std::move(edits)}};
}

std::optional<json> in_range(const Question& question) {
  const auto range = range_from_json(question.params["range"]);
  if (!range) return std::nullopt;
  return json{{"data", tokens_in(question, span_of(question.reading.text, *range, question.client.encoding))}};
}

json capability(const Client& client) {
  if (!client.tokens.wanted) return nullptr;
  json modifiers = json::array();
  for (std::size_t i = 0; i < statuses; ++i) {
    std::string name(claim_status_name(static_cast<Claim::Status>(i)));
    std::ranges::replace_if(name, [](char c) { return c == ' ' || c == '_'; }, '-');
    modifiers.push_back(std::move(name));
  }
  return {{"legend", {{"tokenTypes", type_names}, {"tokenModifiers", std::move(modifiers)}}},
          {"full", client.tokens.deltas ? json{{"delta", true}} : json(true)},
          {"range", client.tokens.ranges}};
}

}  // namespace

const Feature tokens_feature{"textDocument/semanticTokens/full", "semanticTokensProvider", capability, full};
const Feature tokens_delta_feature{"textDocument/semanticTokens/full/delta", "", unsaid, delta};
const Feature tokens_range_feature{"textDocument/semanticTokens/range", "", unsaid, in_range};

}  // namespace stet
