#!/usr/bin/env bash
# --diff on a repository as pull requests leave it, and --fix --dry-run's diff, taken back by git.
#   tests/e2e/changes.sh BUILD_FOLDER
# shellcheck source=tests/e2e/common.sh
source "$(dirname "$0")/common.sh"
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
git() { command git -c init.defaultBranch=main -c core.autocrlf=false -c protocol.file.allow=always "$@"; }
commit() { git add -A && git commit -q -m "$1"; }
places() { stet check --diff "${1-main}" --select placeholder-left --format jsonl . | jq -r 'select(.rule) | "\(.path):\(.start.line)"' | sort | tr '\n' ' '; }
finds() {  # finds WHAT WANTED [BASE]
  local got
  got=$(places "${3-main}")
  [ "$got" = "$2" ] || fault "$1: $got instead of $2"
}

mkdir "$work/repo" && cd "$work/repo" || exit 1
git init -q
printf 'The pier cost TK euros.\n\nIt opened in May.\n\nThe ferry cost TK euros.\n' >old.md
printf 'The lamp cost TK euros.\n' >other.md
printf 'The bridge is long and made of steel.\n\nIt was opened by the mayor in the year of the flood.\n\nIt cost TK.\n' >bridge.md
commit base
git checkout -q -b branch
sed -i '3s/.*/It opened in TK./' old.md
mkdir new && printf 'One TK.\n\nTwo TK.\n' >new/fresh.md
git mv bridge.md moved.md && printf '\nIt is TK high.\n' >>moved.md
commit work
printf 'Not added: TK.\n' >untracked.md
git checkout -q main 2>/dev/null && printf 'Changed on main: TK.\n' >>other.md && git add other.md && git commit -q -m "main goes on" && git checkout -q branch
finds "changed lines since the merge base" "moved.md:7 new/fresh.md:1 new/fresh.md:3 old.md:3 untracked.md:1 "
finds "from a folder below" "moved.md:7 new/fresh.md:1 new/fresh.md:3 old.md:3 untracked.md:1 " "$(git rev-parse main)"
(cd new && [ "$(stet check --diff main --format jsonl | jq -r 'select(.rule) | .path' | uniq)" = fresh.md ]) || fault "from the folder new"
says 1 "; 3 on unchanged lines; 1 file did not change" stet check --diff main --select placeholder-left .
says 0 "; 1 file did not change" stet check --diff main other.md --select placeholder-left old.md other.md --fail-on never
rm untracked.md
says 0 "0 files, 0 words: no findings; 4 files did not change" stet check --diff branch .
sed -i 's/$/\r/' old.md
finds "line ends alone are no change" "moved.md:7 new/fresh.md:1 new/fresh.md:3 old.md:3 "
git checkout -q old.md
[ "$(sed '1s/TK/TK or TK/' old.md | stet check --diff main --select placeholder-left --format jsonl --stdin-filename old.md - |
  jq -r 'select(.rule) | .start.line' | tr '\n' ' ')" = "1 1 3 " ] || fault "standard input against its file"

# A finding on an old line that is about a changed one counts.
git checkout -q main && printf 'The tunnel cost $1.6 million to build.\n\nWords.\n\nThe tunnel cost $1.6 million to build.\n' >tunnel.md && commit tunnel
git checkout -q -b figures && sed -i '1s/1\.6/1.8/' tunnel.md
[ "$(stet check --diff main --select figure-inconsistent --format jsonl . | jq -r 'select(.rule) | .start.line')" = 5 ] ||
  fault "a changed figure that an old line contradicts"
git checkout -q tunnel.md

# What is configured in the repository is not run.
printf '*.md filter=evil diff=evil\n' >.gitattributes
for key in filter.evil.clean filter.evil.smudge diff.evil.textconv diff.evil.command core.fsmonitor core.sshCommand; do
  command git config "$key" "touch $work/ran; cat"
done
command git config filter.evil.required true
printf 'And TK.\n' >>old.md
stet check --diff main . >/dev/null
[ ! -e "$work/ran" ] || fault "a program of the repository was run"
for key in filter.evil.clean filter.evil.smudge filter.evil.required diff.evil.textconv diff.evil.command core.fsmonitor core.sshCommand; do
  command git config --unset "$key"
done
rm .gitattributes; git checkout -q old.md

says 2 "no commit nowhere" stet check --diff nowhere .
git clone -q --depth 1 "file://$work/repo" "$work/shallow" 2>/dev/null
(cd "$work/shallow" && git fetch -q --depth 1 origin branch:branch && says 2 "fetch the whole history" stet check --diff branch .; report) || faults=$((faults + 1))
mkdir "$work/plain" && printf 'TK\n' >"$work/plain/a.md"
(cd "$work/plain" && says 2 "no git repository" stet check --diff main .; report) || faults=$((faults + 1))
(cd "$work/plain" && command git init -q && says 2 "no commit main" stet check --diff main .; report) || faults=$((faults + 1))

# The dry run's diff is what --fix does.
cd "$work/repo" && git reset -q --hard && mkdir -p fix/sub || exit 1
printf 'He said “no" and left.\n' >"fix/a b.md"
printf 'One.\n\nTwo.\n\nHe said “no" and left.\n\nFive.\r\n\r\nSix' >fix/sub/b.md
printf 'Fine.\n' >fix/c.md
commit fix
stet check --fix --dry-run fix >fix.diff 2>fix.said
[ $? -eq 1 ] || fault "--dry-run with something to fix: not status 1"
grep -q "would fix 2 in 2 files" fix.said || fault "--dry-run says $(cat fix.said)"
git diff --quiet || fault "--dry-run changed a file"
git apply fix.diff || fault "git does not take the diff: $(cat fix.diff)"
cp -r fix applied && git checkout -q fix
stet check --fix fix >/dev/null
diff -r fix applied || fault "--fix and the dry run's diff differ"
says 0 "nothing to fix" stet check --fix --dry-run fix
diff=$(stet check --fix --dry-run --stdin-filename x.md - <<<'He said “no" and left.' 2>/dev/null)
grep -q '^+He said “no” and left' <<<"$diff" || fault "no diff of standard input: $diff"
report
