#include "facts/speaker.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "facts/word_view.h"

namespace stet {

namespace {

using At = WordView::At;

constexpr WordKeySet pronouns{{"he",       "she",    "they",    "we",     "i",       "who",      "whom",     "whose",
                               "you",      "him",    "her",     "his",    "hers",    "them",     "their",    "us",
                               "our",      "me",     "my",      "myself", "himself", "herself",  "one",      "someone",
                               "somebody", "anyone", "anybody", "no-one", "nobody",  "everyone", "everybody"}};

// Persons whom no ending gives away, bodies of them, and what is read or heard.
constexpr WordKeySet kin_and_trades{
    {"nurse",        "nurses",     "child",     "children",    "widow",     "widows",      "crew",         "crews",
     "staff",        "wife",       "wives",     "husband",     "husbands",  "friend",      "friends",      "chef",
     "chefs",        "monk",       "monks",     "priest",      "priests",   "nun",         "nuns",         "clerk",
     "clerks",       "cook",       "cooks",     "guard",       "guards",    "guide",       "guides",       "pilot",
     "pilots",       "son",        "sons",      "parent",      "parents",   "couple",      "couples",      "kid",
     "kids",         "guy",        "guys",      "lad",         "lads",      "girls",       "boys",         "patient",
     "patients",     "client",     "clients",   "guest",       "guests",    "host",        "hosts",        "thief",
     "thieves",      "troops",     "men",       "women",       "folk",      "folks",       "crowd",        "crowds",
     "audience",     "relative",   "relatives", "tenant",      "tenants",   "youth",       "youths",       "adult",
     "adults",       "baby",       "babies",    "bride",       "groom",     "prince",      "princess",     "saint",
     "poet",         "poets",      "artist",    "actress",     "boss",      "bosses",      "cop",          "cops",
     "inmate",       "inmates",    "teen",      "teens",       "twin",      "twins",       "uncle",        "aunt",
     "cousin",       "cousins",    "nephew",    "niece",       "mum",       "mom",         "dad",          "pair",
     "trio",         "duo",        "band",      "choir",       "tribe",     "village",     "squad",        "panel",
     "jurors",       "expert",     "head",      "heads",       "people",    "critic",      "person",       "persons",
     "locals",       "local",      "veteran",   "veterans",    "captive",   "captives",    "hostage",      "hostages",
     "refugee",      "refugees",   "herd",      "rebel",       "rebels",    "voice",       "voices",       "banner",
     "banners",      "placard",    "placards",  "poster",      "posters",   "slogan",      "slogans",      "graffiti",
     "chant",        "chants",     "motto",     "song",        "songs",     "lyric",       "lyrics",       "poem",
     "poems",        "caption",    "title",     "titles",      "word",      "words",       "phrase",       "phrases",
     "saying",       "proverb",    "message",   "messages",    "text",      "texts",       "label",        "labels",
     "plaque",       "signs",      "note",      "notes",       "screen",    "shout",       "shouts",       "cry",
     "cries",        "joke",       "quote",     "quotes",      "quotation", "line",        "lines",        "question",
     "questions",    "answer",     "answers",   "response",    "reply",     "verse",       "prayer",       "speech",
     "interview",    "tape",       "recording", "video",       "film",      "show",        "play",         "novel",
     "story",        "stories",    "advert",    "ad",          "tattoo",    "t-shirt",     "shirt",        "call",
     "calls",        "tweet",      "tweets",    "inscription", "epitaph",   "diary",       "scene",        "dialogue",
     "conversation", "talk",       "mob",       "gang",        "study",     "studies",     "survey",       "surveys",
     "poll",         "research",   "conductor", "maid",        "bishop",    "rabbi",       "imam",         "clergy",
     "colleague",    "colleagues", "partner",   "rival",       "rivals",    "hero",        "heroine",      "ally",
     "allies",       "enemy",      "nation",    "country",     "industry",  "household",   "hashtag",      "campaign",
     "brochure",     "leaflet",    "flyer",     "app",         "game",      "chorus",      "refrain",      "script",
     "menu",         "website",    "meme",      "commercial",  "ballad",    "anthem",      "hymn",         "charter",
     "oath",         "creed",      "slate",     "blackboard",  "radio",     "loudspeaker", "announcement", "rule",
     "rules"}};

// Words that end as persons do and are none.
constexpr WordKeySet no_persons{
    {"after",    "never",    "over",     "under",      "other",    "another",  "others",   "whether",     "however",
     "together", "ever",     "either",   "neither",    "rather",   "later",    "earlier",  "former",      "number",
     "water",    "river",    "summer",   "winter",     "order",    "power",    "paper",    "weather",     "corner",
     "centre",   "center",   "further",  "longer",     "larger",   "smaller",  "higher",   "lower",       "older",
     "newer",    "better",   "greater",  "faster",     "shorter",  "cheaper",  "closer",   "wider",       "deeper",
     "harder",   "stronger", "weaker",   "matter",     "matters",  "quarter",  "quarters", "theater",     "theatre",
     "shelter",  "silver",   "timber",   "tower",      "towers",   "harbor",   "harbour",  "floor",       "door",
     "doors",    "floors",   "error",    "factor",     "sector",   "for",      "nor",      "or",          "per",
     "her",      "cover",    "border",   "borders",    "danger",   "anger",    "hunger",   "flower",      "flowers",
     "numbers",  "waters",   "rivers",   "powers",     "papers",   "orders",   "wonder",   "reservoir",   "boulder",
     "rubber",   "copper",   "fever",    "cancer",     "disaster", "october",  "november", "december",    "september",
     "gutter",   "barrier",  "barriers", "frontier",   "glacier",  "pier",     "piers",    "pillar",      "motor",
     "major",    "minor",    "poor",     "prior",      "exterior", "interior", "indoor",   "outdoor",     "labor",
     "labour",   "color",    "colour",   "important",  "distant",  "constant", "instant",  "significant", "plant",
     "plants",   "grant",    "grants",   "restaurant", "elephant", "abundant", "vacant",   "relevant",    "list",
     "lists",    "exist",    "consist",  "resist",     "insist",   "mist",     "twist",    "dust",        "committee",
     "coffee",   "degree",   "agree",    "free",       "three",    "tree",     "trees",    "see",         "fee",
     "fees",     "transfer", "offer",    "suffer",     "differ",   "prefer",   "enter",    "remember",    "consider",
     "discover", "deliver",  "recover",  "remover",    "chapter",  "letter",   "sever",    "layer",       "boiler",
     "gather",   "bitter",   "clever",   "proper",     "super",    "upper",    "inner",    "outer",       "sober"}};

constexpr WordKeySet place_prepositions{
    {"in", "at", "near", "outside", "across", "above", "below", "around", "towards"}};

bool ends_as_person(std::string_view w) {
  if (w.ends_with("s")) w.remove_suffix(1);
  if (w.size() < 5) return w == "man" || w == "men";
  for (const std::string_view end :
       {"man", "men", "woman", "women", "er", "or", "ist", "ian", "ee", "ant", "eer", "boy", "girl"})
    if (w.ends_with(end)) return true;
  return false;
}

class Look {
 public:
  Look(const Paragraph& p, const Context& context) : p_(p), lexicon_(*context.lexicon), view_(p, context) {}

