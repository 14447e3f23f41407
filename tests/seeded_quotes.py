#!/usr/bin/env python3
"""Tells a quotation of a draft a second time, in its words or with some changed, and counts what quote-drift sees.

    tests/seeded_quotes.py FOLDER [--stet build/release/stet] [--seed 1] [--per-kind 200] [--show N]

FOLDER holds .txt drafts (searched recursively); nothing of them is kept. A quotation of eight to forty words is told
again as the draft's last paragraph: the right kinds must raise nothing, the broken ones a finding that touches it. Kinds:
  same       word for word                        right
  cut        shortened at either end              right
  ellipsis   a word or more left out, and marked  right
  bracket    a word put in brackets               right
  changed    another word for one                 broken
  dropped    a word left out                      broken
  added      a word put in                        broken
  swapped    two neighbours exchanged             broken
"""
import argparse, collections, json, pathlib, random, re, subprocess, sys, tempfile

QUOTED = re.compile(r'“([A-Z][^“”\[\]…\n]{40,240})[,.?!]”')
OTHERS = 'harbour seldom ladder quietly copper winter'.split()
RIGHT = ('same', 'cut', 'ellipsis', 'bracket')

def retold(kind, words, rng):
    at = rng.randint(2, len(words) - 3)
    if kind == 'cut':
        return words[rng.randint(0, 1):len(words) - rng.randint(1, 2)]
    if kind == 'ellipsis':
        return words[:at] + ['…'] + words[at + rng.randint(1, 2):]
    if kind == 'bracket':
        return words[:at] + ['[the harbour]'] + words[at + 1:]
    if kind == 'changed':
        return words[:at] + [rng.choice(OTHERS)] + words[at + 1:]
    if kind == 'dropped':
        return words[:at] + words[at + 1:]
    if kind == 'added':
        return words[:at] + [rng.choice(OTHERS)] + words[at:]
    if kind == 'swapped':
        return words[:at] + [words[at + 1], words[at]] + words[at + 2:]
    return words

def findings(stet, folder):
    p = subprocess.run([stet, 'check', str(folder), '--select', 'quote-drift', '--format', 'json', '--fail-on', 'never'],
                       capture_output=True, text=True)
    if p.returncode != 0:
        sys.exit(f'stet check: status {p.returncode}: {p.stderr.strip()}')
    return {pathlib.Path(f['path']).name: f['findings'] for f in json.loads(p.stdout)['files']}

def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('folder', type=pathlib.Path)
    arguments.add_argument('--stet', default='build/release/stet')
    arguments.add_argument('--seed', type=int, default=1)
    arguments.add_argument('--per-kind', type=int, default=200)
    arguments.add_argument('--show', type=int, default=0)
    a = arguments.parse_args()
    rng = random.Random(a.seed)
    pairs = []
    for path in sorted(a.folder.rglob('*.txt')):
        text = path.read_text(errors='replace').strip()
        pairs += [(text, m[1].split()) for m in QUOTED.finditer(text) if 8 <= len(m[1].split()) <= 40]
    if not pairs:
        sys.exit(f'{a.folder}: no quotations')
    kinds = RIGHT + ('changed', 'dropped', 'added', 'swapped')
    hit, of, wrong = collections.Counter(), collections.Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        folder, planted = pathlib.Path(folder), {}
        for kind in kinds:
            for n in range(a.per_kind):
                text, words = rng.choice(pairs)
                again, name = retold(kind, words, rng), f'{kind}-{n}.txt'
                if kind == 'swapped' and again == words:
                    continue
                (folder / name).write_text(f'{text}\n\n“{" ".join(again)}.”\n')
                planted[name] = kind, len(f'{text}\n\n'.encode()), ' '.join(again)
        for name, found in findings(a.stet, folder).items():
            kind, begin, again = planted[name]
            touched = [f for f in found if f['bytes'][1] > begin]
            of[kind] += 1
            hit[kind] += bool(touched)
            if bool(touched) == (kind in RIGHT):
                wrong.append(f'{kind}: {again} {[f["message"] for f in touched]}')
    print(f'{"kind":10}{"told":>6}{"seen":>6}{"%":>8}')
    for kind in kinds:
        print(f'{kind:10}{of[kind]:6}{hit[kind]:6}{100 * hit[kind] / max(of[kind], 1):8.1f}  {"(must be none)" if kind in RIGHT else ""}')
    for line in rng.sample(wrong, min(a.show, len(wrong))):
        print(' ', line)

if __name__ == '__main__':
    main()
