import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readXlsx } from '../src/platform/documents/index.ts';
import { unzip } from '../src/platform/documents/sheets/zip.ts';
import { demoProduct } from '../src/testing.ts';
import { cellTexts, rowsOf } from './support/html.ts';
import { asPublished, type GivenRow, type GivenTable, published } from './support/published.ts';

const product = await demoProduct();
after(() => product.close());
const clerk = await product.token('clerk');

const address = '/api/v1/benchmark?org=sonla&on=2019-12-31';

async function json<T>(path: string, token = clerk): Promise<T> {
  const answer = await product.rest('GET', path, token);
  assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
  return answer.json() as Promise<T>;
}

const tableNow = (token = clerk) => json<GivenTable>(address, token);
const table = await tableNow();
const rowOf = (code: string, from = table): GivenRow => from.rows.find((r) => r.code === code)!;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly next: string | null;
}

interface FigureRecord {
  readonly pid: string;
  readonly amount: number;
  readonly href: string;
}

/** All pages of a list, by its own `next` addresses. */
async function everything<Item>(path: string): Promise<Item[]> {
  const found: Item[] = [];
  for (let next: string | null = path; next !== null; ) {
    const page: Page<Item> = await json(next);
    found.push(...page.items);
    next = page.next;
    if (next === null) assert.equal(found.length, page.total, path);
  }
  return found;
}

test('the table of 31/12/2019 is the published one', () => {
  assert.equal(table.org, 'sonla');
  assert.equal(table.on, '2019-12-31');
  assert.equal(table.peers, 63);
  assert.deepEqual(asPublished(table), published);
});

test('means are exact, counts are whole, yes or no has no rank', () => {
  for (const { code, national, own, rank } of table.rows) {
    const isMean = code.startsWith('I.') && !code.startsWith('I.5');
    if (national !== null && !isMean) assert.ok(Number.isInteger(national), code);
    assert.equal(rank === null, typeof own === 'boolean', code);
  }
  assert.equal(rowOf('I.1').national, 1166 / 63);
});

for (const { code } of published) {
  test(`${code}: its records make the figure, and the peers make the national one`, async () => {
    const { own, national, records, nationalRecords } = rowOf(code);
    const found = await everything<FigureRecord>(records);
    const sum = found.reduce((total, record) => total + record.amount, 0);
    if (typeof own === 'boolean') assert.equal(found.length > 0, own, code);
    else assert.ok(Math.abs(sum - own!) < 1e-9, `${sum} instead of ${own}`);
    const peers = await everything<{ value: number | boolean | null }>(nationalRecords);
    assert.equal(peers.length, 63);
    const known = peers.flatMap(({ value }) => (value === null ? [] : [Number(value)]));
    const total = known.reduce((a, b) => a + b, 0);
    const isCount = typeof own === 'boolean';
    if (national !== null)
      assert.ok(Math.abs((isCount ? total : total / known.length) - national) < 1e-9, code);
  });
}

test('every record of a figure opens under its own address', async () => {
  for (const code of ['I.1', 'I.2', 'I.4', 'II.2.1', 'III.1']) {
    const [record] = await everything<FigureRecord>(rowOf(code).records);
    await json(record!.href);
  }
});

test("a peer's value is seen, its records are not there", async () => {
  const peer = await json<GivenTable>('/api/v1/benchmark?org=hanoi&on=2019-12-31');
  for (const { records, own } of peer.rows) {
    assert.notEqual(own, null);
    assert.equal((await product.rest('GET', records, clerk)).status, 404, records);
  }
});

/** Takes one record away through REST and says how the table answers next. */
async function without(code: string, path: string): Promise<GivenTable> {
  const admin = await product.token('admin');
  const before = rowOf(code);
  const gone = await product.rest('DELETE', path, admin);
  assert.equal(gone.status, 204, await gone.text());
  const next = await tableNow();
  const restored = await product.rest('POST', `${path}/restore`, admin);
  assert.equal(restored.status, 200, await restored.text());
  assert.deepEqual(rowOf(code, await tableNow()), before);
  return next;
}

const recordsOf = (code: string) => everything<FigureRecord>(rowOf(code).records);

test('deleting one record changes the next answer: activities', async () => {
  const all = await recordsOf('III.3');
  assert.equal(all.length, 1);
  const next = await without('III.3', all[0]!.href);
  assert.equal(rowOf('III.3', next).own, false);
  assert.equal(rowOf('III.3', next).national, 0);
});

