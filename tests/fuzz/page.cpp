// Any bytes as a newsroom's own page: read, its examples run, its rule let loose on a draft.
#include "catalog.h"
#include "fuzz/invariants.h"
#include "lint/examples.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stet;
  static const Catalog built_in(built_in_pages());
  const std::string text(fuzz::text_of(data, size));
  const std::pair<std::string, std::string> file("desk/style/own-rule.md", text);
  const Catalog::Extended extended = built_in.with({&file, 1});
  fuzz::must(extended.catalog != nullptr, "a broken page takes no other down");
  fuzz::must(extended.catalog->rules().size() + extended.errors.size() > built_in.rules().size(),
             "a page is a rule or an error");
  const Rule* rule = extended.catalog->find("own-rule");
  if (rule == nullptr || rule->built_in) return 0;
  const Examples examples(extended.catalog);
  for (const PageExample& example : rule->page.examples) difference(examples.run(*rule, example));
  return 0;
}
