#!/usr/bin/env python3
"""Plants date faults into clean texts and counts which of them stet sees.

    tests/seeded_dates.py FOLDER [--stet build/release/stet] [--seed 1] [--per-kind 200] [--show N]

FOLDER holds .txt drafts (searched recursively); nothing of them is kept. Every draft is published on a day of its own,
and a sentence of our own, right or broken, is put at its end: the right ones must raise nothing, the broken ones a
finding of a date rule that touches them. Kinds:
  age         an age against the year of birth, or at a death
  duration    from A to B, N years; N years after
  order       before and after turned round, ranges reversed
  impossible  days and hours that do not exist
  century     a century or a decade and a year outside it
  relative    last year, N years ago, and another year beside it
  tense       will, of a day that is over
  weekday     the weekday beside a date
"""
import argparse, calendar, collections, datetime, json, pathlib, random, subprocess, sys, tempfile

NAMES = ('Ana Ruiz', 'Per Holm', 'Li Wei', 'Mara Lindqvist', 'Tomas Okafor')
EVENTS = ('flood', 'fire', 'election', 'coup', 'earthquake', 'war')
WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split()

def number(n, rng):
    return WORDS[n - 1] if n <= len(WORDS) and rng.random() < 0.6 else str(n)

def age(day, wrong, rng):
    name, years = rng.choice(NAMES), rng.randint(19, 88)
    born, off = day.year - years, rng.choice((-10, -3, 4, 10)) if wrong else 0
    died, at = rng.randint(1990, 2010), rng.randint(50, 95)
    return rng.choice((
        f'{name}, {years + off}, was born in {born}.', f'Born in {born}, {name}, {years + off}, runs the mill.',
        f'{name}, a {years + off}-year-old nurse born in {born}, spoke first.',
        f'{name} ({died - at}–{died}) died in Vella, aged {at + off}.',
        f'Born in {died - at}, {name} died in {died}, at the age of {at + off}.',
        f'{name}, {years + off}, runs the mill. She was born in {born}.'))

def duration(day, wrong, rng):
    first, n = rng.randint(1900, 1990), rng.randint(3, 12)
    said = n + (rng.choice((3, 5)) if wrong else 0)
    event, last = rng.choice(EVENTS), first + n
    return rng.choice((
        f'From {first} to {last}, a span of {number(said, rng)} years, the dam leaked.',
        f'The dam leaked for {number(said, rng)} years, from {first} to {last}.',
        f'The inquiry sat in {last}, {number(said, rng)} years after the {event} of {first}.',
        f'{number(said, rng).capitalize()} years after the {first} {event}, in {last}, the school opened again.',
        f'It was built in {first} and sold {number(said, rng)} years later, in {last}.'))

def order(day, wrong, rng):
    first, n, event = rng.randint(1900, 1990), rng.randint(2, 9), rng.choice(EVENTS)
    last = first + n
    a, b = (last, first) if wrong else (first, last)
    return rng.choice((
        f'The treaty was signed in {a}, {number(n, rng)} years before the {event} of {b}.',
        f'She resigned in {b}, after the {a} {event}.', f'The yard built boats from {a} to {b}.',
        f'{rng.choice(NAMES)} ({a}–{b}) founded it.'))

def impossible(day, wrong, rng):
    month = rng.choice((4, 6, 9, 11))
    name, at = calendar.month_name[month], 31 if wrong else 30
    hour, leap = 14 if wrong else 2, 2019 if wrong else 2016
    return rng.choice((
        f'The lease ended on {name} {at}.', f'The lease ended on {at} {name} 2018.', f'It leaves at {hour}:20 p.m. daily.',
        f'She was born on February 29, {leap}.', f'The log of 2019-{14 if wrong else 12}-03 is lost.'))

def century(day, wrong, rng):
    ordinal, year = rng.choice((('18th', 1745), ('19th', 1868), ('17th', 1612)))
    decade = rng.randint(192, 199) * 10
    year, other = year + (100 if wrong else 0), decade + (12 if wrong else 3)
    return rng.choice((f'It kept the lamps of the {ordinal} century ({year}).', f'The mill burned late in the {ordinal} century, in {year}.',
                       f'She sold the records of the {decade}s ({other}).', f'The strikes came in the {decade}s, in {other}.'))

def relative(day, wrong, rng):
    off, n = rng.choice((-3, -2, 2)) if wrong else 0, rng.randint(3, 9)
    return rng.choice((
        f'The bridge fell last year, in {day.year - 1 + off}.', f'The bridge fell in {day.year - n + off}, {number(n, rng)} years ago.',
        f'The Vella mission ended last year. In {day.year - 1 + off}, when the Vella mission ended, it rained.'))

def tense(day, wrong, rng):
    then = day + datetime.timedelta(days=rng.randint(20, 300) * (-1 if wrong else 1))
    date = f'{calendar.month_name[then.month]} {then.day}, {then.year}'
    return rng.choice((f'The hearing will be held on {date}.', f'The pier is due to open on {date}.', f'The fair will open on {date}.'))

def weekday(day, wrong, rng):
    then = day - datetime.timedelta(days=rng.randint(5, 4000))
    said = then + datetime.timedelta(days=rng.randint(1, 6) if wrong else 0)
    return f'The vote was held on {calendar.day_name[said.weekday()]}, {calendar.month_name[then.month]} {then.day}, {then.year}.'

KINDS = {f.__name__: f for f in (age, duration, order, impossible, century, relative, tense, weekday)}

def findings(stet, folder):
    p = subprocess.run([stet, 'check', str(folder), '--select', 'dates', '--ignore', 'relative-time', '--ignore', 'date-without-year',
                        '--format', 'json', '--fail-on', 'never'], capture_output=True, text=True)
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
    texts = [p.read_text(errors='replace') for p in sorted(a.folder.rglob('*.txt'))]
    if not texts:
        sys.exit(f'{a.folder}: no .txt drafts')
    hit, of, alarms, missed = collections.Counter(), collections.Counter(), collections.Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        folder, planted = pathlib.Path(folder), {}
        for kind, make in KINDS.items():
            for wrong in (False, True):
                for n in range(a.per_kind):
                    day = datetime.date(2019, 6, 1) + datetime.timedelta(days=rng.randint(0, 2500))
                    head = f'---\ndate: {day}\n---\n\n{rng.choice(texts).strip()}\n\n'
                    sentence, name = make(day, wrong, rng), f'{kind}-{int(wrong)}-{n}.md'
                    (folder / name).write_text(head + sentence + '\n')
                    planted[name] = kind, wrong, len(head.encode()), sentence
        for name, found in findings(a.stet, folder).items():
            kind, wrong, begin, sentence = planted[name]
            touched = [f for f in found if f['bytes'][1] > begin]
            of[kind, wrong] += 1
            hit[kind, wrong] += bool(touched)
            if bool(touched) != wrong:
                missed.append(f'{"missed" if wrong else "alarm on"}: {sentence} {[f["message"] for f in touched]}')
    print(f'{"kind":12}{"broken":>8}{"seen":>7}{"%":>8}{"right":>8}{"alarms":>8}')
    for kind in KINDS:
        n, k = of[kind, True], hit[kind, True]
        print(f'{kind:12}{n:8}{k:7}{100 * k / n:8.1f}{of[kind, False]:8}{hit[kind, False]:8}')
    for line in rng.sample(missed, min(a.show, len(missed))):
        print(' ', line)

if __name__ == '__main__':
    main()
