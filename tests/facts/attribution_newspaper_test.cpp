// Who says what in the sentences of newspapers: one a line, with what is read of it.
#include <gmock/gmock.h>

#include "facts/facts.h"

namespace stet {
namespace {

struct Line {
  const char* draft;
  std::vector<const char*> read;  // "source | cue | content", the parts of a split content joined by " … "
};

void PrintTo(const Line& line, std::ostream* out) { *out << line.draft; }

std::vector<std::string> read_of(const std::string& draft) {
  Context context;
  context.lexicon = plain_lexicon();
  const Facts facts = read(Text(draft), Format::plain, context);
  const Paragraph& p = facts.paragraph(0);
  std::vector<std::string> out;
  for (const Attribution& a : facts.local(0).attributions) {
    std::string one = (a.source ? p.text(*a.source) : "") + " | " + (a.cue ? p.text(*a.cue) : "") + " | ";
    for (std::size_t i = 0; i < a.content.size(); ++i) one += (i > 0 ? " … " : "") + p.text(a.content[i]);
    out.push_back(std::move(one));
  }
  return out;
}

class Newspaper : public testing::TestWithParam<Line> {};

TEST_P(Newspaper, is_read) { EXPECT_THAT(read_of(GetParam().draft), testing::ElementsAreArray(GetParam().read)); }

INSTANTIATE_TEST_SUITE_P(
    WhoSays, Newspaper,
    testing::Values(
        Line{"“The pump failed,” Ruiz, however, said in May.", {"Ruiz | said | “The pump failed,”"}},
        Line{"Holm, of course, says the wind was to blame.", {"Holm | says | the wind was to blame"}},
        Line{"He pointed to the fact that 40% of the boats leak.", {"He | pointed | that 40% of the boats leak"}},
        Line{"Ruiz stressed the fact that 40% of the boats leak.", {"Ruiz | stressed | that 40% of the boats leak"}},
        Line{"A study in Velm has valued the loss of boats at more than $22bn.",
             {"A study in Velm | valued | the loss of boats at more than $22bn"}},
        Line{"The ministry put the cost at $40m.", {"The ministry | put | the cost at $40m"}},
        Line{"The ministry is putting the damage at $4m.", {"The ministry | putting | the damage at $4m"}},
        Line{"Critics value the pier.", {}},
        Line{"Ruiz estimated the catch at about 300 tons.", {"Ruiz | estimated | the catch at about 300 tons"}},
        Line{"Ruiz put the boat in the yard at noon.", {}}, Line{"Ruiz values the old pier.", {}},
        Line{"Prices rose 4%, official figures showed.", {"official figures | showed | Prices rose 4%"}},
        Line{"The index rose 4% on Monday, data from the bank showed.",
             {"data from the bank | showed | The index rose 4% on Monday"}},
        Line{"The figures showed a rise of 4%.", {"The figures | showed | a rise of 4%"}},
        Line{"The board forecasts growth of 4% next year.", {"The board | forecasts | growth of 4% next year"}},
        Line{"The mayor showed 40 visitors the yard.", {}},
        Line{"One witness, who did not want to be named, said the man ran.",
             {"One witness, who did not want to be named | said | the man ran"}},
        Line{"Holm, who owns the yard, left, Ruiz said.", {"Ruiz | said | Holm, who owns the yard, left"}},
        Line{"People hate the noise, said Holm.", {"Holm | said | People hate the noise"}},
        Line{"On three days, in the last weeks of talks, said Holm.", {}},
        Line{"Yesterday Holm said he would sell.", {"Holm | said | he would sell"}},
        Line{"Monday the board said it would sell.", {"the board | said | it would sell"}},
        Line{"Ruiz denied the allegations.", {"Ruiz | denied | the allegations"}},
        Line{"The mayor ignored the fact that 40% of the boats leak.", {}},
        Line{"Mr. Holm – a former sailor – said the wind was to blame.",
             {"Mr. Holm – a former sailor | said | the wind was to blame"}},
        Line{"'We will pay for the wall,' Ruiz said on Monday.", {"Ruiz | said | 'We will pay for the wall,'"}},
        Line{"‘It’s a mess,’ says Holm.", {"Holm | says | ‘It’s a mess,’"}},
        Line{"“It is,” laughs Lind, “the worst boat.”", {"Lind | laughs | “It is,” … “the worst boat.”"}},
        Line{"“It was me,” he accepts.", {"he | accepts | “It was me,”"}},
        Line{"The plan is too dear, say critics.", {"critics | say | The plan is too dear"}},
        Line{"Kelp grows fast, researchers report today in Harbour Science.",
             {"researchers | report | Kelp grows fast"}},
        Line{"Three men were killed, state television reported.",
             {"state television | reported | Three men were killed"}},
        Line{"The count was fair, she said, adding that turnout had been low.",
             {"she | said | The count was fair", "she | adding | that turnout had been low"}},
        Line{"Speaking after the vote, Falk told supporters: “We have begun.”", {"Falk | told | “We have begun.”"}},
        Line{"Asked if she regretted it, Ortiz laughed.", {}},
        Line{"No deal, insisted Vey, had been signed.", {"Vey | insisted | No deal … had been signed"}},
        Line{"The deal, Vey told Vella TV, would be signed in May.",
             {"Vey | told | The deal … would be signed in May"}},
        Line{"Under the deal, Vey explained, farmers would be paid.",
             {"Vey | explained | Under the deal … farmers would be paid"}},
        Line{"He is, according to Pell, “furious”.", {"Pell | according to | He is … “furious”"}},
        Line{"“If they sign,” she said with a shrug, “they sign.”", {"she | said | “If they sign,” … “they sign.”"}},
        Line{"“Why now?” Ruiz asked the board.", {"Ruiz | asked | “Why now?”"}},
        Line{"She went on: “The pump will fail by May.”", {"She | went on | “The pump will fail by May.”"}},
        Line{"“The wall will hold,” Ruiz went on.", {"Ruiz | went on | “The wall will hold,”"}},
        Line{"The band stopped, the drummer went on.", {}},
        Line{"Mayor Ana Ruiz: “The pump will fail by May.”", {"Mayor Ana Ruiz |  | “The pump will fail by May.”"}},
        Line{"The mayor: “The pump will fail by May.”", {"The mayor |  | “The pump will fail by May.”"}},
        Line{"Holm took the money, it is alleged.", {" | it is alleged | Holm took the money"}},
        Line{"The pump, it is thought, failed in May.", {" | it is thought | The pump … failed in May"}}));

INSTANTIATE_TEST_SUITE_P(
    WhatIsSaid, Newspaper,
    testing::Values(Line{"Ruiz said last week she would resign.", {"Ruiz | said | she would resign"}},
                    Line{"Lind joked she would buy the ferry.", {"Lind | joked | she would buy the ferry"}},
                    Line{"Ministers are confident that the bill will pass.",
                         {"Ministers | confident | that the bill will pass"}},
                    Line{"He promised to build a pier.", {"He | promised | to build a pier"}},
                    Line{"Holm is convinced it sank.", {"Holm | convinced | it sank"}},
                    Line{"The crew made sure that it sank.", {}},
                    Line{"The bank expects rates to rise.", {"The bank | expects | rates to rise"}},
                    Line{"The bank denied any role in the sinking.", {"The bank | denied | any role in the sinking"}},
                    Line{"The bank denied the appeal.", {}},
                    Line{"The board has accused Ruiz of leaking the file, a charge he denies.",
                         {"The board | accused | of leaking the file"}},
                    Line{"Holm said that he had seen it, that he had reported it, and that nobody came.",
                         {"Holm | said | that he had seen it, that he had reported it, and that nobody came"}},
                    Line{"Ruiz's letter said the pier would close and thanked the staff.",
                         {"Ruiz's letter | said | the pier would close"}},
                    Line{"Falk told Vella Radio lives were at risk.", {"Falk | told | lives were at risk"}},
                    Line{"Sources close to the player told the Courier he wants to leave.",
                         {"Sources close to the player | told | he wants to leave"}},
                    Line{"It is thought the boat sank.", {" | is thought | the boat sank"}},
                    Line{"Ruiz answered with a laugh to claims that the boat had sunk.", {}},
                    Line{"“It’s a scandal,” one resident said, while another called it “a joke”.",
                         {"one resident | said | “It’s a scandal,”", "another | called | it “a joke”"}}));

INSTANTIATE_TEST_SUITE_P(
    WhoIsTheSource, Newspaper,
    testing::Values(
        Line{"A player who asked not to be named said Orrin had gone.",
             {"A player who asked not to be named | said | Orrin had gone"}},
        Line{"“Out,” one fan wrote, while another posted: “Give him time.”",
             {"one fan | wrote | “Out,”", "another | posted | “Give him time.”"}},
        Line{"Emails seen by the Courier show that the crack was old.",
             {"Emails seen by the Courier | show | that the crack was old"}},
        Line{"A post that said the bill was late has gone.", {"A post | said | the bill was late has gone"}},
        Line{"The smell, which the mayor called “bad”, has gone.", {"the mayor | called | “bad”"}},
        Line{"A print called “Red Sails” was sold.", {}},
        Line{"Per Holm, the owner, told the Courier that the quay was sinking.",
             {"Per Holm, the owner | told | that the quay was sinking"}},
        Line{"Per Holm said the quay was sinking.", {"Per Holm | said | the quay was sinking"}},
        Line{"Research by Lind and colleagues, published in Harbour Science, suggests that kelp grows fast.",
             {"Research by Lind and colleagues, published in Harbour Science | suggests | that kelp grows fast"}},
        Line{"And most importantly we need to ask whether it will hold.", {"we | ask | whether it will hold"}},
        Line{"Its manager, Dan Orrin, said he would go.", {"Its manager, Dan Orrin | said | he would go"}},
        Line{"It was built by Holm, the sailor, who last year said that it leaked.",
             {"the sailor | said | that it leaked"}},
        Line{"Holm, who was held for a year, beaten and starved, said: “I am free.”", {"Holm | said | “I am free.”"}},
        Line{"Holm went on to say that the wind was to blame.", {"Holm | say | that the wind was to blame"}},
        Line{"People refuse to accept that it sank.", {"People | accept | that it sank"}},
        Line{"Telex quoted Ruiz as saying the shelling had stopped.", {"Ruiz | saying | the shelling had stopped"}},
        Line{"“It has stopped,” Ruiz was quoted as saying by Telex.", {"Ruiz | saying | “It has stopped,”"}},
        Line{"According to figures released on Tuesday by the ministry, 40 people were hurt.",
             {"figures released on Tuesday by the ministry | According to | 40 people were hurt"}},
        Line{"According to the Harbour Ministry over 345 people have drowned near Vella, Corvane.",
             {"the Harbour Ministry | According to | over 345 people have drowned near Vella, Corvane"}},
        Line{"In the words of one diplomat, the talks were slow.", {"one diplomat | words | the talks were slow"}},
        Line{"The plan was doomed, in Ruiz's view.", {"Ruiz | view | The plan was doomed"}},
        Line{"Ortiz’s view is that the data are thin.", {"Ortiz | view | that the data are thin"}},
        Line{"Holm’s claim that the quay had sunk angered the board.", {"Holm | claim | that the quay had sunk"}}));

}  // namespace
}  // namespace stet
