// Links that cannot or should not ship. Only the address is looked at: nothing is fetched.
#include <algorithm>
#include <array>
#include <set>

#include "facts/url.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

struct Settings {
  std::vector<std::string> deny_hosts, house, strip_params;
  bool checkdigits = true;
};

// What is wrong with an address; empty where nothing is. `instead` where another address is surely meant.
struct Fault {
  std::string why;
  std::optional<std::string> instead;
  std::string title;
};

bool any_domain(std::string_view host, const std::vector<std::string>& domains) {
  return std::any_of(domains.begin(), domains.end(), [&](const std::string& d) { return within_domain(host, d); });
}

bool digits(std::string_view s) { return !s.empty() && s.find_first_not_of("0123456789") == s.npos; }

// An address of one machine or one network: 127.0.0.1, 10.…, 192.168.…, names without a dot.
bool local_host(std::string_view host) {
  if (host == "[::1]" || within_domain(host, "localhost")) return true;
  for (const std::string_view end : {"local", "internal", "lan", "intranet", "corp", "home.arpa"})
    if (within_domain(host, end)) return true;
  if (host.starts_with("127.") || host == "0.0.0.0" || host.starts_with("10.") || host.starts_with("192.168."))
    return host.find_first_not_of("0123456789.") == host.npos;
  return false;
}

bool staging_host(std::string_view host) {
  const std::string first = fold(host.substr(0, host.find('.')));
  if (std::count(host.begin(), host.end(), '.') < 2) return false;
  return first == "staging" || first == "preprod" || first == "uat" || first.starts_with("staging-") ||
         first.ends_with("-staging") || first.ends_with("-preview") || first.starts_with("preview-");
}

// Documents that open only for those who were asked.
bool private_document(const Url& url) {
  if (within_domain(url.host, "docs.google.com"))
    return url.path.ends_with("/edit") || url.path.find("/u/0/") != url.path.npos;
  return false;
}

// A DOI is 10., four digits or more, a slash and what the publisher likes.
bool well_formed_doi(std::string_view doi) {
  if (!doi.starts_with("10.")) return false;
  const auto slash = doi.find_first_of("/%");
  if (slash == doi.npos || slash + 1 >= doi.size()) return false;
  const std::string_view registrant = doi.substr(3, slash - 3);
  return registrant.size() >= 4 && registrant.find_first_not_of("0123456789.") == registrant.npos;
}

// ISO 7064 mod 11-2 over sixteen digits, hyphens left out.
bool well_formed_orcid(std::string_view orcid) {
  unsigned total = 0, count = 0;
  for (const char c : orcid) {
    if (c == '-') continue;
    if (++count == 16) {
      const unsigned check = (12 - total % 11) % 11;
      return c == (check == 10 ? 'X' : static_cast<char>('0' + check)) || (check == 10 && c == 'x');
    }
    if (c < '0' || c > '9') return false;
    total = (total + static_cast<unsigned>(c - '0')) * 2;
  }
  return false;
}

bool well_formed_isbn(std::string_view isbn) {
  unsigned total = 0, count = 0;
  if (isbn.size() == 10) {
    for (const char c : isbn) {
      const bool ten = count == 9 && (c == 'X' || c == 'x');
      if (!ten && (c < '0' || c > '9')) return false;
      total += (10 - count++) * (ten ? 10 : static_cast<unsigned>(c - '0'));
    }
    return total % 11 == 0;
  }
  if (!digits(isbn)) return false;
  for (const char c : isbn) total += static_cast<unsigned>(c - '0') * (count++ % 2 == 0 ? 1 : 3);
  return total % 10 == 0;
}

std::string_view scheme_and_slashes(std::string_view written) {
  const auto slashes = written.find("://");
  return slashes == written.npos ? std::string_view() : written.substr(0, slashes + 3);
}

class Judge {
 public:
  explicit Judge(const Settings& settings) : settings_(settings) {}

