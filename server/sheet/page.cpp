#include "sheet/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "facts/date_text.h"
#include "sheet/page_parts.h"
#include "sheet/shown.h"
#include "text/utf8.h"

namespace stet {

namespace {

constexpr std::string_view head = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
)";

constexpr std::string_view table_head = R"(<table id="claims">
<caption class="unseen">Claims of the draft, by their place. The buttons in the head sort; in a row, Enter shows the claim in the draft.</caption>
<thead><tr>
<th scope="col" class="tick"><span class="unseen">Checked</span><span aria-hidden="true">✓</span></th>
<th scope="col" class="no" aria-sort="ascending"><button type="button" data-by="no">No.</button></th>
<th scope="col" class="claim"><button type="button" data-by="claim">Claim</button></th>
<th scope="col" class="kind"><button type="button" data-by="kind">Kind</button></th>
<th scope="col" class="worth"><button type="button" data-by="worth" title="How much it wants checking: 4 and more is a candidate, 7 and more a strong one">Worth</button></th>
<th scope="col" class="status"><button type="button" data-by="status">Status</button></th>
<th scope="col" class="source"><button type="button" data-by="source">Source</button></th>
<th scope="col" class="figure"><button type="button" data-by="figures">Figures</button></th>
<th scope="col" class="date"><button type="button" data-by="dates">Dates</button></th>
<th scope="col" class="note">Checked against, by</th>
</tr></thead>
<tbody>
)";

struct Legend {
  Claim::Status status;
  std::string_view says;
};
constexpr std::array<Legend, 11> legend{{
    {Claim::Status::unsourced, "nothing in the draft holds it up"},
    {Claim::Status::weasel, "said by a crowd, or by nobody in particular"},
    {Claim::Status::anonymous, "said by somebody without a name"},
    {Claim::Status::attributed_inherited, "carries on from the sentence before, whose source is named"},
    {Claim::Status::attributed, "a source is named"},
    {Claim::Status::quoted, "the speaker’s words: check them against the record"},
    {Claim::Status::sourced, "a link, note or document covers it"},
    {Claim::Status::common_knowledge, "anybody may know it; look it up all the same"},
    {Claim::Status::opinion, "a judgement, without a fact in it"},
    {Claim::Status::question, "asks"},
    {Claim::Status::exempt, "a caption, credit or the like"},
}};

// The draft's own title, its first headline, or its path.
std::string title_of(const SheetDraft& draft) {
  const Document& document = *draft.facts.document;
  if (const Meta::Entry* title = document.meta.find("title"); title && !title->value.empty())
    return valid_utf8(title->value);
  for (std::uint32_t p = 0; p < draft.facts.size(); ++p)
    if (draft.facts.paragraph(p).zone == Zone::headline)
      return shown(draft.facts, p, {0, draft.facts.paragraph(p).size()});
  return valid_utf8(draft.path);
}

