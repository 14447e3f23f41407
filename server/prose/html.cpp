#include <gumbo.h>

#include <algorithm>
#include <cstring>
#include <memory_resource>

#include "prose/block_builder.h"
#include "prose/blocks.h"
#include "prose/html_outline.h"
#include "prose/html_region.h"
#include "prose/markdown_mask.h"

namespace stet {

namespace {

constexpr std::size_t deepest = 400;

// Elements that close themselves, or that writers rightly leave open: they do not deepen the tree.
bool deepens(std::string_view name) {
  static constexpr std::string_view flat[] = {"area",   "base",  "br", "col",  "dd",    "dt",     "embed", "hr",
                                              "img",    "input", "li", "link", "meta",  "option", "p",     "param",
                                              "source", "td",    "th", "tr",   "track", "wbr"};
  return std::find(std::begin(flat), std::end(flat), name) == std::end(flat);
}

// Where the nesting passes `deepest`; bytes.size() where it never does.
std::size_t too_deep_at(std::string_view bytes) {
  std::size_t depth = 0;
  for (std::size_t i = bytes.find('<'); i != std::string_view::npos; i = bytes.find('<', i + 1)) {
    const std::string_view rest = bytes.substr(i + 1, 16);
    if (rest.starts_with('/')) {
      if (depth > 0) --depth;
      continue;
    }
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n/>"), rest.size());
    const std::string_view name = rest.substr(0, end);
    const bool letter = !name.empty() && ((name[0] | 0x20) >= 'a' && (name[0] | 0x20) <= 'z');
    if (letter && deepens(name) && ++depth > deepest) return i;
  }
  return bytes.size();
}

class HtmlReader {
 public:
  HtmlReader(std::string_view bytes, Span region, RawDocument& out)
      : bytes_(bytes),
        region_(within_depth(bytes, region)),
        outline_(bytes.substr(region_.begin, region_.size())),
        builder_(bytes),
        out_(out) {
    if (region_ != region)
      out_.unread.push_back(
          {{region_.end, region.end}, "HTML nested deeper than " + std::to_string(deepest) + " elements"});
  }

  void run() {
    // gumbo's tree is many small pieces that are all given back at once.
    std::pmr::monotonic_buffer_resource arena;
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.userdata = &arena;
    options.allocator = [](void* from, std::size_t size) {
      return static_cast<std::pmr::monotonic_buffer_resource*>(from)->allocate(size);
    };
    options.deallocator = [](void*, void*) {};
    const std::string& outline = outline_.bytes();
    visit(*gumbo_parse_with_options(&options, outline.data(), outline.size())->document);
    flush();
  }

 private:
  static Span within_depth(std::string_view bytes, Span region) {
    const std::size_t size = too_deep_at(bytes.substr(region.begin, region.size()));
    return {region.begin, region.begin + static_cast<std::uint32_t>(size)};
  }

  // Where in the draft a piece of the outline stands; nullopt for what gumbo made up.
  std::optional<Span> place(const GumboStringPiece& piece) const {
    const std::string& outline = outline_.bytes();
    if (piece.data == nullptr || std::less<>()(piece.data, outline.data()) ||
        std::less<>()(outline.data() + outline.size(), piece.data + piece.length))
      return std::nullopt;
    const auto at = static_cast<std::size_t>(piece.data - outline.data());
    const auto in_draft = [&](std::size_t of_outline) {
      return region_.begin + static_cast<std::uint32_t>(outline_.place(of_outline));
    };
    return Span{in_draft(at), in_draft(at + piece.length)};
  }

  const GumboAttribute* attribute(const GumboElement& element, const char* name) const {
    return gumbo_get_attribute(&element.attributes, name);
  }

  Span value_of(const GumboAttribute& attribute) const {
    Span span = place(attribute.original_value).value_or(Span{});
    if (span.size() >= 2 && (bytes_[span.begin] == '"' || bytes_[span.begin] == '\'')) ++span.begin, --span.end;
    return span;
  }

  void visit_children(const GumboVector& children) {
    for (unsigned i = 0; i < children.length; ++i) visit(*static_cast<const GumboNode*>(children.data[i]));
  }

  void visit(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_DOCUMENT: visit_children(node.v.document.children); break;
      case GUMBO_NODE_ELEMENT: element(node.v.element); break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE: text(node.v.text); break;
      case GUMBO_NODE_COMMENT:
        if (const auto where = place(node.v.text.original_text); where && where->size() >= 7) {
          out_.comments.push_back({*where, {where->begin + 4, where->end - 3}});
        }
        break;
      default: break;
    }
  }

