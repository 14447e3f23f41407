#pragma once
// URIs of documents, and the paths they name.
//
//   path_of_uri("file:///home/ana/a%20b.md")    "/home/ana/a b.md"
//   path_of_uri("file:///c%3A/Desk/a.md")       "c:/Desk/a.md"
//   path_of_uri("file://host/share/a.md")       "//host/share/a.md"
//   path_of_uri("untitled:Untitled-1")          nothing: it is not on disk
//   uri_of_path("C:/Desk/a b.md")               "file:///C:/Desk/a%20b.md"
#include <optional>
#include <string>
#include <string_view>

namespace stet {

std::optional<std::string> path_of_uri(std::string_view uri);
std::string uri_of_path(std::string_view absolute_path);

}  // namespace stet
