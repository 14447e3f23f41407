// One name in two spellings.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <unordered_set>

#include "facts/name_forms.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

struct Settings {
  std::size_t min_len = 4;
  bool edits = true, sounds = true;
  Severity in_quotes = Severity::information;
  std::set<std::string, std::less<>> house;
};

// Names that differ by a letter and are not one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> two_names{{{"iceland", "ireland"},
                                                                                   {"johnson", "johnston"},
                                                                                   {"marin", "martin"},
                                                                                   {"marina", "martina"},
                                                                                   {"christian", "christina"},
                                                                                   {"anders", "andres"},
                                                                                   {"maria", "marta"},
                                                                                   {"daniel", "daniela"},
                                                                                   {"women", "woman"},
                                                                                   {"program", "programme"},
                                                                                   {"morris", "norris"}}};

// Countries of one word, as ISO 3166 names them (from Debian's iso-codes), and what people call some. A country's name
// is never the misspelt one: Ismael may be a man, Israel is a country.
constexpr std::array<std::string_view, 174> countries{
    "afghanistan",  "africa",     "albania",     "algeria",       "america",    "andorra",     "angola",
    "anguilla",     "antarctica", "argentina",   "armenia",       "aruba",      "australia",   "austria",
    "azerbaijan",   "bahamas",    "bahrain",     "bangladesh",    "barbados",   "belarus",     "belgium",
    "belize",       "benin",      "bermuda",     "bhutan",        "bolivia",    "bonaire",     "botswana",
    "brazil",       "britain",    "bulgaria",    "burundi",       "cambodia",   "cameroon",    "canada",
    "chile",        "china",      "colombia",    "comoros",       "congo",      "croatia",     "cyprus",
    "czechia",      "denmark",    "djibouti",    "dominica",      "ecuador",    "egypt",       "england",
    "eritrea",      "estonia",    "eswatini",    "ethiopia",      "europe",     "finland",     "france",
    "gabon",        "gambia",     "georgia",     "germany",       "ghana",      "gibraltar",   "greece",
    "greenland",    "grenada",    "guadeloupe",  "guatemala",     "guernsey",   "guinea",      "guyana",
    "haiti",        "honduras",   "hungary",     "iceland",       "india",      "indonesia",   "ireland",
    "israel",       "italy",      "jamaica",     "japan",         "jordan",     "kazakhstan",  "kenya",
    "kiribati",     "korea",      "kosovo",      "kuwait",        "kyrgyzstan", "latvia",      "lebanon",
    "lesotho",      "liberia",    "libya",       "liechtenstein", "lithuania",  "luxembourg",  "macao",
    "macedonia",    "madagascar", "malawi",      "malaysia",      "maldives",   "malta",       "martinique",
    "mauritania",   "mauritius",  "mayotte",     "mexico",        "micronesia", "moldova",     "monaco",
    "mongolia",     "montenegro", "montserrat",  "morocco",       "mozambique", "myanmar",     "namibia",
    "nauru",        "nepal",      "netherlands", "nicaragua",     "niger",      "nigeria",     "norway",
    "pakistan",     "palau",      "palestine",   "panama",        "paraguay",   "philippines", "pitcairn",
    "poland",       "portugal",   "qatar",       "romania",       "russia",     "rwanda",      "samoa",
    "scotland",     "senegal",    "serbia",      "seychelles",    "singapore",  "slovakia",    "slovenia",
    "somalia",      "spain",      "sudan",       "suriname",      "sweden",     "switzerland", "syria",
    "taiwan",       "tajikistan", "tanzania",    "thailand",      "tokelau",    "tonga",       "tunisia",
    "turkmenistan", "tuvalu",     "uganda",      "ukraine",       "uruguay",    "uzbekistan",  "vanuatu",
    "venezuela",    "vietnam",    "wales",       "yemen",         "zambia",     "zimbabwe"};

// What may stand before any surname.
constexpr std::array<std::string_view, 16> titles{
    "President", "Professor", "Minister", "Senator", "Judge",     "Mayor",    "Governor", "Captain",
    "Colonel",   "General",   "Justice",  "Doctor",  "Secretary", "Chairman", "Bishop",   "Councillor"};

