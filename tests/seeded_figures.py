#!/usr/bin/env python3
"""Plants figure faults into clean texts and counts which of them stet sees.

    tests/seeded_figures.py FOLDER [--stet build/release/stet] [--seed 1] [--per-kind 200] [--show N]

FOLDER holds .txt drafts (searched recursively); nothing of them is kept. Three families of faults:
  repeats   a figure that stands twice in a draft is broken in the later place: magnitude (million <-> billion, a zero
            more), transposed (two neighbouring digits), digit (one digit changed). Only where both places are one
            quantity by the draft's own words: the same value of the same noun, of which the draft tells no other value,
            in sentences that share two more words; banknotes, shoe sizes and "the top 10" are not broken
  age       somebody whose age the draft tells is given another one in a sentence at its end
  sums      a sentence of our own, put at the end of a draft: percent-base (counted from the new number), percent
            (plainly wrong), total, multiple (doubled, tripled), share (one in five, 25 percent), parts (percentages of
            one whole), duration (from year to year)
A fault counts as seen where a finding of one of the figure rules touches it, itself or as a related place. The sentences
of our own are put in with right figures, too: findings on those, and on the untouched texts, are alarms.
"""
import argparse, collections, json, pathlib, random, re, subprocess, sys, tempfile

RULES = ('figure-inconsistent', 'magnitude-slip', 'percent-change-wrong', 'sum-mismatch', 'multiple-mismatch', 'equivalence-mismatch',
         'age-inconsistent', 'duration-mismatch', 'percent-sum')
OWN = ('percent-base', 'percent', 'total', 'multiple', 'share', 'parts', 'duration', 'age')  # sentences of our own, at the end
SCALES = {'million': 'billion', 'billion': 'million', 'm': 'bn', 'bn': 'm'}
COUNTED = ('money', 'count', 'percent', 'length', 'mass', 'area', 'volume', 'speed')
TOLL = rb'\b(?:killed|killing|dead|injured|injuring|wounded|wounding|arrested)\b'

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

def sentence(data, facts, span):
    """the words of the sentence around a place that tell something, cut to five letters"""
    for a, b in facts['sentences']:
        if a <= span[0] < b:
            return {w[:5] for w in re.findall(r'[a-z]{4,}', data[a:b].decode('utf-8', 'replace').lower())} - {'that', 'this', 'with', 'from', 'have', 'were', 'said', 'more', 'than'}
    return set()

def counted(data, f):
    """what the figure is of: a noun, or what an accident did to so many; None where that cannot be told"""
    if f['dimension'] in COUNTED and f.get('head'):
        return f['dimension'], f.get('unit'), f['head'].lower().rstrip('s')
    near = data[max(0, f['bytes'][0] - 10):f['bytes'][1] + 10]
    return ('toll',) if f['dimension'] == 'number' and re.search(TOLL, near) else None

def repeats(data, facts):
    """later places of figures said before, where both are one quantity: byte spans"""
    first, values, out = {}, collections.defaultdict(set), []
    figures = [f for f in facts['facts'] if f['kind'] == 'figure' and 'value' in f]
    for f in figures:
        if what := counted(data, f):
            values[what].add(f['value'])
    for f in figures:
        what = counted(data, f)
        if not what or len(values[what]) > 1 and what != ('toll',) or not re.search(rb'\d{2}|\d (?:m|b)', data[slice(*f['bytes'])]):
            continue
        here = sentence(data, facts, f['bytes'])
        noun = what[-1][:5]
        there = first.setdefault((what, f['value']), (f, here))
        if there[0] is not f and len((here & there[1]) - {noun}) >= 2:
            out.append(f['bytes'])
    return out

def persons(data, facts):
    """(surname, age) of everybody of whom the draft tells one age behind the name: "Ana Ruiz, 34," """
    found = re.findall(r'(?:[A-Z][a-z]+ )+([A-Z][a-z]{3,}), ([2-8]\d),', data.decode('utf-8', 'replace'))
    return [(n, int(y)) for n, y in found if sum(n == m for m, _ in found) == 1]

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

