#pragma once
// Three rules, one of them off, for tests of settings.
#include <array>
#include <memory>

#include "lint/catalog.h"

namespace stet::test {

inline std::shared_ptr<const Catalog> small_catalog() {
  static constexpr std::array<BuiltInPage, 3> pages{{
      {"attribution", "nobody-said",
       "# nobody-said\n\nSomebody without a name.\n\n| option | default | meaning |\n| --- | --- | --- |\n"
       "| severity | warning | how loud |\n| holders | critics, observers | who is nobody |\n"
       "| gap | 3 | words between |\n\n| phrase | instead | message |\n| --- | --- | --- |\n| critics say |  |  |\n",
       nullptr},
      {"figures", "round-number",
       "# round-number\n\nToo round.\n\n| option | default | meaning |\n| --- | --- | --- |\n"
       "| severity | error | how loud |\n\n| phrase | instead | message |\n| --- | --- | --- |\n| a million |  |  |\n",
       nullptr},
      {"language", "very-word",
       "# very-word\n\nVery.\n\n| option | default | meaning |\n| --- | --- | --- |\n"
       "| severity | off | how loud |\n\n| phrase | instead | message |\n| --- | --- | --- |\n| very |  |  |\n",
       nullptr},
  }};
  static const auto catalog = std::make_shared<const Catalog>(pages);
  return catalog;
}

}  // namespace stet::test
