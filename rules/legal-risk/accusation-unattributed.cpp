#include <fmt/format.h>

#include <algorithm>

#include "facts/party.h"
#include "facts/support.h"
#include "facts/voice.h"
#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// What is stolen when it is no kiss, show or march.
constexpr WordKeySet goods{{"money",     "cash",      "fund",      "funds",    "millions",  "thousands",  "billions",
                            "savings",   "pension",   "pensions",  "data",     "files",     "documents",  "records",
                            "jewels",    "jewellery", "jewelry",   "car",      "cars",      "wallet",     "votes",
                            "election",  "secrets",   "paintings", "painting", "gold",      "wages",      "deposits",
                            "donations", "diamonds",  "designs",   "software", "passwords", "identities", "identity",
                            "credit",    "profits",   "payroll",   "weapons",  "drugs"}};
constexpr WordKeySet rigged_things{{"vote",    "votes",   "election", "elections",  "ballot", "contract", "contracts",
                                    "auction", "bids",    "bid",      "bidding",    "poll",   "polls",    "tender",
                                    "tenders", "results", "count",    "referendum", "market", "rates"}};
constexpr WordKeySet papers{{"signature", "signatures", "documents", "document", "passport",    "passports",
                             "cheque",    "cheques",    "check",     "checks",   "certificate", "certificates",
                             "letter",    "letters",    "will",      "records",  "record",      "invoices",
                             "accounts",  "data",       "results",   "reports",  "books",       "minutes",
                             "drugs",     "cocaine",    "heroin",    "weapons",  "arms",        "people",
                             "migrants",  "cigarettes", "diamonds",  "gold",     "ivory"}};
// A word of the law, a doubt or an inquiry: the paragraph does not tell it as the writer's own.
constexpr WordKeySet of_the_law{
    {"alleged",       "allegedly",  "allegation",  "allegations", "accused",    "accuses",    "accusing",
     "accusation",    "charged",    "charge",      "charges",     "court",      "courts",     "trial",
     "jury",          "judge",      "verdict",     "convicted",   "conviction", "guilty",     "pleaded",
     "plea",          "sentenced",  "jailed",      "prison",      "police",     "prosecutor", "prosecutors",
     "indicted",      "indictment", "suspected",   "suspect",     "suspicion",  "inquiry",    "investigation",
     "investigators", "detectives", "tribunal",    "lawsuit",     "sued",       "admitted",   "confessed",
     "testified",     "testimony",  "evidence",    "ruled",       "claims",     "claimed",    "reportedly",
     "apparently",    "supposedly", "purportedly", "according",   "complaint",  "audit",      "auditors",
     "magistrate",    "arrested",   "denies",      "denied",      "affidavit",  "hearing",    "commission",
     "rumours",       "rumors",     "rumour",      "rumor",       "whether",    "if",         "unless",
     "would",         "could",      "might",       "may",         "never",      "nobody",     "hypothetical",
     "imagine",       "suppose",    "pretended"}};

// Whom a murder, a rape, a kidnapping is done to; the land and the language suffer only in a manner of speaking.
constexpr WordKeySet victims{
    {"wife",      "husband",   "clerk",     "clerks",    "woman",    "women",     "man",       "men",     "girl",
     "girls",     "boy",       "boys",      "child",     "children", "daughter",  "son",       "mother",  "father",
     "sister",    "brother",   "neighbour", "neighbor",  "prisoner", "prisoners", "detainees", "student", "students",
     "teenager",  "teenagers", "employee",  "employees", "worker",   "workers",   "colleague", "partner", "girlfriend",
     "boyfriend", "civilians", "patients",  "patient",   "pilot",    "pilots",    "people",    "family",  "rival",
     "officer",   "officers",  "soldiers",  "villagers", "migrants", "victims",   "baby",      "parents", "journalist",
     "tourist",   "tourists",  "driver",    "nurse",     "guard"}};
// States and the capitals they are called by: what they do is policy, and they do not sue.
constexpr WordKeySet states{
    {"washington", "moscow",      "beijing",     "london",   "paris",     "berlin",    "brussels",  "russia",
     "china",      "france",      "germany",     "britain",  "england",   "america",   "israel",    "iran",
     "iraq",       "syria",       "turkey",      "india",    "pakistan",  "ukraine",   "japan",     "canada",
     "mexico",     "spain",       "italy",       "rome",     "tehran",    "kyiv",      "ottawa",    "egypt",
     "cairo",      "damascus",    "libya",       "sudan",    "ethiopia",  "eritrea",   "rwanda",    "myanmar",
     "vietnam",    "cuba",        "venezuela",   "colombia", "brazil",    "argentina", "chile",     "nigeria",
     "kenya",      "poland",      "hungary",     "greece",   "belgium",   "belarus",   "minsk",     "ankara",
     "riyadh",     "yemen",       "somalia",     "mali",     "uganda",    "zimbabwe",  "australia", "ireland",
     "scotland",   "wales",       "portugal",    "sweden",   "norway",    "denmark",   "finland",   "netherlands",
     "austria",    "switzerland", "afghanistan", "kabul",    "jerusalem", "hamas",     "isis",      "saint",
     "king",       "queen",       "emperor",     "tsar",     "sultan",    "pharaoh",   "caesar",    "pope"}};

bool says_law(const Facts& facts, std::size_t p) {
  const WordView w(facts.paragraph(p), facts.context());
  for (At i = 0; i < w.size(); ++i)
    if (w.word(i) && of_the_law.contains(w.key(i)) && !w.in(i, WordClass::month)) return true;
  return false;
}

bool speaks(const Facts& facts, std::size_t p) {
  const auto& all = facts.local(p).attributions;
  return std::any_of(all.begin(), all.end(), [](const Attribution& a) { return a.source.has_value(); });
}

