#include <utility>

#include "cli/drafts.h"
#include "cli/facts_json.h"
#include "cli/in_order.h"
#include "cli/output.h"
#include "cli/run.h"
#include "sheet/csv.h"
#include "sheet/page.h"

namespace stet {

namespace {

// One way of printing what was read. `part` may be asked from any thread, the others in the order of the drafts.
class FactsReport {
 public:
  struct Part {
    std::string printed;
    std::optional<SheetDraft> draft;
    std::vector<SheetRow> rows;
  };
  virtual ~FactsReport() = default;
  virtual std::string opening() { return {}; }
  virtual Part part(ReadDraft read, std::shared_ptr<const Sources> sources, std::string path) const = 0;
  virtual std::string draft(Part part) = 0;
  virtual std::string closing() { return {}; }
};

class FactsJson : public FactsReport {
 public:
  std::string opening() override { return "{\"version\":1,\"files\":["; }
  Part part(ReadDraft read, std::shared_ptr<const Sources> sources, std::string path) const override {
    return {facts_json(read.facts, *sources, path), {}, {}};
  }
  std::string draft(Part part) override { return std::exchange(separator_, ",\n") + part.printed; }
  std::string closing() override { return "\n]}\n"; }

 private:
  std::string separator_ = "\n";
};

class FactsCsv : public FactsReport {
 public:
  std::string opening() override { return sheet_csv_head(); }
  Part part(ReadDraft read, std::shared_ptr<const Sources> sources, std::string path) const override {
    std::vector<SheetRow> rows = sheet_rows(read.facts, sources->transcripts.get());
    return {{}, SheetDraft{std::move(path), std::move(read.facts), nullptr}, std::move(rows)};
  }
  std::string draft(Part part) override {
    const std::size_t first = next_;
    next_ += part.rows.size();
    return sheet_csv(part.draft->path, part.draft->facts, part.rows, first);
  }

 private:
  std::size_t next_ = 1;
};

// One page for all drafts: written when the last is read.
class FactsPage : public FactsReport {
 public:
  Part part(ReadDraft read, std::shared_ptr<const Sources> sources, std::string path) const override {
    return {{}, SheetDraft{std::move(path), std::move(read.facts), sources->transcripts}, {}};
  }
  std::string draft(Part part) override {
    drafts_.push_back(std::move(*part.draft));
    return {};
  }
  std::string closing() override { return sheet_page(drafts_); }

 private:
  std::vector<SheetDraft> drafts_;
};

std::unique_ptr<FactsReport> report_of(FactsRequest::Format format) {
  switch (format) {
    case FactsRequest::Format::json: return std::make_unique<FactsJson>();
    case FactsRequest::Format::csv: return std::make_unique<FactsCsv>();
    case FactsRequest::Format::html: return std::make_unique<FactsPage>();
  }
  return nullptr;
}

}  // namespace

int run_facts(const FactsRequest& request, std::shared_ptr<const Catalog> built_in) {
  Drafts drafts(request.drafts, std::move(built_in));
  for (const std::string& fault : drafts.faults()) complain(fault);
  if (drafts.hopeless() || drafts.size() == 0) return 2;

  int status = drafts.faults().empty() ? 0 : 2;
  Output out = Output::standard();
  const std::unique_ptr<FactsReport> report = report_of(request.format);
  out.write(report->opening());
  in_order(
      drafts.size(), jobs_of(request.drafts),
      [&](std::size_t i) -> std::variant<FactsReport::Part, PathError> {
        std::variant<ReadDraft, PathError> read = drafts.read(i);
        if (PathError* error = std::get_if<PathError>(&read)) return std::move(*error);
        auto sources = drafts.sources(i, *std::get<ReadDraft>(read).facts.document);
        return report->part(std::move(std::get<ReadDraft>(read)), std::move(sources), drafts.path(i));
      },
      [&](std::variant<FactsReport::Part, PathError> answer) {
        if (const PathError* error = std::get_if<PathError>(&answer)) {
          complain(error->path + ": " + error->message);
          status = 2;
        } else {
          out.write(report->draft(std::move(std::get<FactsReport::Part>(answer))));
        }
        return !out.closed();
      });
  out.write(report->closing());
  return std::max(status, out.finish());
}

}  // namespace stet
