import type { Hono } from 'hono';
import { type Day, yearOf } from '../../kernel/day.ts';
import { formatDate, parseVietnameseDate } from '../../kernel/vietnamese/dates.ts';
import { bars, contentDisposition, distribution } from '../../platform/documents/index.ts';
import { NotFound } from '../../platform/errors.ts';
import { commonIssues } from '../../platform/forms/vi.ts';
import { office } from '../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../platform/http/env.ts';
import { may } from '../../platform/policy.ts';
import { Alert, accentFor, accents, Columns, type LinkItem } from '../../ui/index.ts';
import {
  allSources,
  declareValues,
  describeDefinition,
  figureRecords,
  readIndicators,
  yearFlow,
} from '../indicators/index.ts';
import { addressOf, type BenchmarkState } from './pages/address.ts';
import { PeersPanel, RecordsPanel } from './pages/panel.tsx';
import { RecordsPage } from './pages/records.tsx';
import { BenchmarkRows, FileButtons, Filters } from './pages/table.tsx';
import {
  type BenchmarkRow,
  type BenchmarkTable,
  benchmarkPeers,
  benchmarkRecords,
  benchmarkTable,
  recordsQuestion,
  unionFor,
} from './queries.ts';
import { chosenDay, yearsToChoose } from './rules.ts';
import { benchmarkDocx, benchmarkXlsx, recordsXlsx } from './sheets.ts';
import { vi } from './vi.ts';

const PANEL_RECORDS = 8;
const PAGE_RECORDS = 50;
const MOST_EXPORTED = 100_000;
const FIRST_YEAR = 2010;

export function reportingDoors(app: Hono<Env>): void {
  app.get('/bao-cao', (c) => c.redirect(office(c.var.place.code, 'bao-cao/bang-so-sanh'), 302));
  app.get('/bao-cao/bang-so-sanh', page);
  app.get('/bao-cao/bang-so-sanh.xlsx', async (c) => {
    const table = await tableOf(c);
    return file(c, await benchmarkXlsx(table), `${fileName(table)}.xlsx`, XLSX);
  });
  app.get('/bao-cao/bang-so-sanh.docx', async (c) => {
    const table = await tableOf(c);
    return file(c, await benchmarkDocx(table), `${fileName(table)}.docx`, DOCX);
  });
  app.get('/bao-cao/bang-so-sanh/ban-ghi', recordsPage);
  app.get('/bao-cao/bang-so-sanh/ban-ghi.xlsx', recordsFile);
  app.get('/bao-cao/bang-so-sanh/bieu-do.svg', chart);
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const fileName = (table: BenchmarkTable) => vi.files.table(table.org.code, table.on);

function file(c: WebContext, bytes: Buffer, name: string, type: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': contentDisposition(name),
  });
}

interface Reading {
  readonly state: BenchmarkState;
  /** The day as it was typed, and what is wrong with it. */
  readonly typed: string;
  readonly error: string | undefined;
}

/** What the address asks for; a day that cannot be read stays as typed, and today is shown. */
async function readState(c: WebContext): Promise<Reading | null> {
  const { cx, place } = c.var;
  const today = cx.clock.today();
  const typed = (c.req.query('ngay') ?? '').trim();
  const parsed = typed === '' ? null : parseVietnameseDate(typed);
  const bad = parsed !== null && !('ok' in parsed) ? parsed : null;
  const on = chosenDay(
    parsed !== null && 'ok' in parsed ? parsed.ok : null,
    yearIn(c.req.query('nam')),
    yearIn(c.req.query('nam-truoc')),
    today,
  );
  const org = c.req.query('don-vi') || (await ownUnion(c, on));
  if (org === null) return null;
  return {
    state: {
      place: place.code,
      org,
      on,
      structure: c.req.query('co-cau') === 'hien-nay' ? 'today' : 'then',
      indicator: c.req.query('chi-tieu') || null,
      view: c.req.query('xem') === 'don-vi' ? 'peers' : 'records',
    },
    typed: bad === null ? formatDate(on) : typed,
    error: bad === null ? undefined : commonIssues[bad.error]?.({ ...bad.data, typed }),
  };
}

