#pragma once
// Text inside XML and HTML.
#include <string>
#include <string_view>

namespace stet {

// `text` as character data or inside an attribute's quotes. Bytes that are not UTF-8, and what XML 1.0 may not hold in
// any form (control characters, U+FFFE), are U+FFFD; a line end and a tab are written so that an attribute keeps them.
std::string escaped_markup(std::string_view text);

}  // namespace stet
