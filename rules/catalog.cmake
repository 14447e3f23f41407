# Writes catalog.cpp: one BuiltInPage for each rules/<family>/<rule>.md, with the check of <rule>.cpp where there is one.
# Run as a script: cmake -DROOT=<source> -DOUT=<file> -P catalog.cmake
file(GLOB pages RELATIVE ${ROOT}/rules ${ROOT}/rules/*/*.md)
list(SORT pages)
list(LENGTH pages count)
set(declarations "")
set(rows "")
foreach(page IN LISTS pages)
  get_filename_component(family ${page} DIRECTORY)
  get_filename_component(name ${page} NAME_WE)
  string(REPLACE "-" "_" function ${name})
  set(make "nullptr")
  if(EXISTS ${ROOT}/rules/${family}/${name}.cpp)
    string(APPEND declarations "Check ${function}(const Options&);\n")
    set(make "&rules::${function}")
  endif()
  file(READ ${ROOT}/rules/${page} text)
  string(APPEND rows "    {\"${family}\", \"${name}\", R\"stetpage(${text})stetpage\", ${make}},\n")
endforeach()
set(code "// Written by rules/catalog.cmake.
#include \"catalog.h\"

#include <array>

namespace stet::rules {
${declarations}}  // namespace stet::rules

namespace stet {
std::span<const BuiltInPage> built_in_pages() {
  static constexpr std::array<BuiltInPage, ${count}> pages{{
${rows}  }};
  return pages;
}
}  // namespace stet
")
file(WRITE ${OUT}.new "${code}")
file(COPY_FILE ${OUT}.new ${OUT} ONLY_IF_DIFFERENT)
file(REMOVE ${OUT}.new)
