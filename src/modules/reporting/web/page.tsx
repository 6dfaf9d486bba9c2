import { yearOf } from '../../../kernel/day.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { Alert, type LinkItem } from '../../../ui/index.ts';
import {
  allSources,
  type Definition,
  declareValues,
  describeDefinition,
  figureRecords,
  offerWords,
  readIndicators,
  reportTabs,
  yearFlow,
} from '../../indicators/index.ts';
import { addressOf, type BenchmarkState } from '../pages/address.ts';
import { RecordsPanel } from '../pages/panel.tsx';
import { BackToTable, PeersAside, PeersTable, peersLead } from '../pages/peers.tsx';
import { BenchmarkRows, FileButtons, Filters } from '../pages/table.tsx';
import {
  type BenchmarkRow,
  type BenchmarkTable,
  benchmarkPeers,
  benchmarkTable,
  recordsQuestion,
} from '../queries/index.ts';
import { yearsToChoose } from '../rules.ts';
import { placeName, vi } from '../vi.ts';
import { questionOf, readState, reports } from './state.ts';

const PANEL_RECORDS = 8;
const FIRST_YEAR = 2010;

const crumbs = (c: WebContext) => [reports(c), { label: vi.title }];

/** The table, with the panel of the figure that was opened. */
export async function benchmarkPage(c: WebContext) {
  const reading = await readState(c);
  const { shell, cx } = c.var;
  if (reading === null) {
    const body = <Alert tone="info">{vi.noUnion}</Alert>;
    const before = reportTabs(c, 'benchmark');
    return shell.office(c, { title: vi.title, crumbs: crumbs(c), before, body });
  }
  const { state, typed, error } = reading;
  const table = await benchmarkTable(cx, questionOf(state));
  const years = yearsToChoose(cx.clock.today(), state.on, FIRST_YEAR);
  const row = table.rows.find((one) => one.code === state.indicator);
  const filters = (
    <>
      {reportTabs(c, 'benchmark')}
      <Filters state={state} table={table} years={years} typed={typed} error={error} />
    </>
  );
  const answer = { error: error !== undefined, status: error === undefined ? 200 : 422 } as const;
  if (row !== undefined && state.view === 'peers') {
    return shell.office(c, {
      ...(await peersPage(c, state, table, row)),
      before: filters,
      ...answer,
    });
  }
  const opened = row !== undefined && table.opens;
  return shell.office(c, {
    title: vi.heading(placeName(table.org.shortName), yearOf(state.on)),
    lead: vi.lead(table.peers),
    crumbs: crumbs(c),
    action: <FileButtons state={state} />,
    before: filters,
    body: <BenchmarkRows state={state} table={table} />,
    ...(opened ? { aside: await panelOf(c, state, table, row), asideFirst: true } : {}),
    ...answer,
  });
}

/** All unions at one indicator, on a page of their own. */
async function peersPage(
  c: WebContext,
  state: BenchmarkState,
  table: BenchmarkTable,
  row: BenchmarkRow,
) {
  const { items, definition } = await benchmarkPeers(c.var.cx, { ...state, indicator: row.code });
  const links = await linksOf(c, state, table, row);
  const props = { state, table, row, how: await howOf(c, definition), links, peers: items };
  const back = { label: vi.title, href: addressOf(state, { indicator: null }) };
  return {
    title: vi.peers.title(row.label, yearOf(state.on)),
    lead: peersLead(props),
    crumbs: [reports(c), back, { label: vi.panel.peersKicker(row.code) }],
    action: <BackToTable {...props} />,
    body: <PeersTable {...props} />,
    aside: <PeersAside {...props} mayOpen={table.opens} />,
    asideFirst: true,
  };
}

async function panelOf(
  c: WebContext,
  state: BenchmarkState,
  table: BenchmarkTable,
  row: BenchmarkRow,
) {
  const { cx } = c.var;
  const question = await recordsQuestion(cx, { ...questionOf(state), indicator: row.code });
  const { items, total } = await figureRecords(cx.db, allSources, question, 1, PANEL_RECORDS);
  return (
    <RecordsPanel
      state={state}
      table={table}
      row={row}
      how={await howOf(c, question.definition)}
      links={await linksOf(c, state, table, row)}
      records={items}
      total={total}
      flow={row.measure === 'yes_no' ? null : await yearFlow(cx.db, allSources, question)}
    />
  );
}

async function howOf(c: WebContext, definition: Definition): Promise<string> {
  const offer = await offerWords(c.var.cx.db, allSources, definition);
  const [measure, ...rest] = describeDefinition(definition, offer).slice(0, 3);
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
