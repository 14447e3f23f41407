#pragma once
// Catalog: the built-in pages and a workspace's own. Shared-owned, never changed, replaced whole on reload.
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/page.h"
#include "lint/rule.h"

namespace stet {

struct Rule {
  Page page;
  MakeCheck make = nullptr;  // null: the page's phrases and patterns are all there is
  bool built_in = true;
};

// What the build writes for each page under rules/ (see rules/catalog.h).
struct BuiltInPage {
  std::string_view family, name, text;
  MakeCheck make;
};

class Catalog {
 public:
  // Built-in pages must be right: a broken one is a bug (std::logic_error; a test reads them all).
  explicit Catalog(std::span<const BuiltInPage> built_in);
  // A copy with a workspace's own pages added; a page's family is the folder it lies in. A page whose name is another
  // rule's or a family's, that has neither phrases nor patterns, or that is broken, is left out and reported in
  // `errors`; the others stand.
  struct Extended;
  Extended with(std::span<const std::pair<std::string, std::string>> path_and_text) const;

  std::span<const Rule> rules() const { return rules_; }  // by family, then name
  const Rule* find(std::string_view name) const;
  bool has_family(std::string_view family) const;
  // The rule or family name nearest to a mistyped one; empty where none is near.
  std::string nearest(std::string_view name) const;

 private:
  Catalog() = default;
  std::vector<Rule> rules_;
};

struct Catalog::Extended {
  std::shared_ptr<const Catalog> catalog;
  std::vector<PageError> errors;
};

}  // namespace stet
