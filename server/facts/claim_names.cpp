#include "facts/claim.h"

namespace stet {

std::string_view claim_kind_name(Claim::Kind kind) {
  switch (kind) {
    case Claim::Kind::event: return "event";
    case Claim::Kind::quantity: return "quantity";
    case Claim::Kind::change: return "change";
    case Claim::Kind::record: return "record";
    case Claim::Kind::identity: return "identity";
    case Claim::Kind::quotation: return "quotation";
    case Claim::Kind::causal: return "causal";
    case Claim::Kind::motive: return "motive";
    case Claim::Kind::accusation: return "accusation";
    case Claim::Kind::legal_status: return "legal-status";
    case Claim::Kind::prediction: return "prediction";
    case Claim::Kind::finding: return "finding";
    case Claim::Kind::generalisation: return "generalisation";
    case Claim::Kind::absence: return "absence";
    case Claim::Kind::definition: return "definition";
    case Claim::Kind::opinion: return "opinion";
    case Claim::Kind::question: return "question";
    case Claim::Kind::instruction: return "instruction";
    case Claim::Kind::observation: return "observation";
    case Claim::Kind::meta: return "meta";
  }
  return {};
}

std::string_view claim_status_name(Claim::Status status) {
  switch (status) {
    case Claim::Status::exempt: return "exempt";
    case Claim::Status::question: return "question";
    case Claim::Status::quoted: return "quoted";
    case Claim::Status::sourced: return "sourced";
    case Claim::Status::attributed: return "attributed";
    case Claim::Status::attributed_inherited: return "attributed-inherited";
    case Claim::Status::anonymous: return "anonymous";
    case Claim::Status::weasel: return "weasel";
    case Claim::Status::common_knowledge: return "common-knowledge";
    case Claim::Status::opinion: return "opinion";
    case Claim::Status::unsourced: return "unsourced";
  }
  return {};
}

}  // namespace stet
