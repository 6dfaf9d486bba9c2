import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, settled } from '../../../platform/http/api.ts';
import { byPid, orderOf, recordListQuery } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import {
  allBanks,
  countOf,
  dueOf,
  dueTotals,
  listDues,
  listPeriods,
  livePeriod,
} from '../queries/index.ts';
import { dueStates } from '../rules/dues.ts';
import { type FeeDue, type FeePeriod, periodChanges, periodInput } from '../schema.ts';
import {
  changedPeriod,
  createPeriod,
  editPeriod,
  exemptPerson,
  refreshPeriod,
  removePeriod,
  restorePeriod,
  unexemptPerson,
} from '../service/index.ts';
import { transferText } from '../sheets/qr.ts';
import { feeIssues as words } from '../vi.ts';
import { dueShape, dueView, periodShape, periodView, totalsShape, totalsView } from './views.ts';

const tag = 'fees';
const path = '/fee-periods';

/** REST doors of periods and of who owes in them. */
export function periodApi(api: Api): void {
  readDoors(api);
  writeDoors(api);
  endDoors(api);
  dueDoors(api);
  exemptDoors(api);
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

const shown = (period: FeePeriod, due: FeeDue) =>
  dueView(due, period.account === null ? null : transferText(period.account, due));

const whose = z.object({ pid: z.string(), person: z.string() });

function dueDoors(api: Api): void {
  const { page, size } = recordListQuery;
  const sorts = ['name', '-name'] as const;
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}/dues`,
    tag,
    summary: 'Who pays in a period; owing: those who have not paid all',
    params: byPid,
    query: z.object({
      page,
      size,
      state: z.enum([...dueStates, 'owing']).optional(),
      association: z.string().optional().describe('Code'),
      q: optionalText(200),
      sort: z.enum(sorts).default('name'),
    }),
    response: listOf(dueShape),
    handler: async ({ cx, c, params, query }) => {
      const period = await livePeriod(cx, params.pid);
      const { association = null, state = null } = query;
      const filter = { association, state, q: query.q ?? '' };
      const { descending } = orderOf<'name'>(query.sort);
      const rows = await listDues(cx, period, {
        ...filter,
        descending,
        page: query.page,
        size: query.size,
      });
      const total = countOf(await dueTotals(cx, period, filter), state);
      const items = rows.map((row) => shown(period, row));
      return pageOf(c, items, total, query.page, query.size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}/dues/{person}`,
    tag,
    summary: 'What one person owes in a period, with the text of the VietQR code',
    params: whose,
    response: dueShape,
    handler: async ({ cx, params }) => {
      const period = await livePeriod(cx, params.pid);
      return shown(period, await dueOf(cx, period, params.person));
    },
  });
}

function exemptDoors(api: Api): void {
  api.endpoint({
    method: 'put',
    path: `${path}/{pid}/dues/{person}/exemption`,
    tag,
    summary: 'Exempt a person from the fee of a period, with the reason',
    params: whose,
    body: z.strictObject({ reason: z.string().max(500) }),
    response: dueShape,
    words,
    handler: async ({ cx, params, body }) => {
      const { pid, person } = params;
      settled(await execute(cx, exemptPerson, { ...body, period: pid, person }), words);
      const period = await livePeriod(cx, pid);
      return shown(period, await dueOf(cx, period, person));
    },
  });
  api.endpoint({
    method: 'delete',
    path: `${path}/{pid}/dues/{person}/exemption`,
    tag,
    summary: 'End an exemption',
    params: whose,
    status: 204,
    words,
    handler: async ({ cx, params }) => {
      const { pid, person } = params;
      settled(await execute(cx, unexemptPerson, { period: pid, person }), words);
    },
  });
}
