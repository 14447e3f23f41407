#include "lint/passes.h"

#include <bit>
#include <exception>
#include <utility>

namespace stet {

struct Passes::Running {
  std::size_t check, number;  // among all checks; among the passes
  std::uint64_t bit;          // its own in what paragraphs hold; 0 where there is none left
  Report report;
  Pass pass;
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
               bool keeps, Report::Many many, Part part)
    : checks_(checks), known_(known), keeps_(keeps), out_(checks.size()), holds_(keeps ? facts.size() : 0) {
  for (std::size_t c = 0; c < checks.size(); ++c) {
    const Page& page = checks[c].rule->page;
    if (!page.draft_scope || !checks[c].check.is_pass()) continue;
    const std::size_t n = passes_++;
    if (!part.has(c)) continue;
    Running& here = running_.emplace_back(
        Running{c, n, n < 64 ? std::uint64_t{1} << n : 0, Report(facts, page.name, checks[c].severity, many), {}});
    done(checks[c], out_[c], [&] { here.pass = checks[c].check.begin(facts, sources, here.report); });
    if (here.bit != 0) by_bit_[n] = &here;
    const KeptFindings* kept = known.kept();
    if (kept == nullptr || n >= kept->premises.size() || kept->premises[n] != here.pass.premise) continue;
    remembering_ |= here.bit;
    if (here.pass.again && !kept->digests[n].ends.empty()) here.before = &kept->digests[n];
  }
}

Passes::~Passes() = default;

// Shows a pass a paragraph, which stood `there` and held something, or of which nothing is known; or its digest.
void Passes::step(Running& running, std::size_t p, std::uint32_t there) {
  std::span<const std::byte> digest;
  Holds holds = Holds::something;
  if (there != Known::none && running.before != nullptr) {
    digest = running.before->of(there);
    running.pass.again(p, digest);
  } else {
    holds = running.pass.paragraph(p);
    if (keeps_ && holds == Holds::something && running.pass.digest) digest = running.pass.digest();
  }
  if (!keeps_) return;
  if (holds == Holds::something) holds_[p] |= running.bit;
  if (running.pass.digest) running.digests.add_at(p, digest);
}

template <class Step>
void Passes::guard(Running& running, Step&& step) {
  if (!out_[running.check].failed && running.pass.paragraph)
    done(checks_[running.check], out_[running.check], std::forward<Step>(step));
}

void Passes::run(std::size_t first, std::size_t last) {
  // Pass after pass: its code is fetched once for all of them.
  const auto fresh = [&](std::uint64_t bits) {
    for (Running& running : running_)
      if ((running.bit & bits) == running.bit)
        guard(running, [&] {
          for (std::size_t p = first; p < last; ++p) step(running, p, Known::none);
        });
  };
  if (remembering_ == 0) return fresh(~std::uint64_t{0});
  fresh(~remembering_);
  // Of an edited draft nearly nothing is to be looked at: paragraph after paragraph, for whom each holds something.
  for (std::size_t p = first; p < last; ++p) {
    const std::uint32_t there = known_.place(p);
    const std::uint64_t held = there == Known::none ? remembering_ : known_.kept()->holds[there] & remembering_;
    for (std::uint64_t rest = held; rest != 0; rest &= rest - 1) {
      Running& running = *by_bit_[static_cast<std::size_t>(std::countr_zero(rest))];
      guard(running, [&] { step(running, p, there); });
    }
  }
}

void Passes::keep(KeptFindings& kept) {
  kept.holds = holds_;
  kept.premises.resize(passes_);
  kept.digests.resize(passes_);
  std::uint64_t unseen = 0;  // passes that did not go over the draft, or threw half way
  for (Running& running : running_) {
    kept.premises[running.number] = running.pass.premise;
    if (out_[running.check].failed || !running.pass.paragraph) {
      unseen |= running.bit;
      continue;
    }
    if (running.pass.digest) running.digests.close(holds_.size());
    kept.digests[running.number] = std::move(running.digests);
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