// British and American: centre/center, labour/labor, organisation/organization, defence/defense.
bool two_standards(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() == b.size()) {
    if (i + 1 < a.size() &&
        ((a.substr(i) == "er" && b.substr(i) == "re") || (a.substr(i) == "re" && b.substr(i) == "er")))
      return true;
    const auto either = [&](char x, char y) { return (a[i] == x && b[i] == y) || (a[i] == y && b[i] == x); };
    return i > 2 && i < a.size() && (either('s', 'z') || either('c', 's')) && a.substr(i + 1) == b.substr(i + 1);
  }
  return i > 0 && i + 1 < b.size() && b[i] == 'u' && b[i - 1] == 'o' && b[i + 1] == 'r' &&
         a.substr(i) == b.substr(i + 1);
}

bool inflected(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.starts_with(a)) return true;
  return a.size() == b.size() && a.substr(0, a.size() - 1) == b.substr(0, b.size() - 1);
}

class Reader {
 public:
  Reader(const Settings& settings, const Facts& facts, Report& report)
      : settings_(settings),
        facts_(facts),
        report_(report),
        forms_(facts.names_alike.forms),
        mentions_(forms_.size()) {}

  void draft() {
    std::vector<NamePair> pairs = facts_.names_alike.pairs;
    std::erase_if(pairs,
                  [&](const NamePair& pair) { return !may_be_one(forms_[pair.a], forms_[pair.b], pair.likeness); });
    for (const NamePair& pair : pairs)
      for (const std::uint32_t f : {pair.a, pair.b})
        if (mentions_[f].empty()) mentions_[f] = name_mentions(facts_, forms_[f]);
    std::erase_if(pairs, [&](const NamePair& pair) { return !plausible(pair); });
    std::unordered_set<std::uint32_t> told;
    for (const NamePair& pair : pairs) {
      auto [wrong, right] = decide(pair);
      if (country(forms_[wrong])) {
        // Two countries, or a person whose name is like a country's.
        if (country(forms_[right]) || !companions(right, -1).words.empty() || !companions(right, 1).words.empty())
          continue;
        std::swap(wrong, right);
      }
      // Which of the two does the draft also write small?
      if (facts_.vocabulary.small(forms_[wrong].id)) continue;
      // "The Church", "a church": a word as a name must come back to be one.
      if (facts_.vocabulary.small(forms_[right].id) &&
          (count_inside(facts_, mentions_[right]) < 3 || mentions_[wrong].size() > 1))
        continue;
      if (two_people(wrong, right)) continue;
      // Kong and Kwong: a longer form of a short name is another name, unless the same words stand beside both.
      if (forms_[right].folded.size() == 4 && forms_[wrong].folded.size() > 4 && !share(wrong, right)) continue;
      if (!told.insert(wrong).second) continue;
      report(wrong, right, pair.likeness);
    }
  }

 private:
  // By their letters alone?
  bool may_be_one(const NameForm& a, const NameForm& b, Likeness likeness) const {
    if (std::min(a.folded.size(), b.folded.size()) < settings_.min_len) return false;
    if (likeness == Likeness::skeleton && !settings_.sounds) return false;
    if ((likeness == Likeness::edit || likeness == Likeness::swap) && !settings_.edits) return false;
    // Accents in one mention and not in another are a rule of their own.
    if (likeness == Likeness::fold) return false;
    // Of two known words neither is a slip.
    if (facts_.lexicon().known(a.id) && facts_.lexicon().known(b.id)) return false;
    if (inflected(a.folded, b.folded) || two_standards(a.folded, b.folded)) return false;
    for (const auto& [x, y] : two_names)
      if ((a.folded == x && b.folded == y) || (a.folded == y && b.folded == x)) return false;
    return !dated(a) && !dated(b);
  }