async function ownUnion(c: WebContext, on: Day): Promise<string | null> {
  const { cx, place } = c.var;
  if (place.kind === 'provincial_union') return place.code;
  return (await unionFor(cx, place.organisationId, on))?.code ?? null;
}

function yearIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{4}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

async function tableOf(c: WebContext): Promise<BenchmarkTable> {
  const reading = await readState(c);
  if (reading === null) throw new NotFound('benchmark');
  return benchmarkTable(c.var.cx, questionOf(reading.state));
}

const questionOf = ({ org, on, structure }: BenchmarkState) => ({ org, on, structure });

const crumbs = (c: WebContext) => [
  { label: vi.reports, href: office(c.var.place.code, 'bao-cao') },
  { label: vi.title },
];

async function page(c: WebContext) {
  const reading = await readState(c);
  const { shell, cx } = c.var;
  if (reading === null) {
    const body = <Alert tone="info">{vi.noUnion}</Alert>;
    return shell.office(c, { title: vi.title, crumbs: crumbs(c), body });
  }
  const { state, typed, error } = reading;
  const table = await benchmarkTable(cx, questionOf(state));
  const years = yearsToChoose(cx.clock.today(), state.on, FIRST_YEAR);
  const row = table.rows.find((one) => one.code === state.indicator);
  const panel = row === undefined ? undefined : await panelOf(c, state, table, row);
  const rows = <BenchmarkRows state={state} table={table} />;
  return shell.office(c, {
    title: vi.heading(table.org.shortName, yearOf(state.on)),
    lead: vi.lead(table.peers),
    crumbs: crumbs(c),
    action: <FileButtons state={state} />,
    before: <Filters state={state} table={table} years={years} typed={typed} error={error} />,
    body: (
      <Columns aside={panel} asideFirst>
        {rows}
      </Columns>
    ),
    error: error !== undefined,
    status: error === undefined ? 200 : 422,
  });
}

async function panelOf(
  c: WebContext,
  state: BenchmarkState,
  table: BenchmarkTable,
  row: BenchmarkRow,
) {
  const { cx } = c.var;
  if (state.view === 'peers' || !table.opens) {
    const { items, definition } = await benchmarkPeers(cx, { ...state, indicator: row.code });
    const links = await linksOf(c, state, table, row);
    const how = howOf(definition);
    return (
      <PeersPanel state={state} table={table} row={row} how={how} links={links} peers={items} />
    );
  }
  const question = await recordsQuestion(cx, { ...questionOf(state), indicator: row.code });
  const { items, total } = await figureRecords(cx.db, allSources, question, 1, PANEL_RECORDS);
  return (
    <RecordsPanel
      state={state}
      table={table}
      row={row}
      how={howOf(question.definition)}
      links={await linksOf(c, state, table, row)}
      records={items}
      total={total}
      flow={row.measure === 'yes_no' ? null : await yearFlow(cx.db, allSources, question)}
    />
  );
}

function howOf(definition: Parameters<typeof describeDefinition>[0] & { source: string | null }) {
  const source = allSources.get(definition.source ?? '');
  const [measure, ...rest] = describeDefinition(definition, source).slice(0, 3);
  return [measure?.value.toLowerCase(), ...rest.map((one) => one.value)].join('; ');
}

async function linksOf(
  c: WebContext,
  state: BenchmarkState,
  table: BenchmarkTable,
  row: BenchmarkRow,
): Promise<LinkItem[]> {
  const { cx, place } = c.var;
  const links: LinkItem[] = [];
  const about = { 'chi-tieu': row.code, ngay: state.on };
  if (await may(cx, declareValues, table.org.id)) {
    const own = table.org.code;
    const label = row.note === null ? vi.panel.addNote : vi.panel.note;
    links.push({ label, href: office(own, 'bao-cao/ghi-chu', about) });
    if (row.measure === 'entered') {
      links.push({ label: vi.panel.enter, href: office(own, 'bao-cao/gia-tri', about) });
    }
  }
  if (await may(cx, readIndicators, place.organisationId)) {
    const href = office(place.code, `bao-cao/chi-tieu/${row.code}`, { ngay: state.on });
    links.push({ label: vi.panel.definition, href });
  }
  return links;
}

