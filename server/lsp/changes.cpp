#include "lsp/changes.h"

#include <utility>
#include <vector>

#include "lsp/ranges.h"

namespace stet {

namespace {

// Edits that can be applied at once, since each lies on lines above all of those before it.
class Row {
 public:
  bool takes(const PositionRange& range) const { return edits_.empty() || range.end.line < top_; }

  void add(std::uint32_t line, Edit edit) {
    top_ = line;
    edits_.push_back(std::move(edit));
  }

  Text apply(const Text& text) {
    if (edits_.empty()) return text;
    Text out = text.with(edits_);
    edits_.clear();
    return out;
  }

 private:
  std::vector<Edit> edits_;
  std::uint32_t top_ = 0;
};

}  // namespace

Changed apply_changes(const Text& before, Member changes, Encoding encoding) {
  Changed out{before, std::nullopt, {}};
  Row row;
  std::size_t size = before.size();
  for (const json& element : changes.list()) {
    const Member change(element);
    const auto text = change["text"].text();
    const Member range_member = change["range"];
    const auto range = range_from_json(range_member);
    if (!text || (!range && !range_member.missing())) {
      out.fault = "a change without text, or with a range that is none, was left out";
      continue;
    }
    if (range && size + text->size() > max_text_bytes) {
      out.fault = "a change that makes the text larger than " + std::to_string(max_text_bytes) + " bytes was left out";
      continue;
    }
    if (!range) {
      row = Row();
      out.text = Text(std::string(text->substr(0, max_text_bytes)));
      out.place.reset();
      size = out.text.size();
      continue;
    }
    if (!row.takes(*range)) out.text = row.apply(out.text);
    const Span span = span_of(out.text, *range, encoding);
    row.add(out.text.position(span.begin, encoding).line, Edit{span, std::string(*text)});
    out.place = span.begin + static_cast<std::uint32_t>(text->size());
    size = size - span.size() + text->size();
  }
  out.text = row.apply(out.text);
  return out;
}

}  // namespace stet
