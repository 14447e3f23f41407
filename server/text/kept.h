#pragma once
// Kept: values in a row that are made once and stay as they are: a vector with nothing to grow by, in two thirds of its
// size. A long draft has ten of them for each of its paragraphs, and most are empty.
//
//   Kept<Figure> figures = find_figures(…);     // from a vector; converts to a span
//   for (const Figure& figure : figures) …
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <vector>

namespace stet {

template <class Value>
class Kept {
 public:
  Kept() = default;
  Kept(std::vector<Value>&& values) : size_(static_cast<std::uint32_t>(values.size())) {
    if (values.empty()) return;
    values_ = std::make_unique_for_overwrite<Value[]>(values.size());
    std::ranges::move(values, values_.get());
  }

  const Value* begin() const { return values_.get(); }
  const Value* end() const { return values_.get() + size_; }
  const Value* data() const { return values_.get(); }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const Value& operator[](std::size_t i) const { return values_[i]; }
  const Value& front() const { return values_[0]; }
  const Value& back() const { return values_[size_ - 1]; }

 private:
  std::unique_ptr<Value[]> values_;
  std::uint32_t size_ = 0;
};

}  // namespace stet
