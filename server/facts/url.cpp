#include "facts/url.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/utf8.h"

namespace stet {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same(std::string_view a, std::string_view small) {
  return std::equal(a.begin(), a.end(), small.begin(), small.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool letters(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
}

std::optional<unsigned> number(std::string_view digits) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<int> year(std::string_view part) {
  const auto value = number(part);
  if (part.size() != 4 || !value || *value < 1990 || *value > 2099) return std::nullopt;
  return static_cast<int>(*value);
}

std::optional<unsigned> month(std::string_view part) {
  static constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
  if (const auto value = number(part)) {
    if (part.size() <= 2 && *value >= 1 && *value <= 12) return value;
    return std::nullopt;
  }
  if (part.size() != 3) return std::nullopt;
  for (unsigned m = 0; m < 12; ++m)
    if (same(part, names[m])) return m + 1;
  return std::nullopt;
}

std::vector<std::string_view> split(std::string_view s, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = s.find(at);
    if (end != 0 && !s.empty()) parts.push_back(s.substr(0, end));
    if (end == std::string_view::npos) return parts;
    s.remove_prefix(end + 1);
  }
}

// Where files are put by the day they came in, or kept by the day they were copied.
bool of_uploads(const Url& url) {
  constexpr std::array<std::string_view, 8> folders{"upload",   "/files/",  "/sites/default/", "/media/",
                                                    "/assets/", "/images/", "/download",       "/content/dam/"};
  constexpr std::array<std::string_view, 6> endings{".pdf", ".doc", ".docx", ".xls", ".xlsx", ".csv"};
  return within_domain(url.host, "archive.org") || within_domain(url.host, "archive.ph") ||
         std::any_of(folders.begin(), folders.end(), [&](auto f) { return url.path.find(f) != url.path.npos; }) ||
         std::any_of(endings.begin(), endings.end(), [&](auto e) {
           return url.path.size() > e.size() && same(url.path.substr(url.path.size() - e.size()), e);
         });
}

}  // namespace

Url read_url(std::string_view written) {
  Url url;
  std::string_view rest = written;
  if (const auto hash = rest.find('#'); hash != rest.npos) {
    url.fragment = rest.substr(hash + 1);
    rest = rest.substr(0, hash);
  }
  if (const auto mark = rest.find('?'); mark != rest.npos) {
    url.query = rest.substr(mark + 1);
    rest = rest.substr(0, mark);
  }
  const auto colon = rest.find_first_of(":/");
  if (colon != rest.npos && rest[colon] == ':' && letters(rest.substr(0, colon))) {
    url.scheme = rest.substr(0, colon);
    rest.remove_prefix(colon + 1);
  }
  if (rest.starts_with("//")) rest.remove_prefix(2);
  else if (!url.scheme.empty() || !same(rest.substr(0, 4), "www.")) {
    url.path = rest;
    return url;
  }
  const auto slash = std::min(rest.find('/'), rest.size());
  std::string_view host = rest.substr(0, slash);
  url.path = rest.substr(slash);
  if (const auto at = host.rfind('@'); at != host.npos) host.remove_prefix(at + 1);
  url.host = host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
  return url;
}

bool within_domain(std::string_view host, std::string_view domain) {
  if (domain.empty() || host.size() < domain.size()) return false;
  const std::string_view end = host.substr(host.size() - domain.size());
  return same(end, domain) && (end.size() == host.size() || host[host.size() - end.size() - 1] == '.');
}

std::vector<std::string_view> query_parts(std::string_view query) { return split(query, '&'); }

std::optional<PathDate> date_in_path(const Url& url) {
  if (url.host.empty() || url.path.size() > 1024 || of_uploads(url)) return std::nullopt;
  const auto parts = split(url.path, '/');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string_view part = parts[i];
    if (const auto y = year(part)) {
      // A year alone may be what the page is about.
      const auto m = i + 1 < parts.size() ? month(parts[i + 1]) : std::nullopt;
      if (m && i + 2 < parts.size()) return PathDate{*y, m};
    } else if (part.size() == 10 && part[4] == '-' && part[7] == '-') {
      const auto dashed = year(part.substr(0, 4));
      const auto m = month(part.substr(5, 2));
      if (dashed && m) return PathDate{*dashed, m};
    }
  }
  return std::nullopt;
}

std::string short_url(std::string_view written) {
  constexpr std::size_t most = 60;
  if (written.size() <= most) return std::string(written);
  std::size_t end = 0;
  for (std::size_t next = 0; next <= most; next += decode_utf8(written, next).length) end = next;
  return std::string(written.substr(0, end)) + "…";
}

}  // namespace stet
