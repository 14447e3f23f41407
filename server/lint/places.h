#pragma once
// Places: where a page's phrases and patterns may be flagged, and how they are told.
#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"
#include "lint/options.h"
#include "lint/page.h"

namespace stet {

class Places {
 public:
  // By option `zones` of the page, else by its family (see page.h).
  Places(const Page& page, const Options& options);

  bool read(const Facts& facts, std::size_t p) const {
    const Paragraph& paragraph = facts.paragraph(p);
    return !paragraph.foreign && zones_[static_cast<std::size_t>(paragraph.zone)] &&
           facts.context().language.starts_with("en");
  }
  // Are `words` of a paragraph that is read the writer's, and in one sentence?
  bool flag(const Paragraph& paragraph, WordRange words) const;

 private:
  std::bitset<32> zones_;
  bool quotations_ = false;
};

// The first of `names` that is no zone's ("pull-quote" is one, and "quotation"); empty where all are.
std::string unknown_zone(const std::vector<std::string>& names);

// `instead` with a capital where the words it replaces have one.
std::string in_the_case_of(const Paragraph& paragraph, WordRange words, const std::string& instead);

// A row's message with `{}` filled in; without one, made from `instead` or the page's summary.
std::string message_for(const Page& page, const std::string& message, const std::string& instead,
                        const std::string& words);

}  // namespace stet
