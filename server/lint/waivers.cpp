#include "lint/waivers.h"

#include <algorithm>

#include "prose/fold.h"

namespace stet {

namespace {

constexpr std::size_t most_in_a_block = 64, longest_words = 2000;

std::string_view trim(std::string_view s) {
  const auto first = s.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(" \t\r\n") - first + 1);
}

// Words in straight or curly quotation marks at the beginning of `s`, which is cut down to what follows.
std::string take_words(std::string_view& s) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""}, {"“", "”"}}) {
    if (!s.starts_with(open)) continue;
    const auto end = s.find(close, open.size());
    if (end == std::string_view::npos) return {};
    std::string words(trim(s.substr(open.size(), end - open.size())));
    s = trim(s.substr(end + close.size()));
    return words;
  }
  return {};
}

// Folded, marks gone, single spaces: how words are compared.
std::string plain_words(std::string_view s) {
  std::string out;
  for (const char c : fold(s.substr(0, longest_words))) {
    const bool ink =
        static_cast<signed char>(c) < 0 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' || c == '$';
    if (ink) out.push_back(c);
    else if (!out.empty() && out.back() != ' ') out.push_back(' ');
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string flagged_words(const Facts& facts, Span span) {
  const Document& document = *facts.document;
  const std::size_t p = document.block_at(span.begin);
  if (p >= document.blocks.size() || document.blocks[p].begin > span.begin)
    return plain_words(document.text.bytes(span));
  const Paragraph& paragraph = facts.paragraph(p);
  const std::uint32_t begin = document.blocks[p].begin;
  std::string out;
  auto w = std::partition_point(paragraph.words.begin(), paragraph.words.end(),
                                [&](const Word& word) { return begin + word.end <= span.begin; });
  for (; w != paragraph.words.end() && begin + w->begin < span.end && out.size() < longest_words; ++w) {
    if (w->has(Word::space_before)) out.push_back(' ');
    out.append(paragraph.text(*w));
  }
  return plain_words(out);
}

}  // namespace

std::optional<Waiver> read_waiver(std::string_view inner) {
  std::string_view s = trim(inner);
  if (!s.starts_with("stet")) return std::nullopt;
  s.remove_prefix(4);
  Waiver waiver;
  if (s.starts_with(" on")) {
    waiver.kind = Waiver::Kind::on;
    return trim(s.substr(3)).empty() ? std::optional(waiver) : std::nullopt;
  }
  if (s.starts_with(" off")) {
    waiver.kind = Waiver::Kind::off;
    s.remove_prefix(4);
  }
  if (!s.starts_with(":")) return std::nullopt;
  s = trim(s.substr(1));
  const auto name_end = std::min(s.find_first_of(" \t\r\n\"“"), s.size());
  waiver.name = s.substr(0, name_end);
  s = trim(s.substr(name_end));
  waiver.words = take_words(s);
  waiver.plain_words = plain_words(waiver.words);
  waiver.reason = s;
  return waiver;
}

Waivers::Waivers(const Facts& facts, const LintOptions& options) : facts_(facts), options_(options) {
  if (!facts.document->comments.empty()) {
    next_with_words_.assign(facts.size() + 1, facts.size());
    for (std::size_t p = facts.size(); p-- > 0;)
      next_with_words_[p] = facts.paragraph(p).words.empty() ? next_with_words_[p + 1] : p;
  }
  for (const Comment& comment : facts.document->comments) {
    auto waiver = read_waiver(facts.document->text.bytes(comment.inner));
    if (!waiver) continue;
    waiver->comment = comment.span;
    place(*waiver);
    waivers_.push_back(std::move(*waiver));
  }
  std::map<std::string, std::size_t, std::less<>> off;  // that are open
  for (std::size_t i = 0; i < waivers_.size(); ++i) {
    Waiver& waiver = waivers_[i];
    if (waiver.kind == Waiver::Kind::on) {
      for (const auto& [name, open] : off) waivers_[open].covers.end = waiver.comment.begin;
      off.clear();
      continue;
    }
    if (waiver.reason.empty()) continue;
    by_name_[waiver.name].push_back(i);
    if (waiver.kind == Waiver::Kind::block) continue;
    if (const auto open = off.find(waiver.name); open != off.end())
      waivers_[open->second].covers.end = waiver.comment.begin;
    off[waiver.name] = i;
  }
  for (auto& [name, indexes] : by_name_)
    std::stable_sort(indexes.begin(), indexes.end(), [this](std::size_t a, std::size_t b) {
      return waivers_[a].covers.begin < waivers_[b].covers.begin;
    });
  for (std::size_t i = 0; i < options.waivers.size(); ++i)
    if (!options.waivers[i].reason.empty()) by_fingerprint_.emplace(options.waivers[i].fingerprint, i);
}

// The block a comment stands in or ends, or the next one with words.
void Waivers::place(Waiver& waiver) const {
  const Document& document = *facts_.document;
  const std::size_t here = document.block_at(waiver.comment.begin);
  if (waiver.kind == Waiver::Kind::off) {
    waiver.covers = {waiver.comment.end, document.text.size()};
    return;
  }
  // A block ends with its last letter: a comment that follows on its line, or in its element, is in it.
  if (waiver.kind == Waiver::Kind::block && here > 0 && !facts_.paragraph(here - 1).words.empty()) {
    const Span before = document.blocks[here - 1].span();
    const std::string_view between = document.text.bytes({before.end, std::max(before.end, waiver.comment.begin)});
    const std::string_view blanks = document.format == Format::html ? " \t\r\n" : " \t";
    const bool begins_later = here == document.blocks.size() || document.blocks[here].begin > waiver.comment.begin;
    if (begins_later && between.find_first_not_of(blanks) == std::string_view::npos) {
      waiver.covers = before;
      return;
    }
  }
  const std::size_t p = next_with_words_[here];
  if (p < document.blocks.size()) waiver.covers = document.blocks[p].span();
}

bool Waivers::is_about(const Waiver& waiver, const Finding& finding, const std::string& flagged) const {
  if (!waiver.covers.contains({finding.span.begin, finding.span.begin})) return false;
  if (waiver.words.empty()) return true;
  if (waiver.words.ends_with("…") || waiver.words.ends_with("...")) return flagged.starts_with(waiver.plain_words);
  return (" " + flagged + " ").find(" " + waiver.plain_words + " ") != std::string::npos;
}

bool Waivers::hide(const Finding& finding, const std::string& name) {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return false;
  const std::vector<std::size_t>& indexes = found->second;
  auto it = std::upper_bound(indexes.begin(), indexes.end(), finding.span.begin,
                             [this](std::uint32_t at, std::size_t i) { return at < waivers_[i].covers.begin; });
  const std::string flagged = flagged_words(facts_, finding.span);
  // Blocks do not overlap and neither do stretches that are off, so what covers the finding is among the last few.
  for (std::size_t looked = 0; it != indexes.begin() && looked < most_in_a_block; ++looked) {
    Waiver& waiver = waivers_[*--it];
    if (!is_about(waiver, finding, flagged)) continue;
    waiver.used = true;
    return true;
  }
  return false;
}

bool Waivers::hide(const Finding& finding) {
  const auto [first, last] = by_fingerprint_.equal_range(finding.fingerprint);
  for (auto it = first; it != last; ++it) {
    const FileWaiver& waiver = options_.waivers[it->second];
    if (waiver.rule != finding.rule) continue;
    used_file_waivers_.insert(it->second);
    if (!waiver.until || !options_.today ||
        std::chrono::sys_days(*waiver.until) >= std::chrono::sys_days(*options_.today))
      return true;
    expired_.emplace_back(finding.span, it->second);
  }
  return hide(finding, finding.rule) || hide(finding, finding.family);
}

void Waivers::report_invalid(const Catalog& catalog, Report& report) const {
  for (const Waiver& waiver : waivers_) {
    if (waiver.kind == Waiver::Kind::on) continue;
    if (catalog.find(waiver.name) == nullptr && !catalog.has_family(waiver.name)) {
      const std::string near = catalog.nearest(waiver.name);
      auto added = report.add_absolute(waiver.comment, "no rule is called “" + waiver.name + "”" +
                                                           (near.empty() ? "" : ": “" + near + "” is meant?"));
      const std::string_view text = facts_.document->text.bytes(waiver.comment);
      if (const auto at = waiver.name.empty() ? std::string_view::npos : text.find(waiver.name, text.find(':'));
          !near.empty() && at != std::string_view::npos) {
        const std::uint32_t begin = waiver.comment.begin + static_cast<std::uint32_t>(at);
        added.fix_absolute("Replace with " + near,
                           {{begin, begin + static_cast<std::uint32_t>(waiver.name.size())}, near});
      }
    } else if (waiver.reason.empty()) {
      report.add_absolute(waiver.comment, "a waiver needs a reason: it hides nothing");
    }
  }
  for (const auto& [span, index] : expired_) {
    const FileWaiver& waiver = options_.waivers[index];
    report.add_absolute(span, "the waiver of " + waiver.rule + " for this ended on " + iso_date(*waiver.until) + " (" +
                                  waiver.path + ", line " + std::to_string(waiver.line) + ")");
  }
}

void Waivers::report_idle(const Catalog& catalog, const std::set<std::string, std::less<>>& ran, Report& report) const {
  const auto all_ran = [&](const std::string& name) {
    std::size_t rules = 0;
    for (const Rule& rule : catalog.rules()) {
      if (rule.page.name != name && rule.page.family != name) continue;
      if (!ran.contains(rule.page.name)) return false;
      ++rules;
    }
    return rules > 0;
  };
  for (const Waiver& waiver : waivers_) {
    if (waiver.kind == Waiver::Kind::on || waiver.used || waiver.reason.empty() || !all_ran(waiver.name)) continue;
    report
        .add_absolute(waiver.comment, waiver.name + " finds nothing here" +
                                          (waiver.words.empty() ? "" : " about “" + waiver.words + "”") +
                                          ": the waiver can go")
        .fix_absolute("Delete the waiver", {waiver.comment, ""});
  }
}

std::vector<std::size_t> Waivers::used_file_waivers() const {
  return {used_file_waivers_.begin(), used_file_waivers_.end()};
}

}  // namespace stet
