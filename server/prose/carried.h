#pragma once
// Carried: which paragraphs of a draft are those of the version before, read once and shared by both.
//
//   const Carried carried(document, before);
//   if (const std::uint32_t there = carried.place(p); there != Carried::none) …   // before.blocks[there], the same
#include <cstdint>
#include <vector>

#include "prose/document.h"

namespace stet {

class Carried {
 public:
  static constexpr std::uint32_t none = ~0u;

  Carried() = default;  // no version before: none is
  // Linear in the blocks; no paragraph is looked into.
  Carried(const Document& now, const Document& before);

  bool empty() const { return places_.empty(); }
  // Where paragraph p stood. Paragraphs that read the same may be one, and what is not read (an address behind a link)
  // may differ.
  std::uint32_t place(std::size_t p) const { return p < places_.size() ? places_[p] : none; }
  // So many at the beginning stand where they stood, and so many at the end; what is between was edited.
  std::uint32_t front() const { return front_; }
  std::uint32_t back() const { return back_; }

 private:
  std::vector<std::uint32_t> places_;
  std::uint32_t front_ = 0, back_ = 0;
};

}  // namespace stet
