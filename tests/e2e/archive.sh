#!/usr/bin/env bash
# An archive as records on standard input: order, memory, GNU parallel, and workers that are killed.
#   tests/e2e/archive.sh BUILD_FOLDER
# shellcheck source=tests/e2e/common.sh
source "$(dirname "$0")/common.sh"
cd "$work" || exit 1
records() {  # records COUNT: an archive of our own making
  python3 -c '
import json, sys
for i in range(int(sys.argv[1])):
    text = f"# Report {i}\n\nThe pier in Vella cost TK euros in year {i % 90}, the council said.\n\n" + "The harbor was quiet, and the boats lay still. " * (i % 40)
    print(json.dumps({"path": f"archive/{i:06}.md", "text": text, "date": "2020-05-%02d" % (i % 28 + 1)}))' "$1"
}
check=(stet check --format jsonl --stdin-format jsonl --fail-on never)
records 3000 >archive.jsonl

"${check[@]}" --jobs 1 - <archive.jsonl >one.jsonl || fault "status $?"
"${check[@]}" --jobs 4 - <archive.jsonl >four.jsonl
cmp one.jsonl four.jsonl || fault "the number of jobs changes the report"
[ "$(jq -r 'select(.done) | .path' one.jsonl | sort -c && jq -c 'select(.done)' one.jsonl | wc -l)" -eq 3000 ] || fault "not every record is done, in order"

# Memory does not grow with the archive.
peak() { python3 -c '
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdin=sys.stdin, stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "${check[@]}" --jobs 2 -; }
small=$(head -300 archive.jsonl | peak) large=$(for _ in 1 2 3; do cat archive.jsonl; done | peak)
[ "$large" -lt $((small + 16000)) ] || fault "300 records take $small KB, 9000 take $large"

# A slow writer gets each record's findings at once.
exec {to}> >("${check[@]}" --jobs 2 - >slow.jsonl)
slow=$!
head -1 archive.jsonl >&"$to"
for _ in $(seq 100); do grep -q '"done":true' slow.jsonl && break; sleep 0.1; done
grep -q '"done":true' slow.jsonl || fault "a record waits for the next one"
exec {to}>&-
wait "$slow" 2>/dev/null

# Under GNU parallel: the same records, in the same order with -k; line numbers are those of a block.
same() { jq -cS 'del(.line)' "$1" | sort -u; }
same one.jsonl >wanted
parallel --will-cite -k --pipe --block 100k "${check[@]}" --jobs 1 - <archive.jsonl >parallel.jsonl || fault "parallel: status $?"
cmp <(jq -c 'del(.line)' one.jsonl) <(jq -c 'del(.line)' parallel.jsonl) || fault "parallel changes the report"

# Workers are killed, and their blocks run again. The wrapper kills each worker's first try at every third block, once it
# has written something. What a killed worker leaves are whole lines, and the union is the whole.
# (--pipe-part is no choice here: GNU parallel 20221122 gives the second try another block.)
cat >worker <<'END'
#!/usr/bin/env bash
# worker SEQ COMMAND...
seq=$1
shift
if [ $((seq % 3)) -eq 0 ] && mkdir "tried.$seq" 2>/dev/null; then
  "$@" <&0 >"part.$seq" &
  until [ -s "part.$seq" ] || ! kill -0 $! 2>/dev/null; do :; done
  kill -9 $! 2>/dev/null
  wait $! 2>/dev/null
  cat "part.$seq"
  exit 137
fi
exec "$@"
END
chmod +x worker
for block in 30k 200k; do
  rm -rf tried.* part.*
  timeout 300 parallel --will-cite --pipe --block "$block" --retries 3 ./worker '{#}' "${check[@]}" --jobs 1 - <archive.jsonl >killed.jsonl 2>killed.err ||
    fault "parallel with killed workers: status $?: $(tail -3 killed.err)"
  killed=$(find . -name 'part.*' -size +0 | wc -l)
  [ "$killed" -ge 3 ] || fault "only $killed workers were killed"
  cat part.* >left.jsonl
  jq -c . left.jsonl >/dev/null || fault "a killed worker left a line that is none"
  [ "$(jq -c 'select(.done)' left.jsonl | wc -l)" -ge 3 ] || fault "no killed worker had finished a record"
  cat killed.jsonl >>left.jsonl
  cmp wanted <(same left.jsonl) || fault "the union of what $killed killed workers left and the rest is not the whole"
  cmp <(jq -r 'select(.done) | .path' one.jsonl) <(jq -r 'select(.done) | .path' killed.jsonl | sort) ||
    fault "parallel's own output has a record twice, or not at all"
done

# Without --retries: what has no completion line is run again.
records 300 >some.jsonl
"${check[@]}" --jobs 2 - <some.jsonl | head -c 20000 | sed '$d' >cut.jsonl
# The few lines of clients/ci/README.md that say what is left.
sed -n "/^python3 -c '/,/rest.jsonl$/p" "$root/clients/ci/README.md" >rest.sh
ln -sf cut.jsonl findings.jsonl
mv archive.jsonl whole.jsonl
cp some.jsonl archive.jsonl
bash rest.sh || fault "the README's way to what is left: $(cat rest.sh)"
[ "$(wc -l <rest.jsonl)" -gt 100 ] || fault "nothing was left to do"
"${check[@]}" - <rest.jsonl >rest.out
cmp <("${check[@]}" - <some.jsonl | jq -cS 'del(.line)' | sort -u) <(cat cut.jsonl rest.out | jq -cS 'del(.line)' | sort -u) ||
  fault "an interrupted run and the rest are not the whole"
report
