#include <fmt/format.h>

#include <algorithm>

#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

bool discloses(const WordView& w) {
  for (At i = 0; i < w.size(); ++i) {
    if (w.any(i, {"preprint", "preprints", "unreviewed"})) return true;
    if (w.any(i, {"pre", "peer"}) &&
        (w.any(i + 1, {"print", "prints", "review", "reviewed", "reviewers", "reviewing"}) ||
         (w.hyphen(i + 1) && w.any(i + 2, {"print", "prints", "review", "reviewed"}))))
      return true;
  }
  return false;
}

// "published in the Vella Journal": it has been reviewed since.
bool published(const WordView& w) {
  for (At i = 0; i < w.size(); ++i)
    if (w.any(i, {"published", "appeared", "printed"}) && w.is(i + 1, "in") && (w.capital(i + 2) || w.capital(i + 3)))
      return true;
  return false;
}

bool about_data(const WordView& w, Span anchor) {
  for (At i = 0; i < w.size(); ++i)
    if (anchor.begin <= w[i].begin && w[i].end <= anchor.end &&
        w.any(i, {"data", "dataset", "datasets", "code", "supplement", "protocol"}))
      return true;
  return false;
}

class Reader {
 public:
  Reader(const std::vector<std::string>& hosts, const OwnPhrases& own, const Facts& facts, Report& report)
      : hosts_(hosts), own_(own), facts_(facts), report_(report) {}

  void draft() {
    for (std::size_t p = 0; p < facts_.size() && !told_; ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      if (paragraph.zone == Zone::references || (paragraph.inlines.empty() && paragraph.phrases.empty())) continue;
      const WordView w(paragraph, facts_.context());
      for (const Inline& in : paragraph.inlines)
        if (!told_ && (in.kind == Inline::Kind::link || in.kind == Inline::Kind::url) && !about_data(w, in.inner))
          link(p, in.target.size() != 0 ? in.target : in.span);
      for (const WordRange words : own_.in(facts_, p))
        if (!told_ && !paragraph.words[words.first].has(Word::in_quotation)) tell(p, paragraph.span(words));
    }
  }

 private:
  void link(std::size_t p, Span target) {
    const std::string_view url = facts_.document->text.bytes(facts_.absolute(p, target));
    for (const std::string& host : hosts_) {
      const std::size_t at = url.find(host);
      if (at == std::string_view::npos || (at > 0 && url[at - 1] != '.' && url[at - 1] != '/')) continue;
      std::size_t begin = at;
      while (begin > 0 && url[begin - 1] != '/') --begin;
      return tell(p, {target.begin + static_cast<std::uint32_t>(begin),
                      target.begin + static_cast<std::uint32_t>(at + host.size())});
    }
  }

  void tell(std::size_t p, Span span) {
    if (published(WordView(facts_.paragraph(p), facts_.context()))) return;
    for (std::size_t q = 0; q < facts_.size(); ++q)
      if (discloses(WordView(facts_.paragraph(q), facts_.context()))) return void(told_ = true);
    told_ = true;
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::string_view where = facts_.document->text.bytes(facts_.absolute(p, span));
    auto added =
        report_.add(p, span, fmt::format("“{}” holds preprints: say that nobody has reviewed the study", where));
    const auto sentence = std::find_if(paragraph.sentences.begin(), paragraph.sentences.end(), [&](const Sentence& s) {
      return paragraph.words[s.words.last - 1].end > span.begin;
    });
    if (sentence != paragraph.sentences.end()) {
      At last = sentence->words.last;
      while (last > sentence->words.first && paragraph.words[last - 1].kind == WordKind::mark) --last;
      if (last > sentence->words.first) {
        const std::uint32_t end = std::max(paragraph.words[last - 1].end, span.end);
        if (end == paragraph.words[last - 1].end)
          added.fix("Insert “, in a preprint that has not been peer reviewed”",
                    {{p, {end, end}, ", in a preprint that has not been peer reviewed"}});
      }
    }
    added.detail("A preprint is put on this server before other scientists have read it. Conclusions may change.");
  }

  const std::vector<std::string>& hosts_;
  const OwnPhrases& own_;
  const Facts& facts_;
  Report& report_;
  bool told_ = false;  // a draft says it once
};

}  // namespace

Check preprint_undisclosed(const Options& options) {
  return [hosts = options.list("hosts"), profiles = options.list("profiles"), own = OwnPhrases("preprint-undisclosed")](
             const Facts& facts, const Sources&, Report& report) {
    if (std::find(profiles.begin(), profiles.end(), genre_name(facts.context().genre)) != profiles.end()) return;
    Reader(hosts, own, facts, report).draft();
  };
}

}  // namespace stet::rules
