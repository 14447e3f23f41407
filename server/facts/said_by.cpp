#include "facts/said_by.h"

#include <algorithm>
#include <span>

#include "facts/source.h"

namespace stet {

namespace {

constexpr std::uint32_t farthest = 3;  // paragraphs between a pronoun and whom it stands for

bool prose(Zone zone) {
  return zone == Zone::body || zone == Zone::list || zone == Zone::block_quote || zone == Zone::answer;
}

class Reader {
 public:
  explicit Reader(const Facts& facts) : facts_(facts) {}

  std::vector<SaidBy> run() {
    for (std::uint32_t p = 0; p < facts_.size(); ++p) {
      if (!prose(facts_.paragraph(p).zone)) continue;
      const std::span<const Attribution> all = facts_.local(p).attributions;
      for (std::uint32_t i = 0; i < all.size(); ++i) read({p, i}, all[i]);
      ++paragraphs_;
      if (!all.empty()) continue;
      // Narration without a speaker: what stands alone behind it is nobody's.
      last_.reset();
    }
    return std::move(out_);
  }

 private:
  struct Speaker {
    FactRef at;
    std::uint32_t paragraph = 0;  // counted without headings
  };

  void read(FactRef at, const Attribution& a) {
    if (a.rule == ScopeRule::open_quotation && !a.source) return give(at, last_);
    if (!a.source || (a.cue && quoted(at, a.cue->first))) return;
    if (a.type == SourceType::pronoun) {
      give(at, person_);
      last_ = out_.empty() || out_.back().attribution != at ? std::nullopt
                                                            : std::optional(Speaker{out_.back().speaker, paragraphs_});
      return;
    }
    if (const auto office = same_office(at, *a.source)) {
      out_.push_back({at, *office});
      last_ = Speaker{*office, paragraphs_};
      return;
    }
    last_ = Speaker{at, paragraphs_};
    if (a.named && a.type == SourceType::person) {
      person_ = last_;
      named_.push_back(at);
    }
  }

  void give(FactRef at, const std::optional<Speaker>& speaker) {
    if (speaker && paragraphs_ - speaker->paragraph <= farthest) out_.push_back({at, speaker->at});
  }

  bool quoted(FactRef at, std::uint32_t word) const {
    return facts_.paragraph(at.paragraph).words[word].has(Word::in_quotation);
  }

  // "The harbour master" after "Per Holm, the harbour master": the last speaker in whose source the office stands.
  std::optional<FactRef> same_office(FactRef at, WordRange source) const {
    const Paragraph& p = facts_.paragraph(at.paragraph);
    const Phrases ph(p, facts_.lexicon());
    if (!ph.word(source.first, "the") || source.size() < 2) return std::nullopt;
    const std::uint32_t head = source_head(ph, source);
    if (!ph.is(head, WordClass::speaker_role)) return std::nullopt;
    for (auto before = named_.rbegin(); before != named_.rend(); ++before) {
      const Attribution& other = facts_.local(before->paragraph).attributions[before->index];
      const Paragraph& there = facts_.paragraph(before->paragraph);
      for (std::uint32_t i = other.source->first; i < other.source->last; ++i)
        if (there.words[i].id == p.words[head].id) return *before;
    }
    return std::nullopt;
  }

  const Facts& facts_;
  std::uint32_t paragraphs_ = 0;
  std::optional<Speaker> last_, person_;
  std::vector<FactRef> named_;
  std::vector<SaidBy> out_;
};

}  // namespace

std::vector<SaidBy> said_by(const Facts& facts) { return Reader(facts).run(); }

std::optional<FactRef> speaker_of(const std::vector<SaidBy>& list, FactRef attribution) {
  const auto it = std::lower_bound(list.begin(), list.end(), attribution,
                                   [](const SaidBy& s, FactRef ref) { return s.attribution < ref; });
  return it != list.end() && it->attribution == attribution ? std::optional(it->speaker) : std::nullopt;
}

}  // namespace stet
