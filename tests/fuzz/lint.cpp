// Any bytes as a draft of any format under every rule that is on by default. The first byte chooses the format.
#include "fuzz/invariants.h"
#include "support/engine.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stet;
  static const Engine engine;
  if (size == 0) return 0;
  const Format format = data[0] == '<' ? Format::html : data[0] == '#' ? Format::markdown : Format::plain;
  const Facts facts = engine.read(Text(std::string(fuzz::text_of(data, size))), format);
  fuzz::check_facts(facts);
  fuzz::check_findings(engine.lint(facts), facts);
  return 0;
}
