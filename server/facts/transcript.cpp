#include "facts/transcript.h"

#include <algorithm>
#include <bit>
#include <map>

namespace stet {

namespace {

constexpr std::size_t longest_label = 40;

constexpr std::uint32_t mixed(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  return a * 0x9E3779B1u ^ b * 0x85EBCA77u ^ c;
}

constexpr bool capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool small(char c) { return c >= 'a' && c <= 'z'; }

// "RUIZ: We will" -> "RUIZ": one to four words, of letters and a few marks, before a colon.
std::string_view label_of(std::string_view line) {
  while (!line.empty() && (line[0] == ' ' || line[0] == '\t' || line[0] == '*' || line[0] == '>'))
    line.remove_prefix(1);
  const std::size_t colon = line.substr(0, longest_label).find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 == line.size()) return {};
  if (line[colon + 1] != ' ' && line[colon + 1] != '\t' && line[colon + 1] != '*') return {};
  std::string_view label = line.substr(0, colon);
  while (label.ends_with('*')) label.remove_suffix(1);
  if (std::count(label.begin(), label.end(), ' ') > 3) return {};
  const bool fits = std::all_of(label.begin(), label.end(), [](char c) {
    return capital(c) || small(c) || static_cast<signed char>(c) < 0 ||
           std::string_view(" .-'&1234567890").find(c) != std::string_view::npos;
  });
  return fits && (capital(label[0]) || static_cast<signed char>(label[0]) < 0) ? label : std::string_view();
}

// A label by itself, however often it comes.
bool shouted(std::string_view label) { return std::none_of(label.begin(), label.end(), small); }

// "00:01:04.500 --> 00:01:09.000", "17", "[00:04]": of the recording, not of the speech.
bool of_the_recording(std::string_view line) {
  return line.find("-->") != std::string_view::npos ||
         (!line.empty() && line.find_first_not_of("0123456789:.,()[] \t") == std::string_view::npos);
}

template <typename See>
void each_line(std::string_view bytes, See see) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::string_view line = bytes.substr(at, std::min(bytes.find_first_of("\r\n", at), bytes.size()) - at);
    see(line, at);
    at += line.size() + 1;
  }
}

std::string_view stem(std::string_view path) {
  if (const auto slash = path.find_last_of('/'); slash != std::string_view::npos) path.remove_prefix(slash + 1);
  return path.substr(0, path.find_last_of('.'));
}

}  // namespace

Transcript::Transcript(std::string path, std::string bytes) : path_(std::move(path)), bytes_(std::move(bytes)) {
  read();
  index();
}

void Transcript::read() {
  std::map<std::string_view, int> labels;
  each_line(bytes_, [&](std::string_view line, std::size_t) {
    if (const std::string_view label = label_of(line); !label.empty()) ++labels[label];
  });
  for (const SaidWord& word : cut_said(stem(path_))) title_.push_back(word.key);
  const auto add = [&](std::size_t begin, std::size_t end) {
    for (SaidWord word : cut_said(std::string_view(bytes_).substr(begin, end - begin))) {
      if (word.kind != SaidWord::Kind::word) continue;
      word.begin += static_cast<std::uint32_t>(begin);
      word.end += static_cast<std::uint32_t>(begin);
      words_.push_back(word);
    }
  };
  words_.reserve(bytes_.size() / 6);
  std::size_t begin = 0;  // of the speech not yet cut
  each_line(bytes_, [&](std::string_view line, std::size_t at) {
    const std::string_view label = label_of(line);
    const bool turn = !label.empty() && (shouted(label) || labels[label] > 1);
    if (!turn && !of_the_recording(line)) return;
    add(begin, at);
    begin = at + line.size();
    if (!turn) return;
    const auto label_begin = static_cast<std::uint32_t>(label.data() - bytes_.data());
    const auto label_end = static_cast<std::uint32_t>(label_begin + label.size());
    turns_.push_back({static_cast<std::uint32_t>(words_.size()), {label_begin, label_end}});
    words_.push_back({label_begin, label_end, 0, SaidWord::Kind::word});
    for (const SaidWord& word : cut_said(label)) speakers_.push_back(word.key);
    begin = label_end;
  });
  add(begin, bytes_.size());
  words_.shrink_to_fit();
  std::sort(title_.begin(), title_.end());
  std::sort(speakers_.begin(), speakers_.end());
  speakers_.erase(std::unique(speakers_.begin(), speakers_.end()), speakers_.end());
}

void Transcript::index() {
  if (words_.size() < 3) return;
  heads_.assign(std::bit_ceil(words_.size()), none);
  next_.assign(words_.size(), none);
  // From the end, so that places come in their order.
  for (std::size_t i = words_.size() - 2; i-- > 0;) {
    if (words_[i].key == 0 || words_[i + 1].key == 0 || words_[i + 2].key == 0) continue;
    std::uint32_t& head = heads_[mixed(words_[i].key, words_[i + 1].key, words_[i + 2].key) & (heads_.size() - 1)];
    next_[i] = head;
    head = static_cast<std::uint32_t>(i);
  }
}

std::uint32_t Transcript::first(std::uint32_t a, std::uint32_t b, std::uint32_t c) const {
  if (heads_.empty()) return none;
  return heads_[mixed(a, b, c) & (heads_.size() - 1)];
}

std::string_view Transcript::speaker(std::uint32_t word) const {
  const auto after = std::upper_bound(turns_.begin(), turns_.end(), word,
                                      [](std::uint32_t w, const Turn& turn) { return w < turn.word; });
  return after == turns_.begin() ? std::string_view() : bytes((after - 1)->label);
}

bool Transcript::speaks(std::uint32_t key) const { return std::binary_search(speakers_.begin(), speakers_.end(), key); }

bool Transcript::named(std::uint32_t key) const {
  return speaks(key) || std::binary_search(title_.begin(), title_.end(), key);
}

}  // namespace stet