test('deleting one record changes the next answer: distinctions', async () => {
  const all = await recordsOf('III.4.1');
  assert.equal(all.length, 1);
  const next = await without('III.4.1', all[0]!.href);
  assert.equal(rowOf('III.4.1', next).own, false);
  assert.equal(rowOf('III.4.1', next).national, 14);
});

test('deleting one record changes the next answer: facts', async () => {
  const [largest] = (await recordsOf('I.3')).toSorted((a, b) => b.amount - a.amount);
  const next = await without('I.3', largest!.href);
  const before = rowOf('I.3');
  assert.ok(Math.abs(Number(before.own) - largest!.amount - Number(rowOf('I.3', next).own)) < 1e-9);
  assert.ok(Number(rowOf('I.3', next).national) < Number(before.national));
});

test('deleting one record changes the next answer: affiliations', async () => {
  const all = await recordsOf('I.2');
  const next = await without('I.2', all[0]!.href);
  assert.equal(rowOf('I.2', next).own, 18);
  assert.ok(Math.abs(Number(rowOf('I.2', next).national) - 1417 / 63) < 1e-9);
});

// How the three documents print a figure.
const decimal = new Intl.NumberFormat('vi-VN', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

function printed({ code, national, own }: GivenRow): { national: string; own: string } {
  const isMean = typeof own === 'number';
  const whole = code === 'I.2' || code === 'I.4';
  return {
    national: national === null ? '' : isMean ? decimal.format(national) : `${national} đơn vị`,
    own: isMean ? (whole ? String(own) : decimal.format(own)) : own === true ? 'Có' : 'Chưa có',
  };
}

test('the page shows the same figures, each a link to its records', async () => {
  const headers = await product.signIn('clerk');
  const answer = await product.get('/vp/sonla/bao-cao/bang-so-sanh?ngay=2019-12-31', headers);
  assert.equal(answer.status, 200);
  const html = await answer.text();
  const rows = rowsOf(html).filter((r) =>
    table.rows.some((t) => cellTexts(r)[1]?.startsWith(t.label)),
  );
  assert.equal(rows.length, table.rows.length);
  for (const [place, row] of table.rows.entries()) {
    const [, label, national, own] = cellTexts(rows[place]!);
    assert.ok(label!.startsWith(row.label), `${label} instead of ${row.label}`);
    assert.deepEqual({ national, own }, printed(row), row.code);
    const links = [...rows[place]!.matchAll(/href="([^"]+)"/g)].map((m) =>
      m[1]!.replaceAll('&amp;', '&'),
    );
    assert.equal(links.length, row.national === null ? 1 : 2, row.code);
    const opened = await product.get(links.at(-1)!.split('#')[0]!, headers);
    assert.equal(opened.status, 200, row.code);
  }
});

async function fileOf(name: string): Promise<Buffer> {
  const headers = await product.signIn('clerk');
  const path = `/vp/sonla/bao-cao/${name}?ngay=2019-12-31`;
  const answer = await product.get(path, headers);
  assert.equal(answer.status, 200, path);
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment;/);
  return Buffer.from(await answer.arrayBuffer());
}

// A cell keeps 15 digits, as Excel itself does.
function same(cell: unknown, figure: unknown, code: string): void {
  if (typeof cell !== 'number' || typeof figure !== 'number') assert.equal(cell, figure, code);
  else assert.ok(Math.abs(cell - figure) < 1e-9, `${code}: ${cell} instead of ${figure}`);
}

test('Excel holds the same figures, as numbers', async () => {
  const { sheets, issues } = await readXlsx(await fileOf('bang-so-sanh.xlsx'));
  assert.deepEqual(issues, []);
  const rows = sheets[0]!.rows;
  for (const row of table.rows) {
    const cells = rows.find((cells) => cells[1]?.text === row.code);
    assert.ok(cells, row.code);
    same(cells[4]?.value ?? null, row.national, row.code);
    same(
      cells[5]?.value ?? null,
      typeof row.own === 'boolean' ? printed(row).own : row.own,
      row.code,
    );
  }
});

test('Word holds the same figures', async () => {
  const read = unzip(await fileOf('bang-so-sanh.docx'), 50_000_000);
  assert.ok(read.ok);
  const xml = Buffer.from(read.entries.get('word/document.xml')!).toString('utf8');
  const rows = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join(''),
    ),
  );
  for (const row of table.rows) {
    const cells = rows.find((each) => each[1]?.replaceAll('&amp;', '&') === row.label);
    assert.ok(cells, row.label);
    const { national, own } = printed(row);
    assert.deepEqual([cells[3], cells[4]], [national, own], row.code);
  }
});
