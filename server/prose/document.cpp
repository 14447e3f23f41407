#include "prose/document.h"

#include <algorithm>
#include <unordered_map>

#include "prose/batch.h"
#include "prose/blocks.h"
#include "prose/fold.h"
#include "prose/front_matter.h"
#include "prose/quotation.h"
#include "prose/words.h"

namespace stet {

namespace {

bool same_inlines(const std::vector<Inline>& a, const std::vector<Inline>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Inline& x, const Inline& y) {
    return x.kind == y.kind && x.resolved == y.resolved && x.span == y.span && x.inner == y.inner &&
           x.target == y.target;
  });
}

bool same(const RawBlock& raw, const Paragraph& old) {
  return raw.zone == old.zone && raw.level == old.level && raw.row == old.row && raw.columns == old.columns &&
         raw.letters == old.letters && same_inlines(raw.inlines, old.inlines);
}

// Letters that are the draft's own bytes stay there; but not those of an edit, which would keep a whole version of the
// draft for one paragraph.
void place_letters(const RawBlock& raw, const Text& text, bool edited, Paragraph* p) {
  const std::string_view there = text.bytes(Span{0, static_cast<std::uint32_t>(raw.letters.size())}.moved(raw.begin));
  if (!edited && there == raw.letters) {
    p->letters = there;
    p->home = text.home();
    return;
  }
  const std::shared_ptr<char[]> own = std::make_shared<char[]>(raw.letters.size());
  std::ranges::copy(raw.letters, own.get());
  p->letters = {own.get(), raw.letters.size()};
  p->home = own;
}

void read_paragraph(RawBlock&& raw, const Lexicon& lexicon, Paragraph* p) {
  p->zone = raw.zone;
  p->level = raw.level;
  p->row = raw.row;
  p->columns = raw.columns;
  p->inlines = std::move(raw.inlines);
  cut_words(*p, lexicon);
  flag_marked_up_words(*p);
  std::vector<std::uint32_t> breaks;
  for (const std::uint32_t byte : raw.breaks) {
    const auto word = std::lower_bound(p->words.begin(), p->words.end(), byte,
                                       [](const Word& w, std::uint32_t b) { return w.begin < b; });
    breaks.push_back(static_cast<std::uint32_t>(word - p->words.begin()));
  }
  cut_sentences(*p, lexicon, breaks);
  find_phrases(*p, lexicon);
  flag_quoted_words(*p, lexicon);
  p->foreign = !is_english(*p, lexicon);
}

// Paragraphs of the version before, by content: an edit leaves a common beginning and a common end, what is between is
// looked up.
class Shelf {
 public:
  explicit Shelf(const Document* before) : before_(before) {}

  // Lines raw blocks up against the old ones.
  void align(const std::vector<RawBlock>& raw) {
    if (before_ == nullptr) return;
    const auto& old = before_->blocks;
    const std::size_t most = std::min(raw.size(), old.size());
    while (front_ < most && same(raw[front_], *old[front_].paragraph)) ++front_;
    while (back_ < most - front_ && same(raw[raw.size() - 1 - back_], *old[old.size() - 1 - back_].paragraph)) ++back_;
    for (std::size_t i = front_; i + back_ < old.size(); ++i)
      middle_.emplace(std::hash<std::string_view>()(old[i].paragraph->letters), i);
    count_ = raw.size();
  }

  // The old paragraph for raw block i; null where there is none.
  std::shared_ptr<const Paragraph> take(std::size_t i, const RawBlock& raw) const {
    if (before_ == nullptr) return nullptr;
    const auto& old = before_->blocks;
    if (i < front_) return old[i].paragraph;
    if (i + back_ >= count_) return old[old.size() - (count_ - i)].paragraph;
    if (middle_.empty()) return nullptr;
    const auto [first, last] = middle_.equal_range(std::hash<std::string_view>()(raw.letters));
    for (auto it = first; it != last; ++it)
      if (same(raw, *old[it->second].paragraph)) return old[it->second].paragraph;
    return nullptr;
  }

 private:
  const Document* before_;
  std::size_t front_ = 0, back_ = 0, count_ = 0;
  std::unordered_multimap<std::size_t, std::size_t> middle_;
};