  // By where and how often they stand?
  bool plausible(const NamePair& pair) const {
    const std::size_t often = mentions_[pair.a].size(), other = mentions_[pair.b].size();
    const std::size_t fewer = std::min(often, other), more = std::max(often, other);
    // Two spellings that both come back are two names, unless one is rare.
    if (fewer > 1 && more < 3 * fewer) return false;
    // Of two that stand equally often the known word is right.
    const bool a_is_rare = often != other ? often < other : !facts_.lexicon().known(forms_[pair.a].id);
    const std::uint32_t rare = a_is_rare ? pair.a : pair.b, common = a_is_rare ? pair.b : pair.a;
    if (facts_.lexicon().known(forms_[rare].id)) return false;
    const std::size_t inside = count_inside(facts_, mentions_[rare]);
    if (fewer == more && facts_.lexicon().known(forms_[common].id) && inside == 0) return false;
    // Capitals that only their place explains prove no name.
    if (inside + count_inside(facts_, mentions_[common]) == 0) return false;
    return !renamed(rare) && !renamed(common);
  }

  bool dated(const NameForm& form) const {
    return facts_.lexicon().is(form.id, WordClass::month) || facts_.lexicon().is(form.id, WordClass::weekday);
  }

  // "Also known as Esfahan", "(formerly Esfahan)": the draft says that there are two forms.
  bool renamed(std::uint32_t form) const {
    const WordPlace first = mentions_[form][0];
    if (first.word == 0) return false;
    const Paragraph& p = facts_.paragraph(first.paragraph);
    static constexpr std::array<std::string_view, 5> cues{"formerly", "called", "now", "spelled", "spelt"};
    const std::string_view before = p.text(first.word - 1);
    if (before == "as" && first.word > 1) return p.text(first.word - 2) == "known";
    return std::find(cues.begin(), cues.end(), before) != cues.end();
  }

  static bool country(const NameForm& form) {
    return std::binary_search(countries.begin(), countries.end(), form.folded);
  }

  // The index of the form to flag, and of the other.
  std::pair<std::uint32_t, std::uint32_t> decide(const NamePair& pair) const {
    const NameForm &a = forms_[pair.a], &b = forms_[pair.b];
    const bool a_house = settings_.house.contains(a.folded), b_house = settings_.house.contains(b.folded);
    if (a_house != b_house) return a_house ? std::pair(pair.b, pair.a) : std::pair(pair.a, pair.b);
    const std::size_t often = mentions_[pair.a].size(), other = mentions_[pair.b].size();
    if (often != other) return often < other ? std::pair(pair.a, pair.b) : std::pair(pair.b, pair.a);
    // Once each: the fuller mention is believed, else the first.
    const bool a_known = facts_.lexicon().known(a.id), b_known = facts_.lexicon().known(b.id);
    if (a_known != b_known) return a_known ? std::pair(pair.b, pair.a) : std::pair(pair.a, pair.b);
    const bool a_full = !companions(pair.a, -1).words.empty(), b_full = !companions(pair.b, -1).words.empty();
    if (a_full != b_full) return a_full ? std::pair(pair.b, pair.a) : std::pair(pair.a, pair.b);
    return std::pair(pair.b, pair.a);
  }

  // The capitalised words right before (-1, up to three) or after (+1) the mentions: a surname's first names, a first
  // name's surnames. The first twenty mentions tell enough.
  struct Companions {
    std::set<WordId> words;
    std::size_t accompanied = 0, looked_at = 0;  // mentions
  };
  Companions companions(std::uint32_t form, int side) const {
    Companions out;
    for (std::size_t m = 0; m < mentions_[form].size() && m < 20; ++m) {
      const Paragraph& p = facts_.paragraph(mentions_[form][m].paragraph);
      std::uint32_t i = mentions_[form][m].word;
      ++out.looked_at;
      bool any = false;
      for (int step = 0; step < (side < 0 ? 3 : 1); ++step) {
        if (side < 0 ? (i == 0 || !p.words[i].has(Word::space_before) || p.words[i].has(Word::starts_sentence))
                     : (i + 1 >= p.words.size() || !p.words[i + 1].has(Word::space_before) ||
                        p.words[i + 1].has(Word::starts_sentence)))
          break;
        i = side < 0 ? i - 1 : i + 1;
        const Word& w = p.words[i];
        const std::string_view text = p.text(i);
        const bool title = std::find(titles.begin(), titles.end(), text) != titles.end() ||
                           facts_.lexicon().is(w.id, WordClass::title_abbreviation) ||
                           facts_.lexicon().is(w.id, WordClass::sentence_opener);
        if (w.kind != WordKind::word || !w.has(Word::capital) || title) break;
        out.words.insert(w.id);
        any = true;
      }
      if (any) ++out.accompanied;
    }
    return out;
  }

