#include <fmt/format.h>

#include <algorithm>

#include "facts/verbatim.h"
#include "lint/rule.h"
#include "lint/sources.h"
#include "text/utf8.h"

namespace stet::rules {

namespace {

// White space as one space; the draft's words may be parted by a line's end, the transcript's by a subtitle's.
std::string one_line(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out.push_back(space ? ' ' : c);
  }
  return valid_utf8(out);
}

std::string quoted(std::string_view words) { return words.empty() ? "nothing" : fmt::format("“{}”", one_line(words)); }

class Told {
 public:
  Told(const Facts& facts, const Transcripts& transcripts, Report& report)
      : facts_(facts), transcripts_(transcripts), report_(report) {}

  void tell(const Verbatim& v) {
    const Transcript& transcript = *transcripts_.files[v.file];
    const Paragraph& paragraph = facts_.paragraph(v.quote.paragraph);
    const auto letters = [&](Span s) { return paragraph.letters.substr(s.begin, s.size()); };
    std::string here, both;
    for (const Verbatim::Difference& d : v.differences) {
      const std::string mine = d.here.empty() ? std::string("words are left out") : quoted(seen(letters(d.here)));
      here.append(here.empty() ? "" : ", ").append(mine);
      both.append(both.empty() ? "" : "; ")
          .append(fmt::format("{} here, {} there", quoted(seen(letters(d.here))), quoted(transcript.bytes(d.there))));
    }
    const Span place{v.differences.front().here.begin,
                     std::max(v.differences.back().here.end, v.differences.front().here.begin)};
    auto added = report_.add(v.quote.paragraph, place.empty() ? v.here : place,
                             fmt::format("not word for word what {} has: {}", transcript.path(), here));
    added.related_file(transcript.path(), v.there, "the transcript’s words");
    added.confide(both);
    added.detail(fmt::format("- here: {}\n- there: {}", marked(v, true), marked(v, false)));
    fix(added, v, transcript, paragraph);
  }

 private:
  // Markup is blanked in a paragraph's letters.
  static std::string seen(std::string_view letters) {
    std::string out(letters);
    std::erase_if(out, [](char c) { return c >= 0 && c < ' ' && c != '\n' && c != '\t' && c != '\r'; });
    return out;
  }

  // The stretch with what differs in bold.
  std::string marked(const Verbatim& v, bool mine) const {
    const std::string_view text =
        mine ? std::string_view(facts_.paragraph(v.quote.paragraph).letters) : transcripts_.files[v.file]->bytes();
    const Span whole = mine ? v.here : v.there;
    std::string out;
    std::uint32_t at = whole.begin;
    for (const Verbatim::Difference& d : v.differences) {
      const Span s = mine ? d.here : d.there;
      if (s.begin < at || s.end > whole.end) continue;
      out += plain(text.substr(at, s.begin - at));
      out += s.empty() ? " **…** " : "**" + plain(text.substr(s.begin, s.size())) + "**";
      at = s.end;
    }
    return out + plain(text.substr(at, whole.end - at));
  }

  static std::string plain(std::string_view words) {
    std::string out;
    for (const char c : seen(words)) {
      if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) out += '\\';
      out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return valid_utf8(out);
  }

  void fix(Report::Added& added, const Verbatim& v, const Transcript& transcript, const Paragraph& paragraph) const {
    std::vector<ParagraphEdit> edits;
    for (const Verbatim::Difference& d : v.differences) {
      const std::string_view here = paragraph.letters.substr(d.here.begin, d.here.size());
      if (here.find(Paragraph::blank) != std::string_view::npos) return;  // its markup would be lost
      std::string there = one_line(transcript.bytes(d.there));
      Span place = d.here;
      if (there.empty()) place.end += paragraph.letters.substr(place.end, 1) == " " ? 1 : 0;
      else if (here.empty()) there.insert(there.begin(), ' ');
      else if (here[0] >= 'A' && here[0] <= 'Z' && there[0] >= 'a' && there[0] <= 'z')
        there[0] = static_cast<char>(there[0] - 'a' + 'A');
      edits.push_back({v.quote.paragraph, place, std::move(there)});
    }
    added.fix("Write what the transcript has", edits);
  }

  const Facts& facts_;
  const Transcripts& transcripts_;
  Report& report_;
};

}  // namespace

Check quote_not_in_source(const Options& options) {
  const Closeness closeness{static_cast<std::uint32_t>(std::clamp(options.number("min_words"), 4.0, 1000.0)),
                            std::clamp(options.number("likeness"), 0.5, 1.0)};
  return [closeness](const Facts& facts, const Sources& sources, Report& report) {
    if (!sources.transcripts) return;
    for (const Transcripts::Unread& unread : sources.transcripts->unread) {
      const std::string what = fmt::format("the transcript {}", unread.why);
      if (unread.span.empty()) report.not_assessed(what);
      else report.add_absolute(unread.span, what);
    }
    Told told(facts, *sources.transcripts, report);
    for (const Verbatim& v : hold_quotations(facts, *sources.transcripts, closeness))
      if (v.how == Verbatim::How::near) told.tell(v);
  };
}

}  // namespace stet::rules
