#pragma once
// The whole engine as a newsroom without any settings has it: built-in pages, every rule that is on by default.
//
//   const Engine engine;
//   Linted linted = engine.lint(engine.read(Text("# Bridge\n"), Format::markdown));
#include <memory>

#include "config/settings.h"
#include "facts/facts.h"
#include "lint/lint.h"

namespace stet {

class Engine {
 public:
  Engine();

  Facts read(Text text, Format format, const Facts* before = nullptr) const;
  Linted lint(const Facts& facts, const LintOptions& options = {}) const;
  const Context& context() const { return settings_->context; }

 private:
  std::shared_ptr<const PathSettings> settings_;
};

}  // namespace stet
