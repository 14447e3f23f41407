#pragma once
// BlockBuilder: a block of letters, put together from the runs of visible text that a markup parser hands over. Inside
// prose/ only. All places are absolute bytes of the draft until finish().
#include <string_view>
#include <vector>

#include "prose/blocks.h"

namespace stet {

class BlockBuilder {
 public:
  // `bytes` are those of the draft from `offset` on.
  explicit BlockBuilder(std::string_view bytes, std::uint32_t offset = 0) : bytes_(bytes), offset_(offset) {}

  bool empty() const { return runs_.empty(); }
  std::uint32_t end() const { return runs_.empty() ? 0 : runs_.back().span.end; }
  std::uint32_t begin() const { return runs_.empty() ? 0 : runs_.front().span.begin; }

  void text(Span span);                  // as it stands
  void text_with_entities(Span span);    // character references in it are decoded
  void entity(Span span);                // one character reference
  void opaque(Span span);                // code, an image
  void space();                          // a line break, after what was last put in
  void cell() { cell_pending_ = true; }  // the next run begins a table cell
  void add(Inline item) { inlines_.push_back(item); }
  // Forgets inlines that came without text: a tag or a comment alone is no block, and no part of the next one.
  void drop() { inlines_.clear(); }
  // Where an inline that opens now will begin: the end of what is there.
  std::uint32_t runs() const { return static_cast<std::uint32_t>(runs_.size()); }
  // From the first to the last run put in since `from` (a value of runs()); empty where there is none.
  Span since(std::uint32_t from) const;

  // The block, with `zone`; the builder is empty again. Inlines reach at most `reach` bytes further than the text on
  // both sides.
  RawBlock finish(Zone zone);

 private:
  struct Run {
    Span span;
    enum class Kind : std::uint8_t { text, entities, entity, opaque, space } kind;
  };
  void push(Span span, Run::Kind kind);

  std::string_view bytes_;
  std::uint32_t offset_;
  std::vector<Run> runs_;
  std::vector<Inline> inlines_;
  std::vector<std::uint32_t> cells_;
  bool cell_pending_ = false;
};

}  // namespace stet
