#!/usr/bin/env bash
# clients/ci, as far as one machine goes: each system's script, in a repository, with that system's environment.
#   tests/e2e/ci.sh BUILD_FOLDER
# shellcheck disable=SC2046  # a hook's entry is split into words
# shellcheck source=tests/e2e/common.sh
source "$(dirname "$0")/common.sh"
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
ci=$root/clients/ci

# A repository whose branch adds one fault to a draft that had one, and a shallow checkout of it, as CI systems leave it.
git init -q -b main "$work/origin" && cd "$work/origin" || exit 1
git config uploadpack.allowAnySHA1InWant true
printf 'The pier cost TK euros.\n' >old.md && git add . && git commit -qm base
base=$(git rev-parse HEAD)
git checkout -qb branch
for i in 1 2 3; do printf '\nPart %s of it was quiet.\n' "$i" >>old.md; git commit -qam "more $i"; done
printf '\nThe | <ferry> cost XX euros, XX more than planned.\n' >>old.md && git commit -qam "a fault"
checkout() { cd "$work" && rm -rf "$work/checkout" && git clone -q --depth 1 --branch branch "file://$work/origin" "$work/checkout" && cd "$work/checkout" || exit; }
schema() { python3 -c 'import json, sys, jsonschema; jsonschema.validate(json.load(open(sys.argv[2])), json.load(open(sys.argv[1])))' "$@" 2>schema.log || fault "$2: $(tail -3 schema.log)"; }

