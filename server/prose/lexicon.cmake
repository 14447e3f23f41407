# Writes word_class.h and lexicon_lists.cpp from the lists in prose/lexicon/*.txt.
# Run as a script: cmake -DLISTS=<folder> -DOUT=<folder> -P lexicon.cmake
file(GLOB lists ${LISTS}/*.txt)
list(SORT lists)
set(names "")
set(rows "")
foreach(list IN LISTS lists)
  get_filename_component(class ${list} NAME_WE)
  string(REPLACE "-" "_" class ${class})
  string(APPEND names "  ${class},\n")
  file(READ ${list} text)
  string(APPEND rows "    {WordClass::${class}, \"${class}\", R\"stetlist(${text})stetlist\"},\n")
endforeach()
set(header "#pragma once
// Written by prose/lexicon.cmake: a class for each list in prose/lexicon/.
#include <cstdint>

namespace stet {
enum class WordClass : std::uint8_t {
${names}  count
};
}  // namespace stet
")
set(code "// Written by prose/lexicon.cmake.
#include \"prose/lexicon_lists.h\"

namespace stet {
std::span<const LexiconList> lexicon_lists() {
  static constexpr LexiconList lists[] = {
${rows}  };
  return lists;
}
}  // namespace stet
")
foreach(pair "word_class.h|header" "lexicon_lists.cpp|code")
  string(REPLACE "|" ";" pair "${pair}")
  list(GET pair 0 file)
  list(GET pair 1 variable)
  file(WRITE ${OUT}/${file}.new "${${variable}}")
  file(COPY_FILE ${OUT}/${file}.new ${OUT}/${file} ONLY_IF_DIFFERENT)
  file(REMOVE ${OUT}/${file}.new)
endforeach()
