#pragma once
// Drafts to measure with: news-like Markdown from a seeded generator, with invented people, places and figures, and
// every few hundred words something that a rule finds. The same seed and size give the same bytes on every machine.
//
//   std::string draft = news_draft(1, 100'000);    // stories until at least 100,000 bytes, cut at the last whole one
//   std::string page = news_page(1, 100'000);      // the same stories as HTML
#include <cstddef>
#include <cstdint>
#include <string>

namespace stet::bench {

// Between `bytes` and a story (about 5 KB) more; below 5,000 bytes one story, cut at the paragraph.
std::string news_draft(std::uint64_t seed, std::size_t bytes);
std::string news_page(std::uint64_t seed, std::size_t bytes);

}  // namespace stet::bench
