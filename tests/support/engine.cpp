#include "support/engine.h"

#include "catalog.h"

namespace stet {

Engine::Engine() {
  const auto catalog = std::make_shared<const Catalog>(built_in_pages());
  const Loaded loaded = load_settings({.folder = STET_SOURCE_DIR "/tests/support", .built_in = catalog});
  settings_ = loaded.settings->for_path("draft.md");
}

Facts Engine::read(Text text, Format format, const Facts* before) const {
  return stet::read(std::move(text), format, settings_->context, before);
}

Linted Engine::lint(const Facts& facts, const LintOptions& options) const {
  return stet::lint(facts, Sources{}, settings_->checks_for(facts.context().genre), options);
}

}  // namespace stet
