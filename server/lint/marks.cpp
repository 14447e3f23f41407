#include "lint/marks.h"

#include <algorithm>

namespace stet {

namespace {

bool before(const Mark& a, const Mark& b) {
  return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::variant<Marked, MarkFault> run() {
    while (at_ < text_.size()) {
      const std::string_view rest = text_.substr(at_);
      if (rest.starts_with("{==")) open();
      else if (rest.starts_with("==}")) close();
      else if (rest.starts_with("{~~")) replace();
      else if (rest.starts_with("{>>")) message();
      else out_.plain.push_back(text_[at_++]);
      if (fault_) return *fault_;
    }
    if (!open_.empty()) return MarkFault{open_.back().second, "{== without its ==}"};
    std::stable_sort(out_.marks.begin(), out_.marks.end(), before);
    return std::move(out_);
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.plain.size()); }
  void fail(std::string message) { fault_ = MarkFault{at_, std::move(message)}; }

  void open() {
    open_.emplace_back(here(), at_);
    at_ += 3;
  }

  void close() {
    if (open_.empty()) return fail("==} without its {==");
    out_.marks.push_back({{open_.back().first, here()}, std::nullopt, {}});
    open_.pop_back();
    at_ += 3;
    closed_at_ = at_;
  }

  void replace() {
    const auto arrow = text_.find("~>", at_ + 3), end = text_.find("~~}", at_ + 3);
    if (end == std::string_view::npos) return fail("{~~ without its ~~}");
    if (arrow >= end) return fail("{~~found~~} without ~>fix");
    const std::uint32_t begin = here();
    out_.plain.append(text_.substr(at_ + 3, arrow - at_ - 3));
    out_.marks.push_back({{begin, here()}, std::string(text_.substr(arrow + 2, end - arrow - 2)), {}});
    at_ = end + 3;
    closed_at_ = at_;
  }

  void message() {
    const auto end = text_.find("<<}", at_ + 3);
    if (end == std::string_view::npos) return fail("{>> without its <<}");
    if (closed_at_ != at_ || out_.marks.empty()) return fail("a message must stand straight after its mark");
    out_.marks.back().messages.emplace_back(text_.substr(at_ + 3, end - at_ - 3));
    at_ = end + 3;
    closed_at_ = at_;
  }

  std::string_view text_;
  std::size_t at_ = 0, closed_at_ = 0;  // closed_at_: past the last mark, 0 before the first
  std::vector<std::pair<std::uint32_t, std::size_t>> open_;
  Marked out_;
  std::optional<MarkFault> fault_;
};

}  // namespace

std::variant<Marked, MarkFault> read_marks(std::string_view marked) { return Reader(marked).run(); }

std::string write_marks(const Marked& marked) {
  std::vector<Mark> marks = marked.marks;
  std::stable_sort(marks.begin(), marks.end(), before);
  std::string out;
  std::uint32_t at = 0;
  std::vector<const Mark*> open;
  const auto copy_to = [&](std::uint32_t end) {
    out.append(marked.plain, at, end - at);
    at = end;
  };
  const auto close_to = [&](std::uint32_t place) {
    for (; !open.empty() && open.back()->span.end <= place; open.pop_back()) {
      copy_to(open.back()->span.end);
      if (open.back()->fix) out.append("~>").append(*open.back()->fix).append("~~}");
      else out.append("==}");
      for (const std::string& message : open.back()->messages) out.append("{>>").append(message).append("<<}");
    }
  };
  for (std::size_t i = 0; i < marks.size(); ++i) {
    Mark& mark = marks[i];
    while (i + 1 < marks.size() && marks[i + 1].span == mark.span) {
      mark.messages.insert(mark.messages.end(), marks[i + 1].messages.begin(), marks[i + 1].messages.end());
      marks.erase(marks.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    close_to(mark.span.begin);
    if (!open.empty()) mark.span.end = std::min(mark.span.end, open.back()->span.end);
    copy_to(mark.span.begin);
    out.append(mark.fix ? "{~~" : "{==");
    open.push_back(&mark);
  }
  close_to(static_cast<std::uint32_t>(marked.plain.size()));
  copy_to(static_cast<std::uint32_t>(marked.plain.size()));
  return out;
}

}  // namespace stet