# GitHub: the composite action's one step, as the runner would run it.
steps=$(python3 -c '
import json, sys, yaml
action = yaml.safe_load(open(sys.argv[1]))
assert action["runs"]["using"] == "composite"
step, = action["runs"]["steps"]
for name, given in step["env"].items():
    key = given.split("inputs.")[1].split(" ")[0]
    print(f"{name}={json.dumps(action['"'inputs'"'][key]['"'default'"'])}")
print("run=" + json.dumps(step["run"]))' "$ci/github/action.yml") || fault "action.yml"
action() {  # action EVENT_JSON [NAME=VALUE...]: sets status and the files out, summary, log
  printf '%s' "$1" >"$work/event.json"
  shift
  : >"$work/out"; : >"$work/summary"
  status=0
  (
    while IFS='=' read -r name value; do declare -x "$name=$(jq -rn "$value")"; done < <(grep '^INPUT_' <<<"$steps")
    [ $# -gt 0 ] && export "${@?}"
    export GITHUB_ACTIONS=true GITHUB_ACTION_PATH="$ci/github" GITHUB_EVENT_PATH="$work/event.json" GITHUB_OUTPUT="$work/out" \
      GITHUB_STEP_SUMMARY="$work/summary" RUNNER_TEMP="$work/temp" CI=true
    mkdir -p "$RUNNER_TEMP"
    bash --noprofile --norc -eo pipefail -c "$(jq -rn "$(sed -n 's/^run=//p' <<<"$steps")")"
  ) >"$work/log" 2>&1 || status=$?
}
checkout
action "{\"pull_request\": {\"base\": {\"sha\": \"$base\"}}}" INPUT_SARIF=stet.sarif
[ "$status" -eq 1 ] || fault "github: status $status: $(cat "$work/log")"
grep -q '^::error file=old.md,line=9,' "$work/log" || fault "github: no annotation: $(cat "$work/log")"
grep -q ',line=1,' "$work/log" && fault "github: an old line is annotated"
grep -qx 'findings=[0-9]*' "$work/out" && grep -qx 'errors=2' "$work/out" || fault "github: outputs $(cat "$work/out")"
grep -q '^| old.md:9 | error | ' "$work/summary" || fault "github: summary $(cat "$work/summary")"
[ "$(jq '[.runs[0].results[] | select(.level == "error")] | length' stet.sarif)" = 2 ] || fault "github: no SARIF report"
checkout
action "{\"pull_request\": {\"base\": {\"sha\": \"$base\"}}}" INPUT_FAIL_ON=never
[ "$status" -eq 0 ] || fault "github: fail-on never: status $status"
action "{\"before\": \"$(git rev-parse HEAD)\"}"
[ "$status" -eq 0 ] || fault "github: a push that changes nothing: status $status: $(cat "$work/log")"
action '{"before": "0000000000000000000000000000000000000000"}'
grep -qx 'errors=3' "$work/out" || fault "github: a new branch is checked whole: $(cat "$work/out")"
action '{}' INPUT_PATHS=$'old.md\nnone.md' INPUT_CHANGED_LINES=false
[ "$status" -eq 2 ] || fault "github: a path that is none: status $status"
action '{}' INPUT_ARGS=$'--ignore\nplaceholder-left'
[ "$status" -eq 0 ] || fault "github: args: status $status"
# Where stet is not on the path, it is fetched.
mkdir -p "$work/stet-0/bin" && cp "$build/stet" "$work/stet-0/bin/" && tar czf "$work/stet.tar.gz" -C "$work" stet-0
action '{}' "INPUT_ARCHIVE=file://$work/stet.tar.gz" "PATH=${PATH#"$build:"}"
[ "$status" -eq 1 ] && [ -x "$work/temp/stet/bin/stet" ] || fault "github: stet is not fetched: $(cat "$work/log")"

# GitLab: the template's script, in a merge request and on a branch.
gitlab=$(python3 -c '
import sys, yaml
job = yaml.safe_load(open(sys.argv[1]))["stet"]
print("\n".join(f"export {k}={v!r}" for k, v in job["variables"].items()))
print("\n".join(job["script"]))' "$ci/gitlab/stet.gitlab-ci.yml") || fault "stet.gitlab-ci.yml"
checkout && git fetch -q --unshallow
CI_MERGE_REQUEST_DIFF_BASE_SHA=$base bash -ec "$gitlab" >log 2>&1 && fault "gitlab: a fault, and status 0"
[ "$(jq '[.[] | select(.severity == "critical")] | length' gl-code-quality-report.json)" = 2 ] || fault "gitlab: $(cat log)"
schema "$schemas/code-quality.json" gl-code-quality-report.json
xmllint --noout --schema "$schemas/junit.xsd" stet-junit.xml 2>xml.log || fault "$(cat xml.log)"
bash -ec "$gitlab" >log 2>&1
[ "$(jq '[.[] | select(.severity == "critical")] | length' gl-code-quality-report.json)" = 3 ] || fault "gitlab, on a branch: $(cat log)"

# Jenkins: the shell step, on a change request and on a branch.
jenkins=$(sed -n "/sh '''/,/'''\$/p" "$ci/jenkins/Jenkinsfile" | sed '1d;$d')
checkout && git fetch -q --unshallow
CHANGE_TARGET=main sh -c "$jenkins" >log 2>&1 && fault "jenkins: a fault, and status 0"
[ "$(grep -c 'severity="error"' stet-checkstyle.xml)" = 2 ] && [ -s stet.html ] && [ -s stet-junit.xml ] || fault "jenkins: $(cat log)"
sh -c "$jenkins" >log 2>&1
[ "$(grep -c 'severity="error"' stet-checkstyle.xml)" = 3 ] || fault "jenkins, on a branch: $(cat log)"

# pre-commit: the entry, with file names at its end.
hook() { python3 -c '
import sys, yaml
for hook in yaml.safe_load(open(sys.argv[1])):
    assert {"id", "name", "entry", "language", "types_or"} <= set(hook), hook
    if hook["id"] == sys.argv[2]:
        print(hook["entry"])' "$root/.pre-commit-hooks.yaml" "$1"; }
mkdir "$work/hook" && cd "$work/hook" || exit 1
printf 'Fine.\n' >"a b.md"; printf 'It cost TK.\n' >c.md; printf 'He said “no" and left.\n' >d.txt
says 1 "c.md:1:9" $(hook stet) "a b.md" c.md
says 0 "" $(hook stet) "a b.md"
[ -z "$($(hook stet) "a b.md")" ] || fault "pre-commit: a draft without findings is not quiet"
says 0 "" $(hook stet-fix) "a b.md" d.txt
grep -q 'no” and' d.txt || fault "pre-commit: stet-fix fixed nothing"

# The plain script, with a baseline.
checkout && git fetch -q --unshallow && git fetch -q origin main:refs/remotes/origin/main
says 1 "old.md:9:" "$ci/shell/check.sh"
[ -s stet-reports/stet.html ] && [ -s stet-reports/stet.sarif ] && [ -s stet-reports/stet.xml ] || fault "shell: no reports"
rm -r stet-reports
stet check --write-baseline . >/dev/null
says 0 "in the baseline" "$ci/shell/check.sh" origin/main old.md
report
