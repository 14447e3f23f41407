// Any bytes as a draft in HTML, read whole and read again after an edit.
#include "catalog.h"
#include "fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stet;
  static const Context context{.lexicon = make_lexicon(Catalog(built_in_pages()))};
  return fuzz::read_and_edit(fuzz::text_of(data, size), Format::html, context);
}