  bool somebody(At i) const {
    const Word& w = p_.words[i];
    if (w.kind == WordKind::opaque) return true;
    if (w.kind != WordKind::word) return false;
    const WordKey key = view_.key(i);
    if (pronouns.contains(key) || kin_and_trades.contains(key)) return true;
    for (const WordClass c :
         {WordClass::speaker_role, WordClass::crowd, WordClass::document_noun, WordClass::say_verb,
          WordClass::label_verb, WordClass::reporting_noun, WordClass::frame_word, WordClass::title_abbreviation})
      if (lexicon_.is(w.id, c)) return true;
    if (name(i)) return true;
    return !no_persons.contains(key) && ends_as_person(view_.lower(i));
  }

 private:
  // A capital that neither the place nor the calendar explains, and that no preposition makes a place's.
  bool name(At i) const {
    const Word& w = p_.words[i];
    if (!w.has(Word::capital) || lexicon_.is(w.id, WordClass::month) || lexicon_.is(w.id, WordClass::weekday))
      return false;
    if (w.has(Word::starts_sentence) && lexicon_.known(w.id)) return false;
    At first = i;
    while (first > 0 && !p_.words[first].has(Word::starts_sentence) && view_.capital(first - 1)) --first;
    At last = i + 1;
    while (view_.capital(last)) ++last;
    if (view_.is(last, "'s")) return true;
    // "Repairs are to begin": a plural that opens its sentence.
    if (w.has(Word::starts_sentence) && view_.any(last, {"are", "were", "have", "do", "began", "continue"}) &&
        view_.lower(i).ends_with("s"))
      return false;
    if (first > 0 && view_.is(first - 1, "the")) --first;
    const bool place =
        first > 0 && !p_.words[first].has(Word::starts_sentence) && place_prepositions.contains(view_.key(first - 1));
    return !place;
  }