  bool share(std::uint32_t wrong, std::uint32_t right) const {
    for (const int side : {-1, 1}) {
      const Companions x = companions(wrong, side), y = companions(right, side);
      if (std::any_of(x.words.begin(), x.words.end(), [&](WordId id) { return y.words.contains(id); })) return true;
    }
    return false;
  }

  // Introduced with other first names, or first names with other surnames.
  bool two_people(std::uint32_t wrong, std::uint32_t right) const {
    for (const int side : {-1, 1}) {
      const Companions x = companions(wrong, side), y = companions(right, side);
      if (x.words.empty() || y.words.empty()) continue;
      // "Neiafu Harbour" is no first name: what mostly stands alone is a surname or a place.
      if (side > 0 && y.accompanied * 2 < y.looked_at) continue;
      return std::none_of(x.words.begin(), x.words.end(), [&](WordId id) { return y.words.contains(id); });
    }
    return false;
  }

  Span span(WordPlace m) const { return facts_.paragraph(m.paragraph).words[m.word].span(); }
  std::string written(WordPlace m) const { return std::string(facts_.paragraph(m.paragraph).text(m.word)); }

  void report(std::uint32_t wrong_form, std::uint32_t right_form, Likeness likeness) {
    const std::vector<WordPlace>&wrong = mentions_[wrong_form], &right = mentions_[right_form];
    const WordPlace first = wrong[0];
    const std::string now = written(first), better = written(right[0]);
    auto added =
        report_.add(first.paragraph, span(first), fmt::format("“{}” here, “{}” elsewhere in the draft", now, better));
    if (count_quoted(facts_, wrong) == wrong.size()) added.at_most(settings_.in_quotes);
    added.related(right[0].paragraph, span(right[0]), better);
    std::vector<ParagraphEdit> edits;
    for (std::size_t m = 0; m < wrong.size(); ++m) {
      const WordPlace mention = wrong[m];
      if (m > 0 && m <= 20) added.related(mention.paragraph, span(mention), now);
      edits.push_back({mention.paragraph, span(mention), better});
    }
    added.fix(fmt::format("Write {} {}", better, edits.size() == 1 ? "here" : "everywhere"), edits);
    const auto times = [](std::size_t n) { return n == 1 ? std::string("once") : fmt::format("{} times", n); };
    static constexpr std::array<std::string_view, 4> why{"they differ in accents only", "they differ by one letter",
                                                         "two letters have changed places", "they sound alike"};
    added.detail(fmt::format("“{}” stands {} in the draft, “{}” {}; {}.", better, times(right.size()), now,
                             times(wrong.size()), why[static_cast<std::size_t>(likeness)]));
  }

  const Settings& settings_;
  const Facts& facts_;
  Report& report_;
  std::span<const NameForm> forms_;
  std::vector<std::vector<WordPlace>> mentions_;  // by form; of those that are like another
};

}  // namespace

Check name_spelling_variant(const Options& options) {
  Settings settings;
  settings.min_len = static_cast<std::size_t>(std::clamp(options.number("min_len"), 4.0, 40.0));
  settings.edits = options.number("max_edit") >= 1;
  settings.sounds = options.flag("translit");
  for (const std::string& form : options.list("house_forms")) settings.house.insert(fold_accents(form));
  if (const auto severity = severity_of(options.text("in_quotes"))) settings.in_quotes = *severity;
  return [settings = std::move(settings)](const Facts& facts, const Sources&, Report& report) {
    Reader(settings, facts, report).draft();
  };
}

}  // namespace stet::rules
