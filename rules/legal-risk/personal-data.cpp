#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "facts/contact.h"
#include "facts/party.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

constexpr WordKeySet offices{{"office",   "offices",     "helpline",    "hotline",      "lifeline",     "listed",
                              "line",     "switchboard", "newsroom",    "press",        "desk",         "toll-free",
                              "toll",     "hospital",    "station",     "reception",    "bookings",     "tickets",
                              "museum",   "shop",        "store",       "headquarters", "restaurant",   "hotel",
                              "church",   "school",      "gallery",     "theatre",      "theater",      "library",
                              "factory",  "company",     "venue",       "centre",       "center",       "samaritans",
                              "campaign", "council",     "hall",        "clinic",       "embassy",      "ministry",
                              "police",   "spokesman",   "spokeswoman", "spokesperson", "agency",       "service",
                              "free",     "freephone",   "information", "registration", "crimestoppers"}};
constexpr WordKeySet homes{{"lives",   "living",    "live",     "home",  "house",     "apartment", "flat",
                            "address", "residence", "resides",  "reach", "reached",   "visit",     "estate",
                            "mansion", "villa",     "bungalow", "moved", "neighbour", "neighbor"}};
// A sentence about somebody, not a list of taxis or of authors.
constexpr WordKeySet somebody{{"he", "she", "her", "his", "him", "they", "their", "them", "reach", "reached", "whose",
                               "neighbour", "neighbor", "herself", "himself"}};
constexpr WordKeySet performers{
    {"player",    "players",  "swimmer", "champion", "actor",      "actress",  "singer", "prodigy",  "medal",
     "medals",    "team",     "coach",   "league",   "tournament", "race",     "skater", "gymnast",  "pianist",
     "violinist", "star",     "olympic", "olympics", "record",     "award",    "club",   "match",    "runner",
     "cyclist",   "striker",  "goal",    "rapper",   "band",       "dancer",   "chess",  "prize",    "competition",
     "tennis",    "golfer",   "winner",  "surfer",   "prince",     "princess", "sailor", "youtuber", "film",
     "movie",     "activist", "final",   "contest",  "model"}};
constexpr std::array mailboxes{
    "info",      "contact",        "press",       "media",   "news",     "editor",  "editors",  "letters",
    "office",    "hello",          "support",     "help",    "tips",     "desk",    "newsroom", "enquiries",
    "inquiries", "feedback",       "corrections", "sales",   "admin",    "service", "mail",     "reception",
    "pr",        "communications", "webmaster",   "booking", "bookings", "tickets", "team",     "privacy"};
constexpr std::array free_prefixes{"800", "888",  "877",  "866",  "855",  "844",
                                   "833", "0800", "0808", "0300", "0845", "116"};

bool any_of(const WordView& w, WordRange words, const auto& list) {
  for (At i = words.first; i < words.last; ++i)
    if (w.word(i) && list.contains(w.key(i))) return true;
  return false;
}

std::string_view kind_name(Contact::Kind kind) {
  switch (kind) {
    case Contact::Kind::telephone: return "a telephone number";
    case Contact::Kind::email: return "an e-mail address";
    case Contact::Kind::address: return "a street address";
    case Contact::Kind::card: return "the number of a card";
    case Contact::Kind::social_security: return "a social security number";
  }
  return {};
}

class Reader {
 public:
  Reader(const std::vector<std::string>& publics, const Facts& facts, Report& report, std::size_t p)
      : publics_(publics), facts_(facts), report_(report), p_(p), w_(facts.paragraph(p), facts.context()) {}

  // Each returns whether there is any.
  bool contacts() {
    const auto found = find_contacts(facts_, p_);
    for (const Contact& c : found) {
      const Span span = w_.paragraph().span(c.words);
      const std::string_view written = facts_.document->text.bytes(facts_.absolute(p_, span));
      if (w_[c.words.first].has(Word::in_quotation) || meant_to_be_found(c, written)) continue;
      auto added = report_.add(p_, span, fmt::format("{}: private, or meant to be found?", kind_name(c.kind)));
      added.fix("Replace with “[TK withheld]”", {{p_, span, "[TK withheld]"}});
      added.detail(
          "By this anybody can find a private person. Print it only with need and consent, or list it under "
          "public_numbers.");
    }
    return !found.empty();
  }

