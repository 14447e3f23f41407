#pragma once
// Frames: how messages stand on the wire. A head of `Name: value` lines, an empty line, a body:
//
//   Content-Length: 17\r\n
//   \r\n
//   {"method":"exit"}
//
// A pure state machine, fed whatever a read returned:
//
//   Framer framer;
//   framer.feed(bytes);
//   while (auto item = framer.next()) …          // std::string: a body; FrameFault: what was wrong
//   if (!framer.idle()) …                        // at the end of the stream: a truncated frame
//
// A fault never ends the talk: what cannot be a frame is skipped up to the next "Content-Length:", so that one bad
// head costs one message. Nothing is reserved on the word of a head; memory grows with the bytes that came, and
// feeding a stream in any pieces gives the same items as feeding it whole.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace stet {

struct FrameFault {
  std::string why;
  friend bool operator==(const FrameFault&, const FrameFault&) = default;
};

class Framer {
 public:
  // Bodies larger than `largest` bytes are refused by their head.
  static constexpr std::size_t largest = std::size_t{1} << 30;
  // A head longer than this is no head.
  static constexpr std::size_t longest_head = 4096;

  void feed(std::string_view bytes);

  // The next whole message or fault; nothing until more bytes come.
  std::optional<std::variant<std::string, FrameFault>> next();

  // True where no part of a frame is waiting for its rest.
  bool idle() const { return !length_ && read_ == buffer_.size(); }

 private:
  std::optional<FrameFault> read_head();
  // Leaves `bytes` of the bad head behind, at least one, so that every fault moves on.
  FrameFault skip(std::string why, std::size_t bytes = 1);
  bool resync();

  std::string buffer_;
  std::size_t read_ = 0;               // bytes of buffer_ that are done with
  std::size_t searched_ = 0;           // bytes after read_ known to hold no end of head (or, skipping, no head)
  std::optional<std::size_t> length_;  // of the body that comes next
  bool skipping_ = false;
};

// A body as a frame.
std::string framed(std::string_view body);

}  // namespace stet
