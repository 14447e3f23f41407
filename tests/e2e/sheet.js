// The fact-check sheet in headless Chromium, as a checker uses it: sorts, filters, ticks off, moves about by keyboard,
// prints, and asks the network for nothing.
//   node sheet.js STET [FOLDER_FOR_SCREENSHOTS]
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const [stet, pictures] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'stet-sheet-'));
const facts = (...words) => execFileSync(stet, ['facts', ...words], { cwd: here, encoding: 'utf8' });
const file = join(folder, 'sheet.html');
writeFileSync(file, facts('--format', 'html', 'harbour.md'));
const source = readFileSync(join(here, 'node_modules/axe-core/axe.min.js'), 'utf8');

// The same rows, from the other format.
const csv = facts('--format', 'csv', 'harbour.md').replace(/^\uFEFF/, '');
const lines = [...csv.matchAll(/((?:"(?:[^"]|"")*"|[^,"\r\n]*)(?:,|\r\n))/g)].map(m => m[1]);
const cells = [[]];
for (const cell of lines) {
  const last = cell.endsWith('\r\n'), text = cell.replace(/(,|\r\n)$/, '');
  cells.at(-1).push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
  if (last) cells.push([]);
}
cells.pop();
const names = cells.shift();
const expected = cells.map(row => Object.fromEntries(names.map((name, i) => [name, row[i]])));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
const asked = [];
const complaints = [];
async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('request', request => request.url() === pathToFileURL(file).href || asked.push(request.url()));
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  await page.goto(pathToFileURL(file).href);
  return page;
}
const rows = page => page.$$eval('#claims tbody tr', all => all.filter(r => !r.hidden).map(r => ({
  no: r.dataset.n, kind: r.dataset.kind, status: r.dataset.status, worth: r.dataset.worth,
  claim: r.cells[2].innerText, source: r.cells[6].innerText, figures: r.cells[7].innerText, dates: r.cells[8].innerText,
})));
const focused = page => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
const picture = (page, name) => pictures && page.screenshot({ path: join(pictures, name + '.png') });

let failed = 0, passed = 0;
async function test(name, options, body) {
  const page = await open(options);
  try {
    await body(page);
    ++passed;
  } catch (error) {
    ++failed;
    console.log(`FAILED ${name}\n${error.stack}\n`);
    await picture(page, 'failed-' + failed);
  }
  await page.context().close();
}

await test('has the rows of the CSV, marked in the draft', {}, async page => {
  const shown = await rows(page);
  assert.ok(shown.length >= 10);
  assert.deepEqual(shown.map(r => r.no), expected.map(r => r.no));
  for (const [i, row] of shown.entries()) {
    for (const name of ['kind', 'status', 'worth']) assert.equal(row[name], expected[i][name]);
    assert.equal(row.claim, expected[i].claim.replace(/^'(?==)/, ''));
    for (const name of ['source', 'figures', 'dates']) assert.equal(row[name].replaceAll('\n', '; '), expected[i][name]);
  }
  const marks = await page.$$eval('#draft mark', all => all.map(m => [m.dataset.n, m.innerText.replace(/^\d+/, '')]));
  for (const row of shown) {
    const words = marks.filter(([n]) => n === row.no).map(([, text]) => text).join(' ');
    assert.equal(words.replace(/\s+/g, ' ').trim(), row.claim);
  }
  await picture(page, 'light');
});

await test('takes nothing in the draft for markup', {}, async page => {
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  assert.equal(await page.locator('script').count(), 1);
  assert.equal(await page.locator('img, iframe, object, embed').count(), 0);
  assert.equal(await page.locator('h1').innerText(), 'The harbour\'s <bill> & "the </script> wall"');
});

await test('sorts by what is clicked, both ways', {}, async page => {
  const worth = page.getByRole('columnheader', { name: 'Worth' });
  await worth.getByRole('button').click();
  let order = (await rows(page)).map(r => Number(r.worth));
  assert.deepEqual(order, [...order].sort((a, b) => b - a));
  assert.equal(await worth.getAttribute('aria-sort'), 'descending');
  assert.equal(await page.locator('[aria-sort]').count(), 1);
  await worth.getByRole('button').press('Enter');
  order = (await rows(page)).map(r => Number(r.worth));
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
  await page.getByRole('columnheader', { name: 'Source' }).getByRole('button').click();
  const sources = (await rows(page)).map(r => r.source);
  assert.ok(sources[0] !== '' && sources.at(-1) === '');
  await page.getByRole('columnheader', { name: 'No.' }).getByRole('button').click();
  assert.deepEqual((await rows(page)).map(r => r.no), expected.map(r => r.no));
});

await test('filters by status, kind, worth and words', {}, async page => {
  const open = expected.filter(r => r.status === 'unsourced');
  await page.getByRole('button', { name: /^unsourced/ }).click();
  assert.deepEqual((await rows(page)).map(r => r.no), open.map(r => r.no));
  assert.match(await page.getByRole('status').innerText(), new RegExp(`^${open.length} of ${expected.length} claims`));
  await page.getByLabel('Worth').selectOption('7');
  assert.deepEqual((await rows(page)).map(r => r.no), open.filter(r => Number(r.worth) >= 7).map(r => r.no));
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByLabel('Kind').selectOption('accusation');
  assert.deepEqual((await rows(page)).map(r => r.kind), ['accusation']);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByLabel('Find').fill('ORTIZ march');
  assert.equal((await rows(page)).length, 1);
  await page.getByLabel('Find').fill('no such words');
  assert.equal((await rows(page)).length, 0);
  assert.ok(await page.getByText('No claim to show').isVisible());
});

await test('is moved about by keyboard', {}, async page => {
  await page.locator('#print').focus();
  for (let i = 0; i < 30 && (await focused(page)) !== 'r1'; ++i) await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'r1');
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), 'r2');
  await page.keyboard.press('End');
  assert.equal(await focused(page), 'r' + expected.length);
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), 'r' + expected.length);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'c2');
  assert.ok(await page.locator('#draft mark.now').first().isVisible());
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), 'c3');
  await picture(page, 'keyboard');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'r3');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'r3');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  assert.ok(await page.getByLabel('Claim 3 checked').isChecked());
});

