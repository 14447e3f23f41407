// Any bytes on the wire, in pieces: the same items come out as when they are fed whole.
#include "lsp/frame.h"

#include "fuzz/invariants.h"

namespace {

using Items = std::vector<std::variant<std::string, stet::FrameFault>>;

void drain(stet::Framer& framer, Items& items) {
  while (auto item = framer.next()) items.push_back(*std::move(item));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stet;
  const std::string_view bytes = fuzz::text_of(data, size);
  Framer whole, pieces;
  Items at_once, bit_by_bit;
  whole.feed(bytes);
  drain(whole, at_once);
  for (std::size_t at = 0, step = 1; at < size; at += step, step = step % 7 + 1) {
    pieces.feed(bytes.substr(at, step));
    drain(pieces, bit_by_bit);
  }
  fuzz::must(at_once == bit_by_bit, "pieces give what the whole gives");
  return 0;
}
