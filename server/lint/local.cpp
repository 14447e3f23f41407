#include "lint/local.h"

#include <algorithm>
#include <exception>

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

  // The paragraphs [first, last).
  const Facts& show(std::size_t first, std::size_t last) {
    const auto from = static_cast<std::ptrdiff_t>(first), to = static_cast<std::ptrdiff_t>(last);
    document_->blocks.assign(whole_.document->blocks.begin() + from, whole_.document->blocks.begin() + to);
    facts_.locals.assign(whole_.locals.begin() + from, whole_.locals.begin() + to);
    std::apply([&](auto&... kinds) { (keep(kinds, first, last), ...); }, facts_.holding);
    return facts_;
  }

 private:
  template <class Fact>
  void keep(Holding<Fact>& kind, std::size_t first, std::size_t last) {
    const auto& all = std::get<Holding<Fact>>(whole_.holding).paragraphs;
    const auto from = std::lower_bound(all.begin(), all.end(), first), to = std::lower_bound(from, all.end(), last);
    kind.paragraphs.clear();
    for (auto p = from; p != to; ++p) kind.paragraphs.push_back(*p - static_cast<std::uint32_t>(first));
  }

  const Facts& whole_;
  std::shared_ptr<Document> document_;
  Facts facts_;
};

void add_once(std::vector<NotAssessed>& out, std::vector<NotAssessed> found) {
  for (NotAssessed& why : found) {
    const auto same = [&](const NotAssessed& known) { return known.why == why.why && known.span == why.span; };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back(std::move(why));
  }
}

}  // namespace

FoundLocally find_locally(const Facts& facts, const Sources& sources, std::span<const Ready> checks,
                          const std::stop_token& stop, std::size_t at_hand) {
  FoundLocally out{std::vector<std::vector<Finding>>(checks.size()),
                   std::vector<std::vector<NotAssessed>>(checks.size()), std::vector<bool>(checks.size())};
  Piece piece(facts);
  for (std::size_t first = 0; first < facts.size(); first += at_hand) {
    const Facts& here = piece.show(first, std::min(first + at_hand, facts.size()));
    for (std::size_t c = 0; c < checks.size() && !stop.stop_requested(); ++c) {
      const Page& page = checks[c].rule->page;
      if (page.draft_scope || out.failed[c]) continue;
      Report report(here, page.name, page.family, checks[c].severity);
      try {
        checks[c].check(here, sources, report);
      } catch (const std::exception& e) {
        out.failed[c] = true;
        out.findings[c].clear();
        out.not_assessed[c] = {{page.name, std::string("the check failed: ") + e.what(), {}}};
        continue;
      }
      std::vector<Finding> found = report.take_findings();
      out.findings[c].insert(out.findings[c].end(), std::make_move_iterator(found.begin()),
                             std::make_move_iterator(found.end()));
      add_once(out.not_assessed[c], report.take_not_assessed());
    }
  }
  return out;
}

}  // namespace stet