await test('goes from a row to the draft and back by mouse', {}, async page => {
  await page.locator('#claims tbody tr').nth(4).locator('.claim').click();
  assert.equal(await focused(page), 'r5');
  assert.ok(await page.locator('#c5').isVisible());
  await page.locator('#draft mark[data-n="1"]').first().click();
  assert.equal(await focused(page), 'r1');
});

await test('keeps ticks, and shows what is left', {}, async page => {
  await page.getByLabel('Claim 2 checked').check();
  await page.reload();
  assert.ok(await page.getByLabel('Claim 2 checked').isChecked());
  await page.getByLabel('not yet checked').check();
  assert.equal((await rows(page)).length, expected.length - 1);
  assert.match(await page.getByRole('status').innerText(), /1 checked$/);
});

await test('prints every claim, with room for notes', {}, async page => {
  const pdf = await page.pdf({ preferCSSPageSize: true, path: pictures && join(pictures, 'sheet.pdf') });
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  assert.match(pdf.toString('latin1'), /\/MediaBox \[0 0 84[12][.\d]* 59[45][.\d]*\]/);  // A4, landscape
  await page.emulateMedia({ media: 'print' });
  assert.ok(!(await page.locator('.controls').isVisible()));
  assert.ok(await page.getByText('Checked against, by').isVisible());
  await picture(page, 'print');
});

for (const colorScheme of ['light', 'dark'])
  await test(`has nothing that axe objects to, ${colorScheme}`, { colorScheme }, async page => {
    await page.evaluate(source);
    const { violations } = await page.evaluate(() => axe.run());
    assert.deepEqual(violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 120)).slice(0, 3)]), []);
    await page.getByRole('button', { name: /^unsourced/ }).click();
    await page.locator('#r3').focus();
    const again = await page.evaluate(() => axe.run());
    assert.deepEqual(again.violations.map(v => v.id), []);
    await picture(page, colorScheme + '-filtered');
  });

for (const width of [1920, 1440, 1350, 1120, 900, 420])
  await test(`fits ${width} columns of pixels`, { viewport: { width, height: 800 } }, async page => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const sheet = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.getElementById('sheet');
      return { fits: scrollWidth <= clientWidth, claim: document.querySelector('tbody .claim').clientWidth };
    });
    assert.ok(sheet.fits || width < 1000, 'the table fits its half');
    assert.ok(sheet.claim > 190, `a claim has ${sheet.claim} pixels`);
    await picture(page, 'width-' + width);
  });

await test('is whole without scripts', { javaScriptEnabled: false }, async page => {
  assert.equal(await page.locator('#claims tbody tr:visible').count(), expected.length);
  assert.ok(!(await page.locator('.controls').isVisible()));
  await page.locator('#r2').click();
  assert.ok(page.url().endsWith('#c2'));
});

await browser.close();
rmSync(folder, { recursive: true });
for (const url of asked) console.log(`FAILED the page asked for ${url}`);
for (const complaint of complaints) console.log(`FAILED the browser complained: ${complaint}`);
console.log(`sheet in Chromium: ${passed} passed, ${failed + asked.length + complaints.length} failed`);
process.exit(failed + asked.length + complaints.length ? 1 : 0);
