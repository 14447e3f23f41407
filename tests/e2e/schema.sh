#!/usr/bin/env bash
# The JSON Schema of stet.toml takes what stet takes, and refuses what stet refuses.
#   tests/e2e/schema.sh BUILD_FOLDER
# shellcheck source=tests/e2e/common.sh
source "$(dirname "$0")/common.sh"
mkdir -p "$work/desk" && cd "$work" || exit 1
printf '# desk-word\n\nA word of ours.\n\n| option | default | meaning |\n| --- | --- | --- |\n| severity | warning | how loud |\n\n| phrase | instead |\n| --- | --- |\n| boffins | scientists |\n' >desk/desk-word.md
printf 'Fine.\n' >draft.md
both() {  # both takes|refuses TOML: the schema and the program agree
  local wanted=$1 status=0 schema=takes program=takes
  printf '%s\n' "$2" >stet.toml
  stet config --schema >schema.json
  python3 -c '
import datetime, json, sys, tomllib, jsonschema
schema = json.load(open("schema.json"))
jsonschema.validators.validator_for(schema).check_schema(schema)
tree = json.loads(json.dumps(tomllib.load(open("stet.toml", "rb")), default=str))
sys.exit(0 if jsonschema.validators.validator_for(schema)(schema).is_valid(tree) else 3)' || status=$?
  [ "$status" -eq 0 ] || schema=refuses
  stet check draft.md >said 2>&1
  [ $? -eq 2 ] && program=refuses
  [ "$schema $program" = "$wanted $wanted" ] || fault "$2: the schema $schema it, stet $program it: $(cat said)"
}
both takes 'date = 2026-11-02
locale = "en-GB"
lang = "sr_Latn"
genre = "opinion"
fail-on = "warning"
ignore = ["archive/**"]
[rules]
structure = "off"
weasel-attribution = { severity = "hint" }
[[overrides]]
files = ["opinion/**"]
rules = { attribution = "hint" }'
both takes '[rules]
paths = ["desk/"]
desk-word = "error"'
both refuses '[rules]
weasel-atribution = "hint"'
both refuses '[rules]
weasel-attribution = "loud"'
both refuses '[[overrides]]
files = ["a"]
rules = { paths = ["desk/"] }'
both refuses '[[overrides]]
files = ["a"]
rules = { nothing-such = "hint" }'
both refuses 'locale = "english"'
both refuses 'lang = "e n"'
both refuses 'genre = "poem"'
both refuses 'colour = "red"'
report
