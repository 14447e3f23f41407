# Writes page_assets.cpp: page.css and page.js as they are carried in the page.
# Run as a script: cmake -DFROM=<server/sheet> -DOUT=<file> -P assets.cmake
set(code "// Written by server/sheet/assets.cmake.\n#include \"sheet/page_parts.h\"\n\nnamespace stet {\n\n")
foreach(asset style:page.css script:page.js)
  string(REPLACE ":" ";" asset ${asset})
  list(GET asset 0 name)
  list(GET asset 1 file)
  file(READ ${FROM}/${file} text)
  string(APPEND code "const std::string_view sheet_${name} = R\"stetasset(${text})stetasset\";\n\n")
endforeach()
string(APPEND code "}  // namespace stet\n")
file(WRITE ${OUT}.new "${code}")
file(COPY_FILE ${OUT}.new ${OUT} ONLY_IF_DIFFERENT)
file(REMOVE ${OUT}.new)
