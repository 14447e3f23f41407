#include <fmt/format.h>

#include "sheet/page_parts.h"
#include "sheet/shown.h"

namespace stet {

namespace {

std::string spaced(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c == '-') c = ' ';
  return out;
}

std::string list(std::span<const std::string> parts) {
  std::string out;
  for (const std::string& part : parts) out += fmt::format("<div>{}</div>", html_text(part));
  return out;
}

}  // namespace

std::string_view sheet_group(Claim::Status status) {
  switch (status) {
    case Claim::Status::unsourced: return "open";
    case Claim::Status::weasel:
    case Claim::Status::anonymous: return "weak";
    case Claim::Status::attributed:
    case Claim::Status::attributed_inherited: return "held";
    case Claim::Status::quoted: return "said";
    case Claim::Status::sourced: return "done";
    case Claim::Status::exempt:
    case Claim::Status::question:
    case Claim::Status::common_knowledge:
    case Claim::Status::opinion: return "aside";
  }
  return "aside";
}

std::string_view sheet_word(Claim::Status status) {
  switch (status) {
    case Claim::Status::attributed_inherited: return "carried over";
    case Claim::Status::weasel: return "nobody named";
    case Claim::Status::common_knowledge: return "common knowledge";
    default: return claim_status_name(status);
  }
}

std::string sheet_table_row(const SheetRow& row, std::size_t number, std::string_view draft) {
  const std::string_view group = sheet_group(row.status), status = sheet_word(row.status);
  const std::string_view weight = row.worth >= 7 ? "strong" : row.worth >= 4 ? "some" : "little";
  std::string out = fmt::format(
      "<tr class=\"{0}\" data-n=\"{1}\" data-kind=\"{2}\" data-status=\"{3}\" data-worth=\"{4}\">"
      "<td class=\"tick\"><input type=\"checkbox\" aria-label=\"Claim {1} checked\"></td>"
      "<th scope=\"row\" class=\"no\"><a id=\"r{1}\" href=\"#c{1}\" aria-label=\"Claim {1}: show in the draft\">{1}</a>"
      "</th><td class=\"claim\" dir=\"auto\">{5}",
      group, number, claim_kind_name(row.kind), claim_status_name(row.status), row.worth, html_text(row.claim));
  if (!draft.empty()) out += fmt::format("<div class=\"where\">{}</div>", html_text(draft));
  out += fmt::format(
      "</td><td>{}</td><td class=\"worth {}\">{}</td><td><span class=\"badge\">{}</span></td>"
      "<td dir=\"auto\">{}</td><td>{}</td><td>{}</td><td class=\"note\"></td></tr>\n",
      spaced(claim_kind_name(row.kind)), weight, row.worth, status, list(row.sources), list(row.figures),
      list(row.dates));
  return out;
}

}  // namespace stet
