#include "prose/document.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <unordered_map>

#include "prose/batch.h"
#include "prose/blocks.h"
#include "prose/fold.h"
#include "prose/front_matter.h"
#include "prose/quotation.h"
#include "prose/splice.h"
#include "prose/words.h"
#include "prose/zones.h"

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
  explicit Shelf(std::span<const Block> before) : old_(before) {}

  // Lines raw blocks up against the old ones.
  void align(const std::vector<RawBlock>& raw) {
    const std::size_t most = std::min(raw.size(), old_.size());
    while (front_ < most && same(raw[front_], *old_[front_].paragraph)) ++front_;
    while (back_ < most - front_ && same(raw[raw.size() - 1 - back_], *old_[old_.size() - 1 - back_].paragraph))
      ++back_;
    for (std::size_t i = front_; i + back_ < old_.size(); ++i)
      middle_.emplace(std::hash<std::string_view>()(old_[i].paragraph->letters), i);
    count_ = raw.size();
  }

  // The old paragraph for raw block i; null where there is none.
  std::shared_ptr<const Paragraph> take(std::size_t i, const RawBlock& raw) const {
    if (i < front_) return old_[i].paragraph;
    if (i + back_ >= count_) return old_[old_.size() - (count_ - i)].paragraph;
    if (middle_.empty()) return nullptr;
    const auto [first, last] = middle_.equal_range(std::hash<std::string_view>()(raw.letters));
    for (auto it = first; it != last; ++it)
      if (same(raw, *old_[it->second].paragraph)) return old_[it->second].paragraph;
    return nullptr;
  }

 private:
  std::span<const Block> old_;
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

