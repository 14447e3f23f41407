#!/usr/bin/env bash
# Holds the reports on the whole drafts of tests/drafts, and on a hostile one, against their schemas.
#   tests/e2e/reports.sh BUILD_FOLDER
# shellcheck source=tests/e2e/common.sh
source "$(dirname "$0")/common.sh"

cp "$root"/tests/drafts/*.{md,txt,html} "$work/"
printf '\xef\xbb\xbf# A <b>bold</b> & "quoted" title TK\n\nIt cost TK \xff\x01 ]]> &amp; more.\r\n' >"$work/a \"<&'ö.md"
cd "$work" || exit 1
stet check --select all --fail-on warning --format text=all.txt --format sarif=all.sarif --format junit=all.junit.xml \
  --format checkstyle=all.checkstyle.xml --format gitlab=all.gitlab.json --format rdjson=all.rdjson --format html=all.html \
  --format jsonl . >all.jsonl
[ $? -eq 1 ] || fault "findings, and not status 1"
mkdir empty && printf 'A quiet day.\n' >empty/quiet.md
stet check --format sarif=none.sarif --format junit=none.junit.xml --format checkstyle=none.checkstyle.xml \
  --format gitlab=none.gitlab.json --format rdjson=none.rdjson --format html=none.html empty >/dev/null ||
  fault "no findings, and not status 0"

# SARIF's own schema, as a package of Microsoft's hands it out (MIT).
npm pack --silent @microsoft/jest-sarif@1.0.0-beta.0 >/dev/null 2>npm.log && tar xzf microsoft-jest-sarif-*.tgz ||
  fault "npm has no @microsoft/jest-sarif: $(tail -1 npm.log)"
holds() {  # holds SCHEMA REPORT...
  local schema=$1
  shift
  python3 -c '
import json, sys, jsonschema
schema = json.load(open(sys.argv[1]))
validator = jsonschema.validators.validator_for(schema)(schema)
faults = [f"{name}: {e.json_path}: {e.message[:300]}" for name in sys.argv[2:] for e in validator.iter_errors(json.load(open(name)))]
sys.exit("\n".join(faults[:10]) or 0)' "$schema" "$@" || fault "$* against $schema"
}
holds package/lib/schemas/sarif-2.1.0-rtm.5.json all.sarif none.sarif
holds "$schemas/code-quality.json" all.gitlab.json none.gitlab.json
holds "$schemas/rdjson.json" all.rdjson none.rdjson
for format in junit checkstyle; do
  xmllint --noout --schema "$schemas/$format.xsd" {all,none}.$format.xml 2>xml.log || fault "$(cat xml.log)"
done
python3 - all.html none.html <<'END' || fault "the page's tags do not match"
import html.parser, sys

class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []
    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "input"):
            self.open.append(tag)
    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            sys.exit(f"</{tag}> at {self.getpos()}")

for name in sys.argv[1:]:
    tags = Tags()
    tags.feed(open(name, encoding="utf-8").read())
    if tags.open:
        sys.exit(f"{name}: {tags.open} left open")
END

# A schema that takes anything would hold nothing: each refuses a report with one word spoilt.
refuses() {  # refuses SED_SCRIPT SCHEMA REPORT
  sed "$1" "$3" >"spoilt.$3"
  cmp -s "$3" "spoilt.$3" && fault "nothing of $1 in $3"
  case $2 in
    *.xsd) xmllint --noout --schema "$2" "spoilt.$3" 2>/dev/null && fault "$2 takes $1" ;;
    *) (holds "$2" "spoilt.$3" >/dev/null 2>&1; [ "$faults" -eq 0 ]) && fault "$2 takes $1" ;;
  esac
}
refuses 's/"ruleId"/"rule"/' package/lib/schemas/sarif-2.1.0-rtm.5.json all.sarif
refuses 's/"critical"/"error"/' "$schemas/code-quality.json" all.gitlab.json
refuses 's/"column":[0-9]*/"column":0/' "$schemas/rdjson.json" all.rdjson
refuses 's/severity="[a-z]*"/severity="note"/' "$schemas/checkstyle.xsd" all.checkstyle.xml
refuses 's/<failure /<fail /; s/failure>/fail>/' "$schemas/junit.xsd" all.junit.xml

# Every report counts the same findings.
count=$(jq -c 'select(.rule)' all.jsonl | wc -l)
[ "$count" -gt 20 ] || fault "only $count findings in the drafts"
for other in "sarif $(jq '.runs[0].results | length' all.sarif)" "gitlab $(jq length all.gitlab.json)" \
  "rdjson $(jq '.diagnostics | length' all.rdjson)" "checkstyle $(grep -c '<error ' all.checkstyle.xml)" \
  "junit $(grep -cE '<(failure|skipped) ' all.junit.xml)" "html $(grep -c '<article' all.html)"; do
  [ "${other#* }" -eq "$count" ] || fault "$count findings in jsonl, $other"
done
[ "$(jq '[.[].fingerprint] | length - (unique | length)' all.gitlab.json)" -eq 0 ] || fault "gitlab: a fingerprint twice"
report
