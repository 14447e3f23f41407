'use strict';
// Sorting, filtering, ticking off and moving about in the fact-check sheet. Without it the page is whole and can be
// read and printed; the numbers are links from row to claim and back.
(() => {
  const $ = id => document.getElementById(id);
  const body = $('claims').tBodies[0];
  const rows = [...body.rows];
  const draft = $('draft');
  const all = rows.map((row, i) => ({
    row,
    link: row.querySelector('.no a'),
    tick: row.querySelector('.tick input'),
    marks: [...draft.querySelectorAll(`mark[data-n="${row.dataset.n}"]`)],
    place: $('c' + row.dataset.n),
    number: i,
    words: row.innerText.toLowerCase(),
  }));
  const of = element => all[Number(element.closest('[data-n]')?.dataset.n) - 1];
  const visible = () => [...body.rows].filter(row => !row.hidden).map(of);
  document.documentElement.classList.add('live');

  // One claim is where the Tab key stops, in the table and in the draft; once it has been there it is the present one.
  let now = null;
  const stop = claim => {
    for (const c of [now, claim])
      for (const place of c ? [c.link, c.tick, c.place] : []) if (place) place.tabIndex = c === claim ? 0 : -1;
    now = claim;
  };
  const choose = claim => {
    for (const c of [now, claim])
      for (const part of c ? [c.row, ...c.marks] : []) part.classList.toggle('now', c === claim);
    stop(claim);
  };
  const show = element => element?.scrollIntoView({ block: 'nearest' });
  const go = element => {
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  };
  for (const c of all) for (const place of [c.link, c.tick, c.place]) if (place) place.tabIndex = -1;
  if (all.length) stop(all[0]);

  const sheet = $('sheet');
  sheet.addEventListener('focusin', event => {
    const claim = event.target.closest('tbody') && of(event.target);
    if (!claim) return;
    choose(claim);
    show(claim.place);
  });
  draft.addEventListener('focusin', event => {
    const claim = event.target.classList.contains('n') && of(event.target);
    if (!claim) return;
    choose(claim);
    show(claim.row);
  });
  sheet.addEventListener('click', event => {
    const claim = event.target.closest('tbody') && of(event.target);
    if (!claim || event.target.closest('.tick')) return;
    event.preventDefault();
    if (event.target === claim.link) go(claim.place);
    else if (!String(getSelection())) {
      go(claim.link);
      claim.place?.scrollIntoView({ block: 'center' });
    }
  });
  draft.addEventListener('click', event => {
    const claim = event.target.closest('mark') && of(event.target);
    if (!claim || claim.row.hidden || String(getSelection())) return;
    event.preventDefault();
    go(claim.link);
  });
  document.addEventListener('keydown', event => {
    const inDraft = event.target.classList?.contains('n');
    if (!inDraft && !event.target.closest?.('#claims tbody')) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const claims = inDraft ? all.filter(c => !c.row.hidden) : visible();
    const at = claims.indexOf(of(event.target));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: claims.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const claim = claims[Math.max(0, Math.min(to, claims.length - 1))];
      if (!claim) return;
      go(inDraft ? claim.place : event.target.type === 'checkbox' ? claim.tick : claim.link);
    } else if (event.key === 'Escape' && inDraft) {
      go(of(event.target).link);
    }
  });

  // Sorting. What has no value comes last either way.
  const column = { kind: 3, source: 6, figures: 7, dates: 8 };
  const order = [...document.querySelectorAll('.chip')].map(chip => chip.dataset.status);
  const key = {
    no: c => c.number,
    claim: c => c.row.cells[2].innerText,
    worth: c => Number(c.row.dataset.worth),
    status: c => order.indexOf(c.row.dataset.status),
    kind: c => c.row.dataset.kind,
    source: c => c.row.cells[column.source].innerText,
    figures: c => c.row.cells[column.figures].innerText,
    dates: c => c.row.cells[column.dates].innerText,
  };
  const compare = (a, b) =>
    typeof a === 'number' ? a - b : a.localeCompare(b, undefined, { numeric: true, sensitivity: 'base' });
  for (const button of document.querySelectorAll('#claims thead button'))
    button.addEventListener('click', () => {
      const by = button.dataset.by, head = button.closest('th');
      const before = head.getAttribute('aria-sort');
      const down = before ? before === 'ascending' : by === 'worth';
      for (const th of document.querySelectorAll('#claims thead [aria-sort]')) th.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const keyed = all.map(c => [key[by](c), c]);
      keyed.sort(([a, x], [b, y]) => {
        if ((a === '') !== (b === '')) return a === '' ? 1 : -1;
        return (down ? compare(b, a) : compare(a, b)) || x.number - y.number;
      });
      body.append(...keyed.map(([, c]) => c.row));
    });

  // Filtering.
  const chips = [...document.querySelectorAll('.chip')];
  const filter = () => {
    const wanted = new Set(chips.filter(c => c.ariaPressed === 'true').map(c => c.dataset.status));
    const words = $('find').value.trim().toLowerCase().split(/\s+/);
    const kind = $('kind').value, worth = $('worth').value, left = $('left').checked;
    let shown = 0, ticked = 0;
    for (const c of all) {
      const data = c.row.dataset;
      const fits = (!wanted.size || wanted.has(data.status)) && (!kind || data.kind === kind) &&
        (!worth || Number(data.worth) >= Number(worth)) && !(left && c.tick.checked) &&
        words.every(word => c.words.includes(word));
      c.row.hidden = !fits;
      for (const mark of c.marks) mark.classList.toggle('out', !fits);
      if (fits) ++shown;
      if (c.tick.checked) ++ticked;
    }
    $('shown').textContent =
      (shown === all.length ? `${shown} claims` : `${shown} of ${all.length} claims`) + `, ${ticked} checked`;
    $('none').hidden = shown > 0;
    if (!now || now.row.hidden) {
      const first = visible()[0];
      if (first) stop(first);
    }
  };
  const form = document.querySelector('.controls');
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', filter);
  form.addEventListener('reset', () => {
    for (const chip of chips) chip.ariaPressed = 'false';
    setTimeout(filter);
  });
  for (const chip of chips)
    chip.addEventListener('click', () => {
      chip.ariaPressed = chip.ariaPressed === 'true' ? 'false' : 'true';
      filter();
    });
  $('print').addEventListener('click', () => print());

  // Ticks are kept in this browser, by the claim's words: a new sheet of the same draft has those that still stand.
  const memory = 'stet sheet: ' + document.title;
  let kept = [];
  try {
    kept = JSON.parse(localStorage.getItem(memory)) ?? [];
  } catch { /* nothing is kept where pages may keep nothing */ }
  const mine = c => c.row.cells[2].innerText;
  for (const c of all) {
    c.tick.checked = kept.includes(mine(c));
    c.row.classList.toggle('ticked', c.tick.checked);
    c.tick.addEventListener('change', () => {
      c.row.classList.toggle('ticked', c.tick.checked);
      try {
        localStorage.setItem(memory, JSON.stringify(all.filter(x => x.tick.checked).map(mine)));
      } catch { /* see above */ }
      filter();
    });
  }
  filter();
})();
