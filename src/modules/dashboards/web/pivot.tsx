import type { Hono } from 'hono';
import { contentDisposition, csvOf } from '../../../platform/documents/index.ts';
import { api } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { ButtonLink } from '../../../ui/index.ts';
import { reportTabs } from '../../indicators/index.ts';
import { valueText } from '../../reporting/index.ts';
import { type PivotState, pivotAddress, recordsAddress } from '../pages/address.ts';
import { PivotTable } from '../pages/pivot.tsx';
import { PivotFilters, PivotNotes, Presets } from '../pages/pivot-filters.tsx';
import { type Pivot, pivotOf } from '../queries/index.ts';
import {
  axesOf,
  mostOnPage,
  type PivotTable as Pivoted,
  type Place,
  pivotTable,
} from '../rules/index.ts';
import { flatten, pivotData, pivotXlsx, writtenBy } from '../sheets/index.ts';
import { pivotWords as words } from '../vi/index.ts';
import { choosePage, presets } from './choosing.tsx';
import { pivotCrumbs } from './shared.tsx';
import { pivotState, untilOptions } from './state.ts';

export const yes = valueText(true, { decimals: 0, measured: false });
export const no = valueText(false, { decimals: 0, measured: false });

export function pivotDoors(app: Hono<Env>): void {
  app.get('/bao-cao/tong-hop', pivotPage);
  app.get('/bao-cao/tong-hop/chon', choosePage);
  app.get('/bao-cao/tong-hop.xlsx', async (c) => {
    const { place } = c.var;
    const pivot = await answered(c);
    const book = await pivotXlsx(pivot, place.name, yes, no);
    return sendWorkbook(c, book, `${words.files.name(place.code)}.xlsx`);
  });
  app.get('/bao-cao/tong-hop.csv', async (c) => {
    const flat = flatten(await answered(c), yes, no);
    const text = csvOf([flat.heads.map((head) => head.label), ...flat.rows]);
    return sendCsv(c, text, words.files.name(c.var.place.code));
  });
}

export function sendCsv(c: WebContext, text: string, name: string): Response {
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': contentDisposition(`${name}.csv`),
  });
}

async function answered(c: WebContext): Promise<Pivot> {
  return pivotOf(c.var.cx, pivotState(c), c.var.place);
}

async function pivotPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const asked = pivotState(c);
  const pivot = await pivotOf(cx, asked, place);
  const data = pivotData(pivot);
  const axes = axesOf(asked.layout);
  const tables = data.items[axes.tables];
  const item = tables.find(({ key }) => key === asked.table) ?? tables[0];
  const state = { ...asked, table: item?.key ?? null };
  const table =
    item === undefined || pivot.tooMany !== null
      ? null
      : pivotTable(data, asked.layout, asked.extra, item);
  const cells = table === null ? 0 : table.lines.length * table.columns.length;
  const counts = [pivot.organisations, pivot.indicators, pivot.periods].map((list) => list.length);
  return shell.office(c, {
    title: words.title,
    lead: words.lead(counts[0] ?? 0, counts[1] ?? 0, counts[2] ?? 0),
    crumbs: pivotCrumbs(c, { label: words.title }),
    action: <FileButtons state={state} />,
    before: reportTabs(c, 'pivot'),
    body: (
      <>
        <Presets items={presets(c)} />
        <PivotFilters
          state={state}
          untils={untilOptions(cx.clock.today(), state.kind, state.until)}
          tables={tables.map(({ key, label }) => ({ value: key, label }))}
          tablesAre={axes.tables}
        />
        <p>
          <a href={pivotAddress(state, { table: null }, '/chon')}>{words.choose}</a>
        </p>
        <PivotNotes warn={warnings(pivot, table, cells)} />
        {table === null || cells === 0 || cells > mostOnPage ? null : (
          <>
            <h2>{table.item.label}</h2>
            <PivotTable
              table={table}
              caption={words.caption(table.item.label)}
              rowsAre={axes.rows}
              written={writtenBy(pivot)}
              href={hrefOf(place.code, pivot)}
            />
            <p class="help">
              {words.foot} {words.structureNote[state.structure]}
            </p>
          </>
        )}
      </>
    ),
  });
}

/** Where a figure of a pivot opens, for those who may. */
export function hrefOf(place: string, pivot: Pivot): (at: Place) => string | null {
  const opens = new Set(pivot.organisations.filter((one) => one.opens).map(({ code }) => code));
  const days = new Map(pivot.periods.map(({ period, on }) => [period.code, on]));
  return ({ organisation, indicator, period }) => {
    const on = days.get(period);
    if (on === undefined || !opens.has(organisation)) return null;
    const { structure } = pivot.question;
    return recordsAddress(place, { organisation, indicator, on, structure });
  };
}

function warnings(pivot: Pivot, table: Pivoted | null, cells: number): string[] {
  const { question, tooMany } = pivot;
  const found: string[] = [];
  if (pivot.missing.length > 0) found.push(words.missing(pivot.missing.slice(0, 20).join(', ')));
  if (tooMany !== null) return [...found, words.tooMany[tooMany.what](tooMany.count, tooMany.most)];
  if (pivot.organisations.length === 0) {
    return [...found, question.group === 'chosen' ? words.nobody : words.none];
  }
  if (pivot.indicators.length === 0) return [...found, words.noIndicators];
  if (cells > mostOnPage) found.push(words.tooMany.page(cells, mostOnPage));
  const changed = pivot.indicators.filter((one) => one.changed).map((one) => one.definition.label);
  if (changed.length > 0) found.push(words.changed(changed.slice(0, 10).join('; ')));
  if (question.extra === 'difference' && table?.differences !== true)
    found.push(words.differenceNeeds);
  if (question.extra === 'share' && table?.withShares !== true) found.push(words.shareNeeds);
  return found;
}

function FileButtons({ state }: { readonly state: PivotState }) {
  const all = { table: null };
  const asked = {
    org: state.place,
    group: state.group,
    organisations: state.organisations.join(),
    indicators: state.indicators.join(),
    kind: state.kind,
    count: state.count,
    until: state.until,
    periods: state.periods.join(),
    structure: state.structure,
  };
  return (
    <>
      <ButtonLink icon="download" href={pivotAddress(state, all, '.xlsx')}>
        {words.excel}
      </ButtonLink>
      <ButtonLink href={pivotAddress(state, all, '.csv')}>{words.csv}</ButtonLink>
      <ButtonLink href={api('pivot', asked)}>{words.json}</ButtonLink>
    </>
  );
}