  const Paragraph& p_;
  const Lexicon& lexicon_;
  WordView view_;
};

bool names_somebody(const Paragraph& p, const Attribution& a) {
  if (!a.source || !a.named) return false;
  // A surname that opens its sentence; "Residents" is none.
  if (a.source->size() == 1 && a.type == SourceType::person && !p.text(a.source->first).ends_with("s")) return true;
  return std::any_of(p.words.begin() + a.source->first, p.words.begin() + a.source->last,
                     [](const Word& w) { return w.has(Word::capital) && !w.has(Word::starts_sentence); });
}

}  // namespace

void give_speakers(std::span<const Attribution> attributions, std::vector<Quote>& quotes) {
  if (quotes.empty()) return;
  std::vector<std::uint32_t> held(quotes.size(), ~0u);  // size of the content that holds the quotation
  for (std::uint32_t i = 0; i < attributions.size(); ++i) {
    const Attribution& a = attributions[i];
    if (!a.source) continue;
    for (const WordRange part : a.content) {
      auto q = std::lower_bound(quotes.begin(), quotes.end(), part.first,
                                [](const Quote& x, std::uint32_t first) { return x.words.first < first; });
      for (; q != quotes.end() && q->words.first < part.last; ++q) {
        const bool inside = q->words.contains(a.source->first) || (a.cue && q->words.contains(a.cue->first));
        std::uint32_t& size = held[static_cast<std::size_t>(q - quotes.begin())];
        if (q->form == Quote::Form::block || inside || part.size() >= size) continue;
        size = part.size();
        q->attribution = i;
      }
    }
  }
}

bool somebody_in(const Paragraph& paragraph, const Context& context, WordRange words) {
  const Look look(paragraph, context);
  for (std::uint32_t i = words.first; i < words.last; ++i)
    if (!paragraph.words[i].has(Word::in_quotation) && look.somebody(i)) return true;
  return false;
}

bool different_speakers(const Paragraph& a, const Attribution& one, const Paragraph& b, const Attribution& other) {
  if (!names_somebody(a, one) || !names_somebody(b, other)) return false;
  for (std::uint32_t i = one.source->first; i < one.source->last; ++i)
    for (std::uint32_t k = other.source->first; k < other.source->last; ++k)
      if (a.words[i].has(Word::capital) && a.words[i].id == b.words[k].id && a.text(i).size() > 1) return false;
  return true;
}

WordRange sentences_around(const Paragraph& paragraph, WordRange words) {
  const std::uint32_t last = words.empty() ? words.first : words.last - 1;
  return {paragraph.sentences[paragraph.sentence_of(words.first)].words.first,
          paragraph.sentences[paragraph.sentence_of(last)].words.last};
}

std::uint32_t spoken_words(const Paragraph& paragraph, WordRange words) {
  return static_cast<std::uint32_t>(
      std::count_if(paragraph.words.begin() + words.first, paragraph.words.begin() + words.last,
                    [](const Word& w) { return w.kind == WordKind::word || w.kind == WordKind::number; }));
}

}  // namespace stet
