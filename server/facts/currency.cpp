#include "facts/currency.h"

#include <array>
#include <unordered_map>

namespace stet {

namespace {

using At = WordView::At;

// Codes a text may write without a space or a sign; those that are English words or common abbreviations (ALL, TRY,
// TOP, MOP, CUP) only count in front of digits.
constexpr std::string_view codes =
    " AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP "
    "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS "
    "INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT "
    "MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR "
    "SBD SCR SDG SEK SGD SLE SOS SRD SSP SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND XAF "
    "XCD XOF XPF YER ZAR ZMW BTC RMB ";

struct Sign {
  char32_t mark;
  std::string_view code;
};
constexpr std::array<Sign, 11> signs{{{U'$', "USD?"},
                                      {U'£', "GBP"},
                                      {U'€', "EUR"},
                                      {U'¥', "JPY?"},
                                      {0x20B9, "INR"},
                                      {0x20BD, "RUB"},
                                      {0x20A9, "KRW"},
                                      {0x20AA, "ILS"},
                                      {0x20BA, "TRY"},
                                      {0x20A6, "NGN"},
                                      {0x20BF, "BTC"}}};

// What stands before $: "US$", "C $", "Cad$".
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> dollars{
    {{"us", "USD"},  {"u.s.", "USD"}, {"u.s", "USD"}, {"usd", "USD"}, {"c", "CAD"},   {"ca", "CAD"}, {"can", "CAD"},
     {"cad", "CAD"}, {"cdn", "CAD"},  {"a", "AUD"},   {"au", "AUD"},  {"aud", "AUD"}, {"hk", "HKD"}, {"hkd", "HKD"},
     {"nz", "NZD"},  {"nzd", "NZD"},  {"s", "SGD"},   {"sgd", "SGD"}, {"nt", "TWD"},  {"r", "BRL"}}};

// One name a currency has in English; with a country's adjective in front the code is in `national`.
struct Name {
  std::string_view code;
  double unit;
};
const std::unordered_map<std::string_view, Name>& names() {
  static const std::unordered_map<std::string_view, Name> table{
      {"dollar", {"USD?", 1}}, {"buck", {"USD?", 1}},   {"cent", {"USD?", .01}},  {"pound", {"GBP", 1}},
      {"quid", {"GBP", 1}},    {"penny", {"GBP", .01}}, {"pence", {"GBP", .01}},  {"euro", {"EUR", 1}},
      {"yen", {"JPY", 1}},     {"yuan", {"CNY", 1}},    {"renminbi", {"CNY", 1}}, {"rupee", {"INR?", 1}},
      {"ruble", {"RUB", 1}},   {"rouble", {"RUB", 1}},  {"franc", {"CHF?", 1}},   {"peso", {"MXN?", 1}},
      {"peseta", {"ESP", 1}},  {"shekel", {"ILS", 1}},  {"ringgit", {"MYR", 1}},  {"baht", {"THB", 1}},
      {"krona", {"SEK?", 1}},  {"kronor", {"SEK", 1}},  {"krone", {"DKK?", 1}},   {"kroner", {"DKK?", 1}},
      {"rand", {"ZAR", 1}},    {"lira", {"TRY?", 1}},   {"dirham", {"AED?", 1}},  {"dinar", {"KWD?", 1}},
      {"riyal", {"SAR?", 1}},  {"rial", {"IRR?", 1}},   {"naira", {"NGN", 1}},    {"shilling", {"KES?", 1}},
      {"zloty", {"PLN", 1}},   {"forint", {"HUF", 1}},  {"hryvnia", {"UAH", 1}},  {"real", {"BRL", 1}},
      {"reais", {"BRL", 1}},   {"taka", {"BDT", 1}},    {"rupiah", {"IDR", 1}},   {"dong", {"VND", 1}},
      {"bolivar", {"VES", 1}}, {"birr", {"ETB", 1}},    {"cedi", {"GHS", 1}},     {"kwacha", {"ZMW?", 1}},
      {"mark", {"DEM", 1}},    {"guilder", {"NLG", 1}}, {"bitcoin", {"BTC", 1}},  {"satoshi", {"BTC", 1e-8}},
      {"drachma", {"GRD", 1}}, {"crown", {"CZK?", 1}},  {"sen", {"MYR", .01}},    {"paise", {"INR?", .01}},
  };
  return table;
}

struct National {
  std::string_view adjective, name, code;
};
constexpr std::array national = std::to_array<National>({
    {"us", "dollar", "USD"},         {"u.s.", "dollar", "USD"},        {"u.s", "dollar", "USD"},
    {"american", "dollar", "USD"},   {"canadian", "dollar", "CAD"},    {"australian", "dollar", "AUD"},
    {"zealand", "dollar", "NZD"},    {"kong", "dollar", "HKD"},        {"singapore", "dollar", "SGD"},
    {"taiwan", "dollar", "TWD"},     {"jamaican", "dollar", "JMD"},    {"namibian", "dollar", "NAD"},
    {"zimbabwean", "dollar", "ZWL"}, {"british", "pound", "GBP"},      {"egyptian", "pound", "EGP"},
    {"lebanese", "pound", "LBP"},    {"syrian", "pound", "SYP"},       {"sudanese", "pound", "SDG"},
    {"irish", "pound", "IEP"},       {"cypriot", "pound", "CYP"},      {"indian", "rupee", "INR"},
    {"pakistani", "rupee", "PKR"},   {"lankan", "rupee", "LKR"},       {"nepalese", "rupee", "NPR"},
    {"swiss", "franc", "CHF"},       {"french", "franc", "FRF"},       {"belgian", "franc", "BEF"},
    {"cfa", "franc", "XOF?"},        {"mexican", "peso", "MXN"},       {"argentine", "peso", "ARS"},
    {"chilean", "peso", "CLP"},      {"colombian", "peso", "COP"},     {"philippine", "peso", "PHP"},
    {"cuban", "peso", "CUP"},        {"swedish", "krona", "SEK"},      {"swedish", "kronor", "SEK"},
    {"swedish", "crown", "SEK"},     {"norwegian", "krone", "NOK"},    {"norwegian", "kroner", "NOK"},
    {"norwegian", "crown", "NOK"},   {"danish", "krone", "DKK"},       {"danish", "kroner", "DKK"},
    {"danish", "crown", "DKK"},      {"icelandic", "krona", "ISK"},    {"czech", "crown", "CZK"},
    {"turkish", "lira", "TRY"},      {"italian", "lira", "ITL"},       {"lebanese", "lira", "LBP"},
    {"kuwaiti", "dinar", "KWD"},     {"jordanian", "dinar", "JOD"},    {"iraqi", "dinar", "IQD"},
    {"saudi", "riyal", "SAR"},       {"qatari", "riyal", "QAR"},       {"omani", "rial", "OMR"},
    {"iranian", "rial", "IRR"},      {"kenyan", "shilling", "KES"},    {"ugandan", "shilling", "UGX"},
    {"somali", "shilling", "SOS"},   {"tanzanian", "shilling", "TZS"}, {"uae", "dirham", "AED"},
    {"moroccan", "dirham", "MAD"},   {"japanese", "yen", "JPY"},       {"chinese", "yuan", "CNY"},
    {"russian", "rouble", "RUB"},    {"russian", "ruble", "RUB"},      {"israeli", "shekel", "ILS"},
    {"malaysian", "ringgit", "MYR"}, {"german", "mark", "DEM"},        {"deutsche", "mark", "DEM"},
    {"hong", "dollar", "HKD"},       {"brazilian", "real", "BRL"},     {"african", "rand", "ZAR"},
    {"us", "cent", "USD"},           {"u.s.", "cent", "USD"},          {"canadian", "cent", "CAD"},
    {"australian", "cent", "AUD"},   {"euro", "cent", "EUR"},          {"sterling", "pound", "GBP"},
});

// Every word of the table, so that most words are not looked up in it.
constexpr WordKeySet name_words{{"dollar",  "buck",   "cent",    "pound",    "quid",  "penny",   "pence",   "euro",
                                 "yen",     "yuan",   "rouble",  "renminbi", "rupee", "ruble",   "franc",   "peso",
                                 "peseta",  "shekel", "ringgit", "baht",     "krona", "kronor",  "krone",   "kroner",
                                 "rand",    "lira",   "dirham",  "dinar",    "riyal", "rial",    "naira",   "shilling",
                                 "zloty",   "forint", "hryvnia", "real",     "reais", "taka",    "rupiah",  "dong",
                                 "bolivar", "birr",   "cedi",    "kwacha",   "mark",  "guilder", "bitcoin", "satoshi",
                                 "drachma", "crown",  "sen",     "paise"}};

// Is it one of them, or one and a letter more?
bool may_be_name(const WordView& w, At i) {
  if (!w.word(i)) return false;
  if (name_words.contains(w.key(i))) return true;
  std::string_view t = w.text(i);
  t.remove_suffix(1);
  return name_words.contains(word_key(t));
}

std::optional<Name> name_at(const WordView& w, At i) {
  if (!may_be_name(w, i)) return std::nullopt;
  std::string s = w.lower(i);
  auto it = names().find(s);
  if (it == names().end() && s.size() > 3 && s.back() == 's') {
    s.pop_back();
    it = names().find(s);
  }
  if (it == names().end()) return std::nullopt;
  // Words that are other things, too: only in the plural, or the one form that is money.
  if (w.any(i, {"mark", "crown", "real", "sen", "marks", "crowns", "reals"})) return std::nullopt;
  return it->second;
}

std::optional<std::string> national_code(const WordView& w, At adjective, At name) {
  std::string noun = w.lower(name);
  for (const National& n : national)
    if (w.reads(adjective, n.adjective) &&
        (noun == n.name || (noun.size() == n.name.size() + 1 && noun.starts_with(n.name))))
      return std::string(n.code);
  return std::nullopt;
}

bool upper_code(std::string_view text) {
  if (text.size() != 3) return false;
  for (const char c : text)
    if (c < 'A' || c > 'Z') return false;
  return is_currency_code(text);
}

std::string code_of(std::string_view written) {
  std::string code(written);
  for (char& c : code)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return code == "RMB" ? "CNY" : code;
}

}  // namespace

bool is_currency_code(std::string_view code) {
  if (code.size() != 3) return false;
  std::string key(1, ' ');
  key.append(code).push_back(' ');
  for (char& c : key)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return codes.find(key) != std::string_view::npos;
}

std::optional<CurrencyRead> currency_before(const WordView& w, std::uint32_t amount) {
  const At i = amount - 1;
  for (const Sign& s : signs) {
    if (!w.mark(i, s.mark)) continue;
    CurrencyRead out{{i, amount}, std::string(s.code), 1};
    if (s.mark != '$') return out;
    for (const auto& [prefix, code] : dollars) {
      if (!w.reads(i - 1, prefix)) continue;
      // A letter alone must be a capital or touch the sign: "a $5 note" is no Australian.
      const bool joined = w.glued(i) || (prefix.size() > 1 && w.capital(i - 1)) || (prefix == "hk");
      if (!joined) continue;
      out.code = code;
      out.words.first = i - 1;
      break;
    }
    return out;
  }
  if (!w.word(i)) return std::nullopt;
  const std::string_view t = w.text(i);
  // ALL 5 solutions, TOP 10: no lek, no pa'anga.
  const bool other_word = w.any(i, {"all", "try", "top", "cup", "cop"}) && !w.glued(amount);
  if ((upper_code(t) && !other_word) || (w.glued(amount) && is_currency_code(t)))
    return CurrencyRead{{i, amount}, code_of(t), 1};
  if (t == "Rs" || t == "Rs." || t == "Re") return CurrencyRead{{i, amount}, "INR?", 1};
  if (t == "RM") return CurrencyRead{{i, amount}, "MYR", 1};
  if (w.mark(i, '.') && w.text(i - 1) == "Rs") return CurrencyRead{{i - 1, amount}, "INR?", 1};
  return std::nullopt;
}

std::optional<CurrencyRead> currency_after(const WordView& w, std::uint32_t i) {
  for (const Sign& s : signs)
    if (w.mark(i, s.mark) && !w.number(i + 1)) return CurrencyRead{{i, i + 1}, std::string(s.code), 1};
  if (w.mark(i, 0xA2)) return CurrencyRead{{i, i + 1}, "USD?", .01};
  if (!w.word(i)) return std::nullopt;
  if (w.glued(i) && w.is(i, "p")) return CurrencyRead{{i, i + 1}, "GBP", .01};
  if (w.glued(i) && w.text(i) == "c") return CurrencyRead{{i, i + 1}, "USD?", .01};
  // In "3 USD50 cards" the code is the next number's.
  if (upper_code(w.text(i)) && !(w.number(i + 1) && w.glued(i + 1)) && !w.any(i, {"all", "try", "top", "cup", "cop"}))
    return CurrencyRead{{i, i + 1}, code_of(w.text(i)), 1};
  for (const At skip : {At{1}, At{2}}) {
    if (skip == 2 && !w.any(i, {"new", "hong", "south", "sri", "west"})) break;
    if (!may_be_name(w, i + skip)) continue;
    if (const auto code = national_code(w, i + skip - 1, i + skip)) {
      const auto name = name_at(w, i + skip);
      return CurrencyRead{{i, i + skip + 1}, *code, name ? name->unit : 1};
    }
  }
  const auto name = name_at(w, i);
  if (!name) return std::nullopt;
  CurrencyRead out{{i, i + 1}, std::string(name->code), name->unit};
  if (w.is(i + 1, "sterling")) ++out.words.last;
  return out;
}

}  // namespace stet
