#!/usr/bin/env bash
# The step of action.yml: finds stet, finds out what a pull request or a push changed, checks, and says so on the page.
# Reads INPUT_… and GITHUB_…; ends with the status of `stet check`.
set -uo pipefail
fail() { printf '::error title=stet::%s\n' "$*"; exit 2; }

if ! command -v stet >/dev/null; then
  home=${RUNNER_TEMP:-/tmp}/stet
  mkdir -p "$home"
  curl -fsSL --retry 3 "$INPUT_ARCHIVE" | tar xz -C "$home" --strip-components=1 || fail "cannot fetch $INPUT_ARCHIVE"
  export PATH="$home/bin:$PATH"
fi

# The commit that the change is held against; nothing where there is none (a schedule, a new branch's first push).
base=
if [ "${INPUT_CHANGED_LINES:-true}" = true ] && [ -r "${GITHUB_EVENT_PATH:-}" ]; then
  base=$(jq -r '.pull_request.base.sha // .before // empty' "$GITHUB_EVENT_PATH")
  [[ $base =~ ^0*$ ]] && base=
fi
if [ -n "$base" ]; then
  # actions/checkout leaves one commit; a merge base needs those between.
  if [ "$(git rev-parse --is-shallow-repository)" = true ]; then git fetch -q --no-tags --unshallow origin; fi
  git cat-file -e "$base^{commit}" 2>/dev/null || git fetch -q --no-tags origin "$base" ||
    fail "the commit $base cannot be fetched: give actions/checkout fetch-depth: 0"
fi

report=$(mktemp)
words=(check --format github --format "json=$report")
[ -n "${INPUT_SARIF:-}" ] && words+=(--format "sarif=$INPUT_SARIF")
[ -n "$base" ] && words+=(--diff "$base")
[ -n "${INPUT_FAIL_ON:-}" ] && words+=(--fail-on "$INPUT_FAIL_ON")
while IFS= read -r word; do [ -n "$word" ] && words+=("$word"); done <<<"${INPUT_ARGS:-}"
while IFS= read -r path; do [ -n "$path" ] && words+=("$path"); done <<<"${INPUT_PATHS:-.}"

status=0
stet "${words[@]}" || status=$?
if [ -s "$report" ]; then
  jq -r '.summary | "findings=\(.errors + .warnings + .informations + .hints)\nerrors=\(.errors)"' "$report" \
    >>"${GITHUB_OUTPUT:-/dev/null}"
  jq -r --arg base "$base" '
    def escaped: gsub("[|]"; "\\|") | gsub("[\r\n]"; " ") | gsub("<"; "&lt;");
    "### stet\n\n\(.summary.files) drafts\(if $base == "" then "" else ", changed lines alone" end): \(.summary.errors) errors, \(.summary.warnings) warnings, \(.summary.informations) information, \(.summary.hints) hints",
    ([.files[] | .path as $path | .findings[] | "| \($path | escaped):\(.start.line) | \(.severity) | \(.message | escaped) | [\(.rule)](\(.url // "")) |"]
      | if length == 0 then empty else "\n| where | | what | rule |\n| --- | --- | --- | --- |", .[:200][] end)' "$report" \
    >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
fi
rm -f "$report"
exit "$status"
