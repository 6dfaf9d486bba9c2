import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { type Api, listOf, pageOf, settled } from '../../../platform/http/api.ts';
import { byPid, orderOf, recordListQuery } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { allBanks, dueTotals, listPeriods, livePeriod } from '../queries/index.ts';
import { periodChanges, periodInput } from '../schema.ts';
import {
  changedPeriod,
  createPeriod,
  editPeriod,
  refreshPeriod,
  removePeriod,
  restorePeriod,
} from '../service/index.ts';
import { feeIssues as words } from '../vi.ts';
import { periodShape, periodView, totalsShape, totalsView } from './views.ts';

const tag = 'fees';
const path = '/fee-periods';

/** REST doors of periods. */
export function periodApi(api: Api): void {
  readDoors(api);
  writeDoors(api);
  endDoors(api);
}

function readDoors(api: Api): void {
  const { from: _from, to: _to, ...list } = recordListQuery;
  const sorts = ['first', '-first', 'name', '-name', 'due', '-due'] as const;
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Periods of membership fees that the account may see',
    query: z.object({
      ...list,
      year: z.coerce.number().int().min(1900).max(2100).optional(),
      sort: z.enum(sorts).default('-first'),
    }),
    response: listOf(periodShape),
    words,
    handler: async ({ cx, c, query }) => {
      const { page, size, org, sort, year, organisation, q } = query;
      const { rows, total } = await listPeriods(cx, {
        under: org === undefined ? null : await organisationId(cx, org),
        organisation: organisation ?? null,
        year: year ?? null,
        q: q ?? '',
        ...orderOf<'first' | 'name' | 'due'>(sort),
        page,
        size,
      });
      return pageOf(c, rows.map(periodView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    summary: 'One period of fees, with its sums',
    params: byPid,
    response: periodShape.extend({ totals: totalsShape }),
    handler: async ({ cx, params }) => {
      const period = await livePeriod(cx, params.pid);
      const totals = totalsView(await dueTotals(cx, period, {}));
      return { ...periodView(period), totals };
    },
  });
  api.endpoint({
    method: 'get',
    path: '/fee-banks',
    tag,
    summary: 'Banks that take part in VietQR, by their six digits',
    response: listOf(z.object({ bin: z.string(), short_name: z.string(), name: z.string() })),
    handler: async ({ cx }) => {
      const banks = await allBanks(cx.db);
      const items = banks.map(({ bin, shortName, name }) => ({ bin, short_name: shortName, name }));
      return { items, total: items.length, next: null };
    },
  });
}

function writeDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary: 'Make a period; the list of those who pay is made from the memberships',
    body: periodInput,
    response: periodShape,
    status: 201,
    words,
    handler: async ({ cx, body }) => {
      const { pid } = settled(await execute(cx, createPeriod, body), words);
      return periodView(await livePeriod(cx, pid));
    },
  });
  api.endpoint({
    method: 'patch',
    path: `${path}/{pid}`,
    tag,
    summary: 'Change a period; what is left out stays',
    params: byPid,
    body: periodChanges,
    response: periodShape,
    words,
    handler: async ({ cx, params, body }) => {
      const period = await livePeriod(cx, params.pid);
      settled(await execute(cx, editPeriod, changedPeriod(period, body)), words);
      return periodView(await livePeriod(cx, params.pid));
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/refresh`,
    tag,
    summary: 'Bring the list of those who pay in line with the memberships',
    params: byPid,
    response: totalsShape,
    words,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, refreshPeriod, params), words);
      return totalsView(await dueTotals(cx, await livePeriod(cx, params.pid), {}));
    },
  });
}

function endDoors(api: Api): void {
  api.endpoint({
    method: 'delete',
    path: `${path}/{pid}`,
    tag,
    summary: 'Delete a period in which no money came in; it can be taken back for 30 days',
    params: byPid,
    status: 204,
    words,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, removePeriod, params), words);
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/restore`,
    tag,
    summary: 'Take a deleted period back',
    params: byPid,
    response: periodShape,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, restorePeriod, params), words);
      return periodView(await livePeriod(cx, params.pid));
    },
  });
}