namespace {

constexpr std::string_view not_english = "not English by its words";

// Reads fresh blocks into place: those that the version before has too are shared.
void read_blocks(std::vector<RawBlock>& raw, std::span<Block> blocks, const Shelf& shelf, const Text& text,
                 const Lexicon& lexicon, bool edited) {
  for (std::size_t i = 0; i < raw.size(); ++i) blocks[i] = {raw[i].begin, shelf.take(i, raw[i])};
  Batch<Paragraph> fresh(paragraphs_together(edited));
  for (std::size_t i = 0; i < raw.size(); ++i) {
    std::shared_ptr<const Paragraph>& p = blocks[i].paragraph;
    if (p != nullptr) continue;
    const std::shared_ptr<Paragraph> paragraph = fresh.next();
    place_letters(raw[i], text, edited, paragraph.get());
    raw[i].letters = {};
    read_paragraph(std::move(raw[i]), lexicon, paragraph.get());
    p = paragraph;
  }
}

// A version that was read from the one before it, where that goes. Its context is that version's.
std::optional<Document> reread(const Text& text, const Context& context, const Document& before) {
  // Front matter that ends with the draft, or between a return and a new line, may go on.
  const std::uint32_t end = before.meta.span.end;
  const std::string_view at_end = text.bytes({end - std::min(end, 1u), end + 1});
  if (end > 0 && !at_end.starts_with('\n') && (!at_end.starts_with('\r') || at_end.ends_with('\n')))
    return std::nullopt;
  const std::uint32_t begin = std::max(before.meta.span.end, text.bytes().starts_with("\xEF\xBB\xBF") ? 3u : 0u);
  if (before.spliceable == nullptr || before.text.bytes({0, begin}) != text.bytes({0, begin}) ||
      (before.meta.span.empty() && !read_front_matter(text.bytes()).span.empty()) ||
      with_meta(context, before.meta, {}) != before.context)
    return std::nullopt;
  auto found = splice(text, begin, before);
  if (!found) return std::nullopt;
  Splice& part = *found;
  const std::uint32_t moved = part.end - part.was;

  Document out;
  out.text = text;
  out.format = before.format;
  out.meta = before.meta;
  out.context = before.context;
  const std::size_t fresh = part.raw.blocks.size(), behind = part.first + fresh;
  const std::span<const Block> old(before.blocks);
  out.blocks.resize(behind + old.size() - part.last);
  std::ranges::copy(old.first(part.first), out.blocks.begin());
  std::ranges::transform(old.subspan(part.last), out.blocks.begin() + static_cast<std::ptrdiff_t>(behind),
                         [&](const Block& block) { return Block{block.begin + moved, block.paragraph}; });
  const std::span<const Block> went = old.subspan(part.first, part.last - part.first);
  Shelf shelf(went);
  shelf.align(part.raw.blocks);
  const std::span<Block> came = std::span(out.blocks).subspan(part.first, fresh);
  read_blocks(part.raw.blocks, came, shelf, text, *out.context.lexicon, true);

  out.word_count = before.word_count;
  for (const Block& block : went) out.word_count -= block.paragraph->spaced_words;
  for (const Block& block : came) out.word_count += block.paragraph->spaced_words;

  // Lists by place: those before the part, its own, those behind it.
  const auto join = [&](auto& list, const auto& was, auto&& own) {
    for (const auto& item : was)
      if (item.span.begin < part.begin) list.push_back(item);
    list.insert(list.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    for (auto item : was) {
      if (item.span.begin < part.was) continue;
      item.span = item.span.moved(moved);
      if constexpr (requires { item.inner; }) item.inner = item.inner.moved(moved);
      list.push_back(item);
    }
  };
  join(out.definitions, before.definitions, part.raw.definitions);
  join(out.comments, before.comments, part.raw.comments);
  const std::span<const Unread> unread(before.unread);
  join(out.unread, unread.first(before.spliceable->unread), part.raw.unread);
  part.after.unread = out.unread.size();
  std::vector<Unread> foreign;
  for (const Block& block : came)
    if (block.paragraph->foreign) foreign.push_back({block.span(), std::string(not_english)});
  join(out.unread, unread.subspan(before.spliceable->unread), std::move(foreign));
  out.spliceable = std::make_shared<const Spliceable>(std::move(part.after));
  return out;
}

}  // namespace

Document read_document(Text text, Format format, const Context& context, const Document* before) {
  if (before != nullptr && format == before->format && format == Format::markdown)
    if (auto reread_document = reread(text, context, *before)) return std::move(*reread_document);
  Document out;
  out.format = format;
  out.meta = read_front_matter(text.bytes());
  std::uint32_t begin = out.meta.span.end;
  if (begin == 0 && text.bytes().starts_with("\xEF\xBB\xBF")) begin = 3;
  RawDocument raw = format == Format::markdown ? read_markdown(text, {begin, text.size()})
                    : format == Format::html   ? read_html(text, begin)
                                               : read_plain(text, begin);
  std::vector<Standing> standings;
  standings.reserve(raw.blocks.size());
  for (const RawBlock& block : raw.blocks) standings.push_back(standing_of(block));
  const std::vector<Zone> zones =
      zones_of(standings, format, [&](std::size_t i) -> std::string_view { return raw.blocks[i].letters; });
  for (std::size_t i = 0; i < zones.size(); ++i) raw.blocks[i].zone = zones[i];
  out.context = with_meta(context, out.meta, raw);
  const bool foreign = !out.context.language.starts_with("en");
  if (before != nullptr && format == Format::markdown && !foreign)
    out.spliceable = std::make_shared<const Spliceable>(spliceable(raw, std::move(standings)));
  standings = {};
  out.definitions = std::move(raw.definitions);
  out.comments = std::move(raw.comments);
  out.unread = std::move(raw.unread);

  const bool shares = before != nullptr && before->context == out.context && before->format == format;
  Shelf shelf(shares ? std::span<const Block>(before->blocks) : std::span<const Block>());
  shelf.align(raw.blocks);
  out.blocks.resize(raw.blocks.size());
  read_blocks(raw.blocks, out.blocks, shelf, text, *out.context.lexicon, before != nullptr);
  for (const Block& block : out.blocks) {
    if (block.paragraph->foreign && !foreign) out.unread.push_back({block.span(), std::string(not_english)});
    out.word_count += block.paragraph->spaced_words;
  }
  if (foreign)
    out.unread.push_back(
        {{begin, text.size()}, "the draft's language is " + out.context.language + ": stet reads English"});
  out.text = std::move(text);
  return out;
}

}  // namespace stet
