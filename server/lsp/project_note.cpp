#include "lsp/project_note.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "config/effective.h"
#include "config/toml.h"
#include "workspace/workspace.h"

namespace stet {

namespace {

const Setting* entry(const Setting& setting, std::string_view key) {
  const auto* table = std::get_if<Setting::Table>(&setting.value);
  if (table == nullptr) return nullptr;
  const auto found = std::ranges::find(*table, key, &Setting::Entry::key);
  return found == table->end() ? nullptr : &found->value;
}

Edit appended(std::string_view bytes, std::string text) {
  const auto end = static_cast<std::uint32_t>(bytes.size());
  if (!bytes.empty()) text.insert(0, bytes.ends_with('\n') ? "\n" : "\n\n");
  return {{end, end}, std::move(text)};
}

Edit waiver(std::string_view bytes, const ProjectNote& note) {
  std::string text = "[[waiver]]\n";
  const auto line = [&](const char* key, const std::string& value) {
    if (!value.empty()) text += std::string(key) + " = " + toml_text(value) + "\n";
  };
  line("fingerprint", note.fingerprint);
  line("rule", note.rule);
  line("words", note.words);
  line("reason", note.reason);
  return appended(bytes, std::move(text));
}

// Just behind the line "[rules]".
std::optional<std::uint32_t> below_rules(const Text& text) {
  for (std::uint32_t line = 0; line < text.line_count(); ++line) {
    std::string_view bytes = text.bytes(text.line(line));
    bytes = bytes.substr(0, std::min(bytes.find('#'), bytes.size()));
    const std::size_t first = bytes.find_first_not_of(" \t");
    if (first == bytes.npos) continue;
    if (bytes.substr(first, bytes.find_last_not_of(" \t\r") - first + 1) == "[rules]")
      return line + 1 < text.line_count() ? text.line(line + 1).begin : text.size();
  }
  return std::nullopt;
}

}  // namespace

std::variant<Edit, NoteRefused> noted(std::string_view bytes, const ProjectNote& note) {
  const auto tree = read_toml(bytes, note.path);
  if (const auto* error = std::get_if<ConfigError>(&tree))
    return NoteRefused{shown(error->origin) + ": " + error->message};
  if (note.kind == ProjectNote::Kind::waiver) return waiver(bytes, note);

  const Setting* rules = entry(std::get<Setting>(tree), "rules");
  if (rules != nullptr)
    if (const Setting* own = entry(*rules, note.rule))
      return NoteRefused{shown(own->origin) + " says something about " + note.rule + " already: change it there"};
  const std::string line = note.rule + " = \"off\"\n";
  if (rules == nullptr) return appended(bytes, "[rules]\n" + line);
  const Text text{std::string(bytes)};
  const auto place = below_rules(text);
  if (!place) return NoteRefused{"write it yourself into " + note.path + ", under rules: " + line};
  const bool open_line = *place > 0 && bytes[*place - 1] != '\n';
  return Edit{{*place, *place}, open_line ? "\n" + line : line};
}

std::string write_note(const ProjectNote& note) {
  std::error_code error;
  std::string before;
  if (std::filesystem::exists(note.path, error)) {
    auto bytes = read_file(note.path);
    if (const auto* fault = std::get_if<PathError>(&bytes)) return note.path + " " + fault->message;
    before = std::move(std::get<std::string>(bytes));
  }
  const auto edit = noted(before, note);
  if (const auto* refused = std::get_if<NoteRefused>(&edit)) return refused->why;
  const Text after = Text(before).with({&std::get<Edit>(edit), 1});
  if (before.empty()) std::ofstream(note.path, std::ios::app).close();  // there is something to replace
  const auto fault = replace_file(note.path, before, after.bytes());
  return fault ? note.path + " " + fault->message : std::string();
}

}  // namespace stet