  Fault address(std::string_view written) const {
    if (written.empty() || written == "#") return {"a link to nowhere", {}, {}};
    const Url url = read_url(written);
    const std::string scheme = fold(url.scheme);
    if (scheme == "mailto") return mailto(url, written);
    if (scheme == "file" || (url.scheme.size() == 1 && written.size() > 2 && (written[2] == '\\' || written[2] == '/')))
      return {"a file on somebody's own machine", {}, {}};
    if (const Fault twice = doubled(written); !twice.why.empty()) return twice;
    if (scheme != "http" && scheme != "https" && !(scheme.empty() && !url.host.empty())) return {};
    if (url.host.empty()) return {"an address without a host", {}, {}};
    if (const std::string why = host(url); !why.empty()) return {why, {}, {}};
    if (const Fault end = captured(written, url); !end.why.empty()) return end;
    if (settings_.checkdigits)
      if (const std::string why = identifier(url); !why.empty()) return {why, {}, {}};
    return tracking(written, url);
  }

 private:
  static Fault mailto(const Url& url, std::string_view written) {
    if (url.path.empty() && !url.query.empty()) return {};  // a button to share by mail
    const auto at = url.path.find('@');
    const bool whole = at != url.path.npos && at > 0 && at + 1 < url.path.size();
    const bool coded = written.find('%') != written.npos || written.find('&') != written.npos;
    if (whole || coded) return {};
    return {"a mailto link without an address", {}, {}};
  }

  // http://https://…: what stands in the path of an archive is another matter.
  static Fault doubled(std::string_view written) {
    const std::string_view first = scheme_and_slashes(written);
    if (first.empty()) return {};
    const std::string_view rest = written.substr(first.size());
    for (const std::string_view again : {"http://", "https://", "http:", "https:", "http//", "https//"}) {
      if (!rest.starts_with(again)) continue;
      Fault fault{"the address has two beginnings", {}, "Take one away"};
      if (again.ends_with("://")) fault.instead = std::string(rest);
      return fault;
    }
    return {};
  }

  std::string host(const Url& url) const {
    if (local_host(url.host)) return "an address on the writer's own machine or network";
    if (url.host.find('.') == url.host.npos && !url.host.starts_with('[') && url.host.find('%') == url.host.npos &&
        url.host.find('{') == url.host.npos)
      return "a host without a dot opens only inside one network";
    if (staging_host(url.host) || url.query.find("preview=true") != url.query.npos) return "an unpublished version";
    if (private_document(url)) return "a document in its editor, which readers may not open";
    if (any_domain(url.host, settings_.deny_hosts)) return "readers have no access to " + std::string(url.host);
    return {};
  }

  // A comma or quotation mark of the sentence that was taken into the address.
  static Fault captured(std::string_view written, const Url& url) {
    constexpr std::array<std::string_view, 11> ends{",",   ";",         "\"",        "'",   "”",  "’",
                                                    "%22", "%E2%80%9D", "%E2%80%99", "%20", "%2C"};
    std::string_view rest = written;
    for (const std::string_view end : ends)
      if (rest.ends_with(end)) {
        rest.remove_suffix(end.size());
        // label:%22good%20first%22 is a query's own; at the end of a path there is no second one.
        if (rest.find(end) != rest.npos || !url.query.empty()) return {};
        return {"the address ends with punctuation of the sentence", std::string(rest), "Leave it out"};
      }
    // Titles may end with a full stop: …/wiki/Holm_Inc.
    if (rest.ends_with('.') && url.query.empty() && url.fragment.empty() && url.path.find('_') == url.path.npos &&
        !rest.ends_with("..") && !url.path.empty())
      return {"the address ends with the sentence's full stop", std::string(rest.substr(0, rest.size() - 1)),
              "Leave it out"};
    return {};
  }

  static std::string identifier(const Url& url) {
    if (url.path.size() < 2) return {};
    const std::string_view id = url.path.substr(1);
    if ((url.host == "doi.org" || url.host == "dx.doi.org" || url.host == "www.doi.org") && !well_formed_doi(id) &&
        id.find('/') != id.npos)
      return "no well-formed DOI";
    if ((url.host == "orcid.org" || url.host == "www.orcid.org") && id[0] >= '0' && id[0] <= '9' &&
        !well_formed_orcid(id.substr(0, id.find('/'))))
      return "the check digit of the ORCID iD does not fit";
    return {};
  }

