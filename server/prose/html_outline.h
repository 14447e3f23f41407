#pragma once
// HtmlOutline: a page with its long texts cut short, for the parser. gumbo reads letter by letter; of what stands
// between two tags it need only know that it is text.
//
//   HtmlOutline outline("<p>The bridge, which nobody had seen for years, fell.</p>");
//   outline.bytes()        // "<p>The xxxxxxxx</p>"
//   outline.place(15)      // 53, where "</p>" stands on the page
//
// Tags, comments, entities, the first word of a text and what stands in <script> and its like are as they were, so the
// outline has the page's tree.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

class HtmlOutline {
 public:
  explicit HtmlOutline(std::string_view page);

  const std::string& bytes() const { return bytes_; }
  // Where on the page a byte of the outline stands, or its end. Before a cut text's end: somewhere in that text.
  std::size_t place(std::size_t at) const;

 private:
  struct Cut {
    std::size_t at, left_out;  // from `at` of the outline on, so many bytes of the page are missing before it
  };
  void copy(std::size_t end);  // of the page, as it is
  void text(std::size_t end);
  std::size_t markup_end(std::size_t at) const;

  std::string_view page_;
  std::size_t read_ = 0;
  std::string bytes_;
  std::vector<Cut> cuts_;
};

}  // namespace stet
