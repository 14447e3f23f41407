#include "text/toml_depth.h"

#include <gmock/gmock.h>

namespace stet {
namespace {

std::string key_of(std::size_t parts) {
  std::string key = "a";
  while (--parts > 0) key += ".a";
  return key;
}

TEST(TomlDepth, refuses_keys_that_would_overflow_the_parser) {
  EXPECT_EQ(toml_key_too_deep(key_of(64) + " = 1"), std::nullopt);
  EXPECT_TRUE(toml_key_too_deep(key_of(65) + " = 1"));
  EXPECT_TRUE(toml_key_too_deep("x = {\n" + key_of(100'000)));
  EXPECT_TRUE(toml_key_too_deep("[[" + key_of(100) + "]]"));
  EXPECT_TRUE(toml_key_too_deep("x = \"open\n" + key_of(100)));
  EXPECT_TRUE(toml_key_too_deep("x = \"\"\"a\n\"\"\" \n" + key_of(100)));
}

TEST(TomlDepth, leaves_strings_comments_and_values_alone) {
  const std::string dots(1000, '.');
  EXPECT_EQ(toml_key_too_deep("x = \"" + dots + "\\\"" + dots + "\" # " + dots), std::nullopt);
  EXPECT_EQ(toml_key_too_deep("x = '''" + dots + "\n'" + dots + "'''"), std::nullopt);
  EXPECT_EQ(toml_key_too_deep("a.b = 1.5\nc.d = 2.5\n" + dots.substr(0, 60)), std::nullopt);
}

}  // namespace
}  // namespace stet
