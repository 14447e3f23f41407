#pragma once
// Batch: values that are made one after the other, each held by a shared_ptr of its own, and lie side by side in memory
// some at a time, in the order in which a reader goes over them.
//
//   Batch<Paragraph> fresh(16);
//   std::shared_ptr<Paragraph> first = fresh.next(), second = fresh.next();
//
// Those of one piece share one life: a piece goes when nobody holds any of it. So what is long-lived and replaced one
// by one (the paragraphs of a draft that is being edited) takes pieces of one.
#include <cstddef>
#include <memory>
#include <vector>

namespace stet {

template <class Value>
class Batch {
 public:
  explicit Batch(std::size_t piece) : piece_(piece), used_(piece) {}

  std::shared_ptr<Value> next() {
    if (used_ == piece_) {
      values_ = std::make_shared<std::vector<Value>>(piece_);
      used_ = 0;
    }
    return {values_, &(*values_)[used_++]};
  }

 private:
  std::size_t piece_, used_;
  std::shared_ptr<std::vector<Value>> values_;
};

// How many paragraphs, or their facts, lie together: of a first reading some, of what an edit brought each alone.
constexpr std::size_t paragraphs_together(bool edited) { return edited ? 1 : 64; }

}  // namespace stet
