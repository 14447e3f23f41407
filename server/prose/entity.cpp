#include "prose/entity.h"

#include <gumbo.h>

#include <array>
#include <charconv>
#include <memory>
#include <utility>

#include "text/utf8.h"

namespace stet {

namespace {

constexpr std::size_t longest_name = 33;  // &CounterClockwiseContourIntegral;

// Those that drafts are full of; the parser knows the other two thousand.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> common{{{"&nbsp;", "\xC2\xA0"},
                                                                                {"&amp;", "&"},
                                                                                {"&lt;", "<"},
                                                                                {"&gt;", ">"},
                                                                                {"&quot;", "\""},
                                                                                {"&mdash;", "—"},
                                                                                {"&ndash;", "–"},
                                                                                {"&lsquo;", "‘"},
                                                                                {"&rsquo;", "’"},
                                                                                {"&ldquo;", "“"},
                                                                                {"&rdquo;", "”"},
                                                                                {"&hellip;", "…"}}};

std::string decode_number(std::string_view digits, int base) {
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
  std::string out;
  append_utf8(out, code);
  return out;
}

std::string ask_parser(std::string_view reference) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, reference.data(), reference.size()), destroy);
  const GumboNode* node = output->root;
  while (node->type == GUMBO_NODE_ELEMENT && node->v.element.children.length > 0) {
    const GumboVector& children = node->v.element.children;
    node = static_cast<const GumboNode*>(children.data[children.length - 1]);
  }
  if (node->type != GUMBO_NODE_TEXT) return {};
  std::string text = node->v.text.text;
  return text == reference ? std::string() : text;
}

}  // namespace

std::size_t entity_length(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size() && i <= at + longest_name; ++i) {
    const char c = text[i];
    if (c == ';') return i == at + 1 ? 0 : i + 1 - at;
    const bool inside =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c == '#' && i == at + 1);
    if (!inside) return 0;
  }
  return 0;
}

std::string decode_entity(std::string_view reference) {
  for (const auto& [name, text] : common)
    if (name == reference) return std::string(text);
  if (reference.size() < 3 || reference.back() != ';') return {};
  std::string_view name = reference.substr(1, reference.size() - 2);
  if (name[0] != '#') return ask_parser(reference);
  name.remove_prefix(1);
  if (!name.empty() && (name[0] == 'x' || name[0] == 'X')) return decode_number(name.substr(1), 16);
  return decode_number(name, 10);
}

}  // namespace stet
