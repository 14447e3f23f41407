#!/usr/bin/env bash
# test.sh STET: a real Emacs in batch mode, with Eglot and Flymake.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
cp "$here/../neovim/draft.md" "$scratch/"
cd "$scratch"
STET=$(realpath "$1") STET_EL=$(realpath "$here/../../../clients/emacs/stet.el") HOME=$scratch \
  emacs --batch -l "$here/stet-test.el" draft.md 2>&1
