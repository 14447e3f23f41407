#!/usr/bin/env bash
# stet in any CI system, or in a git hook: what a branch changed, and nothing that was there before.
#   check.sh [BASE] [PATH...]
# BASE is the branch that this one is to go into (origin/main). With a stet-baseline.json in the folder, what it lists is
# known; `stet check --write-baseline` makes one. The reports go to the folder STET_REPORTS (stet-reports).
set -euo pipefail
base=${1:-origin/main}
shift || true
reports=${STET_REPORTS:-stet-reports}
mkdir -p "$reports"
known=()
[ -e stet-baseline.json ] && known=(--baseline stet-baseline.json)
exec stet check --diff "$base" ${known[@]+"${known[@]}"} --format text --format "html=$reports/stet.html" \
  --format "sarif=$reports/stet.sarif" --format "junit=$reports/stet.xml" "${@:-.}"
