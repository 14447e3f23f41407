#!/usr/bin/env bash
# test.sh STET [NVIM]: drives a real, headless Neovim with the plugin on a copy of draft.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
cp "$here/draft.md" "$scratch/"
cd "$scratch"
STET=$(realpath "$1") STET_PLUGIN=$(realpath "$here/../../../clients/neovim") EXPECTED="$here/expected.md" HOME=$scratch \
  XDG_STATE_HOME=$scratch/state XDG_CACHE_HOME=$scratch/cache \
  "${2:-nvim}" --headless -n --clean -u "$here/init.lua" draft.md \
  -c "autocmd VimEnter * lua vim.schedule(function() vim.cmd('luafile $here/test.lua') end)" 2>&1
