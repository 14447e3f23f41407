#!/usr/bin/env python3
"""Plants figure faults into clean texts and counts which of them stet sees.

    tests/seeded_figures.py FOLDER [--stet build/release/stet] [--seed 1] [--per-kind 200] [--show N]

FOLDER holds .txt drafts (searched recursively); nothing of them is kept. Two families of faults:
  repeats   a figure that stands twice in a draft (same value, same noun or unit) is broken in the later place:
            magnitude (million <-> billion, a zero more), transposed (two neighbouring digits), digit (one digit changed)
  sums      a sentence of our own with right arithmetic, put at the end of a draft, broken: percent-base (counted from the
            new number), percent (plainly wrong), total, multiple (doubled, tripled), share (one in five, 25 percent)
A fault counts as seen where a finding of one of the figure rules touches it, itself or as a related place. Findings on the
untouched texts are printed as alarms per 1,000 words.
"""
import argparse, collections, json, pathlib, random, re, subprocess, sys, tempfile

RULES = ('figure-inconsistent', 'magnitude-slip', 'percent-change-wrong', 'sum-mismatch', 'multiple-mismatch', 'equivalence-mismatch')
OWN = ('percent-base', 'percent', 'total', 'multiple', 'share')  # sentences of our own, put at the end of a draft
SCALES = {'million': 'billion', 'billion': 'million', 'm': 'bn', 'bn': 'm'}

def run(stet, verb, folder, *words):
    p = subprocess.run([stet, verb, str(folder), '--format', 'json', *words], capture_output=True, text=True)
    if p.returncode not in (0, 1):
        sys.exit(f'stet {verb}: status {p.returncode}: {p.stderr.strip()}')
    return {pathlib.Path(f['path']).name: f for f in json.loads(p.stdout)['files']}

def check(stet, folder):
    return run(stet, 'check', folder, *(x for r in RULES for x in ('--select', r)))

def write(folder, texts):
    for name, text in texts.items():
        (folder / name).write_bytes(text)

def repeats(data, facts):
    """later places of figures said before: bytes spans"""
    seen, out = {}, []
    for f in facts:
        if f['kind'] != 'figure' or 'value' not in f or f['dimension'] not in ('money', 'count', 'percent', 'length', 'mass', 'area'):
            continue
        if not re.search(rb'\d{2}|\d (?:m|b)', data[slice(*f['bytes'])]):
            continue
        key = f['dimension'], f.get('unit'), f['value'], f.get('head')
        if key in seen:
            out.append(f['bytes'])
        seen[key] = True
    return out

def broken(words, kind, rng):
    digits = [m.start() for m in re.finditer(r'\d', words)]
    if kind == 'magnitude':
        m = re.search(r'\b(million|billion)\b|(?<=\d)(bn|m)\b', words)
        if m:
            return words[:m.start()] + SCALES[m[0]] + words[m.end():]
        m = re.search(r'\d[\d,]*', words)
        number = int(m[0].replace(',', ''))
        return words[:m.start()] + (f'{number * 10:,}' if ',' in m[0] else str(number * 10)) + words[m.end():] if '.' not in words else None
    if kind == 'transposed':
        pairs = [i for i, j in zip(digits, digits[1:]) if j == i + 1 and words[i] != words[j] and (words[j] != '0' or i > digits[0])]
        if not pairs:
            return None
        i = rng.choice(pairs)
        return words[:i] + words[i + 1] + words[i] + words[i + 2:]
    i = rng.choice(digits)
    other = rng.choice([d for d in '123456789' if d != words[i]])
    return words[:i] + other + words[i + 1:]