  Fault tracking(std::string_view written, const Url& url) const {
    if (url.query.empty() || any_domain(url.host, settings_.house)) return {};
    std::string kept, found;
    for (const std::string_view part : query_parts(url.query)) {
      std::string_view name = part.substr(0, part.find('='));
      if (name.starts_with("amp;")) name.remove_prefix(4);
      const bool strip =
          std::any_of(settings_.strip_params.begin(), settings_.strip_params.end(), [&](const std::string& wanted) {
            return wanted.ends_with('*') ? name.starts_with(std::string_view(wanted).substr(0, wanted.size() - 1))
                                         : name == wanted;
          });
      if (strip) found = found.empty() ? std::string(name) : found;
      else kept += (kept.empty() ? "?" : "&") + std::string(part);
    }
    if (found.empty()) return {};
    const auto query = static_cast<std::size_t>(url.query.data() - written.data()) - 1;
    std::string instead = std::string(written.substr(0, query)) + kept;
    if (!url.fragment.empty()) instead += "#" + std::string(url.fragment);
    return {"the address carries a tracking tag, " + short_url(found), std::move(instead), "Take the tags away"};
  }

  const Settings& settings_;
};

void look_at_links(const Judge& judge, const Facts& facts, std::size_t p, std::set<std::uint32_t>& told,
                   Report& report) {
  const Text& text = facts.document->text;
  for (const Inline& in : facts.paragraph(p).inlines) {
    if (in.kind != Inline::Kind::link && in.kind != Inline::Kind::url && in.kind != Inline::Kind::image) continue;
    const std::string_view written = text.bytes(facts.absolute(p, in.target));
    // The address of a definition is not always known; "()" says that there is none.
    if (written.empty() && facts.document->format != Format::html &&
        !text.bytes(facts.absolute(p, in.span)).ends_with("()"))
      continue;
    // "http://" alone is spoken of, not followed.
    if (in.kind == Inline::Kind::url && (written.find("://") == written.npos || written.ends_with("://"))) continue;
    const Fault fault = judge.address(written);
    if (fault.why.empty()) continue;
    const Span where = in.target.empty() ? in.span : in.target;
    // Several links may share the address of one definition.
    if (!told.insert(facts.absolute(p, where).begin).second) continue;
    auto added = report.add(p, where, written.empty() ? fault.why : "“" + short_url(written) + "”: " + fault.why);
    if (fault.instead) added.fix(fault.title, {{p, in.target, *fault.instead}});
  }
}

// "ISBN 978-0-306-40615-7": ten or thirteen digits, hyphens and spaces between.
void look_at_isbns(const Facts& facts, Report& report) {
  const std::string_view bytes = facts.document->text.bytes();
  for (auto at = bytes.find("ISBN"); at != bytes.npos; at = bytes.find("ISBN", at + 4)) {
    std::size_t i = at + 4;
    for (const std::string_view skip : {"s", "-13", "-10", ":", " ", "\xC2\xA0"})
      if (bytes.substr(i).starts_with(skip)) i += skip.size();
    std::string isbn;
    std::size_t end = i;
    for (; i < bytes.size() && i < end + 2; ++i) {
      const char c = bytes[i];
      const bool digit = (c >= '0' && c <= '9') || ((c == 'X' || c == 'x') && isbn.size() == 9);
      if (digit) isbn.push_back(c), end = i + 1;
      else if (c != '-' && c != ' ') break;
      if (isbn.size() > 13) break;
    }
    if (isbn.size() != 10 && isbn.size() != 13) continue;
    const Span where{static_cast<std::uint32_t>(end - (end - at) + 4), static_cast<std::uint32_t>(end)};
    if (well_formed_isbn(isbn)) continue;
    const std::size_t p = facts.document->block_at(where.begin);
    if (p >= facts.size() || facts.paragraph(p).foreign || !facts.document->blocks[p].span().contains(where)) continue;
    const auto first = bytes.find_first_of("0123456789", where.begin);
    report.add_absolute({static_cast<std::uint32_t>(first), where.end}, "the check digit of the ISBN does not fit");
  }
}

}  // namespace

Check link_suspect(const Options& options) {
  Settings settings{options.list("deny_hosts"), options.list("house"), options.list("strip_params"),
                    options.flag("checkdigits")};
  return [settings = std::move(settings)](const Facts& facts, const Sources&, Report& report) {
    return Pass{[&, judge = Judge(settings), told = std::set<std::uint32_t>()](std::size_t p) mutable {
                  const Paragraph& paragraph = facts.paragraph(p);
                  if (paragraph.inlines.empty() || paragraph.foreign) return Holds::nothing;
                  look_at_links(judge, facts, p, told, report);
                  return Holds::something;
                },
                [&] {
                  if (settings.checkdigits) look_at_isbns(facts, report);
                }};
  };
}

}  // namespace stet::rules
