#include "lint/local.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <map>

namespace stet {

namespace {

// Some of a draft's paragraphs as a draft of their own, at their places: what checks of paragraph scope are shown.
// Notes, definitions and comments stay behind; they belong to the whole.
class Piece {
 public:
  explicit Piece(const Facts& whole) : whole_(whole), document_(std::make_shared<Document>()) {
    document_->text = whole.document->text;
    document_->format = whole.document->format;
    document_->meta = whole.document->meta;
    document_->context = whole.document->context;
    facts_.document = document_;
  }

  const Facts& facts() const { return facts_; }

  // Paragraphs, ascending.
  void show(std::span<const std::uint32_t> paragraphs) {
    document_->blocks.clear();
    facts_.locals.clear();
    for (const std::uint32_t p : paragraphs) {
      document_->blocks.push_back(whole_.document->blocks[p]);
      facts_.locals.push_back(whole_.locals[p]);
    }
    std::apply([&](auto&... kinds) { (show(kinds, paragraphs), ...); }, facts_.holding);
  }

 private:
  template <class Fact>
  void show(Holding<Fact>& kind, std::span<const std::uint32_t> paragraphs) {
    const auto& all = std::get<Holding<Fact>>(whole_.holding).paragraphs;
    kind.paragraphs.clear();
    auto next = std::lower_bound(all.begin(), all.end(), paragraphs.front());
    for (std::uint32_t here = 0; here < paragraphs.size(); ++here) {
      while (next != all.end() && *next < paragraphs[here]) ++next;
      if (next != all.end() && *next == paragraphs[here]) kind.paragraphs.push_back(here);
    }
  }

  const Facts& whole_;
  std::shared_ptr<Document> document_;
  Facts facts_;
};

void add_once(std::vector<NotAssessed>& out, std::vector<NotAssessed> found) {
  for (NotAssessed& why : found)
    if (std::none_of(out.begin(), out.end(), [&](const NotAssessed& known) { return known.why == why.why; }))
      out.push_back(std::move(why));
}

// Runs checks over some paragraphs; what they find adds up in `reports`, one for each check.
void run_checks(const Facts& piece, std::span<const Ready> checks, std::span<Report> reports, FoundLocally& out,
                const std::stop_token& stop) {
  for (std::size_t c = 0; c < checks.size() && !stop.stop_requested(); ++c) {
    const Page& page = checks[c].rule->page;
    if (page.draft_scope || out.failed[c]) continue;
    try {
      checks[c].check(piece, Sources(), reports[c]);
      add_once(out.not_assessed[c], reports[c].take_not_assessed());
    } catch (const std::exception& e) {
      out.failed[c] = true;
      out.not_assessed[c] = {{page.name, std::string("the check failed: ") + e.what(), {}}};
    }
  }
}

bool reaches_out(const Finding& finding, Span paragraph) {
  const auto outside = [&](const Fix& fix) {
    return std::any_of(fix.edits.begin(), fix.edits.end(), [&](const Edit& e) { return !paragraph.contains(e.span); });
  };
  return !paragraph.contains(finding.span) || std::any_of(finding.fixes.begin(), finding.fixes.end(), outside);
}

// What is found in paragraphs that were not known, for the version after.
void remember(const Facts& facts, const FoundLocally& out, std::span<const std::uint32_t> fresh,
              std::vector<KeptFindings::Found>& kept) {
  std::map<std::size_t, std::vector<KeptFindings::One>> found;
  for (std::size_t c = 0; c < out.findings.size(); ++c)
    for (const Finding& finding : out.findings[c]) {
      const std::size_t p = facts.document->block_at(finding.span.begin);
      if (!std::binary_search(fresh.begin(), fresh.end(), p)) continue;
      const Span place = facts.document->blocks[p].span();
      if (reaches_out(finding, place)) kept[p] = KeptFindings::looked_at_again;
      found[p].push_back({c, place.begin, finding});
    }
  for (auto& [p, findings] : found)
    if (kept[p] == nullptr) kept[p] = std::make_shared<const std::vector<KeptFindings::One>>(std::move(findings));
}

}  // namespace

struct LocalChecks::State {
  State(const Facts& whole, std::span<const Ready> all, const Known& before, bool keeps, Report::Many many)
      : facts(whole), checks(all), known(before), keep(keeps), piece(whole) {
    if (keep) out.by_paragraph.resize(whole.size());
    out.findings.resize(checks.size());
    out.known.resize(checks.size());
    out.not_assessed.resize(checks.size());
    out.failed.resize(checks.size());
    reports.reserve(checks.size());
    for (const Ready& ready : checks) reports.emplace_back(piece.facts(), ready.rule->page.name, ready.severity, many);
  }

  const Facts& facts;
  std::span<const Ready> checks;
  const Known& known;
  bool keep;
  Piece piece;
  std::vector<Report> reports;  // by check
  std::vector<std::uint32_t> fresh;
  FoundLocally out;

  // What was found in paragraph p of a version before, at its place of today. False where it is to be looked at.
  bool recall(std::size_t p) {
    const std::uint32_t there = known.place(p);
    if (there == Known::none) return false;
    const KeptFindings::Found& found = known.kept()->found[there];
    if (found == KeptFindings::looked_at_again) return false;
    if (found == nullptr) return true;
    const std::uint32_t begin = facts.document->blocks[p].begin, size = facts.paragraph(p).size();
    for (const KeptFindings::One& one : *found)
      out.known[one.check].push_back({&one.finding, {one.begin, one.begin + size}, begin - one.begin});
    if (keep) out.by_paragraph[p] = found;
    return true;
  }
};

LocalChecks::LocalChecks(const Facts& facts, std::span<const Ready> checks, const Known& known, bool keep,
                         Report::Many many)
    : state_(std::make_unique<State>(facts, checks, known, keep, many)) {}
LocalChecks::~LocalChecks() = default;

void LocalChecks::run(std::size_t first, std::size_t last, const std::stop_token& stop) {
  State& s = *state_;
  const std::size_t before = s.fresh.size();
  for (std::size_t p = first; p < last; ++p)
    if (!s.recall(p)) s.fresh.push_back(static_cast<std::uint32_t>(p));
  if (s.fresh.size() > before) {
    s.piece.show(std::span(s.fresh).subspan(before));
    run_checks(s.piece.facts(), s.checks, s.reports, s.out, stop);
  }
}

FoundLocally LocalChecks::take() {
  State& s = *state_;
  for (std::size_t c = 0; c < s.checks.size(); ++c) {
    std::vector<Finding> found = s.reports[c].take_findings();
    if (s.out.failed[c]) s.out.findings[c].clear(), s.out.known[c].clear();
    else std::ranges::move(found, std::back_inserter(s.out.findings[c]));
  }
  if (s.keep) remember(s.facts, s.out, s.fresh, s.out.by_paragraph);
  return std::move(s.out);
}

}  // namespace stet