  void text(const GumboText& node) {
    const auto where = place(node.original_text);
    if (!where) return;
    if (opaque_ > 0) builder_.opaque(*where);
    else builder_.text_with_entities(*where);
  }

  void element(const GumboElement& e) {
    note_ids(e);
    switch (e.tag) {
      case GUMBO_TAG_HTML:
        if (const auto* lang = attribute(e, "lang")) out_.language = lang->value;
        visit_children(e.children);
        break;
      case GUMBO_TAG_META: meta(e); break;
      case GUMBO_TAG_SCRIPT:
      case GUMBO_TAG_STYLE:
      case GUMBO_TAG_TEMPLATE:
      case GUMBO_TAG_TITLE:
      case GUMBO_TAG_NOSCRIPT:
      case GUMBO_TAG_IFRAME:
      case GUMBO_TAG_SVG:
      case GUMBO_TAG_MATH:
      case GUMBO_TAG_TEXTAREA:
      case GUMBO_TAG_SELECT:
      case GUMBO_TAG_NAV:
      case GUMBO_TAG_PRE: flush(); break;
      case GUMBO_TAG_BR: builder_.space(); break;
      case GUMBO_TAG_TIME: time(e); break;
      case GUMBO_TAG_A: anchor(e); break;
      case GUMBO_TAG_EM:
      case GUMBO_TAG_I:
      case GUMBO_TAG_CITE: styled(e, Inline::Kind::emphasis); break;
      case GUMBO_TAG_STRONG:
      case GUMBO_TAG_B: styled(e, Inline::Kind::strong); break;
      case GUMBO_TAG_S:
      case GUMBO_TAG_DEL: styled(e, Inline::Kind::strike); break;
      case GUMBO_TAG_CODE:
      case GUMBO_TAG_KBD:
      case GUMBO_TAG_SAMP: ++opaque_, styled(e, Inline::Kind::code), --opaque_; break;
      case GUMBO_TAG_TR:
        flush();
        columns_ = 0;
        visit_children(e.children);
        flush_as(Zone::table);
        if (row_ < 0xFFFF) ++row_;
        break;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        builder_.cell();
        if (columns_ < 0xFFFF) ++columns_;
        in_cell_ = true;
        visit_children(e.children);
        in_cell_ = false;
        break;
      case GUMBO_TAG_TABLE: row_ = 0, block(e, Zone::body); break;
      case GUMBO_TAG_H1:
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_H4:
      case GUMBO_TAG_H5:
      case GUMBO_TAG_H6:
        level_ = static_cast<std::uint8_t>(1 + static_cast<int>(e.tag) - static_cast<int>(GUMBO_TAG_H1));
        block(e, Zone::subhead);
        level_ = 0;
        break;
      case GUMBO_TAG_BLOCKQUOTE: block(e, Zone::block_quote); break;
      case GUMBO_TAG_FIGCAPTION:
      case GUMBO_TAG_CAPTION: block(e, Zone::caption); break;
      case GUMBO_TAG_LI:
      case GUMBO_TAG_DT:
      case GUMBO_TAG_DD: block(e, Zone::list); break;
      default: is_block(e.tag) ? block(e, zones_.empty() ? Zone::body : zones_.back()) : visit_children(e.children);
    }
  }

  static bool is_block(GumboTag tag) {
    switch (tag) {
      case GUMBO_TAG_P:
      case GUMBO_TAG_DIV:
      case GUMBO_TAG_SECTION:
      case GUMBO_TAG_ARTICLE:
      case GUMBO_TAG_ASIDE:
      case GUMBO_TAG_HEADER:
      case GUMBO_TAG_FOOTER:
      case GUMBO_TAG_MAIN:
      case GUMBO_TAG_FIGURE:
      case GUMBO_TAG_ADDRESS:
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
      case GUMBO_TAG_DL:
      case GUMBO_TAG_HR:
      case GUMBO_TAG_FORM:
      case GUMBO_TAG_FIELDSET:
      case GUMBO_TAG_DETAILS:
      case GUMBO_TAG_SUMMARY:
      case GUMBO_TAG_BODY:
      case GUMBO_TAG_HEAD:
      case GUMBO_TAG_BUTTON: return true;
      default: return false;
    }
  }

  void block(const GumboElement& e, Zone zone) {
    if (in_cell_) {  // a cell's paragraphs are one cell
      builder_.space();
      visit_children(e.children);
      return;
    }
    flush();
    zones_.push_back(zone);
    visit_children(e.children);
    flush();
    zones_.pop_back();
  }

