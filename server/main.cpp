#include "catalog.h"
#include "cli/run.h"
#include "lsp/loop.h"

int main(int argc, char** argv) {
  const stet::Parts parts{
      .built_in = [] { return std::make_shared<const stet::Catalog>(stet::built_in_pages()); },
      .serve = stet::serve,
  };
  return stet::run({argv + (argc > 0 ? 1 : 0), argv + argc}, parts);
}
