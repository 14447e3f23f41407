#include "lint/passes.h"

#include <exception>

namespace stet {

struct Passes::Running {
  std::size_t check;
  std::uint64_t bit;  // its own in what paragraphs hold; 0 where there is none left
  Report report;
  Pass pass;
  bool remembers = false;                         // whether what paragraphs held for it before still counts
  const KeptFindings::Digests* before = nullptr;  // its digests of then
  KeptFindings::Digests digests = {};
};

namespace {

// Does a step of a pass; false where it threw, which is noted.
template <class Step>
bool done(const Ready& ready, FoundInPass& out, Step&& step) {
  try {
    step();
    return true;
  } catch (const std::exception& e) {
    out = {{}, {{ready.rule->page.name, std::string("the check failed: ") + e.what(), {}}}, true};
    return false;
  }
}

}  // namespace

Passes::Passes(const Facts& facts, const Sources& sources, std::span<const Ready> checks, const Known& known,
               bool keeps, Report::Many many)
    : checks_(checks), known_(known), keeps_(keeps), out_(checks.size()), holds_(facts.size()) {
  for (std::size_t c = 0; c < checks.size(); ++c) {
    const Page& page = checks[c].rule->page;
    if (!page.draft_scope || !checks[c].check.is_pass()) continue;
    const std::size_t n = running_.size();
    Running& here = running_.emplace_back(
        Running{c, n < 64 ? std::uint64_t{1} << n : 0, Report(facts, page.name, checks[c].severity, many), {}});
    done(checks[c], out_[c], [&] { here.pass = checks[c].check.begin(facts, sources, here.report); });
    const KeptFindings* kept = known.kept();
    if (kept == nullptr || n >= kept->premises.size() || kept->premises[n] != here.pass.premise) continue;
    here.remembers = here.bit != 0;
    if (here.pass.again && !kept->digests[n].ends.empty()) here.before = &kept->digests[n];
  }
}

Passes::~Passes() = default;

void Passes::run(Running& running, std::size_t first, std::size_t last) {
  for (std::size_t p = first; p < last; ++p) {
    const std::span<const std::byte> digest = step(running, p);
    if (keeps_ && running.pass.digest) running.digests.add(digest);
  }
}

// Shows a pass a paragraph, as far as it must be, and returns its digest.
std::span<const std::byte> Passes::step(Running& running, std::size_t p) {
  const std::uint32_t there = running.remembers ? known_.place(p) : Known::none;
  if (there != Known::none && (known_.kept()->holds[there] & running.bit) == 0) return {};
  if (there != Known::none && running.before != nullptr) {
    const std::span<const std::byte> digest = running.before->of(there);
    running.pass.again(p, digest);
    holds_[p] |= running.bit;
    return digest;
  }
  if (running.pass.paragraph(p) == Holds::nothing) return {};
  holds_[p] |= running.bit;
  return running.pass.digest ? running.pass.digest() : std::span<const std::byte>();
}

void Passes::run(std::size_t first, std::size_t last) {
  for (Running& running : running_)
    if (!out_[running.check].failed && running.pass.paragraph)
      done(checks_[running.check], out_[running.check], [&] { run(running, first, last); });
}

void Passes::keep(KeptFindings& kept) {
  kept.holds = holds_;
  std::uint64_t unseen = 0;  // passes that did not go over the draft, or threw half way
  for (Running& running : running_) {
    kept.premises.push_back(running.pass.premise);
    kept.digests.push_back(std::move(running.digests));
    if (kept.digests.back().ends.size() != holds_.size()) kept.digests.back() = {};
    if (out_[running.check].failed || !running.pass.paragraph) unseen |= running.bit;
  }
  for (std::uint64_t& holds : kept.holds) holds |= unseen;
}

std::vector<FoundInPass> Passes::conclude() {
  for (Running& running : running_) {
    FoundInPass& found = out_[running.check];
    const auto conclude = [&] {
      if (running.pass.conclude) running.pass.conclude();
    };
    if (found.failed || !done(checks_[running.check], found, conclude)) continue;
    found.findings = running.report.take_findings();
    found.not_assessed = running.report.take_not_assessed();
    running.pass = {};  // what it has gathered may be as long as the draft
  }
  return std::move(out_);
}

}  // namespace stet
