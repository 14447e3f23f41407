#!/usr/bin/env bash
# Installs a build into a folder of its own and drives the installed stet from outside, as a newsroom does: files,
# standard input, settings, the examples on the pages, and a talk with the server.
#   tests/e2e.sh BUILD_FOLDER
set -uo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0
fault() { echo "e2e: $*"; faults=$((faults + 1)); }
# says STATUS WORDS COMMAND...: the command ends with that status and prints the words.
says() {
  local status=$1 words=$2 out got=0
  shift 2
  out=$("$@" 2>&1) || got=$?
  [ "$got" -eq "$status" ] || fault "$*: status $got instead of $status: ${out:0:400}"
  grep -qF -- "$words" <<<"$out" || fault "$*: nothing of $words in: ${out:0:400}"
}

cmake --install "$1" --prefix "$work/usr" >"$work/install.log" || { cat "$work/install.log"; exit 1; }
export PATH="$work/usr/bin:$PATH" HOME="$work/home"
for file in share/man/man1/stet.1 share/bash-completion/completions/stet share/zsh/site-functions/_stet \
  share/fish/vendor_completions.d/stet.fish; do
  [ -s "$work/usr/$file" ] || fault "not installed: $file"
done

mkdir -p "$work/desk" "$HOME" && cd "$work/desk" || exit 1
printf -- '---\ndate: 2026-11-02\n---\n\nThe repair will cost TK dollars, the council said.\n' >ferry.md
printf 'A quiet day in the harbor.\n' >quiet.md
says 0 "stet " stet --version
says 0 "placeholder-left" stet rules
says 1 "placeholder-left" stet check --fail-on hint ferry.md
says 0 "" stet check quiet.md
says 2 "missing.md" stet check missing.md
says 2 "--format" stet check --formt json ferry.md
says 0 '"kind"' stet facts ferry.md
says 0 "" stet test
stet check --format json ferry.md >file.json
stet check --format json --stdin-filename ferry.md - <ferry.md >stdin.json
cmp file.json stdin.json || fault "a file and standard input do not give the same report"
says 0 "" stet init
[ -s stet.toml ] || fault "stet init wrote no stet.toml"
says 0 "rules.placeholder-left" stet config ferry.md

frame() { printf 'Content-Length: %d\r\n\r\n%s' ${#1} "$1"; }
talk() {
  frame '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}'
  frame '{"jsonrpc":"2.0","method":"initialized","params":{}}'
  frame '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"markdown","version":1,"text":"It will cost TK dollars."}}}'
  sleep 2
  frame '{"jsonrpc":"2.0","id":2,"method":"shutdown"}'
  frame '{"jsonrpc":"2.0","method":"exit"}'
}
talk | timeout 30 stet lsp >talk.txt
status=$?
[ "$status" -eq 0 ] || fault "stet lsp: status $status"
grep -q 'publishDiagnostics.*placeholder-left' talk.txt ||
  fault "stet lsp published no placeholder-left: $(head -c 400 talk.txt)"
[ "$faults" -eq 0 ]
