#include "cli/html_page.h"

namespace stet {

std::string_view html_page_head() {
  return R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>stet report</title>
<style>
:root { color-scheme: light dark; --paper: #fff; --ink: #1d1d1b; --faint: #66645e; --rule: #dedbd3; --band: #f6f4ef;
  --error: #b3261e; --warning: #8a5a00; --information: #1f5fa8; --hint: #5c6470; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1b1a; --ink: #eae7e0; --faint: #a5a198; --rule: #3b3a37;
  --band: #252523; --error: #ff8a80; --warning: #f2bd5b; --information: #8ab8f2; --hint: #a9b1bd; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { display: flex; flex-direction: column; max-width: 56rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
header { order: -1; border-bottom: 1px solid var(--rule); padding-bottom: 1rem; }
h1 { font: italic 2rem/1.2 Georgia, serif; margin: 0; }
h2 { font-size: 1.05rem; margin: 2.25rem 0 .5rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; font-weight: 600; margin: 0; overflow-wrap: anywhere; }
p { margin: .25rem 0; }
a { color: inherit; text-decoration-color: var(--faint); text-underline-offset: .2em; }
code, pre { font: .88em/1.5 ui-monospace, monospace; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; color: var(--faint); margin: 0; }
ul { margin: .5rem 0; padding-left: 1.25rem; overflow-wrap: anywhere; }
.contents { list-style: none; padding: 0; columns: 24rem; }
.count { color: var(--faint); font-variant-numeric: tabular-nums; }
.tally label { white-space: nowrap; margin-right: .75rem; font-weight: 600; }
.tally input { accent-color: currentColor; }
article { border-left: 3px solid; padding: .5rem 0 .5rem .9rem; margin: .9rem 0; break-inside: avoid; }
article.error, label.error { color: var(--error); } article.warning, label.warning { color: var(--warning); }
article.information, label.information { color: var(--information); } article.hint, label.hint { color: var(--hint); }
article > :not(h3), h3 { color: var(--ink); }
.severity { font-size: .72rem; letter-spacing: .06em; text-transform: uppercase; margin-right: .4rem; }
.error .severity { color: var(--error); } .warning .severity { color: var(--warning); }
.information .severity { color: var(--information); } .hint .severity { color: var(--hint); }
article > .where, article > .other { color: var(--faint); font-size: .88rem; }
.line { font-family: Georgia, serif; background: var(--band); padding: .4rem .75rem; margin: .4rem 0;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.number { font: .75rem ui-monospace, monospace; color: var(--faint); margin-right: .75rem; user-select: none; }
mark { background: none; color: inherit; text-decoration: underline wavy var(--error); text-underline-offset: .25em; }
mark.warning { text-decoration-color: var(--warning); } mark.information { text-decoration-color: var(--information); }
mark.hint { text-decoration-color: var(--hint); } mark.other { text-decoration: underline dashed var(--faint); }
.fixes { list-style: none; padding: 0; font-size: .88rem; }
.fixes li::before { content: "fix: "; color: var(--faint); }
table { border-collapse: collapse; } td { padding: .15rem .75rem .15rem 0; vertical-align: top; }
td.count { text-align: right; }
footer { border-top: 1px solid var(--rule); margin-top: 2rem; font-size: .92rem; }
body:has(#show-error:not(:checked)) article.error, body:has(#show-warning:not(:checked)) article.warning,
body:has(#show-information:not(:checked)) article.information,
body:has(#show-hint:not(:checked)) article.hint { display: none; }
</style>
</head>
<body>
<main>
<div>
)";
}

}  // namespace stet
