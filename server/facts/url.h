#pragma once
// URLs: what a link's target is made of, as written. The pieces are views into it; nothing is decoded.
//
//   read_url("https://Data.Harbour.example:8080/a/b?x=1#c")
//     scheme "https", host "Data.Harbour.example", path "/a/b", query "x=1", fragment "c"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

struct Url {
  std::string_view scheme;    // without "://" or ":"; empty where there is none
  std::string_view host;      // without user and port; that of "www.…" too; empty for relative ones and mailto
  std::string_view path;      // from its slash on; what follows the scheme where there is no host
  std::string_view query;     // without "?"
  std::string_view fragment;  // without "#"
};
Url read_url(std::string_view written);

// Is the host that domain, or below it? Case does not matter.
bool within_domain(std::string_view host, std::string_view domain);

// The parts of a query between the "&".
std::vector<std::string_view> query_parts(std::string_view query);

// The year and, where it is there, the month that a path names as the date of what it leads to: /2015/03/…,
// /2015-03-12/…, /2015/mar/12/…. None for paths of uploads and files, whose date is that of the upload.
struct PathDate {
  int year = 0;
  std::optional<unsigned> month;
};
std::optional<PathDate> date_in_path(const Url& url);

// At most some sixty bytes of it, whole characters, for messages.
std::string short_url(std::string_view written);

}  // namespace stet
