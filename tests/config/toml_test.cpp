#include "config/toml.h"

#include <gmock/gmock.h>

namespace stet {
namespace {

TEST(Toml, keeps_values_in_order_with_their_places) {
  const auto read = read_toml("zeta = \"é\"\nalpha = [1, true]  # two\n[rules]\nmu = 2026-11-02\n", "stet.toml");
  const auto& table = std::get<Setting::Table>(std::get<Setting>(read).value);
  ASSERT_EQ(table.size(), 3u);
  EXPECT_EQ(table[0].key, "zeta");
  EXPECT_EQ(std::get<std::string>(table[0].value.value), "é");
  EXPECT_EQ(table[0].value.origin, (Origin{"stet.toml", 1, 8}));
  EXPECT_EQ(table[1].key, "alpha");
  EXPECT_EQ(std::get<double>(std::get<Setting::List>(table[1].value.value)[0].value), 1.0);
  const auto& rules = std::get<Setting::Table>(table[2].value.value);
  EXPECT_EQ(shown(rules[0].value.key_origin), "stet.toml:4:1");
  EXPECT_EQ(iso_date(std::get<Date>(rules[0].value.value)), "2026-11-02");
}

TEST(Toml, columns_are_code_points) {
  const auto read = read_toml("a = { \"éü\" = 1, b = 2 }\n", "f");
  const auto& table = std::get<Setting::Table>(std::get<Setting>(read).value);
  EXPECT_EQ(std::get<Setting::Table>(table[0].value.value)[1].value.key_origin.column, 17u);
}

TEST(Toml, what_is_not_toml_is_one_error_with_its_place) {
  for (const char* bad : {"a = ]", "a = 1\na = 2", "a = \"\xFF\"", "a = [[[[", "[a", "a = 2026-13-02", "\x01"}) {
    const auto read = read_toml(bad, "stet.toml");
    ASSERT_TRUE(std::holds_alternative<ConfigError>(read)) << bad;
    EXPECT_GE(std::get<ConfigError>(read).origin.line, 1u) << bad;
    EXPECT_NE(std::get<ConfigError>(read).message, "") << bad;
  }
}

TEST(Toml, a_key_of_a_hundred_thousand_parts_is_an_error_not_a_crash) {
  std::string text = "x = 1\na";
  for (int i = 0; i < 100'000; ++i) text += ".a";
  EXPECT_EQ(std::get<ConfigError>(read_toml(text + " = 1", "stet.toml")).origin.line, 2u);
  EXPECT_TRUE(std::holds_alternative<ConfigError>(read_toml("x = " + std::string(100'000, '['), "f")));
}

}  // namespace
}  // namespace stet