std::string counted(std::size_t n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

// "ferry.md · November 2, 2026 · 397 words"
std::string about(const SheetDraft& draft) {
  std::string out = html_text(valid_utf8(draft.path));
  if (const auto& date = draft.facts.context().date) out += " · " + written(*date);
  out += " · " + counted(draft.facts.document->word_count, "word");
  for (const Unread& unread : draft.facts.document->unread)
    out += "<br><strong>Not read:</strong> " + html_text(valid_utf8(unread.why));
  return out;
}

struct Tally {
  std::map<Claim::Status, std::size_t> by_status;
  std::map<std::string_view, std::size_t> by_kind;
};

std::string controls(const Tally& tally) {
  std::string out =
      "<form class=\"controls\" role=\"search\" aria-label=\"Claims to show\">\n<fieldset><legend class=\"unseen\">"
      "Status</legend>";
  for (const Legend& entry : legend)
    if (const auto count = tally.by_status.find(entry.status); count != tally.by_status.end())
      out += fmt::format(
          "<button type=\"button\" class=\"chip {}\" data-status=\"{}\" aria-pressed=\"false\" title=\"{}\">{} "
          "<b>{}</b></button>",
          sheet_group(entry.status), claim_status_name(entry.status), entry.says, sheet_word(entry.status),
          count->second);
  out +=
      "</fieldset>\n<p id=\"shown\" role=\"status\"></p>\n<span class=\"break\"></span>\n<label>Find <input "
      "type=\"search\" id=\"find\" autocomplete=\"off\"></label>\n"
      "<label>Kind <select id=\"kind\"><option value=\"\">all</option>";
  for (const auto& [kind, count] : tally.by_kind) {
    std::string name(kind);
    std::replace(name.begin(), name.end(), '-', ' ');
    out += fmt::format("<option value=\"{}\">{} ({})</option>", kind, name, count);
  }
  return out +
         "</select></label>\n<label>Worth <select id=\"worth\"><option value=\"\">all</option>"
         "<option value=\"4\">4 and more</option><option value=\"7\">7 and more</option></select></label>\n"
         "<label><input type=\"checkbox\" id=\"left\"> not yet checked</label>\n"
         "<button type=\"reset\">Show all</button>\n<button type=\"button\" id=\"print\">Print</button>\n"
         "</form>\n";
}

std::string explanation(const Tally& tally) {
  std::string out = "<dl class=\"legend\">";
  for (const Legend& entry : legend)
    if (tally.by_status.contains(entry.status))
      out += fmt::format("<div><dt><span class=\"badge {}\">{}</span></dt><dd>{}</dd></div>", sheet_group(entry.status),
                         sheet_word(entry.status), entry.says);
  return out + "<div><dt><span class=\"fact\">$1.6 billion</span></dt><dd>a figure or a date</dd></div></dl>\n";
}

}  // namespace

std::string sheet_page(std::span<const SheetDraft> drafts) {
  std::string rows, texts, abouts;
  Tally tally;
  std::size_t number = 1;
  for (const SheetDraft& draft : drafts) {
    const std::vector<SheetRow> claims = sheet_rows(draft.facts, draft.transcripts.get());
    const std::string title = title_of(draft);
    texts += fmt::format("<article aria-label=\"{}\" lang=\"{}\">\n", html_text(title),
                         html_text(valid_utf8(draft.facts.context().language)));
    if (drafts.size() > 1) texts += fmt::format("<p class=\"file\">{}</p>\n", html_text(valid_utf8(draft.path)));
    texts += sheet_draft_html(draft.facts, claims, number) + "</article>\n";
    abouts += "<p class=\"about\">" + about(draft) + "</p>\n";
    for (const SheetRow& row : claims) {
      rows += sheet_table_row(row, number++, drafts.size() > 1 ? valid_utf8(draft.path) : std::string());
      ++tally.by_status[row.status];
      ++tally.by_kind[claim_kind_name(row.kind)];
    }
  }
  const std::string title = drafts.size() == 1 ? title_of(drafts.front()) : counted(drafts.size(), "draft");
  std::string out(head);
  out +=
      fmt::format("<title>Fact-check sheet: {}</title>\n<style>\n{}</style>\n</head>\n", html_text(title), sheet_style);
  out += fmt::format(
      "<body>\n<header>\n<p class=\"kicker\">Fact-check sheet · {}</p>\n<h1 dir=\"auto\">{}</h1>\n{}</header>\n",
      counted(number - 1, "claim"), html_text(title), abouts);
  out += controls(tally);
  out += "<main>\n<section id=\"sheet\" aria-label=\"Claims\">\n<h2 class=\"unseen\">Claims</h2>\n";
  out += table_head;
  out += rows;
  out += fmt::format("</tbody>\n</table>\n<p id=\"none\"{}>No claim to show.</p>\n{}</section>\n",
                     rows.empty() ? "" : " hidden", explanation(tally));
  out += "<section id=\"draft\" aria-label=\"Draft\" tabindex=\"0\">\n<h2 class=\"unseen\">Draft</h2>\n" + texts +
         "</section>\n</main>\n";
  out += fmt::format("<script>\n{}</script>\n</body>\n</html>\n", sheet_script);
  return out;
}

}  // namespace stet
