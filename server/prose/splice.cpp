#include "prose/splice.h"

#include <algorithm>
#include <cstring>

namespace stet {

namespace {

// Bytes that two texts have in common at their beginnings.
std::size_t common_front(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  constexpr std::size_t step = 4096;
  std::size_t n = 0;
  while (n + step <= most && std::memcmp(a.data() + n, b.data() + n, step) == 0) n += step;
  while (n < most && a[n] == b[n]) ++n;
  return n;
}

std::size_t common_back(std::string_view a, std::string_view b, std::size_t most) {
  constexpr std::size_t step = 4096;
  const char *const a_end = a.data() + a.size(), *const b_end = b.data() + b.size();
  std::size_t n = 0;
  while (n + step <= most && std::memcmp(a_end - n - step, b_end - n - step, step) == 0) n += step;
  while (n < most && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  return n;
}

// What only the whole draft tells: the addresses of references, which any part of it may use; a language.
bool speaks_for_all(const RawDocument& raw) { return raw.only_whole || !raw.language.empty() || !raw.date.empty(); }

// How many seams behind the edit are tried: typing may have joined the first of them to what stands before it.
constexpr std::ptrdiff_t tried = 3;

struct Part {
  Seam first;                              // where parsing starts
  std::vector<Seam>::const_iterator next;  // the first seam of the draft before that the edit may have left alone
  std::uint32_t moved;                     // by how much what stands there has moved
};

Part edited_part(std::string_view now, std::string_view was, std::uint32_t begin, const std::vector<Seam>& seams) {
  const std::size_t front = common_front(now, was);
  const std::size_t back = common_back(now, was, std::min(now.size(), was.size()) - front);
  // The letter that a seam begins with must stand.
  const auto after = std::ranges::lower_bound(seams, front, {}, &Seam::at);
  const auto next = std::ranges::lower_bound(after, seams.end(), was.size() - back, {}, &Seam::at);
  return {after == seams.begin() ? Seam{begin, 0} : *(after - 1), next,
          static_cast<std::uint32_t>(now.size() - was.size())};
}

}  // namespace

Spliceable spliceable(const RawDocument& raw, std::vector<Standing> standings) {
  return {raw.seams, std::move(standings), raw.unread.size(), !speaks_for_all(raw)};
}

std::optional<Splice> splice(const Text& text, std::uint32_t begin, const Document& before) {
  const Spliceable& known = *before.spliceable;
  if (!known.possible) return std::nullopt;
  const std::vector<Seam>& seams = known.seams;
  const Part part = edited_part(text.bytes(), before.text.bytes(), begin, seams);
  // One seam more is parsed than is tried, so that the last has something behind it. Without any, all of the rest.
  const bool to_the_end = seams.end() - part.next <= tried;
  const std::uint32_t limit = to_the_end ? text.size() : part.next[tried].at + part.moved;
  Splice out;
  out.begin = part.first.at;
  out.first = part.first.block;
  out.raw = read_markdown(text, {out.begin, limit});
  if (speaks_for_all(out.raw)) return std::nullopt;

  // Where both drafts have a seam, what is behind it is read alike.
  std::optional<Seam> here;
  auto there = part.next;
  for (; there != seams.end() && there - part.next < tried; ++there) {
    const auto found = std::ranges::lower_bound(out.raw.seams, there->at + part.moved, {}, &Seam::at);
    if (found != out.raw.seams.end() && found->at == there->at + part.moved) here = *found;
    if (here) break;
  }
  if (here) {
    out.end = here->at;
    out.was = there->at;
    out.last = there->block;
  } else if (to_the_end) {
    here = Seam{text.size(), static_cast<std::uint32_t>(out.raw.blocks.size())};
    there = seams.end();
    out.end = text.size();
    out.was = before.text.size();
    out.last = before.blocks.size();
  } else {
    return std::nullopt;
  }
  const auto behind = [&](const auto& item) { return item.span.begin >= out.end; };
  out.raw.blocks.resize(here->block);
  std::erase_if(out.raw.definitions, behind);
  std::erase_if(out.raw.comments, behind);
  std::erase_if(out.raw.unread, behind);

  Spliceable& after = out.after;
  const std::vector<Standing>& standings = known.standings;
  const auto first = static_cast<std::ptrdiff_t>(out.first), last = static_cast<std::ptrdiff_t>(out.last);
  after.standings.reserve(standings.size() + out.raw.blocks.size());
  after.standings.assign(standings.begin(), standings.begin() + first);
  for (const RawBlock& block : out.raw.blocks) after.standings.push_back(standing_of(block));
  after.standings.insert(after.standings.end(), standings.begin() + last, standings.end());

  after.seams.assign(seams.begin(), std::ranges::upper_bound(seams, out.begin, {}, &Seam::at));
  for (const Seam& seam : out.raw.seams)
    if (seam.at < out.end) after.seams.push_back({seam.at, seam.block + static_cast<std::uint32_t>(out.first)});
  const auto blocks_moved = static_cast<std::uint32_t>(out.first + out.raw.blocks.size() - out.last);
  for (; there != seams.end(); ++there) after.seams.push_back({there->at + part.moved, there->block + blocks_moved});

  // A block that stays must keep its zone.
  const std::size_t behind_part = out.first + out.raw.blocks.size();
  const auto letters = [&](std::size_t i) -> std::string_view {
    if (i < out.first) return before.blocks[i].paragraph->letters;
    if (i < behind_part) return out.raw.blocks[i - out.first].letters;
    return before.blocks[i - behind_part + out.last].paragraph->letters;
  };
  const std::vector<Zone> zones = zones_of(after.standings, Format::markdown, letters);
  for (std::size_t i = 0; i < out.first; ++i)
    if (zones[i] != before.blocks[i].paragraph->zone) return std::nullopt;
  for (std::size_t i = 0; i < out.raw.blocks.size(); ++i) out.raw.blocks[i].zone = zones[out.first + i];
  for (std::size_t i = out.last; i < before.blocks.size(); ++i)
    if (zones[i - out.last + behind_part] != before.blocks[i].paragraph->zone) return std::nullopt;
  return out;
}

}  // namespace stet
