#include "cli/finding_json.h"

#include "text/utf8.h"

namespace stet {

namespace {

Json place_json(const Text& text, std::uint32_t offset) {
  const Place at = place_of(text, offset);
  return {{"line", at.line}, {"column", at.column}};
}

Json related_json(const Related& related, const Checked& draft) {
  Json j = {{"path", valid_utf8(related.path.empty() ? draft.path : related.path)}};
  if (related.path.empty()) {
    add_place(j, draft.text, related.span);
  } else if (const auto other = draft.others.find(related.path); other != draft.others.end()) {
    add_place(j, other->second, related.span);
  }
  j["message"] = valid_utf8(related.message);
  return j;
}

Json fix_json(const Fix& fix) {
  Json edits = Json::array();
  for (const Edit& edit : fix.edits)
    edits.push_back({{"bytes", {edit.span.begin, edit.span.end}}, {"text", valid_utf8(edit.text)}});
  return {{"title", valid_utf8(fix.title)}, {"edits", std::move(edits)}, {"safe", fix.safe}};
}

}  // namespace

void add_place(Json& object, const Text& text, Span span) {
  object["bytes"] = {span.begin, span.end};
  object["start"] = place_json(text, span.begin);
  object["end"] = place_json(text, span.end);
}

Json finding_json(const Finding& finding, const Checked& draft) {
  Json j = {{"rule", finding.rule},
            {"family", finding.family},
            {"severity", severity_name(finding.severity)},
            {"message", valid_utf8(finding.message)}};
  add_place(j, draft.text, finding.span);
  j["related"] = Json::array();
  for (const Related& related : finding.related) j["related"].push_back(related_json(related, draft));
  j["fixes"] = Json::array();
  for (const Fix& fix : finding.fixes) j["fixes"].push_back(fix_json(fix));
  j["fingerprint"] = finding.fingerprint;
  if (!finding.url.empty()) j["url"] = finding.url;
  return j;
}

Json not_assessed_json(const NotAssessed& what, const Text& text) {
  Json j = Json::object();
  if (!what.rule.empty()) j["rule"] = what.rule;
  j["why"] = valid_utf8(what.why);
  if (!what.span.empty()) add_place(j, text, what.span);
  return j;
}

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace stet