  void styled(const GumboElement& e, Inline::Kind kind) {
    const std::uint32_t from = builder_.runs();
    visit_children(e.children);
    const Span inner = builder_.since(from);
    if (!inner.empty()) builder_.add({kind, true, inner, inner, {}});
  }

  void anchor(const GumboElement& e) {
    const std::uint32_t from = builder_.runs();
    const GumboAttribute* href = attribute(e, "href");
    const bool note = href != nullptr && href->value[0] == '#' && text_is_marker(e);
    opaque_ += note ? 1 : 0;
    visit_children(e.children);
    opaque_ -= note ? 1 : 0;
    const Span inner = builder_.since(from);
    if (inner.empty() || href == nullptr) return;
    Span target = value_of(*href);
    const bool internal = target.begin < target.end && bytes_[target.begin] == '#';
    if (internal) ++target.begin;
    builder_.add({internal ? Inline::Kind::anchor : Inline::Kind::link, true, inner, inner, target});
  }

  // A footnote's marker: a few digits, a star, letters in brackets.
  static bool text_is_marker(const GumboElement& e) {
    std::size_t length = 0;
    const GumboNode* node = e.children.length > 0 ? static_cast<const GumboNode*>(e.children.data[0]) : nullptr;
    while (node != nullptr && node->type == GUMBO_NODE_ELEMENT)
      node = node->v.element.children.length > 0 ? static_cast<const GumboNode*>(node->v.element.children.data[0])
                                                 : nullptr;
    if (node != nullptr && node->type == GUMBO_NODE_TEXT) length = std::strlen(node->v.text.text);
    return length > 0 && length <= 4;
  }

  void meta(const GumboElement& e) {
    const GumboAttribute* property = attribute(e, "property");
    const GumboAttribute* content = attribute(e, "content");
    if (property != nullptr && content != nullptr && std::string_view(property->value) == "article:published_time")
      out_.date = content->value;
  }

  void time(const GumboElement& e) {
    const GumboAttribute* datetime = attribute(e, "datetime");
    if (datetime != nullptr && out_.date.empty() &&
        (attribute(e, "pubdate") != nullptr || attribute(e, "itemprop") != nullptr))
      out_.date = datetime->value;
    visit_children(e.children);
  }

  void note_ids(const GumboElement& e) {
    for (const char* name : {"id", "name"})
      if (const auto* id = attribute(e, name); id != nullptr && (name[0] == 'i' || e.tag == GUMBO_TAG_A))
        out_.definitions.push_back({Definition::Kind::html_id, id->value, value_of(*id)});
  }

  void flush() { flush_as(zones_.empty() ? Zone::body : zones_.back()); }

  void flush_as(Zone zone) {
    if (builder_.empty()) return builder_.drop();
    RawBlock block = builder_.finish(zone);
    if (block.letters.find_first_not_of(std::string({' ', Paragraph::blank})) == std::string::npos) return;
    block.level = level_;
    if (zone == Zone::table) block.row = row_, block.columns = columns_;
    lift_urls(block.letters, block.inlines);
    out_.blocks.push_back(std::move(block));
  }

  std::string_view bytes_;
  Span region_;
  HtmlOutline outline_;
  BlockBuilder builder_;
  RawDocument& out_;
  std::vector<Zone> zones_;
  std::uint8_t level_ = 0;
  std::uint16_t row_ = 0, columns_ = 0;
  int opaque_ = 0;
  bool in_cell_ = false;
};

}  // namespace

void read_html_region(std::string_view bytes, Span region, RawDocument& out) {
  if (!region.empty()) HtmlReader(bytes, region, out).run();
}

RawDocument read_html(const Text& text, std::uint32_t begin) {
  RawDocument out;
  read_html_region(text.bytes(), {begin, text.size()}, out);
  std::stable_sort(out.blocks.begin(), out.blocks.end(),
                   [](const RawBlock& a, const RawBlock& b) { return a.begin < b.begin; });
  // Broken tables put what they hold in front of themselves, and a block there may reach into the next.
  std::uint32_t end = 0;
  std::erase_if(out.blocks, [&](const RawBlock& block) {
    const auto last = block.begin + static_cast<std::uint32_t>(block.letters.size());
    if (block.begin < end) {
      out.unread.push_back({{block.begin, last}, "HTML whose tags stand in each other's way"});
      return true;
    }
    end = last;
    return false;
  });
  std::sort(out.comments.begin(), out.comments.end(),
            [](const Comment& a, const Comment& b) { return a.span < b.span; });
  return out;
}

}  // namespace stet
