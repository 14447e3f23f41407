#pragma once
// Sheet: what a draft claims, as a fact-checker lists it: a row for each claim, and for each quotation that stands
// outside of them.
//
//   const std::vector<SheetRow> rows = sheet_rows(facts);
//   rows[0].claim, rows[0].source        // "The dam holds 4 billion liters", "" where nothing holds it up
//   sheet_csv(…), sheet_page(…)          // the same rows for a spreadsheet and for a browser
#include <string>
#include <vector>

#include "facts/facts.h"
#include "facts/transcript.h"

namespace stet {

struct SheetRow {
  std::uint32_t paragraph = 0;
  WordRange words;    // of the paragraph
  std::string claim;  // as the reader sees it
  Claim::Kind kind = Claim::Kind::quotation;
  Claim::Status status = Claim::Status::quoted;
  int worth = 1;
  std::vector<std::string> sources;  // who says so, as the draft writes it; markers and links that cover it
  std::vector<std::string> figures;
  std::vector<std::string> dates;  // "on Monday (March 2, 2026)": what was said, and the day it was read as
};

// In the order of the draft; the words of two rows overlap only where two claims do. Quotations are looked up in the
// transcripts, where there are any: one that is found has the file among its sources, one that is only near says so.
std::vector<SheetRow> sheet_rows(const Facts& facts, const Transcripts* transcripts = nullptr);

}  // namespace stet