async function recordsOf(c: WebContext, page: number, size: number) {
  const reading = await readState(c);
  if (reading === null || reading.state.indicator === null) throw new NotFound('benchmark');
  const { state } = reading;
  const question = { ...questionOf(state), indicator: state.indicator ?? '' };
  const { org, definition } = await recordsQuestion(c.var.cx, question);
  const found = await benchmarkRecords(c.var.cx, question, page, size);
  return { state, org, definition, ...found };
}

async function recordsPage(c: WebContext) {
  const asked = Number(c.req.query('trang') ?? 1);
  const at = Number.isSafeInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : 1;
  const { state, org, definition, items, total } = await recordsOf(c, at, PAGE_RECORDS);
  return c.var.shell.office(c, {
    title: vi.recordsTitle(definition.code, definition.label),
    lead: vi.recordsLead(org.shortName, state.on, total),
    crumbs: [
      { label: vi.reports, href: office(c.var.place.code, 'bao-cao') },
      { label: vi.title, href: addressOf(state) },
      { label: definition.code },
    ],
    body: (
      <RecordsPage
        records={items}
        total={total}
        page={at}
        size={PAGE_RECORDS}
        href={(one) => addressOf(state, {}, '/ban-ghi', one)}
      />
    ),
  });
}

async function recordsFile(c: WebContext) {
  const { state, org, definition, items } = await recordsOf(c, 1, MOST_EXPORTED);
  const bytes = await recordsXlsx(org, definition, state.on, items);
  return file(c, bytes, `${vi.files.records(org.code, definition.code, state.on)}.xlsx`, XLSX);
}

/** Where the union stands among its peers, as a picture with an address of its own. */
async function chart(c: WebContext) {
  const reading = await readState(c);
  if (reading === null || reading.state.indicator === null) throw new NotFound('benchmark');
  const { state } = reading;
  const indicator = state.indicator ?? '';
  const { items, definition, national } = await benchmarkPeers(c.var.cx, { ...state, indicator });
  const own = items.find((peer) => peer.organisation.code === state.org);
  const accent = accentFor(c.var.place.accent);
  const name = own?.organisation.name ?? state.org;
  const look = {
    accent: accent.ok ? accent.accent : accents.indigo,
    decimals: definition.decimals,
    width: 360,
    title: vi.chartAlt(definition.label, name, items.length),
  };
  const numbers = items.flatMap((peer) => (typeof peer.value === 'number' ? [peer.value] : []));
  const mean = definition.national === 'mean' ? national : null;
  const svg =
    numbers.length > 0
      ? await distribution(
          {
            peers: numbers,
            own: typeof own?.value === 'number' ? { label: name, value: own.value } : null,
            middle: mean === null ? null : { label: vi.panel.mean, value: mean },
          },
          { ...look, height: 160 },
        )
      : await bars(yesNoBars(items, own?.value), { ...look, decimals: 0, height: 132 });
  return c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' });
}

function yesNoBars(
  items: readonly { value: number | boolean | null }[],
  own: number | boolean | null | undefined,
) {
  const count = (wanted: boolean | null) => items.filter(({ value }) => value === wanted).length;
  const bar = (label: string, wanted: boolean | null) => ({
    label,
    value: count(wanted),
    own: own === wanted,
  });
  const all = [bar(vi.chartYes, true), bar(vi.chartNo, false), bar(vi.chartUnknown, null)];
  return all.filter((one) => one.label !== vi.chartUnknown || one.value > 0);
}