class Accusations {
 public:
  Accusations(const Facts& facts, std::size_t p) : facts_(facts), p_(p), w_(facts.paragraph(p), facts.context()) {}

  std::optional<Party> accused(WordRange words) const {
    if (!deed(words)) return std::nullopt;
    const auto party = doer_of(facts_, p_, words.first);
    if (!party || states.contains(w_.key(party->words.first)) || voice_of(facts_, p_, words) != Voice::writer)
      return std::nullopt;
    if (supported() || tells_fiction_or_history(facts_, p_)) return std::nullopt;
    return party;
  }

  // "was charged" of the same surname, in one of the paragraphs around.
  std::optional<std::pair<std::size_t, At>> charge(WordId surname) const {
    static constexpr WordKeySet charges{{"charged", "indicted", "arrested", "accused"}};
    constexpr std::size_t around = 40;
    for (std::size_t q = p_ < around ? 0 : p_ - around; q < std::min(p_ + around, facts_.size()); ++q) {
      const WordView w(facts_.paragraph(q), facts_.context());
      for (const Sentence& s : facts_.paragraph(q).sentences) {
        std::optional<At> charge;
        bool named = false;
        for (At i = s.words.first; i < s.words.last; ++i) {
          named = named || w[i].id == surname;
          if (w.word(i) && charges.contains(w.key(i)) && !charge) charge = i;
        }
        if (named && charge) return std::pair(q, *charge);
      }
    }
    return std::nullopt;
  }

 private:
  // The verb acts on something that a crime can be done to: "stole $4 million", not "stole the show".
  bool deed(WordRange words) const {
    const At verb = words.first, next = words.last;
    if (w_.is(words.last - 1, "oath") || words.size() > 1) return true;
    if (w_.any(verb, {"stole", "stolen"})) return stolen(next);
    if (w_.is(verb, "rigged")) return object(next, rigged_things);
    if (w_.any(verb, {"falsified", "forged", "smuggled", "trafficked"})) return object(next, papers);
    if (w_.is(verb, "laundered")) return object(next, goods) || money(next);
    if (w_.any(verb, {"murdered", "raped", "molested", "tortured", "kidnapped"}))
      return object(next, victims) || whom(next);
    // Somebody or something: no participle ("bribed by").
    return w_.word(next) && !w_.starts_sentence(next) &&
           (w_.in(next, WordClass::determiner) || w_.capital(next) ||
            w_.any(next, {"her", "his", "their", "its", "two", "three", "four", "five", "dozens"}) ||
            w_.text(next).ends_with("s"));
  }
  // A name without an article, which a team has.
  bool whom(At i) const { return w_.word(i) && w_.capital(i) && !w_.starts_sentence(i) && w_.text(i).size() > 2; }
  bool object(At i, const auto& things) const {
    for (At k = i; k < i + 5 && w_.inside(k) && !w_.clause_end(k); ++k) {
      if (w_.word(k) && things.contains(w_.key(k))) return true;
      if (w_.in(k, WordClass::preposition) && !w_.in(k, WordClass::determiner)) return false;
    }
    return false;
  }
  bool money(At i) const {
    const auto& figures = facts_.local(p_).figures;
    return std::any_of(figures.begin(), figures.end(), [&](const Figure& f) {
      return f.dimension == Dimension::money && f.words.first >= i && f.words.first < i + 4;
    });
  }
  bool stolen(At i) const { return money(i) || object(i, goods); }

  // Anything in the paragraph that could stand behind it; and in court somebody goes on for paragraphs.
  bool supported() const {
    return speaks(facts_, p_) || says_law(facts_, p_) || !facts_.local(p_).citations.empty() ||
           (p_ > 0 && speaks(facts_, p_ - 1) && says_law(facts_, p_ - 1));
  }

  const Facts& facts_;
  std::size_t p_;
  WordView w_;
};

}  // namespace

Check accusation_unattributed(const Options& options) {
  return [exempt = options.list("living_check"), own = OwnPhrases("accusation-unattributed")](
             const Facts& facts, const Sources&, Report& report) {
    return own.pass(
        facts, OwnPhrases::Where::body,
        [&, verdicts = std::optional<Verdicts>()](std::size_t p, WordRange words) mutable {
          const Paragraph& paragraph = facts.paragraph(p);
          const Accusations accusations(facts, p);
          const auto party = accusations.accused(words);
          if (!party) return;
          if (!verdicts) verdicts.emplace(facts);
          if (verdicts->shown(party->surname)) return;
          const std::string surname(paragraph.text(party->words.last - 1));
          if (std::find(exempt.begin(), exempt.end(), surname) != exempt.end()) return;
          const WordRange all{party->words.first, words.last};
          auto added = report.add(p, paragraph.span(all),
                                  fmt::format("“{}”: a crime told as a fact, with no charge, court or source in sight",
                                              paragraph.text(all)));
          const std::uint32_t at = paragraph.words[words.first].begin, end = paragraph.words[words.last - 1].end;
          added.fix("Insert “allegedly”, and say who alleges it", {{p, {at, at}, "allegedly (TK who alleges it?) "}});
          added.fix("Insert “[TK charge sheet, court or source]”",
                    {{p, {end, end}, " [TK charge sheet, court or source]"}});
          const auto charge = accusations.charge(party->surname);
          if (charge)
            added.related(charge->first, facts.paragraph(charge->first).words[charge->second].span(),
                          "what the draft says of the law");
          added.detail(fmt::format("**Party.** {}\n\n**Deed.** {}\n\n**Status in the draft.** {}",
                                   paragraph.text(party->words), paragraph.text(words),
                                   charge ? "accused or charged, no verdict" : "none"));
        });
  };
}

}  // namespace stet::rules
