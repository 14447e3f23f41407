#include "bench/news.h"

#include <fstream>
#include <iterator>
#include <string_view>

#include "bench/grammar.h"

namespace stet::bench {
namespace {

const Grammar& news_grammar() {
  static const Grammar grammar = [] {
    std::ifstream in(STET_SOURCE_DIR "/tests/bench/news.grammar");
    return read_grammar(std::string{std::istreambuf_iterator<char>(in), {}});
  }();
  return grammar;
}

// Inline Markdown of the generator's kind as HTML.
void inline_html(std::string_view text, std::string& out) {
  bool strong = false, em = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "**") {
      out += strong ? "</strong>" : "<strong>";
      strong = !strong;
      ++i;
    } else if (text[i] == '*') {
      out += em ? "</em>" : "<em>";
      em = !em;
    } else if (text.substr(i, 5) == " — ") {
      out += "&nbsp;&mdash; ";
      i += 4;
    } else if (text[i] == '[' && text.find("](", i) < text.find(']', i) + 1) {
      const std::size_t middle = text.find("](", i), end = text.find(')', middle);
      out += "<a href=\"" + std::string(text.substr(middle + 2, end - middle - 2)) + "\">";
      out += std::string(text.substr(i + 1, middle - i - 1)) + "</a>";
      i = end;
    } else {
      out += text[i];
    }
  }
}

void block_html(std::string_view block, std::string& out) {
  std::string_view tag = "p", item;
  if (block.starts_with("## ")) tag = "h2", block.remove_prefix(3);
  if (block.starts_with("> ")) tag = "blockquote", item = "> ";
  if (block.starts_with("- ")) tag = "ul", item = "- ";
  if (block.starts_with("| ")) tag = "table", item = "| ";
  out.append("<").append(tag).append(">");
  while (!block.empty()) {
    const std::size_t end = std::min(block.find('\n'), block.size());
    std::string_view line = block.substr(0, end);
    block.remove_prefix(std::min(end + 1, block.size()));
    if (line.starts_with("| ---") || line == ">") continue;
    if (!item.empty()) line.remove_prefix(2);
    if (tag == "ul") out += "<li>";
    if (tag == "table") out += "<tr><td>";
    inline_html(line, out);
    if (tag == "ul") out += "</li>";
    if (tag == "table") out += "</td></tr>";
    out += '\n';
  }
  out.append("</").append(tag).append(">\n");
}

}  // namespace

std::string news_draft(std::uint64_t seed, std::size_t bytes) {
  Writer writer(news_grammar(), seed);
  std::string draft = "---\ntitle: Bench\ndate: 2026-11-02\n---\n\n";
  while (draft.size() < bytes) draft += writer.write("story");
  if (bytes < 5000) draft.resize(draft.find("\n\n", bytes) + 1);
  return draft;
}

std::string news_page(std::uint64_t seed, std::size_t bytes) {
  const std::string draft = news_draft(seed, bytes);
  std::string page = "<!doctype html>\n<html lang=\"en\"><head><title>Bench</title></head>\n<body><article>\n";
  std::string_view rest = std::string_view(draft).substr(draft.find("\n\n") + 2);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find("\n\n"), rest.size());
    block_html(rest.substr(0, end), page);
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  return page + "</article></body></html>\n";
}

}  // namespace stet::bench
