#pragma once
// The head of the HTML report's page: everything up to the first draft, its style included.
#include <string_view>

namespace stet {

std::string_view html_page_head();

}  // namespace stet
