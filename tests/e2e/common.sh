# What the scripts of this folder share: a scratch folder, the built stet on the path, faults counted.
#   source common.sh, called with BUILD_FOLDER
# shellcheck shell=bash
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd "$1" && pwd)
schemas=$root/tests/e2e/schemas
name=$(basename "$0" .sh)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PATH="$build:$PATH" HOME="$work/.home" XDG_CONFIG_HOME=
mkdir -p "$HOME"

faults=0
fault() { echo "$name: $*"; faults=$((faults + 1)); }
# says STATUS WORDS COMMAND...: the command ends with that status and prints the words.
says() {
  local status=$1 words=$2 out got=0
  shift 2
  out=$("$@" 2>&1) || got=$?
  [ "$got" -eq "$status" ] || fault "$*: status $got instead of $status: ${out:0:400}"
  grep -qF -- "$words" <<<"$out" || fault "$*: nothing of $words in: ${out:0:400}"
}
report() { [ "$faults" -eq 0 ]; }
