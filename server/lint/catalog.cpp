#include "lint/catalog.h"

#include <algorithm>
#include <stdexcept>

#include "text/nearest.h"

namespace stet {

namespace {

bool before(const Rule& a, const Rule& b) {
  return a.page.family != b.page.family ? a.page.family < b.page.family : a.page.name < b.page.name;
}

}  // namespace

Catalog::Catalog(std::span<const BuiltInPage> built_in) {
  for (const BuiltInPage& page : built_in) {
    const std::string path = "rules/" + std::string(page.family) + "/" + std::string(page.name) + ".md";
    auto read = read_page(page.text, path, std::string(page.family));
    if (const auto* error = std::get_if<PageError>(&read))
      throw std::logic_error(path + ":" + std::to_string(error->line) + ":" + std::to_string(error->column) + ": " +
                             error->message);
    rules_.push_back({std::move(std::get<Page>(read)), page.make, true});
  }
  std::sort(rules_.begin(), rules_.end(), before);
}

Catalog::Extended Catalog::with(std::span<const std::pair<std::string, std::string>> path_and_text) const {
  Extended out;
  const auto catalog = std::make_shared<Catalog>(*this);
  for (const auto& [path, text] : path_and_text) {
    const auto fail = [&out, &shown = path](std::string message) {
      out.errors.push_back({shown, 1, 1, std::move(message)});
    };
    auto read = read_page(text, path, std::string(page_folder(path)));
    if (const auto* error = std::get_if<PageError>(&read)) {
      out.errors.push_back(*error);
      continue;
    }
    Page& page = std::get<Page>(read);
    if (page.family.empty()) page.family = "own";
    if (const Rule* other = catalog->find(page.name)) {
      fail("there is a rule \"" + page.name + "\" already: " + other->page.path);
    } else if (catalog->has_family(page.name)) {
      fail("\"" + page.name + "\" is the name of a family");
    } else if (catalog->find(page.family) != nullptr) {
      fail("the folder \"" + page.family + "\" is named as a rule is");
    } else if (page.phrases.empty() && page.patterns.empty()) {
      fail("nothing to look for: a page needs a table of phrases or a ```pattern fence");
    } else {
      catalog->rules_.push_back({std::move(page), nullptr, false});
    }
  }
  std::sort(catalog->rules_.begin(), catalog->rules_.end(), before);
  out.catalog = catalog;
  return out;
}

const Rule* Catalog::find(std::string_view name) const {
  const auto it = std::find_if(rules_.begin(), rules_.end(), [&](const Rule& r) { return r.page.name == name; });
  return it == rules_.end() ? nullptr : &*it;
}

bool Catalog::has_family(std::string_view family) const {
  return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& r) { return r.page.family == family; });
}

std::string Catalog::nearest(std::string_view name) const {
  std::vector<std::string_view> known;
  for (const Rule& rule : rules_) {
    known.push_back(rule.page.name);
    known.push_back(rule.page.family);
  }
  return stet::nearest(known, name);
}

}  // namespace stet
