// One name with two capitalisations.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>

#include "facts/capitals.h"
#include "facts/word_set.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

constexpr std::array<std::string_view, 21> particles{"al",  "el",  "ul",  "an",  "as",  "ash", "de",
                                                     "del", "der", "den", "di",  "du",  "la",  "le",
                                                     "ter", "ten", "van", "von", "bin", "ibn", "abu"};

class Reader {
 public:
  enum class Particles : std::uint8_t { keep, capital_alone };

  Reader(Particles rule, const Facts& facts, Report& report) : rule_(rule), facts_(facts), report_(report) {}

  Holds read(std::uint32_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    switch (paragraph.zone) {
      case Zone::headline:
      case Zone::subhead:
      case Zone::code:
      case Zone::math:
      case Zone::references:
      case Zone::credit: return Holds::nothing;
      default: break;
    }
    if (paragraph.foreign) return Holds::nothing;
    met_ = false;
    for_capitals(paragraph, [&](std::uint32_t i, const Word& w) {
      if (w.kind == WordKind::word && !w.has(Word::capitals)) look(p, paragraph, i);
    });
    return met_ ? Holds::something : Holds::nothing;
  }

  void conclude() {
    for (const std::string& key : order_) settle(names_.at(key));
    camel();
  }

 private:
  struct Mention {
    std::uint32_t paragraph;
    WordRange words;
  };
  struct Form {
    std::string written;
    std::vector<Mention> mentions;
  };
  using Forms = std::vector<Form>;

  static bool inner_capital(std::string_view s) {
    return std::any_of(s.begin() + 1, s.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  void look(std::uint32_t p, const Paragraph& paragraph, std::uint32_t i) {
    // MiningWatch, Miningwatch: only words that somewhere have a capital inside are worth a table; the others of that
    // id are looked for once one is known.
    const std::string_view text = paragraph.text(i);
    if (text.size() >= 5 && inner_capital(text) && text.find('.') == std::string_view::npos) {
      camel_.insert(paragraph.words[i].id);
      met_ = true;
    }
    if (i == 0) return;
    // Particle and name: "el-Marsa", "van Holm".
    const bool joined = !paragraph.words[i].has(Word::space_before);
    std::uint32_t first = i - 1;
    if (joined) {
      if (!paragraph.words[i - 1].is_mark(U'-') || i < 2 || paragraph.words[i - 1].has(Word::space_before)) return;
      first = i - 2;
    }
    const Word& particle = paragraph.words[first];
    if (particle.kind != WordKind::word || particle.end - particle.begin > 3 || particle.has(Word::capitals)) return;
    const std::string folded = fold(paragraph.text(first));
    if (std::find(particles.begin(), particles.end(), folded) == particles.end()) return;
    // "As" and "An" before a capital are words of the language; only joined they are particles.
    if (!joined &&
        (folded == "as" || folded == "an" || folded == "ash" || folded == "el" || folded == "al" || folded == "la"))
      return;
    if (particle.has(Word::capital) && (particle.has(Word::starts_sentence) || after_mark(paragraph, first))) return;
    const bool after_name =
        first > 0 && paragraph.words[first - 1].kind == WordKind::word && paragraph.words[first - 1].has(Word::capital);
    if (rule_ == Particles::capital_alone && !joined && !after_name) return;
    add(folded + (joined ? "-" : " ") + fold(paragraph.text(i)), paragraph.text(WordRange{first, i + 1}),
        {p, {first, i + 1}});
  }

  static bool after_mark(const Paragraph& p, std::uint32_t i) {
    return i == 0 ||
           (p.words[i - 1].kind == WordKind::mark && !p.words[i - 1].is_mark(U',') && !p.words[i - 1].is_mark(U'-'));
  }

  void add(std::string key, std::string written, Mention mention) {
    met_ = true;
    const auto [it, added] = names_.try_emplace(key);
    if (added) order_.push_back(std::move(key));
    for (Form& form : it->second)
      if (form.written == written) {
        form.mentions.push_back(mention);
        return;
      }
    if (it->second.size() < 8) it->second.push_back({std::move(written), {mention}});
  }

  void settle(const Forms& forms) {
    if (forms.size() < 2) return;
    // The most frequent form is right; of equals the first.
    const auto best = std::max_element(
        forms.begin(), forms.end(), [](const Form& a, const Form& b) { return a.mentions.size() < b.mentions.size(); });
    for (auto form = forms.begin(); form != forms.end(); ++form)
      if (form != best) report(*form, *best);
  }

  Span span(const Mention& m) const { return facts_.paragraph(m.paragraph).span(m.words); }

  void report(const Form& wrong, const Form& right) {
    const Mention& first = wrong.mentions[0];
    auto added = report_.add(first.paragraph, span(first),
                             fmt::format("“{}” here, “{}” elsewhere in the draft", wrong.written, right.written));
    added.related(right.mentions[0].paragraph, span(right.mentions[0]), right.written);
    std::vector<ParagraphEdit> edits;
    edits.reserve(wrong.mentions.size());
    for (const Mention& m : wrong.mentions) edits.push_back({m.paragraph, span(m), right.written});
    added.fix(fmt::format("Write {} {}", right.written, edits.size() == 1 ? "here" : "everywhere"), edits);
    added.detail(fmt::format("“{}” stands {} and “{}” {} times where neither a sentence begins nor a headline stands.",
                             right.written, right.mentions.size(), wrong.written, wrong.mentions.size()));
  }

  // The second reading: every form of the words that have a capital inside.
  void camel() {
    if (camel_.empty()) return;
    names_.clear();
    order_.clear();
    for (std::uint32_t p = 0; p < facts_.size(); ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      if (paragraph.foreign || paragraph.zone == Zone::code || paragraph.zone == Zone::headline ||
          paragraph.zone == Zone::references)
        continue;
      for_capitals(paragraph, [&](std::uint32_t i, const Word& w) {
        if (camel_.contains(w.id) && w.kind == WordKind::word && !w.has(Word::capitals))
          add(fold(paragraph.text(i)), std::string(paragraph.text(i)), {p, {i, i + 1}});
      });
    }
    for (const std::string& key : order_) settle(names_.at(key));
  }

  Particles rule_;
  const Facts& facts_;
  Report& report_;
  std::unordered_map<std::string, Forms> names_;
  std::vector<std::string> order_;
  WordSet camel_;
  bool met_ = false;  // the paragraph has a name of either kind
};

}  // namespace

Check name_case_variant(const Options& options) {
  const auto rule =
      options.text("particle_rule") == "keep" ? Reader::Particles::keep : Reader::Particles::capital_alone;
  return [rule](const Facts& facts, const Sources&, Report& report) {
    const auto reader = std::make_shared<Reader>(rule, facts, report);
    return Pass{[reader](std::size_t p) { return reader->read(static_cast<std::uint32_t>(p)); },
                [reader] { reader->conclude(); }};
  };
}

}  // namespace stet::rules
