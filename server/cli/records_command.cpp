#include <chrono>
#include <cstdio>

#include "cli/check_run.h"
#include "cli/drafts.h"
#include "cli/in_order.h"
#include "cli/records.h"
#include "cli/run.h"

namespace stet {

namespace {

// One draft of an archive. The working folder's settings (or --config's) count for all: what lies around a path of an
// archive is no setting. Without the files beside it nobody can tell which keys its bibliography has.
class RecordChecker {
 public:
  RecordChecker(const CheckRequest& request, std::shared_ptr<const Settings> settings, Date today)
      : request_(request), settings_(std::move(settings)), today_(today) {
    sources_.bibliography_complete = false;
  }

  std::variant<Checked, BadRecord> check(const RecordLine& line) const {
    std::variant<Record, BadRecord> read = record_of(line);
    if (BadRecord* bad = std::get_if<BadRecord>(&read)) return std::move(*bad);
    Record& record = std::get<Record>(read);
    Checked out;
    out.record = line.number;
    out.path = std::move(record.path);
    out.in_force = settings_->for_path(settings_->root() / out.path);
    Context context = out.in_force->context;
    if (record.date) context.date = record.date;
    const Facts facts =
        stet::read(Text(std::move(record.text)), format_of_path(out.path).value_or(Format::plain), context);
    const Document& document = *facts.document;
    out.text = document.text;
    out.words = document.word_count;
    out.genre = document.context.genre;
    out.linted =
        lint(facts, sources_, out.in_force->checks_for(out.genre), {.waivers = settings_->waivers(), .today = today_});
    out.fail_on = request_.fail_on ? request_.fail_on->severity : out.in_force->fail_on;
    out.catalog = settings_->catalog();
    return out;
  }

 private:
  const CheckRequest& request_;
  std::shared_ptr<const Settings> settings_;
  Sources sources_;
  Date today_;
};

// A worker that is killed must leave whole lines behind: what a record gives is handed over at once, in one write as
// long as it fits.
constexpr std::size_t written_at_once = std::size_t{1} << 20;

}  // namespace

int run_records(const CheckRequest& request, std::shared_ptr<const Catalog> built_in) {
  SettingsRequest asked = here(std::move(built_in), request.drafts.config);
  asked.select = request.select;
  asked.ignore = request.ignore;
  asked.date = request.drafts.date;
  const Loaded loaded = load_settings(asked);
  for (const ConfigError& error : loaded.errors) complain(shown(error.origin) + ": " + error.message);
  if (!loaded.errors.empty()) return 2;
  std::setvbuf(stdout, nullptr, _IOFBF, written_at_once);
  CheckRun run(request);
  RecordLines lines(stdin);
  const RecordChecker checker(request, loaded.settings,
                              std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  in_order([&] { return lines.next(); }, jobs_of(request.drafts),
           [&](const RecordLine& line) { return checker.check(line); },
           [&](const std::variant<Checked, BadRecord>& outcome) {
             const bool read = std::visit([&](const auto& what) { return run.take(what); }, outcome);
             run.flush();
             return read;
           });
  return run.finish();
}

}  // namespace stet
