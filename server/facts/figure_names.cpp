#include "facts/figure.h"

namespace stet {

std::string_view dimension_name(Dimension dimension) {
  switch (dimension) {
    case Dimension::number: return "number";
    case Dimension::money: return "money";
    case Dimension::percent: return "percent";
    case Dimension::points: return "points";
    case Dimension::count: return "count";
    case Dimension::length: return "length";
    case Dimension::mass: return "mass";
    case Dimension::area: return "area";
    case Dimension::volume: return "volume";
    case Dimension::temperature: return "temperature";
    case Dimension::duration: return "duration";
    case Dimension::age: return "age";
    case Dimension::speed: return "speed";
    case Dimension::power: return "power";
    case Dimension::energy: return "energy";
    case Dimension::data: return "data";
    case Dimension::pressure: return "pressure";
    case Dimension::frequency: return "frequency";
    case Dimension::rate: return "rate";
    case Dimension::ratio: return "ratio";
    case Dimension::ordinal: return "ordinal";
  }
  return {};
}

}  // namespace stet
