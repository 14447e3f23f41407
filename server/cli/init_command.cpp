#include <cerrno>
#include <cstdio>
#include <cstring>

#include "cli/output.h"
#include "cli/run.h"
#include "config/settings.h"

namespace stet {

int run_init(const InitRequest&, const Catalog& built_in) {
  const std::string text = initial_config(built_in);
  // "x": a file that is there, or that comes between asking and writing, is not touched.
  std::FILE* file = std::fopen("stet.toml", "wbx");
  if (file == nullptr) {
    complain(errno == EEXIST ? "stet.toml is there already: change it by hand, or move it away first"
                             : std::string("stet.toml: ") + std::strerror(errno));
    return 2;
  }
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  if (std::fclose(file) != 0 || !written) {
    complain(std::string("stet.toml: ") + std::strerror(errno));
    return 2;
  }
  Output out = Output::standard();
  out.write("Wrote stet.toml. Everything in it is a comment: take the # away from what you want to change.\n");
  return out.finish();
}

}  // namespace stet
