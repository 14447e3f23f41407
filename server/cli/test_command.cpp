#include <fmt/format.h>

#include <algorithm>

#include "cli/output.h"
#include "cli/run.h"
#include "config/own_pages.h"
#include "lint/examples.h"

namespace stet {

namespace {

struct Pages {
  std::shared_ptr<const Catalog> catalog;
  std::vector<const Rule*> rules;  // those to test
  bool broken = false;
};

// The pages that `paths` name, added to the built-in ones (an example may need them); without paths, these.
Pages pages_of(const TestRequest& request, std::shared_ptr<const Catalog> built_in) {
  Pages out{built_in, {}, false};
  if (request.paths.empty()) {
    for (const Rule& rule : built_in->rules()) out.rules.push_back(&rule);
    return out;
  }
  std::error_code unknown;
  const std::filesystem::path here = std::filesystem::current_path(unknown);
  std::vector<NamedPath> named;
  for (const std::string& path : request.paths) {
    NamedPath& one = named.emplace_back();
    one.written = path;
    one.origin.where = path;
    one.folder = here;
  }
  const OwnPages own = read_own_pages(named, here);
  for (const ConfigError& error : own.errors) complain(error.message);
  const Catalog::Extended extended = built_in->with(own.path_and_text);
  for (const PageError& error : extended.errors)
    complain(fmt::format("{}:{}:{}: {}", error.path, error.line, error.column, error.message));
  out.broken = !own.errors.empty() || !extended.errors.empty();
  out.catalog = extended.catalog;
  for (const Rule& rule : extended.catalog->rules())
    if (!rule.built_in) out.rules.push_back(&rule);
  return out;
}

struct Tested {
  std::size_t examples = 0, failed = 0;
};

Tested test(const Rule& rule, const Examples& examples, const TestRequest& request, Output& out) {
  Tested tested;
  std::vector<ExampleRun> runs;
  for (const PageExample& example : rule.page.examples) {
    runs.push_back(examples.run(rule, example));
    ++tested.examples;
    if (runs.back().holds()) continue;
    ++tested.failed;
    out.write(fmt::format("{}:{}: {} does not hold: wanted (-), came (+)\n{}\n", rule.page.path, runs.back().line,
                          rule.page.name, difference(runs.back())));
  }
  if (tested.failed > 0 && request.update && !rule.built_in) {
    Output page{std::filesystem::path(rule.page.path)};
    page.write(updated_page(rule.page, runs));
    if (page.finish() == 0) out.write(fmt::format("{}: updated\n", rule.page.path));
  }
  return tested;
}

}  // namespace

int run_test(const TestRequest& request, std::shared_ptr<const Catalog> built_in) {
  const Pages pages = pages_of(request, std::move(built_in));
  const Examples examples(pages.catalog);
  Output out = Output::standard();
  std::size_t all = 0, failed = 0;
  for (const Rule* rule : pages.rules) {
    const Tested tested = test(*rule, examples, request, out);
    all += tested.examples;
    failed += tested.failed;
    if (tested.examples == 0) out.write(fmt::format("{}: no marked draft to test\n", rule->page.path));
  }
  out.write(fmt::format("{} pages, {} drafts: {}\n", pages.rules.size(), all,
                        failed == 0 ? "all hold" : fmt::format("{} do not hold", failed)));
  const int written = out.finish();
  return pages.broken ? 2 : std::max(written, failed > 0 ? 1 : 0);
}

}  // namespace stet
