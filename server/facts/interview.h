#pragma once
// Interviews in question-and-answer form without labels: paragraphs that ask, and between them the answers, which
// are the interviewee's words and not the writer's (S12).
#include "facts/facts.h"

namespace stet {

// The first paragraph of questions and answers; facts.size() where the draft is no such interview.
std::size_t interview_begin(const Facts& facts);

}  // namespace stet
