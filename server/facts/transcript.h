#pragma once
// Transcript: what somebody said, word for word, made ready to be searched. Made once from a file's bytes, never
// changed, shared by every draft that names the file.
//
//   const Transcript t("notes/ruiz.txt", "RUIZ: We will close in May.\n");
//   t.words()                       // a break, then we will close in may
//   t.speaker(3)                    // "RUIZ"
//
// Labels ("RUIZ:", "Q:", "Ana Ruiz:" where it comes twice) begin a turn and are no words of it; nor are times, the
// numbers of subtitles and what stands in brackets. Costs 24 bytes a word.
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/said.h"
#include "text/span.h"

namespace stet {

class Transcript {
 public:
  Transcript(std::string path, std::string bytes);

  const std::string& path() const { return path_; }  // as people are shown it
  std::string_view bytes() const { return bytes_; }
  std::string_view bytes(Span span) const { return std::string_view(bytes_).substr(span.begin, span.size()); }

  // A word with key 0 parts two turns: no quotation goes over it.
  std::span<const SaidWord> words() const { return words_; }
  std::string_view speaker(std::uint32_t word) const;  // the label of its turn; empty where there is none

  // Does a label hold the word with that key; or else the file's name?
  bool speaks(std::uint32_t key) const;
  bool named(std::uint32_t key) const;

  // Places where three words follow each other: for (p = first(…); p != none; p = next(p)). Every such place is one;
  // not every one is such a place.
  static constexpr std::uint32_t none = ~0u;
  std::uint32_t first(std::uint32_t a, std::uint32_t b, std::uint32_t c) const;
  std::uint32_t next(std::uint32_t place) const { return next_[place]; }

 private:
  struct Turn {
    std::uint32_t word;  // its break
    Span label;
  };
  void read();
  void index();

  std::string path_, bytes_;
  std::vector<SaidWord> words_;
  std::vector<Turn> turns_;
  std::vector<std::uint32_t> title_, speakers_;  // keys of the words in the file's name and in labels, sorted
  std::vector<std::uint32_t> heads_, next_;      // places by a hash of three words, chained
};

// What a draft's quotations are held against.
struct Transcripts {
  std::vector<std::shared_ptr<const Transcript>> files;
  // Those that could not be read. `span`: where the draft's front matter names it; empty where settings do.
  struct Unread {
    std::string path, why;
    Span span;
  };
  std::vector<Unread> unread;
};

}  // namespace stet