  bool minors() {
    bool any = false;
    for (const Figure& f : facts_.local(p_).figures) {
      if (f.dimension != Dimension::age || !f.value || *f.value >= 18 || f.unit != "a" || f.quoted) continue;
      any = true;
      const auto child = named(f);
      if (!child || child->words.size() < 2 || any_of(w_, {0, w_.size()}, performers)) continue;
      if (tells_fiction_or_history(facts_, p_)) continue;
      auto added = report_.add(p_, w_.paragraph().span(child->words),
                               fmt::format("a child of {} with the full name: is there consent?", *f.value));
      added.related(p_, f.span, w_.paragraph().text(f.words));
      if (child->words.size() == 2)
        added.fix("Leave out the surname", {{p_, {w_[child->words.first].end, w_[child->words.last - 1].end}, ""}});
      added.detail("Children are named only with consent, theirs and a parent's, and seldom in full.");
    }
    return any;
  }

 private:
  WordRange sentence(At i) const { return w_.paragraph().sentences[w_.paragraph().sentence_of(i)].words; }

  bool meant_to_be_found(const Contact& c, std::string_view written) const {
    if (std::find(publics_.begin(), publics_.end(), written) != publics_.end()) return true;
    const WordRange around = sentence(c.words.first);
    if (c.kind != Contact::Kind::card && c.kind != Contact::Kind::address && !any_of(w_, around, somebody)) return true;
    switch (c.kind) {
      case Contact::Kind::email: {
        const std::string_view box = written.substr(0, written.find('@'));
        return std::find(mailboxes.begin(), mailboxes.end(), box) != mailboxes.end() || any_of(w_, around, offices);
      }
      case Contact::Kind::telephone: {
        for (At i = c.words.first; i < c.words.last; ++i)
          for (const std::string_view prefix : free_prefixes)
            if (w_.text(i) == prefix && i < c.words.first + 4) return true;
        return any_of(w_, around, offices);
      }
      case Contact::Kind::address:
        return !any_of(w_, around, homes) || any_of(w_, around, offices) || tells_fiction_or_history(facts_, p_);
      case Contact::Kind::social_security: return !any_of(w_, around, WordKeySet{{"social", "ssn", "security"}});
      case Contact::Kind::card: return false;
    }
    return false;
  }

  // "Lena Ortiz, 14,", "Lena Ortiz, aged 14", "15-year-old Per Holm", "15-year-old pilot Per Holm".
  std::optional<Party> named(const Figure& f) const {
    At before = f.words.first;
    if (w_.is(before - 1, "aged")) --before;
    if (w_.mark(before - 1, ',')) return person(party_before(facts_, p_, before - 1));
    At next = f.words.last;
    if (w_.word(next) && !w_.capital(next) &&
        w_.any(next, {"boy", "girl", "student", "schoolboy", "schoolgirl", "pupil"}))
      ++next;
    if (!w_.capital(next) || w_.starts_sentence(next)) return std::nullopt;
    return person(party_at(facts_, p_, next));
  }
  // Things are so old, too: "the 15-year-old Corvane Bridge".
  std::optional<Party> person(std::optional<Party> party) const {
    if (!party || w_.in(party->words.last - 1, WordClass::street)) return std::nullopt;
    for (const Name& name : facts_.local(p_).names)
      if (name.words.overlaps(party->words) && name.type == Name::Type::organisation) return std::nullopt;
    return party;
  }

  const std::vector<std::string>& publics_;
  const Facts& facts_;
  Report& report_;
  std::size_t p_;
  WordView w_;
};

bool printed_with_a_name(Zone zone) {
  return zone == Zone::body || zone == Zone::list || zone == Zone::caption || zone == Zone::dek ||
         zone == Zone::headline;
}

}  // namespace

Check personal_data(const Options& options) {
  const bool minors = options.flag("minors");
  return [minors, publics = options.list("public_numbers")](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return Pass{};
    return Pass{[&, minors](std::size_t p) {
      if (!printed_with_a_name(facts.paragraph(p).zone)) return Holds::nothing;
      Reader reader(publics, facts, report, p);
      const bool contacts = reader.contacts(), children = minors && reader.minors();
      return contacts || children ? Holds::something : Holds::nothing;
    }};
  };
}

}  // namespace stet::rules
