#include "lsp/sections.h"

#include <algorithm>

namespace stet {

namespace {

constexpr int worth_asking = 4;  // as claim-unattributed asks

bool is_heading(const Paragraph& paragraph) {
  return (paragraph.zone == Zone::headline || paragraph.zone == Zone::subhead) && !paragraph.words.empty();
}

bool checkable(const Claim& claim) {
  switch (claim.status) {
    case Claim::Status::exempt:
    case Claim::Status::question:
    case Claim::Status::common_knowledge:
    case Claim::Status::opinion: return false;
    default: return claim.lead;
  }
}

void add_claims(Section& section, const Facts& facts, std::size_t p) {
  const auto& claims = facts.local(p).claims;
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (checkable(claims[i])) section.claims.push_back({static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(i)});
}

}  // namespace

std::vector<Section> sections_of(const Facts& facts) {
  std::vector<Section> out;
  const auto& blocks = facts.document->blocks;
  const std::uint32_t end = facts.document->text.size();
  for (std::size_t p = 0; p < blocks.size(); ++p) {
    const Paragraph& paragraph = *blocks[p].paragraph;
    const Span place = blocks[p].span();
    if (is_heading(paragraph)) {
      const auto level = std::max<std::uint8_t>(paragraph.level, 1);
      const auto words = static_cast<std::uint32_t>(paragraph.words.size());
      out.push_back({paragraph.text(WordRange{0, words}), level, place, {place.begin, end}, {}});
    } else {
      if (out.empty()) out.push_back({"", 0, {}, {place.begin, end}, {}});
      add_claims(out.back(), facts, p);
    }
  }
  for (std::size_t i = 0; i < out.size(); ++i)
    for (std::size_t next = i + 1; next < out.size(); ++next)
      if (out[next].level <= out[i].level || out[i].level == 0) {
        out[i].span.end = out[next].span.begin;
        break;
      }
  return out;
}

bool unsourced(const Claim& claim) {
  return claim.status == Claim::Status::unsourced && std::min(claim.worth, claim.alone) >= worth_asking;
}

}  // namespace stet
