#pragma once
// The two halves of the page, and what it carries.
#include <string>
#include <string_view>

#include "sheet/sheet.h"

namespace stet {

// How much holds a claim up, by which it has its colour: "open", "weak", "held", "said", "done", "aside".
std::string_view sheet_group(Claim::Status status);
// "attributed-inherited" as people are told: "carried over".
std::string_view sheet_word(Claim::Status status);

// A <tr>. `draft` is named where the page holds several.
std::string sheet_table_row(const SheetRow& row, std::size_t number, std::string_view draft);

// The paragraphs of a draft with a <mark> for each row; rows are numbered from `first`.
std::string sheet_draft_html(const Facts& facts, std::span<const SheetRow> rows, std::size_t first);

// page.css and page.js.
extern const std::string_view sheet_style, sheet_script;

}  // namespace stet
