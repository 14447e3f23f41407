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

// Where the part ends: a seam that both drafts have, so that what is behind it is read alike; or the end of both.
struct End {
  Seam now, was;
  std::vector<Seam>::const_iterator behind;  // the seams of the draft before from there on
};

std::optional<End> end_of(const Part& part, const RawDocument& raw, const Document& before, std::uint32_t size,
                          bool to_the_end) {
  const std::vector<Seam>& seams = before.spliceable->seams;
  for (auto there = part.next; there != seams.end() && there - part.next < tried; ++there) {
    const auto here = std::ranges::lower_bound(raw.seams, there->at + part.moved, {}, &Seam::at);
    if (here != raw.seams.end() && here->at == there->at + part.moved) return End{*here, *there, there};
  }
  if (!to_the_end) return std::nullopt;
  return End{{size, static_cast<std::uint32_t>(raw.blocks.size())},
             {before.text.size(), static_cast<std::uint32_t>(before.blocks.size())},
             seams.end()};
}

// What the version after this one will want to know.
Spliceable joined(const Splice& splice, const Part& part, const End& end, const Spliceable& before) {
  Spliceable out;
  const auto first = static_cast<std::ptrdiff_t>(splice.first), last = static_cast<std::ptrdiff_t>(splice.last);
  const std::vector<Standing>& standings = before.standings;
  out.standings.reserve(standings.size() + splice.raw.blocks.size());
  out.standings.assign(standings.begin(), standings.begin() + first);
  for (const RawBlock& block : splice.raw.blocks) out.standings.push_back(standing_of(block));
  out.standings.insert(out.standings.end(), standings.begin() + last, standings.end());

  const std::vector<Seam>& seams = before.seams;
  out.seams.assign(seams.begin(), std::ranges::upper_bound(seams, splice.begin, {}, &Seam::at));
  for (const Seam& seam : splice.raw.seams)
    if (seam.at < splice.end) out.seams.push_back({seam.at, seam.block + static_cast<std::uint32_t>(splice.first)});
  const auto blocks_moved = static_cast<std::uint32_t>(splice.first + splice.raw.blocks.size() - splice.last);
  for (auto there = end.behind; there != seams.end(); ++there)
    out.seams.push_back({there->at + part.moved, there->block + blocks_moved});
  return out;
}

// Gives the blocks of the part their zones. False where one that stays would have another.
bool give_zones(Splice& splice, const Document& before) {
  const std::size_t fresh = splice.raw.blocks.size(), behind = splice.first + fresh;
  const auto old = [&](std::size_t i) -> const Paragraph& {
    return *before.blocks[i < splice.first ? i : i - behind + splice.last].paragraph;
  };
  const auto in_part = [&](std::size_t i) { return splice.first <= i && i < behind; };
  const std::vector<Zone> zones =
      zones_of(splice.after.standings, Format::markdown, [&](std::size_t i) -> std::string_view {
        return in_part(i) ? std::string_view(splice.raw.blocks[i - splice.first].letters) : old(i).letters;
      });
  for (std::size_t i = 0; i < zones.size(); ++i) {
    if (in_part(i)) splice.raw.blocks[i - splice.first].zone = zones[i];
    else if (zones[i] != old(i).zone) return false;
  }
  return true;
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

  const auto end = end_of(part, out.raw, before, text.size(), to_the_end);
  if (!end) return std::nullopt;
  out.end = end->now.at;
  out.was = end->was.at;
  out.last = end->was.block;
  const auto behind = [&](const auto& item) { return item.span.begin >= out.end; };
  out.raw.blocks.resize(end->now.block);
  std::erase_if(out.raw.definitions, behind);
  std::erase_if(out.raw.comments, behind);
  std::erase_if(out.raw.unread, behind);
  out.after = joined(out, part, *end, known);
  if (!give_zones(out, before)) return std::nullopt;
  return out;
}

}  // namespace stet