// What the draft says about itself beats what the settings say about the folder.
Context with_meta(Context context, const Meta& meta, const RawDocument& raw) {
  if (const auto date = date_of(raw.date)) context.date = date;
  for (const std::string_view key : {"date", "published", "pubDate", "publishDate"})
    if (const Meta::Entry* entry = meta.find(key))
      if (const auto date = date_of(entry->value)) {
        context.date = date;
        break;
      }
  if (const Meta::Entry* entry = meta.find("genre"))
    if (const auto genre = genre_of(entry->value)) context.genre = *genre;
  if (!raw.language.empty()) context.language = raw.language;
  for (const std::string_view key : {"lang", "language"})
    if (const Meta::Entry* entry = meta.find(key)) context.language = entry->value;
  if (const Meta::Entry* entry = meta.find("locale"))
    if (const auto locale = locale_of(entry->value)) context.locale = *locale;
  return context;
}

}  // namespace

const Meta::Entry* Meta::find(std::string_view key) const {
  const auto it = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
  return it == entries.end() ? nullptr : &*it;
}

std::size_t Document::block_at(std::uint32_t offset) const {
  // By where blocks begin, which stands in the array itself: a paragraph is looked at once.
  auto it = std::upper_bound(blocks.begin(), blocks.end(), offset,
                             [](std::uint32_t o, const Block& b) { return o < b.begin; });
  if (it != blocks.begin() && offset < (it - 1)->span().end) --it;
  return static_cast<std::size_t>(it - blocks.begin());
}

std::optional<Format> format_of_path(std::string_view path) {
  const auto slash = path.find_last_of("/\\");
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const auto dot = name.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0) return Format::plain;
  const std::string ending = fold(name.substr(dot + 1));
  for (const std::string_view e : {"md", "markdown", "mdown", "mkd", "qmd", "rmd"})
    if (ending == e) return Format::markdown;
  for (const std::string_view e : {"html", "htm", "xhtml"})
    if (ending == e) return Format::html;
  if (ending == "txt" || ending == "text") return Format::plain;
  return std::nullopt;
}

Format format_of_language_id(std::string_view id) {
  if (id == "markdown" || id == "quarto" || id == "rmd" || id == "mdx") return Format::markdown;
  if (id == "html" || id == "xhtml") return Format::html;
  return Format::plain;
}

Document read_document(Text text, Format format, const Context& context, const Document* before) {
  Document out;
  out.format = format;
  out.meta = read_front_matter(text.bytes());
  std::uint32_t begin = out.meta.span.end;
  if (begin == 0 && text.bytes().starts_with("\xEF\xBB\xBF")) begin = 3;
  RawDocument raw = format == Format::markdown ? read_markdown(text, begin)
                    : format == Format::html   ? read_html(text, begin)
                                               : read_plain(text, begin);
  assign_zones(raw, format);
  out.context = with_meta(context, out.meta, raw);
  out.definitions = std::move(raw.definitions);
  out.comments = std::move(raw.comments);
  out.unread = std::move(raw.unread);

  Shelf shelf(before != nullptr && before->context == out.context && before->format == format ? before : nullptr);
  shelf.align(raw.blocks);
  const bool foreign = !out.context.language.starts_with("en");
  out.blocks.reserve(raw.blocks.size());
  for (std::size_t i = 0; i < raw.blocks.size(); ++i)
    out.blocks.push_back({raw.blocks[i].begin, shelf.take(i, raw.blocks[i])});
  Batch<Paragraph> fresh(paragraphs_together(before != nullptr));
  for (std::size_t i = 0; i < raw.blocks.size(); ++i) {
    std::shared_ptr<const Paragraph>& p = out.blocks[i].paragraph;
    const std::uint32_t at = raw.blocks[i].begin;
    if (p == nullptr) {
      const std::shared_ptr<Paragraph> paragraph = fresh.next();
      place_letters(raw.blocks[i], text, before != nullptr, paragraph.get());
      raw.blocks[i].letters = {};
      read_paragraph(std::move(raw.blocks[i]), *out.context.lexicon, paragraph.get());
      p = paragraph;
    }
    if (p->foreign && !foreign) out.unread.push_back({{at, at + p->size()}, "not English by its words"});
    out.word_count += p->spaced_words;
  }
  if (foreign)
    out.unread.push_back(
        {{begin, text.size()}, "the draft's language is " + out.context.language + ": stet reads English"});
  out.text = std::move(text);
  return out;
}

}  // namespace stet
