#include "prose/blocks.h"

namespace stet {

void assign_zones(RawDocument&, Format) {}

}  // namespace stet