def sums(kind, rng):
    if kind == 'total':
        parts = [rng.randrange(12, 400) for _ in range(3)]
        wrong = sum(parts) + rng.choice((-30, -9, 10, 18, 100))
        return (f'The rowing club has {parts[0]} juniors, {parts[1]} seniors and {parts[2]} veterans, ', f'{wrong} members', ' in all.')
    if kind == 'multiple':
        old, times = rng.randrange(20, 90) * 1000, rng.choice((2, 3))
        new = old * (times + rng.choice((1, 2)))
        return ('The deficit of the rowing club ', {2: 'doubled', 3: 'tripled'}[times], f', from ${old:,} to ${new:,}.')
    if kind == 'share':
        of = rng.choice((4, 5, 10))
        said = 100 // of + rng.choice((5, 8, 12))
        return (f'One in {({4: "four", 5: "five", 10: "ten"})[of]} members of the rowing club (', f'{said} percent', ') cannot swim.')
    old = rng.randrange(40, 400)
    new = old + rng.randrange(old // 5, old)
    right, wrong = 100 * (new - old) / old, 100 * (new - old) / new
    if kind == 'percent':
        wrong = right + rng.choice((7, 11, 19))
    said = round(wrong)
    return (f'Membership of the rowing club rose from {old} to {new} members, a ', f'{said} percent', ' increase.') if abs(said - right) > 2 else None

def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('folder'), a.add_argument('--stet', default='build/release/stet'), a.add_argument('--seed', type=int, default=1)
    a.add_argument('--per-kind', type=int, default=200), a.add_argument('--show', type=int, default=0)
    a = a.parse_args()
    rng = random.Random(a.seed)
    texts = {f'{i:04}.txt': p.read_bytes() for i, p in enumerate(sorted(pathlib.Path(a.folder).rglob('*.txt')))}
    if not texts:
        sys.exit(f'no .txt under {a.folder}')
    faults, planted = {}, {}
    with tempfile.TemporaryDirectory() as clean:
        write(pathlib.Path(clean), texts)
        facts = run(a.stet, 'facts', clean)
        alarms = [(n, f) for n, file in check(a.stet, clean).items() for f in file['findings']]
    words = sum(len(t.split()) for t in texts.values())
    print(f'alarms on {len(texts)} clean texts, {words} words: {len(alarms)} ({1000 * len(alarms) / words:.3f} per 1,000)')
    for rule, n in collections.Counter((f['rule'], f['severity']) for _, f in alarms).items():
        print(f'  {rule[0]} {rule[1]}: {n}')
    places = [(n, span) for n in texts for span in repeats(texts[n], facts[n]['facts'])]
    for kind in ('magnitude', 'transposed', 'digit', *OWN):
        made = 0
        for k, (name, span) in enumerate(rng.sample(places, len(places)) if kind not in OWN else
                                         [(rng.choice(list(texts)), None) for _ in range(a.per_kind)]):
            if made >= a.per_kind:
                break
            data = texts[name]
            if span:
                said = data[slice(*span)].decode('utf-8', 'replace')
                wrong = broken(said, kind, rng)
                if not wrong or wrong == said:
                    continue
                data, at = data[:span[0]] + wrong.encode() + data[span[1]:], (span[0], span[0] + len(wrong.encode()))
            else:
                parts = sums(kind, rng)
                if not parts:
                    continue
                head = data.rstrip() + b'\n\n' + parts[0].encode()
                data, at = head + parts[1].encode() + parts[2].encode() + b'\n', (len(head), len(head) + len(parts[1]))
            out = f'{kind}-{made:04}.txt'
            planted[out], faults[out] = data, (kind, at)
            made += 1
    with tempfile.TemporaryDirectory() as folder:
        write(pathlib.Path(folder), planted)
        answers = check(a.stet, folder)
    hit, of, missed = collections.Counter(), collections.Counter(), []
    for name, (kind, at) in faults.items():
        spans = [s for f in answers[name]['findings'] for s in (f['bytes'], *(r['bytes'] for r in f.get('related', ())))]
        of[kind] += 1
        if any(s[0] < at[1] and at[0] < s[1] for s in spans):
            hit[kind] += 1
        else:
            missed.append((kind, planted[name][max(0, at[0] - 80):at[1] + 60].decode('utf-8', 'replace').replace('\n', ' ')))
    for kind in of:
        print(f'{kind:14} {hit[kind]:4} of {of[kind]:4}  {100 * hit[kind] / of[kind]:5.1f} %')
    for kind, around in rng.sample(missed, min(a.show, len(missed))):
        print(f'  missed {kind}: {around}')

if __name__ == '__main__':
    main()