def sums(kind, wrong, rng):
    """a sentence of our own in three parts; the middle one is told wrongly where `wrong`"""
    if kind == 'total':
        parts = [rng.randrange(12, 400) for _ in range(3)]
        said = sum(parts) + (rng.choice((-30, -9, 10, 18, 100)) if wrong else 0)
        return (f'The rowing club has {parts[0]} juniors, {parts[1]} seniors and {parts[2]} veterans, ', f'{said} members', ' in all.')
    if kind == 'multiple':
        old, times = rng.randrange(20, 90) * 1000, rng.choice((2, 3))
        new = old * (times + (rng.choice((1, 2)) if wrong else 0))
        return ('The deficit of the rowing club ', {2: 'doubled', 3: 'tripled'}[times], f', from ${old:,} to ${new:,}.')
    if kind == 'share':
        of = rng.choice((4, 5, 10))
        said = 100 // of + (rng.choice((5, 8, 12)) if wrong else 0)
        return (f'One in {({4: "four", 5: "five", 10: "ten"})[of]} members of the rowing club (', f'{said} percent', ') cannot swim.')
    if kind == 'parts':
        a, b = rng.randrange(20, 45), rng.randrange(15, 35)
        c = 100 - a - b + (rng.choice((6, 9, 15)) if wrong else 0)
        return ('', f'Of the members, {a} percent voted for the new boat, {b} percent voted against it and {c} percent abstained', '.')
    if kind == 'duration':
        first, years = rng.randrange(1950, 1990), rng.randrange(5, 20)
        said = years + (rng.choice((3, 5, 10)) if wrong else 0)
        span = f'from {first} to {first + years}'
        return rng.choice(((f'The rowing club was closed {span}, ', f'{said} years', '.'),
                           (f'The rowing club was closed for ', f'{said} years', f', {span}.'),
                           (f'The rowing club was closed {span}, a span of ', f'{said} years', '.')))
    old = rng.randrange(40, 400)
    new = old + rng.randrange(old // 5, old)
    right = 100 * (new - old) / old
    said = round(right if not wrong else right + rng.choice((7, 11, 19)) if kind == 'percent' else 100 * (new - old) / new)
    plain = not wrong or abs(said - right) > 2
    return (f'Membership of the rowing club rose from {old} to {new} members, a ', f'{said} percent', ' increase.') if plain else None

def aged(person, wrong, rng):
    name, age = person
    return ('“I know the boat,” said the ', f'{age + (rng.choice((-9, -2, -1, 1, 2, 9)) if wrong else 0)}-year-old', f' {name}.')

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
    people = [(n, x) for n in texts for x in persons(texts[n], facts[n]['facts'])]
    places = [(n, span) for n in texts for span in repeats(texts[n], facts[n])]
    right = {}
    for kind in ('magnitude', 'transposed', 'digit'):
        for name, span in rng.sample(places, len(places))[:a.per_kind]:
            said = texts[name][slice(*span)].decode('utf-8', 'replace')
            wrong = broken(said, kind, rng)
            if wrong and wrong != said:
                out = f'{kind}-{len(planted):05}.txt'
                planted[out] = texts[name][:span[0]] + wrong.encode() + texts[name][span[1]:]
                faults[out] = kind, (span[0], span[0] + len(wrong.encode()))
    for kind in OWN:
        for k in range(a.per_kind if kind != 'age' else min(a.per_kind, 4 * len(people))):
            name, person = rng.choice(people) if kind == 'age' else (rng.choice(list(texts)), None)
            for wrong, into in ((True, faults), (False, right)):
                if parts := aged(person, wrong, rng) if kind == 'age' else sums(kind, wrong, rng):
                    head, out = texts[name].rstrip() + b'\n\n' + parts[0].encode(), f'{kind}-{len(planted):05}.txt'
                    planted[out] = head + parts[1].encode() + parts[2].encode() + b'\n'
                    into[out] = kind, (len(head), len(head) + len(parts[1]))
    with tempfile.TemporaryDirectory() as folder:
        write(pathlib.Path(folder), planted)
        answers = check(a.stet, folder)
    def seen(name, at):
        spans = [s for f in answers[name]['findings'] for s in (f['bytes'], *(r['bytes'] for r in f.get('related', ())))]
        return any(s[0] < at[1] and at[0] < s[1] for s in spans)
    def around(name, at):
        return planted[name][max(0, at[0] - 80):at[1] + 60].decode('utf-8', 'replace').replace('\n', ' ')
    hit, of, missed = collections.Counter(), collections.Counter(), []
    for name, (kind, at) in faults.items():
        of[kind] += 1
        hit[kind] += seen(name, at)
        if not seen(name, at):
            missed.append((kind, around(name, at)))
    wrongly = [(kind, around(name, at)) for name, (kind, at) in right.items() if seen(name, at)]
    print(f'alarms on {len(right)} right sentences: {len(wrongly)}')
    for kind in of:
        print(f'{kind:14} {hit[kind]:4} of {of[kind]:4}  {100 * hit[kind] / of[kind]:5.1f} %')
    for kind, around in rng.sample(missed, min(a.show, len(missed))):
        print(f'  missed {kind}: {around}')
    for kind, around in wrongly[:a.show]:
        print(f'  alarm {kind}: {around}')

if __name__ == '__main__':
    main()
