#pragma once
// A client of a Session, for tests: says things, hears effects, keeps time. Readings are given by the test.
//
//   Talk talk;
//   talk.initialize();
//   talk.open("file:///a.md", 1, "The ferry");
//   talk.read({finding("weasel-attribution", {0, 3})});   // ends the reading asked for last
//   talk.heard                                            // everything sent and published, as JSON
#include <string>
#include <vector>

#include "lsp/session.h"

namespace stet {

struct Talk {
  Session session;
  Time now{0};
  std::vector<json> heard;       // messages, publishes as notifications
  std::vector<ReadingJob> jobs;  // readings asked for and not yet ended
  std::vector<LoadSettings> loads;
  std::vector<SurveyJob> surveys;
  std::vector<WriteNote> notes;
  std::vector<WriteSheet> sheets;
  std::optional<int> status;

  void on(Event event);
  void say(const std::string& body);  // any bytes that a frame may hold
  void ask(int id, const std::string& method, json params);
  void tell(const std::string& method, json params);
  void initialize(json capabilities = full_client());
  void open(const std::string& uri, int version, const std::string& text, const std::string& language = "markdown");
  // `changes` as an array_t: json{one} is an array to g++ and a copy of `one` to clang.
  void change(const std::string& uri, int version, json::array_t changes);
  void close(const std::string& uri);

  // Ends the oldest reading asked for.
  void read(std::vector<Finding> findings = {});
  void wait(Time time);  // waking the session whenever it wants to

  // What was heard since the last call.
  std::vector<json> take();
  static json full_client();
};

// A change of didChange that replaces nothing at a place.
json insertion(int line, int character, const std::string& text);

Finding finding(std::string rule, Span span);

}  // namespace stet
