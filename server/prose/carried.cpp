#include "prose/carried.h"

#include <algorithm>
#include <unordered_map>

namespace stet {

// An edit leaves a common beginning and a common end; only what is between is looked up.
Carried::Carried(const Document& now, const Document& before) : places_(now.blocks.size(), none) {
  const std::vector<Block>&a = now.blocks, &b = before.blocks;
  const std::size_t most = std::min(a.size(), b.size());
  for (; front_ < most && a[front_].paragraph == b[front_].paragraph; ++front_) places_[front_] = front_;
  for (; back_ < most - front_ && a[a.size() - 1 - back_].paragraph == b[b.size() - 1 - back_].paragraph; ++back_)
    places_[a.size() - 1 - back_] = static_cast<std::uint32_t>(b.size() - 1 - back_);
  std::unordered_map<const Paragraph*, std::uint32_t> between;
  for (std::size_t i = front_; i + back_ < b.size(); ++i)
    between.emplace(b[i].paragraph.get(), static_cast<std::uint32_t>(i));
  for (std::size_t i = front_; i + back_ < a.size() && !between.empty(); ++i)
    if (const auto it = between.find(a[i].paragraph.get()); it != between.end()) places_[i] = it->second;
}

}  // namespace stet
